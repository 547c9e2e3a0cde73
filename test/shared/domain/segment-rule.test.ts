import { expect, test } from 'vitest'
import {
  mapConditions,
  mostRuleLevels,
  mostRuleParts,
  partsOf,
  type RuleNode,
  SegmentRuleTree,
} from '#shared/domain/segment-rule.ts'

const consent: RuleNode = { kind: 'consent', isRefused: false }
const nested = (levels: number): RuleNode =>
  levels === 1 ? consent : { kind: 'not', part: nested(levels - 1) }
const isTaken = (rule: unknown) => SegmentRuleTree.safeParse(rule).success

test('a rule goes down to the stated level and no further, however deep it comes', () => {
  expect(isTaken(nested(mostRuleLevels))).toBe(true)
  expect(isTaken(nested(mostRuleLevels + 1))).toBe(false)
  let deep: unknown = consent
  for (let level = 0; level < 50_000; level++) deep = { kind: 'all', parts: [deep] }
  expect(isTaken(deep)).toBe(false)
})

test('a rule has at most the stated number of parts, and a group at least one', () => {
  const group = (parts: number) => ({ kind: 'all', parts: Array(parts).fill(consent) })
  expect(isTaken(group(mostRuleParts - 1))).toBe(true)
  expect(isTaken(group(mostRuleParts))).toBe(false)
  expect(isTaken(group(0))).toBe(false)
})

test('saved segments are no condition of a rule, so that none can ask for itself; those of a rule set are', () => {
  const inSegment = (value: string) => ({
    kind: 'condition',
    condition: { field: 'segment', test: 'any-of', values: [value] },
  })
  expect(isTaken(inSegment('ten-segments/champions'))).toBe(true)
  expect(isTaken(inSegment('saved/3'))).toBe(false)
  expect(isTaken({ kind: 'any', parts: [consent, inSegment('saved/3')] })).toBe(false)
})

test('what is no rule is refused', () => {
  for (const bad of [
    ...[null, 7, 'all', [], {}, { kind: 'xor', parts: [consent] }, { kind: 'not' }],
    { kind: 'score', score: 'r', range: [5, 2] },
    {
      kind: 'bought',
      what: { of: 'products', productIds: [] },
      when: { kind: 'any' },
      measure: { kind: 'none' },
    },
    { kind: 'usual-hour', fromHour: 20, toHour: 25 },
  ])
    expect(isTaken(bad)).toBe(false)
})

test('parts are listed from the top, and conditions are changed wherever they stand', () => {
  const tag: RuleNode = { kind: 'condition', condition: { field: 'tag', test: 'any-of', values: [3] } }
  const rule: RuleNode = {
    kind: 'all',
    parts: [consent, { kind: 'not', part: { kind: 'any', parts: [tag] } }],
  }
  expect(partsOf(rule).map(({ kind }) => kind)).toEqual(['all', 'consent', 'not', 'any', 'condition'])
  const changed = mapConditions(rule, condition => ({ ...condition, field: 'source' }))
  expect(JSON.stringify(changed)).toBe(JSON.stringify(rule).replace('"tag"', '"source"'))
})
