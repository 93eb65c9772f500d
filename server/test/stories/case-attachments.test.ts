import {
  addCaseAttachments,
  type Attachment,
  listCaseAttachments,
  removeCaseAttachment,
} from '@qorgan/shared/attachments'
import { listAudit } from '@qorgan/shared/audit'
import { fillPath } from '@qorgan/shared/contract'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import { expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { type FileOfForm, formOf } from '../forms.ts'
import { type Client, test } from '../harness.ts'
import { aLawyer, aLegalCase, anAssignment } from '../legal-factories.ts'
import { docx, pdf } from '../sample-files.ts'

const claim = { name: 'Исковое заявление.docx', bytes: docx() }
const ruling = { name: 'Решение.pdf', bytes: pdf('решение') }

const attach = async (client: Client, id: string, ...files: FileOfForm[]) =>
  client.send('POST', fillPath(addCaseAttachments.path, { id }), await formOf(...files))
const listOf = async (client: Client, id: string) => (await client.call(listCaseAttachments, { params: { id } })).body
const remove = (client: Client, id: string, itemId: string) =>
  client.call(removeCaseAttachment, { params: { id, itemId }, body: { reason: 'Черновик' } })

test('files of a case are the legal department’s and its counsel’s', async ({ db, as }) => {
  const branch = await aBranch(db)
  const legalCase = await aLegalCase(db, branch)
  const { id } = legalCase
  const [head, officer, council, auditor] = [
    as(await aUser(db, 'legal_head')),
    as(await aUser(db, 'legal_officer')),
    as(await aUser(db, 'council_specialist')),
    as(await aUser(db, 'auditor')),
  ]
  const [counsel, former, stranger] = [await aUser(db, 'lawyer'), await aUser(db, 'lawyer'), await aUser(db, 'lawyer')]
  await anAssignment(db, legalCase, await aLawyer(db, { user: counsel }))
  await anAssignment(db, legalCase, await aLawyer(db, { user: former }), { endedOn: '2026-11-01' })
  const lawyer = as(counsel)

  const added = await attach(officer, id, claim)
  expect(added.status).toBe(201)
  const byLawyer = await attach(lawyer, id, ruling)
  expect(byLawyer.status).toBe(201)
  expect((await attach(lawyer, id, ruling)).status, 'again').toBe(200)
  const [first]: Attachment[] = added.body.items
  const [second]: Attachment[] = byLawyer.body.items

  const seen = async (client: Client) => (await listOf(client, id)).items.map(({ id: file, can }) => ({ file, ...can }))
  const both = (newer: boolean, older: boolean) => [
    { file: second?.id, open: true, remove: newer },
    { file: first?.id, open: true, remove: older },
  ]
  expect(await seen(head)).toEqual(both(true, true))
  expect(await seen(officer)).toEqual(both(false, true))
  expect(await seen(lawyer)).toEqual(both(true, false))
  for (const reader of [council, auditor]) expect(await seen(reader)).toEqual(both(false, false))
  for (const reader of [head, officer, lawyer, council, auditor])
    expect((await reader.send('GET', second?.url ?? '')).body).toBe(pdf('решение').toString())

  for (const other of [as(former), as(stranger)]) {
    expect(await listOf(other, id)).toMatchObject({ status: 404 })
    expect((await other.send('GET', first?.url ?? '')).status).toBe(404)
    expect((await attach(other, id, ruling)).status).toBe(404)
    expect((await remove(other, id, first?.id ?? '')).status).toBe(404)
  }
  for (const other of [
    as(await aUser(db, 'branch_chair', branch)),
    as(await aUser(db, 'accountant')),
    as(await aUser(db, 'administrator')),
  ]) {
    expect(await listOf(other, id)).toMatchObject({ status: 403 })
    expect((await other.send('GET', first?.url ?? '')).status).toBe(403)
    expect((await attach(other, id, ruling)).status).toBe(403)
  }
  for (const reader of [council, auditor]) expect((await attach(reader, id, ruling)).status).toBe(403)

  expect((await remove(lawyer, id, first?.id ?? '')).body).toMatchObject({ status: 403, code: 'auth.forbidden' })
  expect((await remove(lawyer, id, second?.id ?? '')).body).toMatchObject({ can: { open: false, remove: false } })
  expect((await remove(head, id, second?.id ?? '')).body).toMatchObject({ code: 'attachment.removed' })
  const log = (await head.call(listCaseTimeline, { params: { id } })).body.items
  expect(log.map(({ kind, text, details }) => ({ kind, text, details }))).toEqual([
    ...[first, second].map((file) => ({
      kind: 'file_added',
      text: null,
      details: { attachmentId: file?.id, size: file?.size, mediaType: file?.mediaType },
    })),
    {
      kind: 'file_removed',
      text: 'Черновик',
      details: { attachmentId: second?.id, size: second?.size, mediaType: 'application/pdf' },
    },
  ])
  const trail = await auditor.call(listAudit, { query: { entityId: [second?.id ?? ''] } })
  expect(trail.body.items.map(({ action }) => action)).toEqual([
    'attachment.removed',
    ...Array.from({ length: 5 }, () => 'attachment.opened'),
    'attachment.added',
  ])
})

test('of a restricted case they are for its readers', async ({ db, as }) => {
  const branch = await aBranch(db)
  const reader = await aUser(db, 'legal_officer')
  const counsel = await aUser(db, 'lawyer')
  const legalCase = await aLegalCase(db, branch, { restricted: true, readers: [reader] })
  const { id } = legalCase
  await anAssignment(db, legalCase, await aLawyer(db, { user: counsel }))
  const { body } = await attach(as(reader), id, claim)
  const [file]: Attachment[] = body.items
  for (const user of [reader, counsel, await aUser(db, 'legal_head')]) {
    expect((await listOf(as(user), id)).items).toMatchObject([{ id: file?.id, can: { open: true } }])
    expect((await as(user).send('GET', file?.url ?? '')).status).toBe(200)
  }
  for (const role of ['legal_officer', 'council_head', 'auditor'] as const) {
    const other = as(await aUser(db, role))
    expect(await listOf(other, id), role).toMatchObject({ status: 404 })
    expect((await other.send('GET', file?.url ?? '')).status, role).toBe(404)
  }
  const outside = as(await aUser(db, 'legal_officer'))
  expect((await attach(outside, id, ruling)).status).toBe(404)
  expect((await remove(outside, id, file?.id ?? '')).status).toBe(404)
})

test('a closed case takes what comes late, and a file stays where it was put', async ({ db, as }) => {
  const branch = await aBranch(db)
  const head = as(await aUser(db, 'legal_head'))
  const [closed, other] = [await aLegalCase(db, branch, { status: 'closed' }), await aLegalCase(db, branch)]
  const { status, body } = await attach(head, closed.id, ruling)
  expect(status).toBe(201)
  const [file]: Attachment[] = body.items
  for (const path of [`/legal-cases/${other.id}`, `/appeals/${closed.appealId}`])
    expect((await head.send('GET', `${path}/attachments/${file?.id}/content`)).status).toBe(404)
  expect((await remove(head, other.id, file?.id ?? '')).status).toBe(404)
  // The department adds to the appeals of its cases, too, whoever handles them.
  const toAppeal = await head.send('POST', `/appeals/${closed.appealId}/attachments`, await formOf(claim))
  expect(toAppeal.status).toBe(201)
  expect((await as(await aUser(db, 'branch_chair', branch)).send('GET', toAppeal.body.items[0].url)).status).toBe(200)
})
