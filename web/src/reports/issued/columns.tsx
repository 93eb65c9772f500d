import { Button } from '@mantine/core'
import { type IssuedReport, openIssuedReport } from '@qorgan/shared/exports'
import { IconDownload } from '@tabler/icons-react'
import { useDownload } from '../../exports/use-download.tsx'
import { useFormat } from '../../i18n/format.ts'
import { localeNames, useText } from '../../i18n/i18n.ts'
import type { Column } from '../../ui/RecordTable.tsx'
import classes from './Issued.module.css'

export function useIssuedColumns(): Column<IssuedReport>[] {
  const { t } = useText()
  const { day, instant } = useFormat()
  const download = useDownload()
  return [
    {
      key: 'report',
      title: t('figures.issued.column.report'),
      card: 'full',
      render: ({ report, query, locale }) => (
        <>
          {t(`figures.issued.kind.${report}`)}
          <div className={classes['second']}>
            {query['from'] && query['to'] && `${day(query['from'])} – ${day(query['to'])} · `}
            {query['on'] && `${day(query['on'])} · `}
            <span lang={locale}>{localeNames[locale]}</span>
          </div>
        </>
      ),
    },
    {
      key: 'addressee',
      title: t('figures.issued.column.addressee'),
      card: 'full',
      render: ({ addressee, letterNumber, signedOn }) => (
        <>
          {addressee}
          <div className={classes['second']}>
            {[
              letterNumber && t('figures.issued.letter', { number: letterNumber }),
              signedOn && t('figures.issued.signed', { day: day(signedOn) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </div>
        </>
      ),
    },
    {
      key: 'code',
      title: t('figures.issued.column.code'),
      render: ({ controlCode, sha256 }) => (
        <>
          <code className={classes['code']}>{controlCode}</code>
          <div className={classes['hash']} title={t('figures.issued.hash', { hash: sha256 })}>
            {sha256.slice(0, 12)}…
          </div>
        </>
      ),
    },
    {
      key: 'issued',
      title: t('figures.issued.column.issued'),
      render: ({ issuedAt, issuedBy }) => (
        <>
          <span className="q-nowrap">{instant(issuedAt)}</span>
          <div className={classes['second']}>{issuedBy.fullName}</div>
        </>
      ),
    },
    {
      key: 'file',
      title: t('figures.issued.column.file'),
      render: ({ id, report, controlCode }) => (
        <Button
          size="xs"
          variant="default"
          className="q-no-print"
          leftSection={<IconDownload size={16} aria-hidden />}
          aria-label={t('figures.issued.downloadOf', {
            report: t(`figures.issued.kind.${report}`),
            code: controlCode,
          })}
          onClick={() => download({ route: openIssuedReport, params: { id }, fallbackName: `${controlCode}.pdf` })}
        >
          {t('figures.issued.download')}
        </Button>
      ),
    },
  ]
}
