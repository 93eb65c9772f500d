import { Button } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useMutation } from '@tanstack/react-query'
import { dayOfInstant, formatDay, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { toast } from '../ui/toast.ts'
import classes from './Closing.module.css'
import { closingMutations } from './queries.ts'

/** A reminder to whoever holds the unit's office; when the last one went stands beneath. */
export function RemindButton({ report, name }: { report: BranchReport; name: string }) {
  const { t } = useText()
  const { number } = useFormat()
  const say = useProblemText()
  const remind = useMutation({
    ...closingMutations.remind,
    onSuccess: (reminded) => {
      const people = reminded.reduce((sum, { reached }) => sum + reached, 0)
      if (people === 0) toast(t('closing.remind.nobody', { names: name }), 'problem')
      else
        toast(t('closing.remind.done', { name, people: t('count.people', { count: people, value: number(people) }) }))
    },
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('closing.remind.one', { name })}
        loading={remind.isPending}
        onClick={() => remind.mutate([report.id])}
      >
        {t('closing.remind.action')}
      </Button>
      {report.remindedAt && (
        <div className={classes['second']}>
          {t('closing.remind.last', { day: formatDay(dayOfInstant(report.remindedAt)) })}
        </div>
      )}
    </>
  )
}
