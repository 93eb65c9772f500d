import { Button, Menu } from '@mantine/core'
import type { Locale } from '@qorgan/shared/fields'
import {
  printBranchReportDocx,
  printBranchReportPdf,
  printBranchReportXlsx,
  printPeriodDocx,
  printPeriodPdf,
  printPeriodXlsx,
} from '@qorgan/shared/exports'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useDownload } from '../exports/use-download.tsx'
import { localeNames, locales, useText } from '../i18n/i18n.ts'
import type { Compared } from './queries.ts'

const routes = {
  pdf: { report: printBranchReportPdf, period: printPeriodPdf },
  docx: { report: printBranchReportDocx, period: printPeriodDocx },
  xlsx: { report: printBranchReportXlsx, period: printPeriodXlsx },
} as const
type Format = keyof typeof routes

/** The report as a paper to sign, to change in Word or to count on in Excel, in the language of whoever will read it. */
export function PrintMenu({ of }: { of: Compared }) {
  const { t } = useText()
  const start = useDownload()
  const save = (format: Format, locale: Locale) =>
    'report' in of
      ? start({
          route: routes[format].report,
          params: { id: of.report },
          query: { locale },
          fallbackName: `report.${format}`,
        })
      : start({
          route: routes[format].period,
          params: { key: of.period },
          query: { locale },
          fallbackName: `${of.period}.${format}`,
        })
  return (
    <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('closing.print.action')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
          <div key={format} role="group" aria-label={t(`closing.print.${format}`)}>
            <Menu.Label aria-hidden>{t(`closing.print.${format}`)}</Menu.Label>
            {locales.map((locale) => (
              <Menu.Item
                key={locale}
                aria-label={`${t(`closing.print.${format}`)}: ${localeNames[locale]}`}
                onClick={() => save(format, locale)}
              >
                {localeNames[locale]}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
