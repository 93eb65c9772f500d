import { fillPath, type Route } from '@qorgan/shared/contract'
import { keyOf } from './contract-routes.ts'

/** For every route with a body one that the contract's schema takes; what it refers to need not be there. */
export const bodies: Record<string, (ids: { some: string; branch: string }) => Record<string, unknown>> = {
  'POST /auth/login': () => ({ login: 'nobody', password: 'wrong password' }),
  'PATCH /auth/me': () => ({ locale: 'kk' }),
  'POST /auth/act': ({ some }) => ({ postId: some }),
  'POST /auth/password': () => ({ currentPassword: 'wrong password', newPassword: 'another password' }),
  'POST /users': () => ({ login: 'new.user', fullName: 'Новый Сотрудник', password: 'a good password' }),
  'PATCH /users/:id': () => ({ fullName: 'Другое Имя' }),
  'POST /users/:id/posts': ({ branch }) => ({ role: 'branch_specialist', branchId: branch, from: '2026-01-01' }),
  'PATCH /users/:id/posts': ({ some }) => ({ id: some, to: '2026-12-31' }),
  'POST /branches': () => ({
    code: 'new-one',
    numberPrefix: 'NEW',
    name: { ru: 'Новый', kk: 'Жаңа' },
    regionCodes: ['KZ-35'],
    activeFrom: '2026-01-01',
  }),
  'PATCH /branches/:id': () => ({ name: { ru: 'Иной', kk: 'Басқа' } }),
  'POST /primary-organisations': ({ branch }) => ({ branchId: branch, name: { ru: 'ППО', kk: 'БКҰ' } }),
  'PATCH /primary-organisations/:id': () => ({ name: { ru: 'ППО', kk: 'БКҰ' } }),
  'POST /employers': () => ({ name: { ru: 'Роддом', kk: 'Перзентхана' }, bin: '990140000001' }),
  'PATCH /employers/:id': () => ({ active: true }),
  'POST /topics': () => ({ category: 'pay', name: { ru: 'Тема', kk: 'Тақырып' } }),
  'PATCH /topics/:id': () => ({ position: 3 }),
  'PATCH /settings': () => ({ yearlyVoucherLimit: 2 }),
  'PUT /working-calendar/:date': () => ({ kind: 'holiday', name: { ru: 'Праздник', kk: 'Мереке' } }),
  'PATCH /appeal-terms/:category': () => ({ workingDays: 15 }),
  'POST /members': () => ({ lastName: 'Новая', firstName: 'Анна', kind: 'employed' }),
  'PATCH /members/:id': () => ({ position: 'медсестра' }),
  'POST /legal-cases/appeal': () => ({ number: 'KAR-2026-00001' }),
  'POST /members/lookup': () => ({ iin: '800101400017' }),
  'POST /members/match': () => ({ rows: [{ text: 'Ахметова Айгуль', iin: null, cardNumber: 'C-1' }] }),
  'POST /appeals': () => ({
    receivedOn: '2026-11-19',
    channel: 'phone',
    category: 'pay',
    subject: 'О доплате',
    applicant: { anonymous: true },
  }),
  'PATCH /appeals/:id': () => ({ subject: 'Иначе' }),
  'POST /appeals/similar': () => ({ category: 'pay', text: 'доплата за ночные' }),
  'POST /appeals/batch': ({ some }) => ({
    id: some,
    shared: { receivedOn: '2026-11-19', channel: 'phone', category: 'pay', subject: 'О доплате' },
    items: [{ applicant: { anonymous: true } }],
  }),
  'POST /appeals/:id/assign': ({ some }) => ({ assigneeId: some }),
  'POST /appeals/:id/extend': () => ({ dueOn: '2026-12-30', reason: 'Ждём ответ' }),
  'POST /appeals/:id/suspend': () => ({ reason: 'Медиация' }),
  'POST /appeals/:id/transfer': () => ({ to: { level: 'council' }, reason: 'Не наше' }),
  'POST /appeals/:id/transfer/reject': () => ({ reason: 'Не наше' }),
  'POST /appeals/:id/resolve': () => ({ outcome: 'explained', summary: 'Разъяснено', noEffectReason: 'advice_only' }),
  'POST /appeals/:id/reopen': () => ({ reason: 'Снова' }),
  'POST /appeals/:id/annul': () => ({ reason: 'Ошибка' }),
  'POST /appeals/:id/notes': () => ({ text: 'Позвонить' }),
  'POST /appeals/:id/effects': () => ({
    kind: 'recovered',
    stage: 'received',
    amount: 100,
    people: 1,
    occurredOn: '2026-11-19',
  }),
  'PATCH /effects/:id': () => ({ amount: 200 }),
  'POST /effects/confirm': ({ some }) => ({ ids: [some] }),
  'POST /effects/:id/void': () => ({ reason: 'Ошибка' }),
  'POST /lawyers': () => ({
    fullName: 'Новый Защитник',
    kind: 'advocate',
    specialisations: ['labour'],
    regions: ['KZ-35'],
    languages: ['ru'],
    active: true,
  }),
  'PATCH /lawyers/:id': () => ({ active: true }),
  'POST /legal-cases/:id/conflict-checks': ({ some }) => ({ lawyerId: some }),
  'POST /legal-cases/:id/conflict-checks/:itemId/decide': () => ({ decision: 'waived', reason: 'Дело другое' }),
  'POST /legal-cases/:id/assignments': ({ some }) => ({
    lawyerId: some,
    conflictCheckId: some,
    contractNumber: 'Д-1',
    contractDate: '2026-11-19',
    fee: 100,
    stage: 'first_instance',
  }),
  'PATCH /legal-cases/:id/assignments/:itemId': () => ({ contractNumber: 'Д-2' }),
  'POST /legal-cases/:id/assignments/:itemId/addenda': () => ({
    number: '1',
    date: '2026-11-19',
    feeChange: -10,
    reason: 'Апелляция',
  }),
  'POST /legal-cases/:id/assignments/:itemId/end': () => ({
    endedOn: '2026-11-19',
    reason: 'Окончен',
    feeDue: 50,
  }),
  'POST /legal-cases/:id/allotments': () => ({
    amount: 100,
    stage: 'first_instance',
    decisionNumber: 'Р-1',
    decidedOn: '2026-11-19',
  }),
  'PATCH /legal-cases/:id/allotments/:itemId': () => ({ amount: 200 }),
  'POST /legal-cases/:id/acts': ({ some }) => ({
    assignmentId: some,
    number: 'А-1',
    date: '2026-11-19',
    amount: 10,
  }),
  'PATCH /legal-cases/:id/acts/:itemId': () => ({ amount: 20 }),
  'POST /legal-cases/:id/payments': () => ({
    purpose: 'state_fee',
    amount: 10,
    paidOn: '2026-11-19',
    document: 'ПП-1',
  }),
  'PATCH /legal-cases/:id/payments/:itemId': () => ({ document: 'ПП-2' }),
  'POST /legal-cases/:id/payments/:itemId/void': () => ({ reason: 'Ошибка' }),
  'POST /legal-cases/:id/payments/:itemId/refund': () => ({ amount: 1, refundedOn: '2026-11-19', document: 'ПП-3' }),
  'POST /legal-cases/:id/hearings': () => ({
    startsAt: '2026-11-30T10:00:00+05:00',
    court: 'Суд № 2 города Караганды',
    stage: 'first_instance',
  }),
  'PATCH /legal-cases/:id/hearings/:itemId': () => ({ judge: 'А. Судья' }),
  'POST /deadline-rules': () => ({
    key: 'civil.new',
    title: { ru: 'Новый срок', kk: 'Жаңа мерзім' },
    event: { ru: 'событие', kk: 'оқиға' },
    length: 10,
    unit: 'working_day',
    act: 'ГПК РК',
    article: 'ст. 1',
    validFrom: '2026-01-01',
    certainty: 'unsure',
    kinds: ['civil'],
    active: true,
  }),
  'PATCH /deadline-rules/:id': () => ({ length: 15 }),
  'POST /legal-cases/:id/deadlines': () => ({ ruleKey: 'civil.appeal', eventDate: '2026-11-10' }),
  'PATCH /legal-cases/:id/deadlines/:itemId': () => ({ eventDate: '2026-11-11' }),
  'POST /legal-cases/:id/deadlines/:itemId/done': () => ({ doneOn: '2026-11-19' }),
  'POST /legal-cases/:id/privileged-notes': () => ({ text: 'Линия защиты' }),
  'PATCH /legal-cases/:id/privileged-notes/:itemId': () => ({ text: 'Иная линия' }),
  'POST /appeals/:id/attachments/:itemId/remove': () => ({ reason: 'Не то' }),
  'POST /legal-cases/:id/attachments/:itemId/remove': () => ({ reason: 'Не то' }),
  'POST /search': () => ({ q: 'Ахметова' }),
  'POST /legal-cases': ({ some }) => ({
    kind: 'civil',
    members: [{ memberId: some, role: 'plaintiff' }],
    summary: 'Иск',
    openedOn: '2026-11-19',
  }),
  'POST /appeals/:id/legal-case': () => ({ kind: 'civil', summary: 'Иск' }),
  'PATCH /legal-cases/:id': () => ({ stage: 'pre_trial' }),
  'POST /legal-cases/:id/decide': () => ({ decision: 'fund', decidedOn: '2026-11-19' }),
  'POST /legal-cases/:id/close': () => ({ outcome: 'won', closedOn: '2026-11-19', summary: 'Удовлетворено' }),
  'POST /legal-cases/:id/reopen': () => ({ reason: 'Апелляция' }),
  'POST /legal-cases/:id/merge': ({ some }) => ({ appealId: some }),
  'POST /legal-cases/:id/members': ({ some }) => ({ memberId: some, role: 'witness' }),
  'PATCH /legal-cases/:id/members/:itemId': () => ({ role: 'victim' }),
  'POST /legacy-totals': () => ({
    unit: 'union',
    category: 'pay',
    from: '2019-01-01',
    to: '2019-12-31',
    count: 10,
    effect: 1000,
    source: 'Отчёт за 2019 год',
  }),
  'POST /legacy-totals/:id/void': () => ({ reason: 'Не та страница' }),
  'PATCH /branch-reports/:id': () => ({ analysis: 'Почему обращались' }),
  'POST /branch-reports/:id/submit': () => ({ reason: 'Председатель не избран' }),
  'POST /branch-reports/:id/return': () => ({ comment: 'Уточните причины' }),
  'POST /branch-reports/:id/accept': () => ({ sha256: '0'.repeat(64) }),
  'POST /reporting-periods/:key/reopen': () => ({ reason: 'Найдена ошибка' }),
  'POST /issued-reports': () => ({
    report: 'appeals',
    query: { from: '2026-01-01', to: '2026-12-31' },
    locale: 'kk',
    addressee: 'Министерство здравоохранения',
  }),
  'POST /control-codes/check': () => ({ code: 'AAAA-BBBB' }),
  'PATCH /print-settings': () => ({ executor: { fullName: 'А. Исполнитель', phone: '8 (7172) 25-17-74' } }),
}

/** Queries that a route cannot do without. */
export const queries: Record<string, string> = {
  'GET /working-calendar/add': 'from=2026-11-20&workingDays=15',
  'GET /case-calendar': 'from=2026-11-01&to=2026-11-30',
  'GET /calendar.ics': 'token=unknown',
  'GET /reports/appeals': 'from=2026-01-01&to=2026-12-31',
  'GET /reports/medadvokat': 'from=2026-01-01&to=2026-12-31',
  'GET /reports/movement': 'from=2026-01-01&to=2026-12-31',
  'GET /reports/ministry': 'from=2026-01-01&to=2026-12-31',
  'GET /reports/organisation-digests': 'from=2026-01-01&to=2026-12-31',
}

/** An id that nothing has. */
export const unknown = '0198aaaa-0000-7000-8000-000000000000'
export const pathOf = (route: Route, id: string) =>
  fillPath(route.path, { id, itemId: unknown, key: '2026Q3', date: '2026-12-01', category: 'pay' })
/** A file asks what its report asks. */
const queryOf = (route: Route) => queries[keyOf(route)] ?? queries[keyOf(route).replace(/\.\w+$/, '')]
export const urlOf = (route: Route, id: string = unknown) =>
  `${pathOf(route, id)}${queryOf(route) ? `?${queryOf(route)}` : ''}`
/** Of the files of a list or a report the CSV says all that there is, and is made without a press. */
export const isOtherFile = ({ path }: Route) => /\.(xlsx|docx|pdf)$/.test(path)
export const bodyOf = (route: Route, world: { branch: { id: string } }) =>
  bodies[keyOf(route)]?.({ some: unknown, branch: world.branch.id })

/** What a route that takes forms takes: one small file. */
export const form = {
  body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--b--\r\n',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
}
