/** Places of rest with the full price of one day for one person in tenge and the usual length of stay. */
export interface Sanatorium {
  ru: string
  kk: string
  perDay: number
  days: number[]
  children?: boolean
}
export const sanatoriums: Sanatorium[] = [
  { ru: 'санаторий «Сарыагаш»', kk: '«Сарыағаш» санаторийі', perDay: 14_500, days: [10, 12] },
  { ru: 'санаторий «Мойылды»', kk: '«Мойылды» санаторийі', perDay: 12_500, days: [10, 12, 14] },
  { ru: 'санаторий «Жумбактас»', kk: '«Жұмбақтас» санаторийі', perDay: 17_500, days: [7, 10] },
  { ru: 'санаторий «Окжетпес»', kk: '«Оқжетпес» санаторийі', perDay: 19_000, days: [7, 10] },
  { ru: 'санаторий «Жартас»', kk: '«Жартас» санаторийі', perDay: 11_000, days: [10, 12] },
  { ru: 'санаторий «Арасан-Капал»', kk: '«Арасан-Қапал» санаторийі', perDay: 12_000, days: [10, 12] },
  { ru: 'санаторий «Мерке»', kk: '«Меркі» санаторийі', perDay: 12_000, days: [10, 14] },
  { ru: 'санаторий «Манкент»', kk: '«Манкент» санаторийі', perDay: 11_500, days: [10, 12] },
  { ru: 'санаторий «Сосновый бор»', kk: '«Сосновый бор» санаторийі', perDay: 13_500, days: [10, 12] },
  { ru: 'ОРЦ «Денсаулық»', kk: '«Денсаулық» сауықтыру-оңалту орталығы', perDay: 15_000, days: [10, 12] },
  { ru: 'детский лагерь «Балдаурен»', kk: '«Балдәурен» балалар лагері', perDay: 11_000, days: [10], children: true },
  { ru: 'детский лагерь «Горное солнце»', kk: '«Горное солнце» балалар лагері', perDay: 10_000, days: [10, 14], children: true },
  { ru: 'детский лагерь «Связист»', kk: '«Связист» балалар лагері', perDay: 9500, days: [10, 14], children: true },
  { ru: 'детский лагерь «Карлыгаш»', kk: '«Қарлығаш» балалар лагері', perDay: 9000, days: [10, 12], children: true },
]
