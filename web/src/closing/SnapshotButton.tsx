import { Button } from '@mantine/core'
import { getBranchReportSnapshot, getPeriodSnapshot } from '@qorgan/shared/closing'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { download } from '../platform/download.ts'
import { toast } from '../ui/toast.ts'
import type { Compared } from './queries.ts'

/** The stored bytes, as the hash was taken of them. */
export function SnapshotButton({ of }: { of: Compared }) {
  const { t } = useText()
  const say = useProblemText()
  const save = useMutation({
    mutationFn: () =>
      'report' in of
        ? download(getBranchReportSnapshot, { params: { id: of.report } }, 'report.json')
        : download(getPeriodSnapshot, { params: { key: of.period } }, `${of.period}.json`),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  return (
    <Button
      className="q-no-print"
      size="xs"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('closing.frozen.download')}
    </Button>
  )
}
