import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CustomerListView } from '#renderer/customers/customer-list-view.tsx'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleRow } from './example-customers.ts'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

let archives = 0

async function show() {
  archives += 1
  const archive = { ...openArchive, archiveToken: `names-${archives}` }
  const acts = { onOpen: vi.fn(), onCreate: vi.fn(), onPrint: vi.fn(), onImport: vi.fn() }
  let lists = archives * 100
  const rows = Array.from({ length: 30 }, (_, at) => exampleRow(at + 1))
  const window = await renderInWindow(<CustomerListView {...acts} />, {
    'archives.state': () => archive,
    'customers.openList': () => {
      lists += 1
      return { listId: lists, total: rows.length }
    },
    'customers.listPage': ({ start, count }) => rows.slice(start, start + count),
    'customers.findInList': () => ({ index: null, total: 30, previousId: null, nextId: null }),
    'customers.initials': ({ by }) =>
      by === 'pinyin'
        ? [
            { initial: 'C', index: 0 },
            { initial: 'L', index: 9 },
            { initial: 'Z', index: 20 },
          ]
        : [
            { initial: '#', index: 0 },
            { initial: '1', index: 3 },
            { initial: '12', index: 25 },
          ],
    'settings.saveListLayout': () => null,
  })
  await screen.findByText('样例1')
  return window
}

/** Counted from 0, as the text field over the active cell says it. */
const activeRow = () => {
  const label = document.querySelector('textarea')?.getAttribute('aria-label') ?? ''
  return Number(/第 (\d+) 行/.exec(label)?.[1]) - 1
}

test('a list by names has their initials above it: a click and a typed letter go to the first of them', async () => {
  const { bridge } = await show()
  expect(screen.queryByRole('toolbar', { name: '跳到姓名开头' })).toBeNull()
  fireEvent.click(screen.getByRole('columnheader', { name: /客户姓名/ }))
  const strip = await screen.findByRole('toolbar', { name: '跳到姓名开头' })
  fireEvent.click(await within(strip).findByRole('button', { name: 'L' }))
  await waitFor(() => expect(activeRow()).toBe(9))
  fireEvent.keyDown(window, { key: 'j', altKey: true })
  const current = within(strip).getByRole('button', { name: 'L' })
  expect(document.activeElement).toBe(current)
  fireEvent.keyDown(current, { key: 'z' })
  await waitFor(() => expect(activeRow()).toBe(20))
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' })
  expect(document.activeElement).toBe(current)
  fireEvent.keyDown(current, { key: 'Escape' })
  expect((document.activeElement as Element).tagName).toBe('TEXTAREA')
  expect(bridge.requestsOf('customers.openList').at(-1)?.sort.column).toBe('name')
})

test('names are ordered by strokes instead, the head still turns the order round, and figures typed together are one number', async () => {
  const { bridge } = await show()
  fireEvent.click(screen.getByRole('columnheader', { name: /客户姓名/ }))
  fireEvent.click(await screen.findByText('按笔画'))
  const strip = await screen.findByRole('toolbar', { name: '跳到姓名开头' })
  const twelve = await within(strip).findByRole('button', { name: '12 画' })
  expect(bridge.requestsOf('customers.openList').at(-1)?.sort).toEqual({
    column: 'nameStrokes',
    isDescending: false,
  })
  const head = screen.getByRole('columnheader', { name: /客户姓名/ })
  await waitFor(() => expect(head.getAttribute('aria-sort')).toBe('ascending'))
  const first = within(strip).getByRole('button', { name: '1 画' })
  first.focus()
  fireEvent.keyDown(first, { key: '1' })
  await waitFor(() => expect(activeRow()).toBe(3))
  fireEvent.keyDown(first, { key: '2' })
  await waitFor(() => expect(activeRow()).toBe(25))
  expect(document.activeElement).toBe(twelve)
  fireEvent.click(head)
  expect(bridge.requestsOf('customers.openList').at(-1)?.sort).toEqual({
    column: 'nameStrokes',
    isDescending: true,
  })
})
