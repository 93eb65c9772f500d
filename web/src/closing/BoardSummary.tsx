import { Button, Select } from '@mantine/core'
import type { BranchReportStatus } from '@qorgan/shared/closing'
import { IconBell } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useUnitNames } from '../organisation/names.ts'
import { FilterPills } from '../ui/FilterPills.tsx'
import { toast } from '../ui/toast.ts'
import { type BoardRow, byNeed } from './board-rows.ts'
import classes from './Board.module.css'
import chips from './Chips.module.css'
import { closingMutations } from './queries.ts'
import { type BoardSearch, defaultSort, sortKeys } from './search.ts'

interface Props {
  /** In a closed quarter everything is accepted: there is nothing to tell apart. */
  open: boolean
  rows: readonly BoardRow[]
  shown: readonly BoardRow[]
  search: BoardSearch
  onChange: (search: BoardSearch) => void
}

/** How many are where: each number is a filter of the rows beneath. */
export function BoardSummary({ open, rows, shown, search, onChange }: Props) {
  const { t } = useText()
  const { number } = useFormat()
  const of = (status: BranchReportStatus) => rows.filter(({ report }) => report.status === status).length
  const late = rows.filter(({ report }) => report.late && (report.status === 'open' || report.status === 'returned'))
  const { status: _status, late: _late, branchId: _branchId, ...rest } = search
  const only = (filter: BoardSearch) => onChange({ ...rest, ...filter })
  const isOnly = (status: BranchReportStatus) =>
    search.status?.join() === status && search.late === undefined && !search.branchId
  const showsLate = search.late === true && search.status?.join() === 'open,returned' && !search.branchId
  return (
    <div className={`q-no-print ${classes['summary']}`}>
      {open && (
        <div className={classes['summaryRow']}>
          <div role="group" aria-label={t('closing.board.filter')} className={chips['chips']}>
            {byNeed.map((status) => (
              <Chip
                key={status}
                label={t(`closing.unitsIn.${status}`)}
                value={number(of(status))}
                pressed={isOnly(status)}
                onToggle={() => only(isOnly(status) ? {} : { status: [status] })}
              />
            ))}
            <Chip
              label={t('closing.unitsIn.late')}
              value={number(late.length)}
              pressed={showsLate}
              urgent={late.length > 0}
              onToggle={() => only(showsLate ? {} : { status: ['open', 'returned'], late: true })}
            />
          </div>
          <RemindAll rows={late} />
        </div>
      )}
      <Applied search={search} rows={rows} shown={shown} onChange={onChange} />
      <Select
        className={classes['phoneSort']}
        size="sm"
        label={t('closing.board.sort')}
        data={sortKeys.map((key) => ({ value: key, label: t(`closing.sort.${key}`) }))}
        value={(search.sort ?? defaultSort).replace('-', '')}
        allowDeselect={false}
        onChange={(value) => {
          const key = sortKeys.find((one) => one === value)
          if (key)
            onChange({ ...search, sort: key === 'unit' || key === 'status' || key === 'submitted' ? key : `-${key}` })
        }}
      />
    </div>
  )
}

interface ChipProps {
  label: string
  value: string
  pressed: boolean
  urgent?: boolean
  onToggle: () => void
}
function Chip({ label, value, pressed, urgent = false, onToggle }: ChipProps) {
  return (
    <button
      type="button"
      className={chips['chip']}
      aria-pressed={pressed}
      data-urgent={urgent || undefined}
      onClick={onToggle}
    >
      <b>{value}</b> {label}
    </button>
  )
}

/** What narrows the board, in words; also what a link from elsewhere brought along. */
function Applied({ search, rows, shown, onChange }: Omit<Props, 'open'>) {
  const { t } = useText()
  const { number } = useFormat()
  const names = useUnitNames()
  const { status, late, branchId } = search
  const applied = [
    ...(status
      ? [
          {
            key: 'status',
            name: t('closing.column.status'),
            value: status.map((one) => t(`closing.status.${one}`)).join(', '),
          },
        ]
      : []),
    ...(late === undefined
      ? []
      : [
          {
            key: 'late',
            name: t('closing.column.time'),
            value: t(late ? 'closing.time.late' : 'closing.time.notLate'),
          },
        ]),
    ...(branchId
      ? [
          {
            key: 'branchId',
            name: t('closing.column.unit'),
            value: branchId.map((id) => names.unit(id === 'council' ? null : id)).join(', '),
          },
        ]
      : []),
  ]
  if (applied.length === 0) return null
  const without = (key: string) => Object.fromEntries(Object.entries(search).filter(([name]) => name !== key))
  return (
    <div className={classes['applied']}>
      <span className="q-dim">
        {t('closing.board.shown', { value: number(shown.length), of: number(rows.length) })}
      </span>
      <FilterPills
        applied={applied}
        onRemove={(key) => onChange(without(key))}
        onReset={() => onChange(search.sort ? { sort: search.sort } : {})}
      />
    </div>
  )
}

/** Everybody who is late, in one press. */
function RemindAll({ rows }: { rows: readonly BoardRow[] }) {
  const { t } = useText()
  const { number } = useFormat()
  const names = useUnitNames()
  const say = useProblemText()
  const remind = useMutation({
    ...closingMutations.remind,
    onSuccess: (reminded) => {
      const nobody = reminded.filter(({ reached }) => reached === 0)
      const count = reminded.length - nobody.length
      if (count > 0) toast(t('closing.remind.doneMany', { count, value: number(count) }))
      const unreached = nobody.map(({ branchId }) => names.unit(branchId)).join(', ')
      if (unreached) toast(t('closing.remind.nobody', { names: unreached }), 'problem')
    },
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const ids = rows.filter(({ report }) => report.can.remind).map(({ report }) => report.id)
  if (ids.length < 2) return null
  return (
    <Button
      variant="default"
      leftSection={<IconBell size={18} aria-hidden />}
      loading={remind.isPending}
      onClick={() => remind.mutate(ids)}
    >
      {t('closing.remind.all', { value: number(ids.length) })}
    </Button>
  )
}
