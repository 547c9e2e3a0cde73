import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { HouseProvider } from '#renderer/components/house-provider.tsx'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetGridProps } from '#renderer/components/sheet-grid/sheet-grid-props.ts'

type Sample = { readonly number: number }
const columns: SheetGridProps<Sample>['columns'] = [
  { key: 'number', title: '编号', widthPx: 80, text: row => `X-${row.number}`, isSortable: true },
  { key: 'name', title: '姓名', widthPx: 120, text: row => `样例${row.number}`, isSortable: true },
  {
    key: 'spend',
    title: '消费',
    widthPx: 100,
    isNumeric: true,
    isSortable: true,
    text: row => String(row.number * 10),
    value: row => row.number * 10,
  },
]
const source = (generation = 'a', count = 500) => ({
  generation,
  count,
  fetchRange: async (start: number, length: number) =>
    Array.from({ length }, (_, i) => ({ number: start + i + 1 })),
})

/** jsdom lays nothing out: the view is said to be 310 px high, ten rows below the heads, and 800 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})
afterAll(() => vi.restoreAllMocks())

async function show(props: Partial<SheetGridProps<Sample>> = {}) {
  const view = (more: Partial<SheetGridProps<Sample>> = {}) => (
    <HouseProvider language="zh-CN" mode="light">
      <SheetGrid label="客户" columns={columns} source={source()} {...props} {...more} />
    </HouseProvider>
  )
  const first = props.source ?? source()
  const { rerender } = render(view({ source: first }))
  const update = (more: Partial<SheetGridProps<Sample>>) => rerender(view({ source: first, ...more }))
  if (first.count > 0) await screen.findByText('X-1')
  const field = screen.getByRole('textbox')
  field.focus()
  const press = (key: string, modifiers: object = {}) =>
    fireEvent.keyDown(field, { key, ...modifiers }) ? 'left' : 'taken'
  return { field, press, update }
}
const activeText = () => screen.getByRole('textbox').getAttribute('aria-label')

test('a screen reader is told the size of the list and the active cell', async () => {
  const { field, press } = await show()
  const grid = screen.getByRole('grid', { name: '客户' })
  expect(grid.getAttribute('aria-rowcount')).toBe('501')
  expect(grid.getAttribute('aria-colcount')).toBe('4')
  press('ArrowDown')
  press('ArrowRight')
  expect(activeText()).toBe('姓名，第 2 行：样例2')
  const cell = document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
  expect(cell?.textContent).toBe('样例2')
  expect(cell?.getAttribute('aria-colindex')).toBe('3')
  expect(cell?.parentElement?.getAttribute('aria-rowindex')).toBe('3')
})

test('only the rows that are seen exist', async () => {
  await show()
  expect(screen.getAllByRole('row').length).toBeLessThan(30)
})

test('a key that is being composed is left to the input method', async () => {
  const { field, press } = await show({ onOpenRow: () => expect.fail('opened') })
  expect(press('ArrowDown', { isComposing: true })).toBe('left')
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
  expect(activeText()).toBe('编号，第 1 行：X-1')
})

test('Enter opens the row of the active cell', async () => {
  const opened: number[] = []
  const { press } = await show({ onOpenRow: row => opened.push(row.number) })
  press('ArrowDown')
  press('Enter')
  expect(opened).toEqual([2])
})

test('the selection is copied as text and as cells that Excel takes for text', async () => {
  const { field, press } = await show()
  press('ArrowRight')
  press('ArrowDown', { shiftKey: true })
  press('ArrowRight', { shiftKey: true })
  const data = new Map<string, string>()
  fireEvent.copy(field, { clipboardData: { setData: (type: string, text: string) => data.set(type, text) } })
  expect(data.get('text/plain')).toBe('样例1\t10\r\n样例2\t20')
  expect(data.get('text/html')).toContain(`mso-number-format:'\\@'">样例2</td>`)
})

test('selected cells and their sum are told', async () => {
  const onSummary = vi.fn()
  const { press } = await show({ onSummary })
  press('End')
  press('ArrowDown', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(3)
  await vi.waitFor(() =>
    expect(onSummary).toHaveBeenLastCalledWith({
      rowCount: 3,
      columns: [{ key: 'spend', count: 3, sum: 60, mean: 20 }],
    }),
  )
})

test('Ctrl+A selects all rows, Escape gives them up', async () => {
  const onSelectionChange = vi.fn()
  const { press } = await show({ onSelectionChange })
  press('a', { ctrlKey: true })
  expect(onSelectionChange).toHaveBeenLastCalledWith({
    activeRow: 0,
    rows: [{ first: 0, last: 499 }],
    rowCount: 500,
  })
  press('Escape')
  expect(onSelectionChange).toHaveBeenLastCalledWith({ activeRow: 0, rows: [], rowCount: 0 })
})

test('a head sorts: texts from A, figures from the largest, then the other way round', async () => {
  const onSort = vi.fn()
  const { update, press } = await show({ onSort })
  fireEvent.click(screen.getByRole('columnheader', { name: '姓名' }))
  expect(onSort).toHaveBeenLastCalledWith({ key: 'name', direction: 'ascending' })
  fireEvent.click(screen.getByRole('columnheader', { name: '消费' }))
  expect(onSort).toHaveBeenLastCalledWith({ key: 'spend', direction: 'descending' })
  update({ sort: { key: 'spend', direction: 'descending' } })
  const head = screen.getByRole('columnheader', { name: /消费/ })
  expect(head.getAttribute('aria-sort')).toBe('descending')
  fireEvent.click(head)
  expect(onSort).toHaveBeenLastCalledWith({ key: 'spend', direction: 'ascending' })
  press('ArrowDown', { altKey: true })
  expect(onSort).toHaveBeenLastCalledWith({ key: 'number', direction: 'descending' })
})

test('a head that is dragged changes its place and does not sort; Escape leaves it where it was', async () => {
  const onSort = vi.fn()
  const onMove = vi.fn()
  const columnLayout = { onMove, onFreeze: vi.fn(), onHide: vi.fn(), onChoose: vi.fn() }
  await show({ onSort, columnLayout })
  const head = screen.getByRole('columnheader', { name: '编号' })
  const point = (type: string, clientX: number) =>
    new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX, clientY: 5 })
  fireEvent(head, point('pointerdown', 60))
  fireEvent(window, point('pointermove', 790))
  fireEvent(window, point('pointerup', 790))
  fireEvent.click(head)
  expect(onMove.mock.calls).toEqual([['number', 2]])
  expect(onSort).not.toHaveBeenCalled()

  fireEvent(head, point('pointerdown', 60))
  fireEvent(window, point('pointermove', 790))
  fireEvent.keyDown(window, { key: 'Escape' })
  fireEvent(window, point('pointerup', 790))
  expect(onMove).toHaveBeenCalledTimes(1)

  fireEvent(head, point('pointerdown', 60))
  fireEvent(window, point('pointerup', 62))
  fireEvent.click(head)
  expect(onSort).toHaveBeenCalledTimes(1)
})

test('another list begins at its top', async () => {
  const { press, update } = await show()
  press('End', { ctrlKey: true })
  expect(activeText()).toContain('第 500 行')
  await act(async () => update({ source: source('b', 20) }))
  expect(activeText()).toContain('第 1 行')
})

test('an empty list shows what the page says, with its heads', async () => {
  await show({ source: source('a', 0), emptyState: <p>还没有客户。</p> })
  screen.getByText('还没有客户。')
  expect(within(screen.getByRole('grid')).getAllByRole('columnheader')).toHaveLength(4)
})

test('rows that cannot be read are said so, with a way to try again', async () => {
  let isBroken = true
  const good = source()
  const fetchRange = async (start: number, length: number) => {
    if (isBroken) throw new Error('gone')
    return good.fetchRange(start, length)
  }
  render(
    <HouseProvider language="zh-CN" mode="light">
      <SheetGrid label="客户" columns={columns} source={{ ...good, fetchRange }} />
    </HouseProvider>,
  )
  await screen.findByRole('alert')
  isBroken = false
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  await screen.findByText('X-1')
  expect(screen.queryByRole('alert')).toBeNull()
})
