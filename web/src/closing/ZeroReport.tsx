import { Button, Text, Title } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useText } from '../i18n/i18n.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Closing.module.css'
import { useSubmit } from './use-submit.ts'
import type { Words } from './use-report-words.ts'

/** Nothing came in: one press says so. */
export function ZeroReport({ report, words }: { report: BranchReport; words: Words }) {
  const { t } = useText()
  const submit = useSubmit(report, words)
  return (
    <section className={`q-surface q-pad ${classes['zero']}`} aria-labelledby="zero">
      <div>
        <Title order={2} id="zero">
          {t('closing.zero.title')}
        </Title>
        <Text c="dimmed">{t('closing.zero.text')}</Text>
        {submit.error && <ProblemNotice error={submit.error} />}
      </div>
      <Button size="md" loading={submit.pending} onClick={() => void submit.send(null)}>
        {t('closing.zero.action')}
      </Button>
    </section>
  )
}
