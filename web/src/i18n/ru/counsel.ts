/** Counsel and what they cost: money, contracts, the panel, the calendar of courts, terms, files. */
export const counsel = {
  money: {
    allotted: 'Выделено',
    paid: 'Оплачено',
    bound: 'Ещё по договорам',
    left: 'Свободно',
    words: 'Выделено {{allotted}}: оплачено {{paid}}, ещё по договорам {{bound}}, свободно {{left}}.',
    near: 'Распределено {{percent}} % выделенного: подумайте о следующем решении.',
    nearShort: 'осталось {{left}}',
    full: 'Выделенное распределено полностью.',
    nothingLeft: 'не осталось',
    paidOf: '{{paid}} из {{allotted}}',
  },
} as const
