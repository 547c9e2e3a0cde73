import { expect, test } from 'vitest'
import { placeFlow } from '#renderer/charts/flow-places.ts'

const flow = (from: string, to: string, value: number) => ({ from, to, value })

test('bands are on one scale, leave a node side by side without a gap, and fill it', () => {
  const flows = [flow('a', 'b', 30), flow('a', 'a', 60), flow('b', 'b', 10)]
  const { sides, ribbons } = placeFlow(['a', 'b', 'c'], flows, 200)
  const [before = [], after = []] = sides
  expect(before.map(({ key, value }) => [key, value])).toEqual([
    ['a', 90],
    ['b', 10],
  ])
  expect(after.map(({ key, value }) => [key, value])).toEqual([
    ['a', 60],
    ['b', 40],
  ])
  const [toB, stay, own] = ribbons
  expect(toB?.thick).toBeCloseTo((stay?.thick ?? 0) / 2, 6)
  expect(own?.thick).toBeCloseTo((stay?.thick ?? 0) / 6, 6)
  // Those who stay leave first, for they arrive first.
  expect(stay?.leftTop).toBeCloseTo(before[0]?.top ?? -1, 6)
  expect(toB?.leftTop).toBeCloseTo((stay?.leftTop ?? 0) + (stay?.thick ?? 0), 6)
  expect(toB?.rightTop).toBeCloseTo(after[1]?.top ?? -1, 6)
  expect(own?.rightTop).toBeCloseTo((toB?.rightTop ?? 0) + (toB?.thick ?? 0), 6)
})

test('every node has room for its name, however few it holds, and all of them fit', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const flows = keys.map((key, at) => flow(key, keys[7 - at] ?? '', at === 0 ? 100_000 : 1))
  for (const nodes of placeFlow(keys, flows, 206).sides) {
    const middles = nodes.map(({ top, tall }) => top + tall / 2)
    for (const [at, middle] of middles.slice(1).entries())
      expect(middle - (middles[at] ?? 0)).toBeGreaterThanOrEqual(16.9)
    expect((nodes.at(-1)?.top ?? 0) + (nodes.at(-1)?.tall ?? 0)).toBeLessThanOrEqual(206)
  }
})

test('without flows there is nothing to place', () => {
  expect(placeFlow(['a'], [], 200)).toEqual({ sides: [[], []], ribbons: [] })
})
