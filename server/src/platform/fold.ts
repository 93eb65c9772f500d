const neighbours: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
}

/** Kazakh letters and ё meet their Russian neighbours: as `fold` in migrations/0001_organisation.sql. */
export const fold = (text: string): string =>
  text.toLowerCase().replace(/[әғқңөұүһіё]/g, (letter) => neighbours[letter] ?? letter)
