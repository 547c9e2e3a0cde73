import { describe, expect, test } from 'vitest'
import { heatStep } from '#renderer/charts/heat-step.ts'
import { labelledMarks, labelStep } from '#renderer/charts/labelled-marks.ts'
import { nextMark } from '#renderer/charts/marks.ts'

describe('nextMark', () => {
  /** 0 1 2 / 3 4 5 */
  const grid = { count: 6, perRow: 3 }

  test('arrows go to the neighbour in a grid', () => {
    expect(nextMark('ArrowRight', 0, grid)).toBe(1)
    expect(nextMark('ArrowDown', 1, grid)).toBe(4)
    expect(nextMark('ArrowUp', 4, grid)).toBe(1)
    expect(nextMark('ArrowLeft', 5, grid)).toBe(4)
  })

  test('no arrow leaves the grid or jumps to another row', () => {
    expect(nextMark('ArrowRight', 2, grid)).toBe(2)
    expect(nextMark('ArrowLeft', 3, grid)).toBe(3)
    expect(nextMark('ArrowUp', 1, grid)).toBe(1)
    expect(nextMark('ArrowDown', 5, grid)).toBe(5)
  })

  test('in a single row or a single column both pairs of arrows go on', () => {
    for (const perRow of [1, 6]) {
      expect(nextMark('ArrowRight', 2, { count: 6, perRow })).toBe(3)
      expect(nextMark('ArrowDown', 2, { count: 6, perRow })).toBe(3)
      expect(nextMark('ArrowUp', 0, { count: 6, perRow })).toBe(0)
    }
  })

  test('Home and End go to the ends, other keys nowhere', () => {
    expect(nextMark('Home', 4, grid)).toBe(0)
    expect(nextMark('End', 1, grid)).toBe(5)
    expect(nextMark('Tab', 1, grid)).toBeUndefined()
  })
})

describe('heatStep', () => {
  test('small counts climb evenly', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(value => heatStep(value, 6))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('large counts climb by the square root, so that small cells are still told apart', () => {
    expect(heatStep(36, 36)).toBe(6)
    expect(heatStep(25, 36)).toBe(5)
    expect(heatStep(9, 36)).toBe(3)
    expect(heatStep(1, 36)).toBe(1)
  })

  test('nothing is step 0, anything at least step 1', () => {
    expect(heatStep(0, 1000)).toBe(0)
    expect(heatStep(1, 1_000_000)).toBe(1)
    expect(heatStep(0, 0)).toBe(0)
  })
})

describe('labelledMarks', () => {
  const bars = (totals: number[], text = '100') => totals.map(total => ({ values: [total], text }))

  test('with room all bars carry their figure', () => {
    expect([...labelledMarks(bars([1, 2, 3]), 400)]).toEqual([0, 1, 2])
  })

  test('else the largest and the last do', () => {
    expect([...labelledMarks(bars([1, 9, 3, 4, 5, 6, 7, 8, 2, 3]), 200)]).toEqual([1, 9])
  })

  test('only the largest where the two would touch', () => {
    expect([...labelledMarks(bars([1, 2, 3, 4, 5, 6, 7, 8, 9, 3]), 200)]).toEqual([8])
    expect([...labelledMarks(bars([1, 2, 3, 4, 5, 6, 7, 8, 2, 9]), 200)]).toEqual([9])
  })

  test('the parts of a stack count together', () => {
    const stacks = [
      { values: [5, 5], text: '1000' },
      { values: [8, 0], text: '1000' },
      { values: [1, 1], text: '1000' },
    ]
    expect(labelledMarks(stacks, 90).has(0)).toBe(true)
  })
})

test('names stand below every mark, or every second or third, so that no two touch', () => {
  const year = Array.from({ length: 12 }, (_, index) => ({ label: `${index + 1} 月` }))
  expect(labelStep(year, 900)).toBe(1)
  expect(labelStep(year, 350)).toBe(2)
  expect(labelStep(year, 200)).toBe(3)
})
