import type { Cell } from '@qorgan/shared/reports'

const rightsDefence = ['pay', 'labour_protection', 'legal']

/** The two parts into which the rows of categories fall. */
export const isRightsDefence = ({ key }: { key: string }) => rightsDefence.includes(key)
export const isSocialSupport = (row: { key: string }) => !isRightsDefence(row)

/** Cells of several rows as one. */
export function added(cells: readonly (Cell | undefined)[]): Cell {
  const sum = (measure: 'count' | 'effect' | 'people' | 'unconfirmed') =>
    cells.reduce((total, cell) => total + (cell?.[measure] ?? 0), 0)
  const printed = cells.flatMap((cell) => cell?.legacy ?? [])
  return {
    count: sum('count'),
    effect: sum('effect'),
    people: sum('people'),
    unconfirmed: sum('unconfirmed'),
    legacy:
      printed.length === 0
        ? null
        : {
            count: printed.reduce((total, one) => total + one.count, 0),
            effect: printed.reduce((total, one) => total + one.effect, 0),
          },
  }
}
