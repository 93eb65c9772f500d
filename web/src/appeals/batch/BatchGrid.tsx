import { ActionIcon, Button, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useText } from '../../i18n/i18n.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import classes from './Batch.module.css'
import { CellAmount } from './CellAmount.tsx'
import { type BatchRow, type BatchText, emptyRow, rowState } from './draft.ts'

interface Props {
  batch: BatchText
  errors: ReadonlyMap<string, string>
  matching: boolean
  onRows: (map: (rows: BatchRow[]) => BatchRow[]) => void
}

/** A row per person; Enter and the arrows move as in a sheet, and the last Enter adds a row. */
export function BatchGrid({ batch, errors, matching, onRows }: Props) {
  const { t } = useText()
  const isVoucher = batch.kind === 'sanatorium'
  const patch = (id: string, change: Partial<BatchRow>) =>
    onRows((rows) => rows.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const cell = event.currentTarget.dataset['cell']
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
    if (cell === undefined || step === 0 || event.ctrlKey) return
    const [row = '0', column = ''] = cell.split(':')
    const table = event.currentTarget.closest('table')
    const next = Number(row) + step
    event.preventDefault()
    if (next >= batch.rows.length && event.key === 'Enter') onRows((rows) => [...rows, emptyRow()])
    requestAnimationFrame(() => table?.querySelector<HTMLElement>(`[data-cell="${next}:${column}"]`)?.focus())
  }
  const amounts = isVoucher ? (['fullPrice', 'memberPays'] as const) : (['granted', 'paid'] as const)
  const common = isVoucher ? batch.voucher : batch.aid
  return (
    <div className={classes['scroll']}>
      <Text size="sm" aria-live="polite" mih={22}>
        {matching ? t('batch.matching') : ''}
      </Text>
      <table className={classes['grid']} aria-label={t('batch.tableLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('batch.column.row')}</th>
            <th scope="col">{t('batch.column.person')}</th>
            {isVoucher && <th scope="col">{t('batch.column.voucherNumber')}</th>}
            {amounts.map((key) => (
              <th scope="col" key={key} className="q-num">
                {t(`batch.column.${key}`)}
              </th>
            ))}
            {isVoucher && (
              <th scope="col" className="q-num">
                {t('batch.column.people')}
              </th>
            )}
            <th scope="col">{t('batch.column.state')}</th>
            <th scope="col">
              <span className={classes['hidden']}>{t('action.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batch.rows.map((row, i) => (
            <tr key={row.id} data-state={errors.has(row.id) ? 'error' : rowState(row)}>
              <td className="q-num q-dim">{i + 1}</td>
              <td>
                <PersonCell row={row} index={i} onMove={move} onChange={(change) => patch(row.id, change)} />
              </td>
              {isVoucher && (
                <td>
                  <input
                    className={classes['cell']}
                    data-cell={`${i}:number`}
                    onKeyDown={move}
                    aria-label={`${t('batch.column.voucherNumber')} ${i + 1}`}
                    maxLength={100}
                    value={row.voucherNumber}
                    onChange={(event) => patch(row.id, { voucherNumber: event.currentTarget.value })}
                  />
                </td>
              )}
              {amounts.map((key) => (
                <td key={key}>
                  <CellAmount
                    cell={`${i}:${key}`}
                    onMove={move}
                    label={`${t(`batch.column.${key}`)} ${i + 1}`}
                    value={row[key]}
                    common={(common as Partial<Record<typeof key, number | null>>)[key] ?? null}
                    onChange={(amount) => patch(row.id, { [key]: amount })}
                  />
                </td>
              ))}
              {isVoucher && (
                <td>
                  <CellAmount
                    cell={`${i}:people`}
                    onMove={move}
                    label={`${t('batch.column.people')} ${i + 1}`}
                    value={row.people}
                    common={batch.voucher.people}
                    onChange={(people) => patch(row.id, { people })}
                  />
                </td>
              )}
              <td>
                <StateCell row={row} error={errors.get(row.id)} onChange={(change) => patch(row.id, change)} />
              </td>
              <td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('batch.removeRow', { row: i + 1 })}
                  onClick={() =>
                    onRows((rows) => (rows.length > 1 ? rows.filter((one) => one.id !== row.id) : [emptyRow()]))
                  }
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  row: BatchRow
  onChange: (change: Partial<BatchRow>) => void
}

type Move = (event: KeyboardEvent<HTMLInputElement>) => void

function PersonCell({ row, index, onMove, onChange }: CellProps & { index: number; onMove: Move }) {
  const { t } = useText()
  if (row.member && !row.outsider)
    return (
      <button
        type="button"
        className={classes['person']}
        title={t('appealForm.changeMember')}
        onClick={() => onChange({ member: null, text: row.member?.name ?? row.text, asked: true })}
      >
        <b>{row.member.name}</b>
        <span>{row.member.about}</span>
      </button>
    )
  return (
    <>
      <input
        className={classes['cell']}
        data-cell={`${index}:person`}
        onKeyDown={onMove}
        aria-label={`${t('batch.column.person')} ${index + 1}`}
        placeholder={t('batch.personPlaceholder')}
        maxLength={200}
        autoComplete="off"
        value={row.text || row.iin || row.cardNumber}
        onChange={(event) => {
          const typed = event.currentTarget.value
          const digits = typed.replace(/\s/g, '')
          onChange(
            /^\d{12}$/.test(digits)
              ? { text: '', iin: digits, cardNumber: '', asked: false, candidates: [] }
              : { text: typed, iin: '', cardNumber: '', asked: false, candidates: [] },
          )
        }}
      />
      {!row.outsider && row.candidates.length > 0 && (
        <select
          className={classes['select']}
          aria-label={`${t('batch.candidates')} ${index + 1}`}
          value=""
          onChange={(event) => {
            const member = row.candidates.find((one) => one.id === event.currentTarget.value)
            if (member) onChange({ member })
          }}
        >
          <option value="">{t('batch.chooseOne')}</option>
          {row.candidates.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} · {one.about}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

function StateCell({ row, error, onChange }: CellProps & { error: string | undefined }) {
  const { t } = useText()
  const say = useProblemText()
  const state = rowState(row)
  const tone = state === 'found' ? 'q-good' : state === 'outsider' || state === 'empty' ? 'q-dim' : 'q-soon'
  return (
    <Text size="sm" component="div">
      {error !== undefined && state !== 'none' && state !== 'choose' ? (
        <span className="q-attention" role="alert">
          {say.field(error)}
        </span>
      ) : (
        <span className={tone}>{t(`batch.state.${state}`)}</span>
      )}
      {(state === 'none' || state === 'choose') && row.text.trim() !== '' && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({ outsider: true, member: null })}>
          {t('batch.asOutsider')}
        </Button>
      )}
      {state === 'outsider' && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({ outsider: false, asked: false })}>
          {t('batch.asMember')}
        </Button>
      )}
    </Text>
  )
}
