import { Button } from '@mantine/core'
import { getBranchReportSnapshot, getPeriodSnapshot } from '@qorgan/shared/closing'
import { IconDownload } from '@tabler/icons-react'
import { useDownload } from '../exports/use-download.tsx'
import { useText } from '../i18n/i18n.ts'
import type { Compared } from './queries.ts'

/** The stored bytes, as the hash was taken of them. */
export function SnapshotButton({ of }: { of: Compared }) {
  const { t } = useText()
  const start = useDownload()
  return (
    <Button
      className="q-no-print"
      size="xs"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() =>
        'report' in of
          ? start({ route: getBranchReportSnapshot, params: { id: of.report }, fallbackName: 'report.json' })
          : start({ route: getPeriodSnapshot, params: { key: of.period }, fallbackName: `${of.period}.json` })
      }
    >
      {t('closing.frozen.download')}
    </Button>
  )
}
