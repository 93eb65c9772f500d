import { Button, Group, SegmentedControl, Textarea, Title } from '@mantine/core'
import { type Appeal, AppealDraft, registerBatch } from '@qorgan/shared/appeals'
import { IconPlus } from '@tabler/icons-react'
import { mutationOptions, useMutation } from '@tanstack/react-query'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/i18n.ts'
import { memberMutations } from '../../members/queries.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { api } from '../../platform/api.ts'
import { useDebounced } from '../../platform/debounced.ts'
import { useDraft } from '../../platform/drafts.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../../platform/form.ts'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { toast } from '../../ui/toast.ts'
import { afterAppeal } from '../queries.ts'
import { BatchCommon } from './BatchCommon.tsx'
import { BatchDone } from './BatchDone.tsx'
import { BatchGrid } from './BatchGrid.tsx'
import { BatchSummary } from './BatchSummary.tsx'
import {
  batchBody,
  type BatchRow,
  type BatchText,
  emptyBatch,
  emptyRow,
  filledRows,
  isBlank,
  withoutIins,
} from './draft.ts'
import { matchRequest, needsMatch, withMatch } from './match.ts'
import { rowsFromPaste } from './paste.ts'

const registration = mutationOptions({
  mutationFn: (body: ReturnType<typeof batchBody>) => api(registerBatch, { body }),
  meta: { invalidates: afterAppeal },
})

/** Forty people of one voucher batch, or an aid committee's minute, in one go. */
export function BatchPage() {
  const { t } = useText()
  const names = useUnitNames()
  const draft = useDraft<BatchText>('appeal.batch', emptyBatch, withoutIins)
  const [wrong, setWrong] = useState<FieldErrors>({})
  const [done, setDone] = useState<Appeal[] | null>(null)
  const { value, change } = draft
  const setRows = (map: (rows: BatchRow[]) => BatchRow[]) => change({ rows: map(value.rows) })

  const match = useMutation({
    ...memberMutations.match,
    onError: () => undefined,
  })
  const waiting = useDebounced(value.rows, 400)
  const [asking, setAsking] = useState(false)
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const rows = waiting.filter((row) => needsMatch(row) && !asked.current.has(questionOf(row))).slice(0, 500)
    if (rows.length === 0 || asking) return
    setAsking(true)
    for (const row of rows) asked.current.add(questionOf(row))
    match
      .mutateAsync(rows.map(matchRequest))
      .then(({ items }) => {
        const found = new Map(items.map(({ row, candidates }) => [rows[row]?.id, candidates]))
        draft.update((now) => ({
          rows: now.rows.map((row) => {
            const candidates = found.get(row.id)
            const same = rows.find((one) => one.id === row.id)
            if (!candidates || !same || same.text !== row.text) return row
            return withMatch(row, candidates, (member) =>
              [
                names.organisation(member.primaryOrganisationId) || names.unit(member.branchId),
                member.cardNumber,
                member.iinMasked,
              ]
                .filter(Boolean)
                .join(' · '),
            )
          }),
        }))
      })
      // Asked again when the rows change; the state of each row says that it is not settled.
      .catch(() => rows.forEach((row) => asked.current.delete(questionOf(row))))
      .finally(() => setAsking(false))
    // Asked when the rows have settled; what else is used here does not change the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting, asking])

  const save = useMutation({
    ...registration,
    onSuccess: ({ items }) => {
      draft.reset(emptyBatch())
      setDone(items)
    },
    onError: (error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  })
  const submit = () => {
    if (save.isPending) return
    const rows = filledRows(value)
    // What the field proposes is what is sent when nobody wrote anything else.
    const usual = t(value.kind === 'sanatorium' ? 'batch.closeDefaultVoucher' : 'batch.closeDefaultAid')
    const body = batchBody({ ...value, summary: value.summary.trim() === '' ? usual : value.summary }, rows)
    const found = localErrors(body)
    setWrong(found)
    if (Object.keys(found).length > 0 || rows.length === 0 || rows.length > 500) return focusFirstError()
    save.mutate(body)
  }
  useHotkeys({ 'ctrl+enter': submit })

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const rows = rowsFromPaste(text, value)
    if (rows.length > 0) setRows((now) => [...now.filter((row) => !isBlank(row)), ...rows])
  }

  if (done) return <BatchDone appeals={done} onMore={() => setDone(null)} />
  const rowErrors = new Map<string, string>()
  filledRows(value).forEach((row, i) => {
    const path = Object.keys(wrong).find((one) => one.startsWith(`items/${i}/`) || one === `items/${i}`)
    const code = path === undefined ? undefined : wrong[path]
    if (code !== undefined) rowErrors.set(row.id, code)
  })
  return (
    <div onPaste={paste}>
      <PageHeader
        title={t('batch.title')}
        aside={
          <SegmentedControl
            aria-label={t('batch.title')}
            value={value.kind}
            onChange={(kind) => {
              setWrong({})
              change({ kind: kind === 'material_aid' ? 'material_aid' : 'sanatorium', topicId: null })
            }}
            data={[
              { value: 'sanatorium', label: t('batch.vouchers') },
              { value: 'material_aid', label: t('batch.aids') },
            ]}
          />
        }
      >
        {draft.restored ? t('state.draftRestored') : t('batch.intro')}
      </PageHeader>
      <section className="q-surface q-pad" aria-labelledby="batch-common">
        <Title order={2} id="batch-common" mb="sm">
          {t('batch.common')}
        </Title>
        <BatchCommon value={value} onChange={change} wrong={wrong} />
      </section>
      <section className="q-surface q-pad" aria-labelledby="batch-people" style={{ marginTop: '1rem' }}>
        <Group justify="space-between" mb="xs">
          <Title order={2} id="batch-people">
            {t('batch.people')}
          </Title>
          {filledRows(value).length > 0 && (
            <Button
              variant="subtle"
              onClick={() => {
                const before = value.rows
                setRows(() => [emptyRow()])
                toast(
                  <>
                    {t('batch.cleared')}{' '}
                    <Button size="compact-sm" variant="light" onClick={() => change({ rows: before })}>
                      {t('action.undo')}
                    </Button>
                  </>,
                )
              }}
            >
              {t('batch.clearAll')}
            </Button>
          )}
        </Group>
        <Textarea
          label={t('batch.pasteLabel')}
          description={t('batch.pasteHint')}
          minRows={1}
          maxRows={1}
          value=""
          onChange={(event) => {
            const rows = rowsFromPaste(event.currentTarget.value, value)
            if (rows.length > 0) setRows((now) => [...now.filter((row) => !isBlank(row)), ...rows])
          }}
        />
        <BatchGrid batch={value} errors={rowErrors} matching={asking} onRows={setRows} />
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setRows((rows) => [...rows, emptyRow()])}
        >
          {t('batch.addRow')}
        </Button>
      </section>
      <BatchSummary batch={value} errors={rowErrors} pending={save.isPending} onSave={submit} />
      {save.error && rowErrors.size === 0 && <ProblemNotice error={save.error} />}
    </div>
  )
}

const questionOf = (row: BatchRow) => [row.id, row.text, row.iin, row.cardNumber].join('|')

/** The same schema that the server holds against each merged item. */
function localErrors({ shared, items }: ReturnType<typeof batchBody>): FieldErrors {
  const found: Record<string, string> = {}
  items.forEach((item, i) => {
    const merged = {
      ...shared,
      ...item,
      ...('voucher' in shared && 'voucher' in item ? { voucher: { ...shared.voucher, ...item.voucher } } : {}),
      ...('aid' in shared && 'aid' in item ? { aid: { ...shared.aid, ...item.aid } } : {}),
    }
    const checked = AppealDraft.safeParse(merged)
    if (!checked.success)
      for (const [path, code] of Object.entries(schemaErrors(checked.error))) found[`items/${i}/${path}`] = code
  })
  return found
}
