import { expect, test } from 'vitest'
import { AppealCategory, BranchDraft, RegionCode, TopicDraft } from '@qorgan/shared/organisation'
import branches from './data/branches.json' with { type: 'json' }
import regions from './data/regions.json' with { type: 'json' }
import topics from './data/topics.json' with { type: 'json' }

const unique = (values: readonly string[]) => new Set(values).size

test('twenty regions, each with its own tile on the map', () => {
  expect(regions.filter(({ code }) => !RegionCode.safeParse(code).success)).toEqual([])
  expect(unique(regions.map(({ code }) => code))).toBe(20)
  expect(unique(regions.map(({ col, row }) => `${col},${row}`))).toBe(20)
})

test('twenty branches that can be opened as they stand, and every region has one', () => {
  for (const { regions: regionCodes, ...branch } of branches)
    expect(BranchDraft.safeParse({ ...branch, regionCodes, activeFrom: '2019-12-01' }).success).toBe(true)
  expect(unique(branches.map(({ code }) => code))).toBe(20)
  expect(unique(branches.map(({ numberPrefix }) => numberPrefix))).toBe(20)
  expect(branches.flatMap((branch) => branch.regions).sort()).toEqual(regions.map(({ code }) => code))
})

test('topics of every category, in order and without a twin', () => {
  for (const topic of topics) expect(TopicDraft.safeParse(topic).success).toBe(true)
  for (const category of AppealCategory.options) {
    const own = topics.filter((topic) => topic.category === category)
    expect(own.map(({ position }) => position)).toEqual(own.map((_, i) => i + 1))
    for (const language of ['ru', 'kk', 'en'] as const)
      expect(unique(own.map(({ name }) => name[language]))).toBe(own.length)
  }
})
