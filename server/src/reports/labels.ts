import type { AppealOutcome, Channel } from '@qorgan/shared/effects'
import type { Label } from '@qorgan/shared/fields'
import type { AppealCategory } from '@qorgan/shared/organisation'

/** The wording that the union prints. */
export const categoryLabels: Record<AppealCategory, Label> = {
  pay: { ru: 'По вопросам оплаты труда', kk: 'Еңбекке ақы төлеу мәселелері бойынша', en: 'Pay' },
  labour_protection: {
    ru: 'По вопросам охраны труда',
    kk: 'Еңбекті қорғау мәселелері бойынша',
    en: 'Labour protection',
  },
  legal: { ru: 'По правовым вопросам', kk: 'Құқықтық мәселелер бойынша', en: 'Legal matters' },
  sanatorium: {
    ru: 'Санаторно-курортное обслуживание и отдых',
    kk: 'Санаторий-курорттық қызмет көрсету және демалыс',
    en: 'Sanatorium, resort and recreation',
  },
  material_aid: { ru: 'Оказание материальной помощи', kk: 'Материалдық көмек көрсету', en: 'Material aid' },
}

export const channelLabels: Record<Channel, Label> = {
  written: { ru: 'Письменно', kk: 'Жазбаша', en: 'In writing' },
  in_person: { ru: 'Личный приём', kk: 'Жеке қабылдау', en: 'In person' },
  phone: { ru: 'Телефон', kk: 'Телефон', en: 'Phone' },
  hotline: { ru: 'Горячая линия', kk: 'Жедел желі', en: 'Hotline' },
  whatsapp: { ru: 'WhatsApp', kk: 'WhatsApp', en: 'WhatsApp' },
  email: { ru: 'Электронная почта', kk: 'Электрондық пошта', en: 'E-mail' },
  web: { ru: 'Сайт', kk: 'Сайт', en: 'Website' },
  post: { ru: 'Почта', kk: 'Пошта', en: 'Post' },
}

export const outcomeLabels: Record<AppealOutcome, Label> = {
  satisfied: { ru: 'Удовлетворено', kk: 'Қанағаттандырылды', en: 'Satisfied' },
  partly_satisfied: { ru: 'Удовлетворено частично', kk: 'Ішінара қанағаттандырылды', en: 'Partly satisfied' },
  explained: { ru: 'Разъяснено', kk: 'Түсіндірме берілді', en: 'Explained' },
  refused: { ru: 'Отказано', kk: 'Бас тартылды', en: 'Refused' },
  forwarded: { ru: 'Направлено по компетенции', kk: 'Құзыреті бойынша жолданды', en: 'Forwarded' },
  settled: { ru: 'Урегулировано примирением', kk: 'Татуласумен реттелді', en: 'Settled' },
  to_court: { ru: 'Передано в суд', kk: 'Сотқа берілді', en: 'Taken to court' },
  withdrawn: { ru: 'Отозвано', kk: 'Кері қайтарып алынды', en: 'Withdrawn' },
  discontinued: { ru: 'Прекращено', kk: 'Тоқтатылды', en: 'Discontinued' },
}

export const nothingLabel: Label = { ru: 'Не указано', kk: 'Көрсетілмеген', en: 'Not given' }
