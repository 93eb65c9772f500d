/** The union's words for the codes of the contract: screens, files and reports say the same. The other languages have the same codes. */
export const terms = {
  category: {
    pay: 'По вопросам оплаты труда',
    labour_protection: 'По вопросам охраны труда',
    legal: 'По правовым вопросам',
    sanatorium: 'Санаторно-курортное обслуживание и отдых',
    material_aid: 'Оказание материальной помощи',
  },
  categoryShort: {
    pay: 'Оплата труда',
    labour_protection: 'Охрана труда',
    legal: 'Правовые вопросы',
    sanatorium: 'Санаторий и отдых',
    material_aid: 'Материальная помощь',
  },
  status: {
    registered: 'Зарегистрировано',
    in_progress: 'В работе',
    suspended: 'Приостановлено',
    resolved: 'Исполнено',
    annulled: 'Аннулировано',
  },
  outcome: {
    satisfied: 'Удовлетворено',
    partly_satisfied: 'Удовлетворено частично',
    explained: 'Разъяснено',
    refused: 'Отказано',
    forwarded: 'Направлено по компетенции',
    settled: 'Урегулировано примирением',
    to_court: 'Передано в суд',
    withdrawn: 'Отозвано',
    discontinued: 'Прекращено',
  },
  channel: {
    written: 'Письменно',
    in_person: 'Личный приём',
    phone: 'Телефон',
    hotline: 'Горячая линия',
    whatsapp: 'WhatsApp',
    email: 'Электронная почта',
    web: 'Веб-форма',
    post: 'Почта',
  },
  level: {
    council: 'Центральный Совет',
    branch: 'Филиал',
    primary_organisation: 'Первичная организация',
  },
  membership: {
    member: 'Член профсоюза',
    claimed: 'Говорит, что член профсоюза',
    non_member: 'Не член профсоюза',
    anonymous: 'Анонимное',
  },
  effectKind: {
    recovered: 'Взыскано',
    accrued: 'Доначислено и выплачено',
    penalty_cancelled: 'Отменено взыскание',
    forced_absence_pay: 'Оплата вынужденного прогула',
    legal_fees_saved: 'Сэкономлено на юридических услугах',
    voucher_discount: 'Скидка по путёвке',
    material_aid: 'Материальная помощь',
    pension_or_benefit: 'Пенсия или пособие',
    other: 'Другое',
  },
  effectStage: {
    claimed: 'Заявлено',
    agreed: 'Согласовано',
    received: 'Получено',
  },
  memberKind: {
    employed: 'Работающий',
    student: 'Студент',
    pensioner: 'Пенсионер',
  },
  sex: {
    male: 'Мужской',
    female: 'Женский',
  },
} as const

/** Of cases. */
export const legalTerms = {
  kind: {
    criminal: 'Уголовное',
    administrative: 'Административное',
    civil: 'Гражданское',
    other: 'Другое',
  },
  status: {
    screening: 'На проверке',
    awaiting_lawyer: 'Ждёт адвоката',
    active: 'В работе',
    closed: 'Закрыто',
  },
  stage: {
    consultation: 'Консультация',
    pre_trial: 'Досудебная стадия',
    first_instance: 'Первая инстанция',
    appeal: 'Апелляция',
    cassation: 'Кассация',
    enforcement: 'Исполнение',
  },
  outcome: {
    won: 'Выиграно',
    partly_won: 'Выиграно частично',
    lost: 'Проиграно',
    settled: 'Мировое соглашение',
    terminated: 'Дело прекращено',
    withdrawn: 'Отозвано',
    advice_given: 'Дана консультация',
    declined: 'Отказано в поддержке',
  },
  purpose: {
    state_fee: 'Госпошлина',
    expertise: 'Экспертиза',
    travel: 'Проезд',
    other: 'Другой расход',
    counsel: 'Адвокату',
  },
  decision: {
    fund: 'Финансировать',
    advice_only: 'Только консультация',
    decline: 'Отказать',
  },
} as const

type InAnyLanguage<T> = { readonly [K in keyof T]: { readonly [Code in keyof T[K]]: string } }
export type Terms = InAnyLanguage<typeof terms>
export type LegalTerms = InAnyLanguage<typeof legalTerms>
