import { Button, Group, Text } from '@mantine/core'
import type { ReportingPeriod } from '@qorgan/shared/closing'
import { useMutation } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import type { BoardRow } from './board-rows.ts'
import { closingMutations } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'

interface Props {
  period: ReportingPeriod
  rows: readonly BoardRow[]
  onClose: () => void
}

/** Says what closing means; while a unit is missing, which one. */
export function CloseDialog({ period, rows, onClose }: Props) {
  const { t } = useText()
  const { number, count, tenge } = useFormat()
  const quarterName = useQuarterName()
  const missing = rows.filter(({ report }) => report.status !== 'accepted')
  const total = rows.reduce(
    (sum, { report }) => ({ count: sum.count + report.total.count, effect: sum.effect + report.total.effect }),
    { count: 0, effect: 0 },
  )
  const close = useMutation({
    ...closingMutations.close,
    onSuccess: () => {
      toast(t('closing.close.done', { quarter: quarterName(period.key) }))
      onClose()
    },
  })
  const title = t('closing.close.title', { quarter: quarterName(period.key) })
  if (missing.length > 0)
    return (
      <Dialog opened onClose={onClose} title={title}>
        <Text mb="xs">{t('closing.close.missing', { value: number(missing.length) })}</Text>
        <ul>
          {missing.map(({ report, name }) => (
            <li key={report.id}>
              <LinkAnchor to="/quarters/$key/$reportId" params={{ key: period.key, reportId: report.id }} inherit>
                {name}
              </LinkAnchor>
              : {t(`closing.status.${report.status}`)}
            </li>
          ))}
        </ul>
        <Group justify="flex-end" mt="md">
          <Button data-autofocus onClick={onClose}>
            {t('action.close')}
          </Button>
        </Group>
      </Dialog>
    )
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Text mb="xs">
        {t('closing.close.what', {
          units: number(rows.length),
          appeals: t('count.appeals', { count: total.count, value: count(total.count) }),
          effect: tenge(total.effect),
        })}
      </Text>
      <ul>
        <li>{t('closing.close.forever')}</li>
        <li>{t('closing.close.print')}</li>
        <li>{t('closing.close.later')}</li>
      </ul>
      {close.error && <ProblemNotice error={close.error} />}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={close.isPending}
          onClick={() => close.mutate({ key: period.key, version: period.version })}
        >
          {t('closing.close.submit')}
        </Button>
      </Group>
    </Dialog>
  )
}
