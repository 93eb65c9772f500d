import type { DeadlineRule } from '@qorgan/shared/legal-terms'
import listClasses from '../appeals/AppealList.module.css'
import { RowMenu } from '../case-money/RowMenu.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import type { Column } from '../ui/RecordTable.tsx'
import type { EditionState } from './editions.ts'

const colour: Record<DeadlineRule['certainty'], string> = { law: 'q-good', web: 'q-dim', unsure: 'q-attention' }

interface Given {
  stateOf: (rule: DeadlineRule) => EditionState
  onEdit: (rule: DeadlineRule) => void
  onEdition: (rule: DeadlineRule) => void
}

export function useRuleColumns({ stateOf, onEdit, onEdition }: Given): Column<DeadlineRule>[] {
  const { t } = useText()
  const { label, day, number } = useFormat()
  return [
    {
      key: 'title',
      title: t('counsel.rules.column.title'),
      card: 'full',
      render: (rule) => (
        <>
          {rule.can.edit ? (
            <button type="button" className={listClasses['linkButton']} data-row-link onClick={() => onEdit(rule)}>
              {label(rule.title)}
            </button>
          ) : (
            <b>{label(rule.title)}</b>
          )}
          <div className={listClasses['second']}>{t('counsel.rules.from', { event: label(rule.event) })}</div>
        </>
      ),
    },
    {
      key: 'length',
      title: t('counsel.rules.column.length'),
      width: '8.5rem',
      render: (rule) => (
        <b>{t(`counsel.rules.length.${rule.unit}`, { count: rule.length, value: number(rule.length) })}</b>
      ),
    },
    {
      key: 'act',
      title: t('counsel.rules.column.act'),
      width: '15rem',
      card: 'full',
      render: (rule) => (
        <>
          {rule.act}, {rule.article}
          {rule.edition && <div className={listClasses['second']}>{rule.edition}</div>}
        </>
      ),
    },
    {
      key: 'since',
      title: t('counsel.rules.column.since'),
      width: '9rem',
      render: (rule) => {
        const state = stateOf(rule)
        return (
          <>
            {day(rule.validFrom)}
            {state !== 'valid' && (
              <div className={state === 'coming' ? 'q-soon' : 'q-dim'}>{t(`counsel.rules.state.${state}`)}</div>
            )}
          </>
        )
      },
    },
    {
      key: 'certainty',
      title: t('counsel.rules.column.certainty'),
      width: '11.5rem',
      render: (rule) => (
        <div className={listClasses['who']} style={{ flexWrap: 'nowrap', justifyContent: 'space-between' }}>
          <span className={colour[rule.certainty]}>{t(`counsel.rules.certainty.${rule.certainty}`)}</span>
          {rule.can.edit && (
            <RowMenu
              of={label(rule.title)}
              choices={[
                { label: t('counsel.rules.newEdition'), onClick: () => onEdition(rule) },
                { label: t('action.edit'), onClick: () => onEdit(rule) },
              ]}
            />
          )}
        </div>
      ),
    },
  ]
}
