import fc from 'fast-check'
import type { Route } from '@qorgan/shared/contract'
import { keyOf } from './contract-routes.ts'

/** What no field should take, and what has broken other servers. */
export const hostile: readonly unknown[] = [
  'a\0b', '\ud800', '\udfff x', '', ' ', '\u202e', 'x'.repeat(30_000), "'; drop table appeals; --", '%', '_%\\', '../../etc/passwd', '<script>alert(1)</script>', '{{7*7}}', '$1',
  null, true, false, 0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1_000_000_000_000, 1_000_000_000_001,
  '0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '2199-12-31', '1900-01-01', '2026-11-20T00:00:00Z', 'infinity', '-infinity', 'now', 'today', 'epoch',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0198aaaa-0000-7000-8000-000000000000', 'council', 'none', 'mine', 'me',
  [], {}, [[]], [null], { ru: null }, Array.from({ length: 600 }, () => '0198aaaa-0000-7000-8000-000000000000'), Array.from({ length: 5000 }, () => 1), { $ne: null }, { toString: 1 }, { length: 5 },
]

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

/** Bodies that are no JSON of ours, sent as they stand. */
export const rawBodies: readonly string[] = [
  '', 'null', '0', '"text"', '[]', '[[[', '{', '{"a":', '\0', 'NaN', '{"a":1,}', "{'a':1}", '\ufeff{}', '{"a":"\\ud800"}', '{"a\\u0000":1}', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"x":1}}}',
  '{"id":1,"id":2}', nested(20_000, '[', ']'), `{"a":${nested(20_000, '{"a":', '').replace(/$/, '1')}${'}'.repeat(20_000)}}`, `{"a":"${'x'.repeat(300_000)}"}`, '{"a":1e999}', '{"a":-0}', `{"a":${'9'.repeat(400)}}`,
]

export const rawQueries: readonly string[] = [
  'limit=0', 'limit=-1', 'limit=1e9', 'limit=x', 'limit=201', 'limit=1.5', 'limit=%00', 'limit=1&limit=2', 'cursor=x', 'cursor=%00', `cursor=${'A'.repeat(501)}`,
  ...[[], {}, null, 1, [1], ['x'], ['x', 'y'], ['2026-01-01', 'x'], ['x', '0198aaaa-0000-7000-8000-000000000000'], ['a', 'b', 'c'], ['a\0', 'b'], ['9999999-01-01', '0198aaaa-0000-7000-8000-000000000000'], ['infinity', '0198aaaa-0000-7000-8000-000000000000'], [[['x']]]].map(
    (place) => `cursor=${Buffer.from(JSON.stringify(place)).toString('base64url')}`,
  ),
  'unknown=1', '__proto__=1', 'constructor=1', 'q=%00', 'q=%ff', 'q=%', 'q=%zz', `q=${'x'.repeat(201)}`, 'q=%ED%A0%80', `q=${encodeURIComponent('"a & | ! ( ) :* <-> or -')}`, 'q=%25%25%5C', 'q=....', `q=${'a+'.repeat(90)}`,
  'branchId=x', 'branchId=council', 'branchId=none', `branchId=${Array.from({ length: 200 }, () => '0198aaaa-0000-7000-8000-000000000000').join(',')}`, 'branchId=,,,', 'branchId=', 'handling=mine,council', 'assigneeId=me,none',
  'receivedFrom=2026-02-30', 'receivedFrom=0000-01-01', 'receivedFrom=2199-12-31&receivedTo=1900-01-01', 'from=1900-01-01&to=2199-12-31&columns=month', 'from=2199-12-01&to=2199-12-31&columns=year&rows=employer', 'from=2026-01-01&to=2025-01-01',
  'from=2199-12-31&workingDays=1000', 'from=2026-01-01&workingDays=1e3', 'from=1900-01-01&workingDays=0', 'due=overdue,soon', 'sort=number', 'sort=-number', 'confirmed=maybe', 'regionCode=KZ-99,none', 'levels=', 'levels=counted,branch', 'occurredTo=9999-12-31',
  'memberId=none&topicId=none&employerId=none&primaryOrganisationId=none&batchId=none&outcome=none&regionCode=none', 'entity=%27&entityId=none&action=,', 'status=annulled,unknown', 'category=pay,pay,pay', 'expectedTo=2026-11-20&noEffectReason=none', 'q=a&q=b',
]

export const rawHeaders: readonly Record<string, string>[] = [
  { 'if-match': '' }, { 'if-match': '*' }, { 'if-match': 'W/"1"' }, { 'if-match': '"1", "2"' }, { 'if-match': '1' }, { 'if-match': `"${'9'.repeat(400)}"` }, { 'if-match': '"-1"' }, { 'if-match': '\u00ff' },
  { 'content-type': 'text/plain' }, { 'content-type': 'application/xml' }, { 'content-type': 'application/json; charset=utf-16' }, { 'content-type': 'multipart/form-data' }, { 'content-type': '/' }, { 'content-type': 'application/x-www-form-urlencoded' },
  { cookie: '%%%=;;;=' }, { cookie: `qorgan_refresh=${'x'.repeat(4000)}` }, { accept: 'image/png' }, { 'x-forwarded-for': "1.1.1.1', '" }, { 'accept-language': '\u00ff' }, { origin: 'null' }, { range: 'bytes=0-' }, { expect: 'x' },
]

export const authorizations: readonly string[] = ['', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b.c', 'Basic YTpi', `Bearer ${'x'.repeat(6000)}`, 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwic2lkIjoieCJ9.', 'bearer null', 'Bearer \u00ff']

/** A valid body with one part of it replaced, removed or added, at any depth. */
export function mutated(valid: Record<string, unknown>): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid)
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...hostile)).map(([path, value]) => replaced(valid, path, value)) },
    { weight: 1, arbitrary: fc.constantFrom(...paths).map((path) => replaced(valid, path, undefined)) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 })).map(([path, value]) => replaced(valid, path, value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((name) => ({ ...valid, [name]: 1 })) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  )
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy: Record<string, unknown> = Array.isArray(value) ? (Object.assign([], value) as unknown as Record<string, unknown>) : { ...(value as object) }
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

/** Everything that the schema knows of a body, so that a mutation reaches every field. */
export const fuller: Record<string, Record<string, unknown>> = {
  'POST /appeals': {
    receivedOn: '2026-11-19', channel: 'phone', category: 'sanatorium', subject: 'О путёвке', description: 'Просит', language: 'kk', level: 'branch', topicId: null, otherTopicIds: [], regionCode: 'KZ-35',
    applicant: { fullName: 'Иванов Иван', phone: '87011234567', iin: '800101300018', isMember: false, membership: 'claimed', writtenApplicationOn: '2026-11-19' }, representative: { fullName: 'Пётр', relation: 'сын', phone: null }, signatories: 3,
    letter: { number: '1', date: '2026-11-18' }, forwardedFrom: { body: 'Акимат', number: '5', date: '2026-11-18', dueOn: '2026-12-01' }, urgent: true, consultation: false, restricted: false, dueOn: '2026-11-30',
    voucher: { number: '7', place: 'Санаторий', issuedOn: '2026-11-18', from: '2026-11-20', to: '2026-11-30', fullPrice: 100, memberPays: 50, people: 2, children: 1, fundedBy: 'branch' },
    resolution: { outcome: 'satisfied', summary: 'Выдана', resolvedOn: '2026-11-19', noEffectReason: null, expectedOn: null, answer: { number: '3', date: '2026-11-19' } },
  },
  'PATCH /appeals/:id': { receivedOn: '2026-11-09', category: 'material_aid', subject: 'Иначе', otherTopicIds: [], signatories: 2, dueOn: '2026-11-20', aid: { requested: 5, granted: 4, decisionNumber: '1', decidedOn: '2026-11-10', paid: 4, paidOn: '2026-11-11', paymentDocument: 'п/п 1', fundedBy: 'council' } },
  'POST /appeals/:id/effects': { kind: 'recovered', stage: 'received', amount: 100, people: 1, occurredOn: '2026-11-19', document: 'Решение', calculation: '2*50', note: 'да', settles: null },
  'POST /members': { lastName: 'Новая', firstName: 'Анна', patronymic: 'П', birthDate: '1980-01-01', sex: 'female', phone: '87011234567', email: 'a@b.kz', kind: 'employed', position: 'врач', joinedOn: '2020-01-01', leftOn: null },
  'POST /users': { login: 'new.user', fullName: 'Новый', password: 'a good password', locale: 'ru', posts: [{ role: 'auditor', branchId: null, primaryOrganisationId: null, from: '2026-01-01', to: null, acting: false }] },
}

export const bodyFor = (route: Route, valid: Record<string, unknown> | undefined): Record<string, unknown> => fuller[keyOf(route)] ?? valid ?? {}
