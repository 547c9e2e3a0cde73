import { expect, test } from 'vitest'
import { type BlockSize, paginate } from '#renderer/reports/paginate.ts'

const table = (rows: number, rowPx = 20): BlockSize => ({
  kind: 'table',
  titlePx: 0,
  headPx: 30,
  rowsPx: Array.from({ length: rows }, () => rowPx),
  footPx: 20,
})

test('blocks that fit stand on one page, the next begins where one does not fit', () => {
  const block = (heightPx: number): BlockSize => ({ kind: 'block', heightPx })
  const pages = paginate([block(60), block(40), block(1)], 100)
  expect(pages.map(page => page.map(part => part.block))).toEqual([[0, 1], [2]])
})

test('a table goes on over pages between its rows, with its head on each and its foot on the last', () => {
  // 100 px: head 30 and three rows of 20 a page; the last page also needs 20 for the foot.
  const pages = paginate([table(7)], 100)
  expect(pages.map(page => page.map(({ fromRow, toRow, isLast }) => [fromRow, toRow, isLast]))).toEqual([
    [[0, 3, false]],
    [[3, 6, false]],
    [[6, 7, true]],
  ])
})

test('a table that has no room for its first row begins on the next page', () => {
  const pages = paginate([{ kind: 'block', heightPx: 60 }, table(1)], 100)
  expect(pages.map(page => page.map(part => part.block))).toEqual([[0], [1]])
})

test('every row is on exactly one page, whatever the heights', () => {
  for (let rows = 1; rows <= 60; rows++) {
    const parts = paginate([{ kind: 'block', heightPx: 35 }, table(rows, 7 + (rows % 5))], 100).flat()
    const printed = parts.filter(part => part.block === 1).flatMap(({ fromRow, toRow }) => [fromRow, toRow])
    expect(printed[0]).toBe(0)
    expect(printed.at(-1)).toBe(rows)
    for (let at = 2; at < printed.length; at += 2) expect(printed[at]).toBe(printed[at - 1])
    expect(parts.filter(part => part.isLast && part.block === 1)).toHaveLength(1)
  }
})

test('a row or block higher than a page gets a page of its own, and nothing gives one empty page', () => {
  expect(paginate([{ kind: 'block', heightPx: 500 }, table(2, 300)], 100)).toHaveLength(3)
  expect(paginate([], 100)).toEqual([[]])
})
