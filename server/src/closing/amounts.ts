import { AppealCategory } from '@qorgan/shared/organisation'
import { isSocialSupport } from '../reports/service.ts'
import type { Amounts, Change, Correction, Figures } from './snapshot.ts'

const nothing: Amounts = { count: 0, effect: 0, people: 0, unconfirmed: 0, estimated: 0 }

export const sumOf = (all: readonly Amounts[]): Amounts =>
  all.reduce(
    (sum, one) => ({
      count: sum.count + one.count,
      effect: sum.effect + one.effect,
      people: sum.people + one.people,
      unconfirmed: sum.unconfirmed + one.unconfirmed,
      estimated: sum.estimated + one.estimated,
    }),
    nothing,
  )

/** Every category, in its order, also those without a figure; the sums are made of them. */
export function figuresOf(
  parts: readonly ({ category: AppealCategory } & Amounts)[],
  { levels, footnotes, notCounted }: Pick<Figures, 'levels' | 'footnotes' | 'notCounted'>,
): Figures {
  const categories = AppealCategory.options.map((category) => ({
    category,
    ...sumOf(parts.filter((part) => part.category === category)),
  }))
  return {
    levels,
    footnotes,
    categories,
    totals: sumOf(categories),
    subtotals: {
      rightsDefence: sumOf(categories.filter((one) => !isSocialSupport(one))),
      socialSupport: sumOf(categories.filter(isSocialSupport)),
    },
    notCounted,
  }
}

export const changeOf = (all: readonly Change[]): Change =>
  all.reduce<Change>(
    (sum, { count, effect, people }) => ({
      count: sum.count + count,
      effect: sum.effect + effect,
      people: sum.people + people,
    }),
    { count: 0, effect: 0, people: 0 },
  )
export const isChange = ({ count, effect, people }: Change) => count !== 0 || effect !== 0 || people !== 0

/** By quarter, oldest first, without what did not change. */
export function correctionsOf(
  changes: readonly ({ periodKey: string; category: AppealCategory } & Change)[],
): Correction[] {
  return [...Map.groupBy(changes, ({ periodKey }) => periodKey)]
    .map(([periodKey, own]) => {
      const categories = AppealCategory.options
        .map((category) => ({ category, ...changeOf(own.filter((one) => one.category === category)) }))
        .filter(isChange)
      return { periodKey, ...changeOf(categories), categories }
    })
    .filter(({ categories }) => categories.length > 0)
    .toSorted((a, b) => (a.periodKey < b.periodKey ? -1 : 1))
}
