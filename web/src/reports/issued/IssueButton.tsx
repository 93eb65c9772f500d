import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../accounts/may.ts'
import { useText } from '../../i18n/i18n.ts'
import { type IssuedKind, IssueDialog } from './IssueDialog.tsx'

/** For whoever sends reports out. */
export function IssueButton({ report, query }: { report: IssuedKind; query: Record<string, unknown> }) {
  const { t } = useText()
  const may = useMay()
  const [opened, setOpened] = useState(false)
  if (!may('reports:issue')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('figures.issue.button')}
      </Button>
      {opened && <IssueDialog report={report} query={query} onClose={() => setOpened(false)} />}
    </>
  )
}
