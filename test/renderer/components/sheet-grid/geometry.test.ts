import { describe, expect, test } from 'vitest'
import {
  bodyOffsetPx,
  bodyPx,
  columnAt,
  columnLefts,
  gapAt,
  maxBodyPx,
  rowAt,
  rowNumberPx,
  scrollLeftToShow,
  scrollScale,
  scrollTopToShow,
  visibleRows,
} from '#renderer/components/sheet-grid/geometry.ts'

/** 1,000 rows of 28 px seen through 280 px: ten rows at a time. */
const short = { count: 1000, rowPx: 28, viewPx: 280 }
/** 2,000,000 rows of 28 px are 56,000,000 px, more than a browser draws. */
const huge = { count: 2_000_000, rowPx: 28, viewPx: 280 }

describe('a list that fits', () => {
  test('one px of the scroll bar is one px of the list', () => {
    expect(bodyPx(short)).toBe(28_000)
    expect(scrollScale(short)).toBe(1)
    expect(bodyOffsetPx(short, 5000)).toBe(0)
  })

  test('the rows that are seen are drawn, with some before and after', () => {
    expect(visibleRows(short, 0, 6)).toEqual({ first: 0, last: 16 })
    expect(visibleRows(short, 2800, 6)).toEqual({ first: 94, last: 116 })
    expect(visibleRows(short, 27_720, 6)).toEqual({ first: 984, last: 999 })
  })

  test('an empty list has no rows to draw', () => {
    expect(visibleRows({ ...short, count: 0 }, 0, 6).last).toBe(-1)
  })

  test('a row is brought into view from either side, and one that is seen moves nothing', () => {
    expect(scrollTopToShow(short, 2800, 99)).toBe(99 * 28)
    expect(scrollTopToShow(short, 2800, 110)).toBe(111 * 28 - 280)
    expect(scrollTopToShow(short, 2800, 105)).toBe(2800)
  })

  test('a point is on the row drawn there, or on the nearest one', () => {
    expect(rowAt(short, 2800, 0)).toBe(100)
    expect(rowAt(short, 2800, 27.9)).toBe(100)
    expect(rowAt(short, 2800, 28)).toBe(101)
    expect(rowAt(short, 0, -50)).toBe(0)
    expect(rowAt(short, 27_720, 900)).toBe(999)
  })
})

describe('a list longer than a browser draws', () => {
  test('it is as tall as allowed, and the ends meet: at the bottom the last row is the last one seen', () => {
    expect(bodyPx(huge)).toBe(maxBodyPx)
    const bottom = maxBodyPx - huge.viewPx
    expect(visibleRows(huge, 0, 0).first).toBe(0)
    expect(visibleRows(huge, bottom, 0).last).toBe(1_999_999)
    const lastRowBottom = 2_000_000 * 28 + bodyOffsetPx(huge, bottom)
    expect(lastRowBottom - bottom).toBeCloseTo(huge.viewPx, -1)
  })

  test('half way down the bar is half way down the list', () => {
    const middle = (maxBodyPx - huge.viewPx) / 2
    expect(Math.abs(visibleRows(huge, middle, 0).first - 1_000_000)).toBeLessThan(12)
  })

  test('every row can be brought into view and is then under the point where it is drawn', () => {
    for (const row of [0, 1, 777_777, 1_234_567, 1_999_998, 1_999_999]) {
      const top = scrollTopToShow(huge, 15_000_000, row)
      const { first, last } = visibleRows(huge, top, 0)
      expect(first).toBeLessThanOrEqual(row)
      expect(last).toBeGreaterThanOrEqual(row)
      const y = row * 28 + bodyOffsetPx(huge, top) - top
      expect(rowAt(huge, top, y + 14)).toBe(row)
    }
  })

  test('rows are placed at even px, since far down odd ones cannot be drawn', () => {
    for (const top of [1, 3, 12_345_678, 29_999_719]) expect(Math.abs(bodyOffsetPx(huge, top) % 2)).toBe(0)
  })
})

describe('columns', () => {
  /** Row numbers 40 wide, then columns of 80, 120, 100 and 200; the first two are frozen. */
  const lefts = columnLefts([80, 120, 100, 200], 40)

  test('edges follow each other', () => {
    expect(lefts).toEqual([40, 120, 240, 340, 540])
  })

  test('frozen columns are where they are drawn, the others move with the scrolling', () => {
    expect(columnAt(lefts, 2, 0, 39)).toBe(-1)
    expect(columnAt(lefts, 2, 0, 40)).toBe(0)
    expect(columnAt(lefts, 2, 100, 239)).toBe(1)
    expect(columnAt(lefts, 2, 100, 240)).toBe(3)
    expect(columnAt(lefts, 2, 0, 240)).toBe(2)
    expect(columnAt(lefts, 2, 0, 2000)).toBe(3)
  })

  test('a dragged head falls into the gap that is nearest, before or behind the middle of a head', () => {
    expect(gapAt(lefts, 2, 0, 10)).toBe(0)
    expect(gapAt(lefts, 2, 0, 79)).toBe(0)
    expect(gapAt(lefts, 2, 0, 81)).toBe(1)
    expect(gapAt(lefts, 2, 100, 345)).toBe(4)
    expect(gapAt(lefts, 2, 0, 5000)).toBe(4)
  })

  test('a column is brought into view beside the frozen ones', () => {
    expect(scrollLeftToShow(lefts, 2, 460, 0, 3)).toBe(540 - 460)
    expect(scrollLeftToShow(lefts, 2, 400, 140, 2)).toBe(0)
    expect(scrollLeftToShow(lefts, 2, 400, 140, 0)).toBe(140)
    expect(scrollLeftToShow(lefts, 2, 600, 0, 3)).toBe(0)
  })

  test('a column wider than the view shows its beginning', () => {
    expect(scrollLeftToShow(columnLefts([80, 900], 40), 1, 400, 0, 1)).toBe(0)
  })

  test('row numbers have room for the largest one', () => {
    expect(rowNumberPx(10)).toBe(40)
    expect(rowNumberPx(1_000_000)).toBeGreaterThan(rowNumberPx(1000))
  })
})
