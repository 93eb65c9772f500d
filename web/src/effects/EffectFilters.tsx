import { SegmentedControl } from '@mantine/core'
import { EffectKind, EffectStage } from '@qorgan/shared/effects'
import { AppealCategory } from '@qorgan/shared/organisation'
import { useFilterWords } from '../appeals/filter-words.ts'
import { useText } from '../i18n/i18n.ts'
import { FilterBar, FilterDay } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import type { EffectSearch } from './queries.ts'

const shownByControl = ['stage', 'kind', 'confirmed', 'occurredFrom', 'occurredTo', 'category', 'branchId']

interface Props {
  search: EffectSearch
  set: (patch: Record<string, unknown>) => void
  reset: () => void
}

export function EffectFilters({ search, set, reset }: Props) {
  const { t } = useText()
  const { options, applied } = useFilterWords()
  const rest = Object.fromEntries(Object.entries(search).filter(([key]) => !shownByControl.includes(key)))
  return (
    <FilterBar pills={{ applied: applied(rest, []), onRemove: (key) => set({ [key]: undefined }), onReset: reset }}>
      <SegmentedControl
        aria-label={t('effects.filter.confirmed')}
        value={search.confirmed === false ? 'waiting' : 'all'}
        onChange={(value) => set({ confirmed: value === 'waiting' ? false : undefined })}
        data={[
          { value: 'all', label: t('effects.all') },
          { value: 'waiting', label: t('effects.onlyWaiting') },
        ]}
        style={{ flex: 'none' }}
      />
      <FilterDay
        label={t('effects.filter.occurredFrom')}
        value={search.occurredFrom}
        onChange={(day) => set({ occurredFrom: day })}
      />
      <FilterDay
        label={t('effects.filter.occurredTo')}
        value={search.occurredTo}
        onChange={(day) => set({ occurredTo: day })}
      />
      <FilterMenu
        label={t('effects.filter.stage')}
        options={EffectStage.options.map((value) => ({ value, label: t(`effectStage.${value}`) }))}
        value={search.stage}
        onChange={(stage) => set({ stage })}
      />
      <FilterMenu
        label={t('effects.filter.kind')}
        options={EffectKind.options.map((value) => ({ value, label: t(`effectKind.${value}`) }))}
        value={search.kind}
        onChange={(kind) => set({ kind })}
      />
      <FilterMenu
        label={t('appeals.filter.category')}
        options={AppealCategory.options.map((value) => ({ value, label: t(`categoryShort.${value}`) }))}
        value={search.category}
        onChange={(category) => set({ category })}
      />
      <FilterMenu<string>
        label={t('appeals.filter.branchId')}
        options={options.branchId}
        value={search.branchId}
        onChange={(branchId) => set({ branchId })}
      />
    </FilterBar>
  )
}
