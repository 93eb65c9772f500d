import type { LegalTerms, Terms } from './ru.ts'

export const terms = {
  category: {
    pay: 'Еңбекке ақы төлеу мәселелері бойынша',
    labour_protection: 'Еңбекті қорғау мәселелері бойынша',
    legal: 'Құқықтық мәселелер бойынша',
    sanatorium: 'Санаторий-курорттық қызмет көрсету және демалыс',
    material_aid: 'Материалдық көмек көрсету',
  },
  categoryShort: {
    pay: 'Еңбекке ақы төлеу',
    labour_protection: 'Еңбекті қорғау',
    legal: 'Құқықтық мәселелер',
    sanatorium: 'Санаторий және демалыс',
    material_aid: 'Материалдық көмек',
  },
  status: {
    registered: 'Тіркелді',
    in_progress: 'Қаралуда',
    suspended: 'Тоқтатыла тұрды',
    resolved: 'Орындалды',
    annulled: 'Күші жойылды',
  },
  outcome: {
    satisfied: 'Қанағаттандырылды',
    partly_satisfied: 'Ішінара қанағаттандырылды',
    explained: 'Түсіндірме берілді',
    refused: 'Бас тартылды',
    forwarded: 'Құзыреті бойынша жолданды',
    settled: 'Татуласумен реттелді',
    to_court: 'Сотқа берілді',
    withdrawn: 'Кері қайтарып алынды',
    discontinued: 'Тоқтатылды',
  },
  channel: {
    written: 'Жазбаша',
    in_person: 'Жеке қабылдау',
    phone: 'Телефон',
    hotline: 'Жедел желі',
    whatsapp: 'WhatsApp',
    email: 'Электрондық пошта',
    web: 'Веб-нысан',
    post: 'Пошта',
  },
  level: {
    council: 'Орталық Кеңес',
    branch: 'Филиал',
    primary_organisation: 'Бастауыш ұйым',
  },
  membership: {
    member: 'Кәсіподақ мүшесі',
    claimed: 'Кәсіподақ мүшесімін дейді',
    non_member: 'Кәсіподақ мүшесі емес',
    anonymous: 'Анонимді',
  },
  effectKind: {
    recovered: 'Өндіріп алынды',
    accrued: 'Қосымша есептеліп, төленді',
    penalty_cancelled: 'Тәртіптік жаза жойылды',
    forced_absence_pay: 'Бос жүруге мәжбүр болған уақыт ақысы',
    legal_fees_saved: 'Заң қызметтерінен үнемделді',
    voucher_discount: 'Жолдама бойынша жеңілдік',
    material_aid: 'Материалдық көмек',
    pension_or_benefit: 'Зейнетақы немесе жәрдемақы',
    other: 'Басқа',
  },
  effectStage: {
    claimed: 'Мәлімделді',
    agreed: 'Келісілді',
    received: 'Алынды',
  },
  memberKind: {
    employed: 'Жұмыс істейтін',
    student: 'Студент',
    pensioner: 'Зейнеткер',
  },
  sex: {
    male: 'Ер',
    female: 'Әйел',
  },
} as const satisfies Terms

/** Of cases. */
export const legalTerms = {
  kind: {
    criminal: 'Қылмыстық',
    administrative: 'Әкімшілік',
    civil: 'Азаматтық-құқықтық',
    other: 'Басқа',
  },
  status: {
    screening: 'Тексеруде',
    awaiting_lawyer: 'Адвокатты күтуде',
    active: 'Жүргізілуде',
    closed: 'Жабылды',
  },
  stage: {
    consultation: 'Консультация',
    pre_trial: 'Сотқа дейінгі саты',
    first_instance: 'Бірінші саты',
    appeal: 'Апелляция',
    cassation: 'Кассация',
    enforcement: 'Орындау',
  },
  outcome: {
    won: 'Пайдамызға шешілді',
    partly_won: 'Ішінара пайдамызға шешілді',
    lost: 'Пайдамызға шешілмеді',
    settled: 'Татуласу келісімі',
    terminated: 'Іс тоқтатылды',
    withdrawn: 'Кері қайтарып алынды',
    advice_given: 'Консультация берілді',
    declined: 'Қолдаудан бас тартылды',
  },
  purpose: {
    state_fee: 'Мемлекеттік баж',
    expertise: 'Сараптама',
    travel: 'Жол жүру',
    other: 'Басқа шығын',
    counsel: 'Адвокатқа',
  },
  decision: {
    fund: 'Қаржыландыру',
    advice_only: 'Тек консультация',
    decline: 'Бас тарту',
  },
} as const satisfies LegalTerms
