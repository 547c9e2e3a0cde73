import { describe, expect, test } from 'vitest'
import { sheetAction } from '#renderer/components/sheet-grid/keyboard.ts'
import { extendTo, selectCell } from '#renderer/components/sheet-grid/selection.ts'

/** 100 rows, 5 columns, 10 rows to a page; the active cell is in row 50, column 2. */
const place = {
  ...{ selection: selectCell({ row: 50, column: 2 }), count: 100, columnCount: 5, pageRows: 10 },
  ...{ canEdit: false, hasNote: false },
}

function press(keys: string, from: typeof place = place) {
  const parts = keys.split('+')
  const has = (name: string) => parts.includes(name)
  const modifiers = { ctrlKey: has('Ctrl'), shiftKey: has('Shift'), altKey: has('Alt'), metaKey: false }
  return sheetAction({ key: parts.at(-1) ?? '', ...modifiers }, from)
}
const move = (row: number, column: number) => ({ kind: 'move', cell: { row, column } })

test.each([
  ['ArrowDown', 51, 2],
  ['ArrowUp', 49, 2],
  ['ArrowLeft', 50, 1],
  ['ArrowRight', 50, 3],
  ['Ctrl+ArrowDown', 99, 2],
  ['Ctrl+ArrowUp', 0, 2],
  ['Ctrl+ArrowLeft', 50, 0],
  ['Ctrl+ArrowRight', 50, 4],
  ['Home', 50, 0],
  ['End', 50, 4],
  ['Ctrl+Home', 0, 0],
  ['Ctrl+End', 99, 4],
  ['PageDown', 60, 2],
  ['PageUp', 40, 2],
  ['Tab', 50, 3],
  ['Shift+Tab', 50, 1],
])('%s goes to row %i, column %i', (keys, row, column) => {
  expect(press(keys)).toEqual(move(row, column))
})

test('no key leaves the list', () => {
  const corner = { ...place, selection: selectCell({ row: 99, column: 4 }) }
  expect(press('ArrowDown', corner)).toEqual(move(99, 4))
  expect(press('PageDown', corner)).toEqual(move(99, 4))
  expect(press('ArrowRight', corner)).toEqual(move(99, 4))
})

describe('Tab', () => {
  test('goes on in the next row', () => {
    expect(press('Tab', { ...place, selection: selectCell({ row: 50, column: 4 }) })).toEqual(move(51, 0))
    expect(press('Shift+Tab', { ...place, selection: selectCell({ row: 50, column: 0 }) })).toEqual(
      move(49, 4),
    )
  })

  test('leaves the grid at its ends, so that nobody is caught in it', () => {
    expect(press('Tab', { ...place, selection: selectCell({ row: 99, column: 4 }) })).toBeUndefined()
    expect(press('Shift+Tab', { ...place, selection: selectCell({ row: 0, column: 0 }) })).toBeUndefined()
  })
})

describe('Shift', () => {
  test('moves the other corner, not the active cell', () => {
    const selection = extendTo(place.selection, { row: 52, column: 3 })
    expect(press('Shift+ArrowDown', { ...place, selection })).toEqual({
      kind: 'extend',
      cell: { row: 53, column: 3 },
    })
    expect(press('Ctrl+Shift+End')).toEqual({ kind: 'extend', cell: { row: 99, column: 4 } })
  })

  test('with the space bar takes the whole row', () => {
    expect(press('Shift+ ')).toEqual({ kind: 'select-row' })
  })
})

test('Enter opens, Ctrl+A takes all, Ctrl+C copies', () => {
  expect(press('Enter')).toEqual({ kind: 'open' })
  expect(press('Ctrl+a')).toEqual({ kind: 'select-all' })
  expect(press('Ctrl+c')).toEqual({ kind: 'copy' })
})

test('Alt with arrows sorts and changes widths', () => {
  expect(press('Alt+ArrowUp')).toEqual({ kind: 'sort', direction: 'ascending' })
  expect(press('Alt+ArrowDown')).toEqual({ kind: 'sort', direction: 'descending' })
  expect(press('Alt+Shift+ArrowLeft')).toEqual({ kind: 'resize', deltaPx: -10 })
})

test('Escape gives a selection up, and is left to the page when there is none', () => {
  const selection = extendTo(place.selection, { row: 52, column: 3 })
  expect(press('Escape', { ...place, selection })).toEqual({ kind: 'collapse' })
  expect(press('Escape')).toBeUndefined()
})

test('all other keys are left to the page', () => {
  for (const keys of ['F6', 'Ctrl+k', 'Ctrl+Shift+c', 'Alt+ArrowLeft', 'x', 'Ctrl+Alt+ArrowUp'])
    expect(press(keys), keys).toBeUndefined()
})

test('in an empty list no key does anything', () => {
  expect(press('ArrowDown', { ...place, count: 0 })).toBeUndefined()
  expect(press('Ctrl+a', { ...place, count: 0 })).toBeUndefined()
})

test('Enter and F2 begin to type where one can; Delete, Ctrl+D, Ctrl+F and the menu key ask for what they say', () => {
  expect(press('Enter')).toEqual({ kind: 'open' })
  expect(press('Enter', { ...place, canEdit: true })).toEqual({ kind: 'edit' })
  expect(press('Ctrl+Enter', { ...place, canEdit: true })).toEqual({ kind: 'open' })
  const kinds = ['F2', 'Delete', 'Backspace', 'Ctrl+d', 'Ctrl+f', 'Ctrl+;', 'ContextMenu', 'Shift+F10', 'F8']
  expect(kinds.map(keys => press(keys)?.kind)).toEqual([
    ...['edit', 'clear', 'clear', 'fill-down', 'find', 'write-today', 'menu', 'menu', 'next-mark'],
  ])
})

test('Escape takes away what is said of a cell, and else only a selection of several', () => {
  expect(press('Escape')).toBeUndefined()
  expect(press('Escape', { ...place, hasNote: true })).toEqual({ kind: 'collapse' })
})
