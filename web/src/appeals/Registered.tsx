import { Button, Group, Text } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import { useEffect, useRef } from 'react'
import { EnteredLate } from '../closing/ClosedQuarterHint.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkButton } from '../ui/links.tsx'
import classes from './AppealForm.module.css'

/** The number and the date to tell the person on the phone, and the way to the next one. */
export function Registered({ appeal, onMore }: { appeal: Appeal; onMore: (samePerson: boolean) => void }) {
  const { t } = useText()
  const { day, label } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    document.title = `${appeal.number} · Qorgan`
  }, [appeal.number])
  const closed = appeal.status === 'resolved'
  return (
    <section className={`q-surface ${classes['done']}`}>
      <div className="q-wall" aria-hidden />
      <div className={classes['doneBody']}>
        <Text c="dimmed">{closed ? t('appealForm.doneClosed') : t('appealForm.done')}</Text>
        <h1 className={classes['bigNumber']} ref={heading} tabIndex={-1} data-page-title>
          {appeal.number}
        </h1>
        {!closed && (
          <Text>
            <b>{t('appealForm.doneDue', { day: day(appeal.dueOn) })}</b>
            <br />
            <span className="q-dim">{label(appeal.dueExplained)}</span>
          </Text>
        )}
        <EnteredLate quarter={appeal.closedPeriod} />
        <Group gap="xs" mt="lg">
          <Button onClick={() => onMore(false)} aria-keyshortcuts="n">
            {t('appealForm.oneMore')}
          </Button>
          {appeal.applicant.memberId && (
            <Button variant="default" onClick={() => onMore(true)}>
              {t('appealForm.oneMoreSame')}
            </Button>
          )}
          <LinkButton variant="default" to="/appeals/$appealId" params={{ appealId: appeal.id }}>
            {t('appealForm.openIt')}
          </LinkButton>
        </Group>
      </div>
    </section>
  )
}
