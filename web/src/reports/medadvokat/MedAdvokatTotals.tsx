import { Title } from '@mantine/core'
import type { RouteOutput } from '@qorgan/shared/contract'
import { LegalCaseKind, LegalOutcome } from '@qorgan/shared/legal-cases'
import type { reportMedAdvokat } from '@qorgan/shared/reports'
import { useMay } from '../../accounts/may.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { BarTable } from './BarTable.tsx'
import { CasesLink } from './CasesLink.tsx'
import { Figure } from './Figure.tsx'
import { listsOf } from './lists.ts'
import classes from './MedAdvokat.module.css'
import type { MedAdvokatSearch } from './search.ts'

export type MedAdvokatReport = RouteOutput<typeof reportMedAdvokat>

interface Props {
  report: MedAdvokatReport
  search: MedAdvokatSearch
}

export function MedAdvokatTotals({ report, search }: Props) {
  const { t } = useText()
  const { number } = useFormat()
  const may = useMay()
  const lists = listsOf(search)
  const worth = report.paid && report.effect ? report.effect / report.paid : null
  return (
    <>
      <section className={`q-surface ${classes['head']}`}>
        <div className="q-wall" aria-hidden />
        <dl className={classes['headline']}>
          <div>
            <dt>{t('counsel.report.people')}</dt>
            <dd>
              <CasesLink search={lists.cases()} value={report.peopleHelped} />
            </dd>
          </div>
          <div>
            <dt>{t('counsel.report.cases')}</dt>
            <dd>
              <CasesLink search={lists.cases()} value={report.cases.total} />
            </dd>
          </div>
          <div>
            <dt>{t('counsel.report.effect')}</dt>
            <dd>
              <Figure value={report.effect} money />
            </dd>
          </div>
          <div>
            <dt>{t('counsel.money.paid')}</dt>
            <dd>
              <Figure value={report.paid} money />
            </dd>
            {worth !== null && (
              <dd className={classes['worth']}>
                {t('counsel.report.worth', { value: number(Math.round(worth * 10) / 10) })}
              </dd>
            )}
          </div>
        </dl>
      </section>
      <div className={classes['parts']}>
        <section className="q-surface q-pad">
          <Title order={2}>{t('counsel.report.byKind')}</Title>
          <BarTable
            label={t('counsel.report.byKind')}
            rows={LegalCaseKind.options.map((kind) => ({
              key: kind,
              name: t(`legal.kind.${kind}`),
              value: report.cases[kind],
              cases: lists.cases(kind),
            }))}
          />
        </section>
        <section className="q-surface q-pad">
          <Title order={2}>{t('counsel.report.money')}</Title>
          <BarTable
            label={t('counsel.report.money')}
            rows={[
              { key: 'allotted', name: t('counsel.money.allotted'), value: report.allotted, money: true },
              { key: 'committed', name: t('counsel.report.committed'), value: report.committed, money: true },
              {
                key: 'paid',
                name: t('counsel.money.paid'),
                value: report.paid,
                money: true,
                ...(may('caseMoney:read') && {
                  payments: lists.payments,
                }),
              },
              { key: 'effect', name: t('counsel.report.effect'), value: report.effect, money: true },
            ]}
          />
        </section>
        <section className={`q-surface q-pad ${classes['wide']}`}>
          <Title order={2}>{t('counsel.report.outcomes')}</Title>
          <BarTable
            label={t('counsel.report.outcomes')}
            rows={LegalOutcome.options.map((outcome) => ({
              key: outcome,
              name: t(`legal.outcome.${outcome}`),
              value: report.outcomes[outcome],
              cases: lists.outcomes(outcome),
            }))}
          />
        </section>
      </div>
    </>
  )
}
