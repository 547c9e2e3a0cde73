import { act, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { HouseProvider } from '#renderer/components/house-provider.tsx'
import type { CellTexts, RefusedText, SheetEditing } from '#renderer/components/sheet-grid/sheet-editing.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetGridProps } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { ToastProvider } from '#renderer/components/toast.tsx'

type Sample = {
  readonly id: number
  readonly name: string
  readonly colour: string
  readonly isGone?: boolean
}

/** jsdom lays nothing out: the view is said to be 310 px high, ten rows below the heads, and 800 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})
afterAll(() => vi.restoreAllMocks())

const columns: SheetGridProps<Sample>['columns'] = [
  { key: 'id', title: '编号', widthPx: 80, text: row => `X-${row.id}`, lockedReason: '编号不会变' },
  { key: 'name', title: '姓名', widthPx: 120, text: row => row.name, editor: { kind: 'text' } },
  {
    key: 'colour',
    title: '颜色',
    widthPx: 100,
    text: row => row.colour,
    editor: { kind: 'choice', options: ['红', '绿', '蓝'] },
  },
  { key: 'due', title: '到期', widthPx: 100, text: () => '', editor: { kind: 'day', today: '2026-03-01' } },
]

/** A list of three whose writes are noted; `refuse` says which are not taken. */
async function show(refuse: (cells: CellTexts<Sample>) => RefusedText[] = () => []) {
  const rows: Sample[] = [1, 2, 3].map(id => ({ id, name: `样例${id}`, colour: '' }))
  const written: CellTexts<Sample>[] = []
  const created: Readonly<Record<string, string>>[] = []
  let isKnown = false
  const editing: SheetEditing<Sample> = {
    keyOf: row => String(row.id),
    lockOf: row => (row.isGone ? '已删除' : null),
    locate: async key => rows.findIndex(row => String(row.id) === key),
    paste: () => {},
    cellLimit: 100,
    rowLimit: 50,
    write: async cells => {
      written.push(cells)
      return refuse(cells)
    },
    newRow: {
      hint: '新客户…',
      hintColumnKey: 'name',
      create: async texts => {
        created.push(texts)
        return isKnown ? null : 'created'
      },
    },
  }
  const source = {
    generation: 'a',
    count: rows.length,
    fetchRange: async (start: number, length: number) => rows.slice(start, start + length),
  }
  const onOpenRow = vi.fn()
  render(
    <HouseProvider language="zh-CN" mode="light">
      <ToastProvider>
        <SheetGrid label="客户" {...{ columns, source, editing, onOpenRow }} />
      </ToastProvider>
    </HouseProvider>,
  )
  await screen.findByText('样例1')
  const field = screen.getByRole('textbox') as HTMLTextAreaElement
  field.focus()
  const press = (key: string, modifiers: object = {}) => fireEvent.keyDown(field, { key, ...modifiers })
  const type = (text: string) => fireEvent.input(field, { target: { value: text } })
  const paste = async (text: string, html = '') => {
    const event = createEvent.paste(field)
    Object.assign(event, {
      clipboardData: { getData: (kind: string) => (kind === 'text/html' ? html : text) },
    })
    await act(async () => void fireEvent(field, event))
  }
  const goTo = (row: number, column: number) => {
    press('Home', { ctrlKey: true })
    for (let step = 0; step < row; step++) press('ArrowDown')
    for (let step = 0; step < column; step++) press('ArrowRight')
  }
  const setKnown = (next: boolean) => {
    isKnown = next
  }
  return { field, press, type, paste, goTo, written, created, onOpenRow, setKnown }
}
const settled = () => act(async () => {})
const activeText = () => screen.getByRole('textbox').getAttribute('aria-label')

test('what is typed into a selected cell is written by Enter with the row that was seen, and the cell below is next', async () => {
  const { type, press, goTo, written } = await show()
  goTo(0, 1)
  type('林')
  type('林样一')
  press('Enter')
  await settled()
  expect(written).toMatchObject([
    { by: 'typing', columnKeys: ['name'], texts: [['林样一']], rows: [{ id: 1, name: '样例1' }] },
  ])
  expect(activeText()).toBe('姓名，第 2 行：样例2')
})

test('a composing Enter stays in the cell; Escape leaves it as it was', async () => {
  const { field, type, press, goTo, written } = await show()
  goTo(0, 1)
  fireEvent.compositionStart(field)
  type('nihao')
  press('Enter', { isComposing: true })
  press('Enter', { keyCode: 229 })
  expect(field.value).toBe('nihao')
  press('Escape')
  expect(field.value).toBe('')
  await settled()
  expect(written).toEqual([])
})

test('F2, Enter and a double click begin with what the cell holds; Tab writes and goes on to the right', async () => {
  const { field, press, goTo, written } = await show()
  for (const key of ['F2', 'Enter']) {
    goTo(1, 1)
    press(key)
    expect(field.value).toBe('样例2')
    fireEvent.input(field, { target: { value: `样例2${key}` } })
    press('Tab')
    expect(activeText()).toBe('颜色，第 2 行：空')
  }
  await settled()
  expect(written.map(({ texts }) => texts)).toEqual([[['样例2F2']], [['样例2Enter']]])
})

test('Enter opens a row from a cell that cannot be typed into, Ctrl+Enter from any', async () => {
  const { press, goTo, onOpenRow } = await show()
  goTo(2, 0)
  press('Enter')
  goTo(0, 1)
  press('Enter', { ctrlKey: true })
  expect(onOpenRow.mock.calls.map(([row]) => row.id)).toEqual([3, 1])
})

test('a cell that cannot be typed into says why, and its field takes no text', async () => {
  const { field, press, goTo } = await show()
  goTo(0, 0)
  expect(field.readOnly).toBe(true)
  press('x')
  expect(screen.getAllByText('编号不会变').length).toBeGreaterThan(0)
  press('ArrowRight')
  expect(field.readOnly).toBe(false)
  expect(document.querySelector('.sg-hint')).toBeNull()
})

test('a choice is picked with the arrows from the words that fit what was typed', async () => {
  const { type, press, goTo, written } = await show()
  goTo(0, 2)
  press('F2')
  expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['红', '绿', '蓝'])
  type('蓝')
  expect(screen.getAllByRole('option')).toHaveLength(1)
  press('ArrowDown')
  press('Enter')
  await settled()
  expect(written).toMatchObject([{ columnKeys: ['colour'], texts: [['蓝']] }])
})

test('a pasted block is one step over the columns that can be typed into; what found no place is counted', async () => {
  const { paste, goTo, written } = await show()
  goTo(1, 0)
  await paste('X-9\t"林\r\n样一"\t红\r\nX-8\t=1+1\t绿\r\nX-7\t多\t蓝\r\n')
  await settled()
  expect(written).toMatchObject([
    {
      by: 'paste',
      columnKeys: ['name', 'colour'],
      texts: [
        ['林\r\n样一', '红'],
        ['=1+1', '绿'],
      ],
      rows: [{ id: 2 }, { id: 3 }],
      leftOut: { rows: 1, cells: 2 },
    },
  ])
})

test('a table is pasted from HTML where there is no plain text; one cell fills the selection', async () => {
  const { paste, press, goTo, written } = await show()
  goTo(0, 1)
  await paste('', '<table><tr><td>甲<br>乙</td><td>红</td></tr></table>')
  // What was pasted is selected.
  expect(document.querySelectorAll('.sg-cell.is-selected')).toHaveLength(2)
  goTo(0, 1)
  press('ArrowDown', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  await paste('<b>粗</b>')
  await settled()
  expect(written.map(({ texts }) => texts)).toEqual([
    [['甲\n乙', '红']],
    [['<b>粗</b>'], ['<b>粗</b>'], ['<b>粗</b>']],
  ])
})

test('more than one step may write is not written at all', async () => {
  const { paste, goTo, written } = await show()
  goTo(0, 1)
  await paste(Array.from({ length: 3 }, () => '甲\t红').join('\n'))
  await settled()
  expect(written).toHaveLength(1)
})

test('Delete empties the selected cells, Ctrl+D fills them from the first; whole rows are left alone', async () => {
  const { press, goTo, written } = await show()
  goTo(0, 1)
  press('ArrowDown', { shiftKey: true })
  press('Delete')
  await settled()
  press('d', { ctrlKey: true })
  await waitFor(() => expect(written).toHaveLength(2))
  press(' ', { shiftKey: true })
  press('Delete')
  press('d', { ctrlKey: true })
  await settled()
  expect(written).toMatchObject([
    { by: 'clear', texts: [[''], ['']] },
    { by: 'fill', texts: [['样例1']], rows: [{ id: 2 }] },
  ])
})

test('a refused cell is marked with the reason until it is mended or let be; F8 goes to the next, F2 begins with what was refused', async () => {
  const { field, paste, press, type, goTo } = await show(({ texts }) =>
    texts.flatMap(([text], row) =>
      text === '错' ? [{ row, columnKey: 'name', reason: '这里不能写错' }] : [],
    ),
  )
  goTo(0, 1)
  await paste('错\r\n好\r\n错')
  await screen.findByText(/2 格没有写入/)
  const marked = () => document.querySelectorAll('[aria-invalid="true"]')
  expect([...marked()].map(cell => cell.getAttribute('title'))).toEqual(['这里不能写错', '这里不能写错'])
  press('F8')
  await waitFor(() => expect(activeText()).toBe('姓名，第 3 行：样例3'))
  press('F2')
  expect(field.value).toBe('错')
  type('对')
  press('Enter')
  await waitFor(() => expect(marked()).toHaveLength(1))
  goTo(0, 1)
  press('Escape')
  expect(marked()).toHaveLength(0)
})

test('what is typed into the row behind the last one makes one record, once the row is left', async () => {
  const { press, type, goTo, created, setKnown } = await show()
  goTo(3, 1)
  expect(activeText()).toBe('姓名，新的一行：')
  type('林样新')
  press('Tab')
  type('红')
  press('Tab')
  expect(created).toEqual([])
  setKnown(true)
  press('ArrowUp')
  await settled()
  expect(created).toEqual([{ name: '林样新', colour: '红' }])
  // Not made: it stays to be mended.
  expect(screen.getByText('林样新')).toBeTruthy()
  setKnown(false)
  press('ArrowDown')
  press('ArrowUp')
  await waitFor(() => expect(screen.queryByText('林样新')).toBeNull())
  expect(created).toHaveLength(2)
})

test('the row behind the last one is dropped by Escape, and takes one record at a time', async () => {
  const { press, type, paste, goTo, created } = await show()
  goTo(3, 1)
  await paste('甲\t红\n乙\t绿')
  expect(document.querySelector('.sg-hint')?.textContent).toContain('这一行一次写一位')
  press('Escape')
  await paste('甲\t红')
  expect(screen.getByText('甲')).toBeTruthy()
  type('乙')
  press('Escape')
  press('Escape')
  expect(screen.queryByText('甲')).toBeNull()
  press('ArrowUp')
  await settled()
  expect(created).toEqual([])
})

test('a text is found in the list cell by cell, round its end, and a miss is said', async () => {
  const { press, goTo } = await show()
  goTo(0, 0)
  press('f', { ctrlKey: true })
  const box = screen.getByRole('textbox', { name: '在表格里找' })
  fireEvent.change(box, { target: { value: '样例' } })
  for (const place of [
    '姓名，第 1 行：样例1',
    '姓名，第 2 行：样例2',
    '姓名，第 3 行：样例3',
    '姓名，第 1 行：样例1',
  ]) {
    fireEvent.keyDown(box, { key: 'Enter' })
    await screen.findByRole('textbox', { name: place })
  }
  fireEvent.change(box, { target: { value: '没有' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  await screen.findByText('没有找到')
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(screen.queryByRole('search')).toBeNull()
})

test('the menu of a cell offers what can be done there, by the menu key too', async () => {
  const { press, goTo, onOpenRow } = await show()
  goTo(0, 1)
  press('ContextMenu')
  const names = (await screen.findAllByRole('menuitem')).map(item => item.textContent)
  for (const name of ['打开', '修改这一格', '剪切', '复制', '粘贴', '用上面一格填满', '清空'])
    expect(
      names.some(text => text?.startsWith(name)),
      name,
    ).toBe(true)
  fireEvent.click(screen.getByRole('menuitem', { name: /打开/ }))
  expect(onOpenRow).toHaveBeenCalledTimes(1)
})

test('a day is moved by Alt and the arrows from what was typed, or picked from its month by the mouse', async () => {
  const { field, type, press, goTo, written } = await show()
  goTo(0, 3)
  type('2026/3/31')
  press('PageUp', { altKey: true })
  expect(field.value).toBe('2026-02-28')
  press('ArrowDown', { altKey: true })
  press('ArrowDown', { altKey: true })
  expect(field.value).toBe('2026-03-02')
  const month = await screen.findByRole('group', { name: '到期' })
  fireEvent.click(await within(month).findByRole('button', { name: '下个月' }))
  fireEvent.click(await within(month).findByTitle('2026-04-17'))
  await settled()
  expect(written.map(({ columnKeys, texts }) => [columnKeys, texts])).toEqual([[['due'], [['2026-04-17']]]])
  expect(screen.queryByRole('group', { name: '到期' })).toBeNull()
})
