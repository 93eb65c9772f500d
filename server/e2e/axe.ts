import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** As much of a page as is looked at in one piece. */
const TALLEST = 2400

/**
 * What is wrong, and where, in a line each. There are no frames, which is what the legacy mode can't look into. The window is as tall as the
 * page, for then a bar at its lower edge stands over nothing, as when a person has scrolled.
 */
export async function axe(page: Page, scope: (builder: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { width } = page.viewportSize() ?? { width: 1280 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 900), TALLEST) })
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
