import { describe, expect, test } from 'vitest'
import {
  columnsInRow,
  countRows,
  extendRows,
  extendTo,
  firstRows,
  isRowSelected,
  type Selection,
  selectAllRows,
  selectCell,
  selectedArea,
  selectRow,
  toggleRow,
} from '#renderer/components/sheet-grid/selection.ts'

const at = (row: number, column = 0) => ({ row, column })
const toggled = (rows: number[]) =>
  rows.reduce<Selection>((selection, row) => toggleRow(selection, at(row)), selectCell(at(0)))

describe('cells', () => {
  test('a rectangle is the same whichever corner it was begun at', () => {
    const down = extendTo(selectCell(at(2, 1)), at(5, 3))
    const up = extendTo(selectCell(at(5, 3)), at(2, 1))
    expect(selectedArea(down, 9)).toEqual({ rows: [{ first: 2, last: 5 }], left: 1, right: 3 })
    expect(selectedArea(up, 9)).toEqual(selectedArea(down, 9))
  })

  test('the active cell stays where the rectangle began', () => {
    expect(extendTo(selectCell(at(5, 3)), at(2, 1)).active).toEqual(at(5, 3))
  })

  test('each row knows which of its columns are in the rectangle', () => {
    const selection = extendTo(selectCell(at(2, 3)), at(4, 1))
    expect(columnsInRow(selection, 1)).toBeNull()
    expect(columnsInRow(selection, 3)).toEqual({ first: 1, last: 3 })
    expect(columnsInRow(selectCell(at(2, 3)), 2)).toBeNull()
  })
})

describe('whole rows', () => {
  test('they are copied with all columns', () => {
    expect(selectedArea(selectRow(at(7, 2)), 4)).toEqual({ rows: [{ first: 7, last: 7 }], left: 0, right: 3 })
  })

  test('shift takes the rows from the active one, in either direction', () => {
    expect(extendRows(selectRow(at(7)), 4).rows).toEqual([{ first: 4, last: 7 }])
    expect(extendRows(extendRows(selectRow(at(7)), 4), 9).rows).toEqual([{ first: 7, last: 9 }])
  })

  test('control adds rows; neighbours become one range', () => {
    expect(toggled([3, 5, 4]).rows).toEqual([{ first: 3, last: 5 }])
    expect(toggled([9, 1]).rows).toEqual([
      { first: 1, last: 1 },
      { first: 9, last: 9 },
    ])
  })

  test('control takes a selected row away, also from the middle of a range', () => {
    const selection = extendRows(selectRow(at(2)), 6)
    expect(toggleRow(selection, at(4)).rows).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 6 },
    ])
    expect(toggled([3, 3]).rows).toEqual([])
  })

  test('all rows of a million are one range', () => {
    const { rows } = selectAllRows(selectCell(at(5)), 1_000_000)
    expect(countRows(rows)).toBe(1_000_000)
    expect(isRowSelected(rows, 999_999)).toBe(true)
    expect(isRowSelected(rows, 1_000_000)).toBe(false)
  })

  test('an empty list has no rows to select', () => {
    expect(selectAllRows(selectCell(at(0)), 0).rows).toEqual([])
  })

  test('only the first rows of several ranges are taken', () => {
    const rows = [
      { first: 0, last: 2 },
      { first: 10, last: 19 },
    ]
    expect(firstRows(rows, 5)).toEqual([
      { first: 0, last: 2 },
      { first: 10, last: 11 },
    ])
    expect(firstRows(rows, 3)).toEqual([{ first: 0, last: 2 }])
    expect(countRows(firstRows(rows, 100))).toBe(13)
  })
})
