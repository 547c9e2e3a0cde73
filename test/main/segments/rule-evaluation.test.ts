import { expect, test } from 'vitest'
import {
  addBit,
  bothOf,
  countBits,
  eitherOf,
  hasBit,
  makeBits,
  onlyIn,
  placesOf,
} from '#main/segments/bit-set.ts'
import { countParts, evaluateRule } from '#main/segments/rule-evaluation.ts'
import { partsOf, type RuleLeaf, type RuleNode } from '#shared/domain/segment-rule.ts'

const size = 70
const bitsOf = (places: readonly number[]) => {
  const bits = makeBits(size)
  for (const place of places) addBit(bits, place)
  return bits
}
const all = bitsOf(Array.from({ length: size }, (_, place) => place))

test('places are marked, counted and listed over the limits of words, also the last of a word', () => {
  const bits = bitsOf([69, 0, 31, 32, 63, 64, 31])
  expect(placesOf(bits)).toEqual([0, 31, 32, 63, 64, 69])
  expect([countBits(bits), countBits(all), countBits(makeBits(0))]).toEqual([6, 70, 0])
  expect([hasBit(bits, 31), hasBit(bits, 30)]).toEqual([true, false])
  const other = bitsOf([31, 40])
  expect(placesOf(bothOf(bits, other))).toEqual([31])
  expect(placesOf(eitherOf(bits, other))).toEqual([0, 31, 32, 40, 63, 64, 69])
  expect(placesOf(onlyIn(bits, other))).toEqual([0, 32, 63, 64, 69])
})

// Conditions that stand for fixed places: the range of a score names one.
const leaf = (nth: 1 | 2 | 3 | 4): RuleLeaf => ({ kind: 'score', score: 'r', range: [nth, nth] })
const found: Readonly<Record<number, readonly number[]>> = {
  1: [0, 1, 2, 3, 4, 5],
  2: [4, 5, 6, 7],
  3: [5, 60, 61],
}
const findLeaf = (one: RuleLeaf) =>
  one.kind === 'score' && found[one.range[0]]
    ? bitsOf(found[one.range[0]] ?? [])
    : ('too-few-customers' as const)
const countsOf = (rule: RuleNode) => {
  const root = evaluateRule(rule, all, findLeaf)
  return countParts(root, all).map(({ count, without, refusal }) =>
    refusal ? [refusal, without] : [count, without],
  )
}

test('each part has its own count and the count of the whole without it, worked by hand', () => {
  // 1 and (2 or 3) and not 3: {0..5} and {4,5,6,7,60,61} without {5,60,61} = {4}.
  const rule: RuleNode = {
    kind: 'all',
    parts: [leaf(1), { kind: 'any', parts: [leaf(2), leaf(3)] }, { kind: 'not', part: leaf(3) }],
  }
  expect(partsOf(rule).map(({ kind }) => kind)).toEqual([
    'all',
    'score',
    'any',
    'score',
    'score',
    'not',
    'score',
  ])
  expect(countsOf(rule)).toEqual([
    [1, 70], // without the rule itself: everybody
    [6, 3], // {4,6,7}
    [6, 5], // {0,1,2,3,4}
    [4, 0], // {5} and not {5,60,61}
    [3, 1], // {4,5} without 5
    [67, 2], // {4,5}
    [3, 2], // the "not" goes with it
  ])
})

test('a condition that says nothing leaves the whole unsaid, and only the count without it is known', () => {
  const rule: RuleNode = { kind: 'all', parts: [leaf(1), leaf(4)] }
  expect(countsOf(rule)).toEqual([
    [null, 70],
    [6, null],
    ['too-few-customers', 6],
  ])
  // Nobody is in both, yet one of them is not known: no figure, not 0.
  expect(countsOf({ kind: 'any', parts: [leaf(4), leaf(4)] })[0]).toEqual([null, 70])
})

test('a rule of one condition finds what it finds, and without it everybody', () => {
  expect(countsOf(leaf(2))).toEqual([[4, 70]])
  expect(countsOf({ kind: 'not', part: { kind: 'not', part: leaf(2) } })[0]).toEqual([4, 70])
})
