import type { Day } from '@qorgan/shared/dates'
import { newId } from '../../platform/ids.ts'
import { branchPlaces } from '../data/places.ts'
import { hex } from '../members.ts'
import { fullName, personName } from '../names.ts'
import { type Random, seededRandom } from '../random.ts'
import { instants } from '../rows.ts'
import { fill } from '../texts.ts'
import type { CaseDraft, CaseEntry } from './case-draft.ts'
import { write } from './case-verbs.ts'
import { type Stamp, type WorkRows, addWork, noWork } from './rows-of-work.ts'

/** Unreadable but as this note of this case. */
export type EncryptNote = (text: string, place: { noteId: string; caseId: string }) => Buffer
export interface CaseRows extends WorkRows {
  legalCases: object[]
  legalCaseContents: object[]
  legalCaseAccusations: object[]
  legalCaseMembers: object[]
  legalCaseReaders: object[]
  legalCaseEvents: object[]
  privilegedNotes: object[]
}

export function caseRows(cases: readonly CaseDraft[], today: Day, encryptNote: EncryptNote | undefined): CaseRows {
  const rows: CaseRows = {
    legalCases: [],
    legalCaseContents: [],
    legalCaseAccusations: [],
    legalCaseMembers: [],
    legalCaseReaders: [],
    legalCaseEvents: [],
    privilegedNotes: [],
    ...noWork(),
  }
  for (const draft of cases) {
    const random = seededRandom(`rows:${draft.unit.code}:${draft.receivedOn}:${draft.matter.key}`)
    const notes = encryptNote ? notesOf(draft) : []
    const stamp = addEvents(rows, draft, random, today)
    addCase(rows, draft, random, stamp)
    addWork(rows, draft, stamp)
    for (const { id, note } of notes)
      rows.privilegedNotes.push({
        id,
        caseId: draft.id,
        kind: note.kind,
        cipher: hex(encryptNote!(note.text, { noteId: id, caseId: draft.id })),
        writtenBy: note.by.id,
        createdAt: stamp('note_written', id),
      })
  }
  return rows
}

/** Notes that cannot be encrypted are not written; nor does the log say so. */
function notesOf(draft: CaseDraft) {
  return draft.notes.map((note) => {
    const id = newId()
    write(draft, 'note_written', note.on, note.by, { of: id })
    return { id, note }
  })
}

function addEvents(rows: CaseRows, draft: CaseDraft, random: Random, today: Day): Stamp {
  const at = instants(random, today)
  const times = new Map<string, string>()
  const byDay = (a: CaseEntry, b: CaseEntry) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
  for (const entry of draft.log.toSorted(byDay)) {
    const time = at(entry.on)
    times.set(`${entry.kind}:${entry.of ?? ''}`, time)
    times.set('', time)
    rows.legalCaseEvents.push({
      id: newId(),
      caseId: draft.id,
      kind: entry.kind,
      at: time,
      onDate: entry.on,
      actorId: entry.actor.id,
      text: entry.text,
      details: entry.details,
    })
  }
  return (kind, of = '') => times.get(kind === null ? '' : `${kind}:${of}`) ?? null
}

function addCase(rows: CaseRows, draft: CaseDraft, random: Random, stamp: Stamp): void {
  const { id, matter, decision, closed, openedOn, log } = draft
  rows.legalCases.push({
    id,
    number: draft.number,
    numberYear: draft.year,
    numberSeq: draft.seq,
    kind: draft.kind,
    status: draft.status,
    stage: draft.stage,
    outcome: closed?.outcome ?? null,
    closedOn: closed?.on ?? null,
    branchId: draft.unit.id,
    appealId: draft.appeal!.id,
    appealIsOwn: draft.isOwn,
    openedOn,
    applicationOn: draft.receivedOn,
    consentOn: random.chance(0.9) ? openedOn : null,
    restricted: draft.restricted,
    repeatOfId: draft.repeatOf?.id ?? null,
    decision: decision?.decision ?? null,
    decisionNumber: decision?.number ?? null,
    decidedOn: decision?.on ?? null,
    decidedBy: decision?.by.id ?? null,
    openedBy: draft.openedBy.id,
    version: 1 + log.filter(({ kind }) => ['edited', 'decided', 'closed'].includes(kind)).length,
    createdAt: stamp('opened'),
    updatedAt: stamp(null),
  })
  const said = wordsOf(draft, random)
  rows.legalCaseContents.push({
    caseId: id,
    summary: fill(matter.summary, said),
    opposingParty: [fill(matter.against, said), draft.opponent && fullName(draft.opponent.name)]
      .filter(Boolean)
      .join('; '),
    conciliation: draft.conciliation,
    decisionReason: decision?.reason ?? null,
    closingSummary: closed?.summary ?? null,
  })
  if (matter.article) rows.legalCaseAccusations.push({ caseId: id, article: matter.article })
  for (const { id: rowId, person, role } of draft.people)
    rows.legalCaseMembers.push({ id: rowId, caseId: id, memberId: person.id, role, createdAt: stamp('opened') })
  for (const { id: userId } of draft.readers) rows.legalCaseReaders.push({ caseId: id, userId })
}

function wordsOf({ appeal, unit, matter }: CaseDraft, random: Random) {
  const isWoman =
    matter.against.startsWith('Потерпевшая') || (!matter.against.startsWith('Пациент ') && random.chance(0.5))
  return {
    employer: appeal!.employer!.short.ru,
    area: branchPlaces[unit.code]!.area.split('/')[0]!,
    person: fullName(personName(random, isWoman ? 'female' : 'male', random.int(1960, 1999))),
  }
}
