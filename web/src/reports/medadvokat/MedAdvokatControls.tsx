import { Button } from '@mantine/core'
import { today } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { PeriodFields } from '../PeriodFields.tsx'
import classes from '../Report.module.css'
import { UnitFilter } from '../UnitFilter.tsx'
import { type MedAdvokatSearch, projectBegan } from './search.ts'

interface Props {
  search: MedAdvokatSearch
  onChange: (search: MedAdvokatSearch) => void
}

/** The periods of the other reports, and the project from its beginning. */
export function MedAdvokatControls({ search, onChange }: Props) {
  const { t } = useText()
  const { from = '', to = '' } = search
  return (
    <div className={`${classes['controls']} q-no-print`}>
      <div className={classes['controlRow']}>
        <PeriodFields from={from} to={to} onChange={(dates) => onChange({ ...search, ...dates })} />
        <Button variant="default" fw={500} onClick={() => onChange({ ...search, from: projectBegan, to: today() })}>
          {t('counsel.report.wholeProject')}
        </Button>
        <UnitFilter
          value={search.branchId}
          onChange={(branchId) => {
            const { branchId: _branchId, ...rest } = search
            onChange(branchId ? { ...rest, branchId } : rest)
          }}
        />
      </div>
    </div>
  )
}
