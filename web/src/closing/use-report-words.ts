import { type BranchReport, changeBranchReport } from '@qorgan/shared/closing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../accounts/may.ts'
import { usePostName } from '../accounts/post-name.ts'
import { formatDay, today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useDraft } from '../platform/drafts.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { isProblem } from '../platform/problem.ts'
import type { Change } from '../ui/ConflictNotice.tsx'
import { closingMutations, closingQueries } from './queries.ts'
import { changedFields, changeOf, merged, type ReportWords, type WordField, wordsOf } from './words.ts'

/** What is being written, and what it was written over: the version is the one that the person read. */
interface Writing {
  words: ReportWords
  base: { version: number; words: ReportWords }
}

/**
 * The text of a report while it is written: a draft of this tab until it is saved. When somebody else was quicker, what was typed
 * stays, `conflict` says what they changed, and the next save goes over it.
 */
export function useReportWords(report: BranchReport) {
  const say = useProblemText()
  const describe = useDescription()
  const signer = useSigner(report)
  const queryClient = useQueryClient()
  const read = (from: BranchReport): Writing => {
    const words = wordsOf(from)
    return { words: { ...words, signed: from.signed ? words.signed : signer }, base: { version: from.version, words } }
  }
  const draft = useDraft<Writing>(`closing.${report.id}`, () => read(report))
  const now = draft.touched ? draft.value : read(report)
  const [wrong, setWrong] = useState<FieldErrors>({})
  const [conflict, setConflict] = useState<Change[] | null>(null)
  const mutation = useMutation({ ...closingMutations.change })

  const send = async (version: number): Promise<BranchReport> => {
    const saved = await mutation.mutateAsync({ id: report.id, version, body: changeOf(now.base.words, now.words) })
    queryClient.setQueryData(closingQueries.report(report.id).queryKey, saved)
    // The fields are read-only meanwhile, so nothing typed is lost here.
    draft.reset(read(saved))
    setConflict(null)
    return saved
  }
  /** The version that is there by now, or null when something has to be put right first. */
  const save = async (): Promise<number | null> => {
    if (mutation.isPending) return null
    const body = changeOf(now.base.words, now.words)
    if (Object.keys(body).length === 0) return now.base.version
    const checked = changeBranchReport.body.safeParse(body)
    setWrong(checked.success ? {} : schemaErrors(checked.error))
    if (!checked.success) {
      focusFirstError()
      return null
    }
    try {
      return (await send(now.base.version)).version
    } catch (error) {
      if (!isProblem(error, 'record.changedMeanwhile')) {
        setWrong(problemErrors(error))
        focusFirstError()
        return null
      }
    }
    const latest = await queryClient.fetchQuery({ ...closingQueries.report(report.id), staleTime: 0 })
    const theirs = wordsOf(latest)
    const changed = changedFields(now.base.words, theirs)
    // A reminder moves the version and no word.
    if (changed.length === 0 && latest.can.edit)
      return send(latest.version).then(
        ({ version }) => version,
        () => null,
      )
    const before = describe(now.base.words)
    const after = describe(theirs)
    setConflict(
      changed.map((field) => ({
        key: field,
        name: after[field].name,
        was: before[field].value,
        now: after[field].value,
      })),
    )
    draft.change({
      words: merged(now.base.words, now.words, theirs),
      base: { version: latest.version, words: theirs },
    })
    return null
  }
  return {
    words: now.words,
    version: now.base.version,
    /** Something typed is not on the server yet. */
    dirty: draft.touched && changedFields(now.base.words, now.words).length > 0,
    /** Also what was filled in for the person and never saved. */
    unsaved: changedFields(now.base.words, now.words).length > 0,
    restored: draft.restored && draft.touched,
    change: (patch: Partial<ReportWords>) => draft.change({ base: now.base, words: { ...now.words, ...patch } }),
    discard: () => {
      setConflict(null)
      setWrong({})
      draft.reset(read(report))
    },
    save,
    pending: mutation.isPending,
    conflict,
    error:
      mutation.error && !isProblem(mutation.error, 'record.changedMeanwhile') && Object.keys(wrong).length === 0
        ? mutation.error
        : null,
    at: (path: string) => say.at(wrong, path),
  }
}
export type Words = ReturnType<typeof useReportWords>

/** Whoever works on it signs, today, in their post: a suggestion until it is saved. The unit stands over the report. */
function useSigner({ can }: BranchReport): ReportWords['signed'] {
  const me = useMe()
  const postName = usePostName()
  if (!can.edit) return { fullName: '', post: '', on: null }
  return { fullName: me.fullName, post: postName(me.activePost).split(' · ')[0] ?? '', on: today() }
}

function useDescription() {
  const { t } = useText()
  return (words: ReportWords): Record<WordField, { name: string; value: string }> => ({
    analysis: { name: t('closing.words.analysis'), value: words.analysis },
    tensions: { name: t('closing.words.tensions'), value: words.tensions },
    examples: { name: t('closing.words.examples'), value: words.examples.map(({ number }) => number).join(', ') },
    signed: {
      name: t('closing.words.signed'),
      value: [words.signed.fullName, words.signed.post, words.signed.on && formatDay(words.signed.on)]
        .filter(Boolean)
        .join(', '),
    },
  })
}
