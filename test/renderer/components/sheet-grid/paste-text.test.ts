import { expect, test } from 'vitest'
import { layOver, textsOver } from '#renderer/components/sheet-grid/block-texts.ts'
import { offeredOptions, pickOption } from '#renderer/components/sheet-grid/cell-options.ts'
import { parseHtmlTable, parseTsv, toTsv } from '#renderer/components/sheet-grid/clipboard-text.ts'
import { editorAction } from '#renderer/components/sheet-grid/editor-key.ts'

test('cells are read as Excel writes them: quotes only around a whole cell, no row behind the last line end', () => {
  expect(parseTsv('样例甲\t"上\n下"\r\n')).toEqual([['样例甲', '上\n下']])
  expect(parseTsv('a\tb\n\nc')).toEqual([['a', 'b'], [''], ['c']])
  expect(parseTsv('"他说""好"""\t5" 屏\t"没关')).toEqual([['他说"好"', '5" 屏', '"没关']])
  expect(parseTsv('a\t')).toEqual([['a', '']])
  expect(parseTsv('\t\r\n')).toEqual([['', '']])
  expect(parseTsv('')).toEqual([])
})

test('what is copied is read again as it was', () => {
  const cells = [
    ['样例甲', '上\n下', '"', 'a\tb', ''],
    ['', '\r', '007', "'", '𬭎㛃'],
  ]
  expect(parseTsv(toTsv(cells))).toEqual(cells)
})

test('a table of a page gives its texts, line breaks within a cell kept', () => {
  expect(
    parseHtmlTable('<table><tr><th>甲</th><td> 1<br>2 </td></tr><tr><td>&lt;b&gt;</td></tr></table>'),
  ).toEqual([['甲', '1\n2'], ['<b>']])
  expect(parseHtmlTable('<p>没有表</p>')).toEqual([])
})

test('cells fill a selection that holds them several times, and keep their size over any other', () => {
  const at = (height: number, width: number) => ({ top: 4, left: 1, height, width })
  expect(layOver([['甲']], at(3, 2))).toEqual(at(3, 2))
  expect(layOver([['甲'], ['乙']], at(4, 1))).toEqual(at(4, 1))
  expect(layOver([['甲'], ['乙']], at(3, 1))).toEqual(at(2, 1))
  expect(layOver([], at(1, 1))).toBeUndefined()
  const textOf = textsOver([['甲', '乙'], ['丙']])
  expect([textOf(0, 1), textOf(1, 1), textOf(2, 0), textOf(0, 2)]).toEqual(['乙', '', '甲', '甲'])
})

test('words are offered by what was typed; of several the last one counts, and picking puts it on or takes it off', () => {
  const one = { kind: 'choice', options: ['红', '绿', '红绿'] } as const
  const many = { ...one, kind: 'choices' } as const
  expect(offeredOptions(one, '绿', false)).toEqual(['红', '绿', '红绿'])
  expect(offeredOptions(one, '绿', true)).toEqual(['绿', '红绿'])
  expect(offeredOptions(many, '红、绿', true)).toEqual(['绿', '红绿'])
  expect(pickOption(one, '红', '绿')).toBe('绿')
  expect(pickOption(many, '红、', '绿')).toBe('红、绿')
  expect(pickOption(many, '红、绿', '红')).toBe('绿')
})

const key = (name: string, modifiers: object = {}) => ({
  ...{ key: name, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false },
  ...modifiers,
})

test('arrows leave a cell that was begun by typing, and move within the text of one that was opened', () => {
  const typed = { isTyped: true, hasOptions: false, isOptionMarked: false, isDay: false }
  expect(editorAction(key('ArrowRight'), typed)).toEqual({ kind: 'commit', rows: 0, columns: 1 })
  expect(editorAction(key('ArrowRight'), { ...typed, isTyped: false })).toBeUndefined()
  expect(editorAction(key('ArrowDown'), { ...typed, hasOptions: true })).toEqual({ kind: 'mark', step: 1 })
  expect(editorAction(key('Enter', { shiftKey: true }), typed)).toEqual({
    kind: 'commit',
    rows: -1,
    columns: 0,
  })
  expect(editorAction(key('Enter', { altKey: true }), typed)).toEqual({ kind: 'new-line' })
  expect(editorAction(key('z', { ctrlKey: true }), typed)).toBeUndefined()
  const [down, month] = [key('ArrowDown', { altKey: true }), key('PageUp', { altKey: true })]
  expect(editorAction(down, typed)).toEqual({ kind: 'stay-in-text' })
  expect(editorAction(down, { ...typed, isDay: true })).toEqual({ kind: 'step-day', days: 1, months: 0 })
  expect(editorAction(month, { ...typed, isDay: true })).toEqual({ kind: 'step-day', days: 0, months: -1 })
})
