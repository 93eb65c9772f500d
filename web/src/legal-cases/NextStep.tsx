import { Button, Skeleton } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useText } from '../i18n/i18n.ts'
import { CasePath } from './CasePath.tsx'
import classes from './NextStep.module.css'
import type { Step } from './next-step.ts'
import { useStepWords } from './step-words.ts'
import { useNextStep } from './use-next-step.ts'

const pressing = new Set<Step['key']>(['missedTerm', 'afterHearing'])

interface Props {
  legalCase: LegalCase
  onGo: (step: Step) => void
  pending: boolean
}

/** The one thing to do now, with its button; and how far the case has come. */
export function NextStep({ legalCase, onGo, pending }: Props) {
  const { t } = useText()
  const next = useNextStep(legalCase)
  const words = useStepWords()
  if (next === null) return null
  const said = next && words(next.step)
  const waits = next?.waitsFor ? words(next.waitsFor).waits : null
  return (
    <section className={`q-surface ${classes['strip']}`} aria-labelledby="next-step">
      <div className="q-wall" aria-hidden />
      <div className={classes['body']} aria-live="polite">
        <div className={classes['words']}>
          <p className={classes['label']}>{t('legal.step.label')}</p>
          {next && said ? (
            <>
              <h2 id="next-step" className={classes['title']} data-pressing={pressing.has(next.step.key) || undefined}>
                {next.step.doable ? said.title : said.waits}
              </h2>
              {said.text && <p className={classes['text']}>{said.text}</p>}
              {waits && (
                <p className={`${classes['text']} q-soon`}>
                  {t('legal.step.meanwhile')}: {waits}
                </p>
              )}
            </>
          ) : (
            <Skeleton h={48} w={320} id="next-step" aria-label={t('app.loading')} />
          )}
        </div>
        {next?.step.doable && said?.button && (
          <Button
            size="md"
            variant={next.step.key === 'hearing' ? 'default' : 'filled'}
            className="q-no-print"
            loading={pending}
            onClick={() => onGo(next.step)}
          >
            {said.button}
          </Button>
        )}
      </div>
      <CasePath legalCase={legalCase} />
    </section>
  )
}
