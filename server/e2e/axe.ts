import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What is wrong, and where, in a line each. There are no frames, which is what the legacy mode can't look into. */
export async function axe(page: Page, scope: (builder: AxeBuilder) => AxeBuilder): Promise<string[]> {
  await settled(page)
  const { violations } = await scope(
    new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }),
  ).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => String(target))
        .join(' | ')}`,
  )
}

/** A colour on its way from light to dark is neither: whatever ends is waited for. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ),
  )
