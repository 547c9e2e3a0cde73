import { expect, test } from 'vitest'
import { findBudgetExcess } from '#main/ipc/budget.ts'

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) })

test('plain data of every allowed kind passes', () => {
  const value = { a: [1, 'text', true, null, undefined], b: { c: new Uint8Array(3) }, d: Object.create(null) }
  expect(findBudgetExcess(value)).toBeUndefined()
  expect(findBudgetExcess(undefined)).toBeUndefined()
})

test('nesting is refused from the thirty-third level on', () => {
  expect(findBudgetExcess(nested(32))).toBeUndefined()
  expect(findBudgetExcess(nested(33))).toBe('depth')
})

test('a value that contains itself is refused instead of walked for ever', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  expect(findBudgetExcess(loop)).toBe('depth')
})

test('20,000 nodes pass and one more is refused', () => {
  expect(findBudgetExcess(Array.from({ length: 19_999 }, () => 0))).toBeUndefined()
  expect(findBudgetExcess(Array.from({ length: 20_000 }, () => 0))).toBe('nodes')
})

test('a sparse list of absurd length is refused', () => {
  expect(findBudgetExcess(new Array(4_000_000_000))).toBe('nodes')
})

test('texts and bytes are limited to 1 MiB each', () => {
  expect(findBudgetExcess('x'.repeat(1 << 20))).toBeUndefined()
  expect(findBudgetExcess('x'.repeat((1 << 20) + 1))).toBe('text')
  expect(findBudgetExcess([new Uint8Array(1 << 20)])).toBeUndefined()
  expect(findBudgetExcess([new Uint8Array((1 << 20) + 1)])).toBe('binary')
})

test('keys that reach for the prototype are refused at any depth', () => {
  for (const key of ['__proto__', 'constructor', 'prototype'])
    expect(findBudgetExcess({ a: [JSON.parse(`{"${key}": {}}`)] })).toBe('key')
})

test('everything that is no plain data is refused', () => {
  class Thing {}
  const strange = [
    new Map(),
    new Set(),
    /a/,
    new Error('x'),
    new Date(),
    1n,
    () => 1,
    Symbol('x'),
    new Thing(),
  ]
  for (const value of strange) expect(findBudgetExcess({ value })).toBe('type')
  expect(findBudgetExcess(new Float64Array(2))).toBe('type')
  expect(findBudgetExcess({ a: [1, new Map()] })).toBe('type')
})
