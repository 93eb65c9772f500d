import type { Locale } from '@qorgan/shared/fields'

export interface Tile {
  region: string
  column: number
  row: number
  name: Record<Locale, string>
}

const tile = (region: string, column: number, row: number, ru: string, kk: string, en: string): Tile => ({
  region,
  column,
  row,
  name: { ru, kk, en },
})

/** One tile for each of the 17 regions and 3 cities, where its neighbours are; nothing is said of area. */
export const tiles: readonly Tile[] = [
  tile('KZ-59', 5, 0, 'СКО', 'СҚО', 'N. Kaz.'),
  tile('KZ-27', 0, 1, 'ЗКО', 'БҚО', 'W. Kaz.'),
  tile('KZ-15', 2, 1, 'Актюб.', 'Ақтөбе', 'Aktobe'),
  tile('KZ-39', 3, 1, 'Костан.', 'Қостанай', 'Kostanay'),
  tile('KZ-11', 4, 1, 'Акмол.', 'Ақмола', 'Akmola'),
  tile('KZ-71', 5, 1, 'Астана', 'Астана', 'Astana'),
  tile('KZ-55', 6, 1, 'Павлод.', 'Павлодар', 'Pavlodar'),
  tile('KZ-23', 0, 2, 'Атырау', 'Атырау', 'Atyrau'),
  tile('KZ-62', 4, 2, 'Ұлытау', 'Ұлытау', 'Ulytau'),
  tile('KZ-35', 5, 2, 'Караг.', 'Қарағанды', 'Karag.'),
  tile('KZ-10', 6, 2, 'Абай', 'Абай', 'Abai'),
  tile('KZ-63', 7, 2, 'ВКО', 'ШҚО', 'E. Kaz.'),
  tile('KZ-47', 0, 3, 'Мангист.', 'Маңғыстау', 'Mangyst.'),
  tile('KZ-43', 3, 3, 'Кызылор.', 'Қызылорда', 'Kyzylor.'),
  tile('KZ-61', 4, 3, 'Туркест.', 'Түркістан', 'Turkistan'),
  tile('KZ-31', 5, 3, 'Жамбыл.', 'Жамбыл', 'Zhambyl'),
  tile('KZ-19', 6, 3, 'Алмат. обл.', 'Алматы обл.', 'Almaty reg.'),
  tile('KZ-33', 7, 3, 'Жетісу', 'Жетісу', 'Zhetisu'),
  tile('KZ-79', 4, 4, 'Шымкент', 'Шымкент', 'Shymkent'),
  tile('KZ-75', 6, 4, 'Алматы', 'Алматы', 'Almaty'),
]
/** The council has no place on a map: it stands beside it. */
export const councilTile = { column: 0, row: 4 }
