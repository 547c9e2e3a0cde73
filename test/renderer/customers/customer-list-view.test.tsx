import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CustomerListView } from '#renderer/customers/customer-list-view.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import type { CustomerListRow } from '#shared/domain/customer.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { day, exampleRow } from './example-customers.ts'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

let archives = 0
let lists = 0

/** The list of an archive of its own, so that nothing is remembered from another test. */
async function show(rows: (CustomerListRow | null)[], more: Answers = {}, isReadOnly = false) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `list-${archives}`, isReadOnly }
  const acts = { onOpen: vi.fn(), onCreate: vi.fn(), onPrint: vi.fn(), onImport: vi.fn() }
  const window = await renderInWindow(<CustomerListView {...acts} />, {
    'archives.state': () => archive,
    'customers.count': () => ({ count: rows.length }),
    'customers.openList': () => {
      lists += 1
      return { listId: lists, total: rows.length }
    },
    'customers.listPage': ({ start, count }) => rows.slice(start, start + count),
    ...more,
  })
  return { ...window, ...acts, rows }
}

const field = () => screen.getByRole('textbox')
const press = (key: string, modifiers: object = {}) => fireEvent.keyDown(field(), { key, ...modifiers })
const threeRows = () => [exampleRow(1), exampleRow(2), exampleRow(3)]

test('Enter opens the customer in the focused row, and so does a double click', async () => {
  const { onOpen } = await show(threeRows())
  await screen.findByText('样例1')
  expect(document.activeElement).toBe(field())
  press('ArrowDown')
  press('Enter')
  expect(onOpen).toHaveBeenCalledWith(2)
})

test('a key that is being composed opens nothing', async () => {
  const { onOpen } = await show(threeRows())
  await screen.findByText('样例1')
  press('Enter', { isComposing: true })
  press('Enter', { keyCode: 229 })
  expect(onOpen).not.toHaveBeenCalled()
})

test('a click on a head asks for the list in that order, days since the last order running against its date', async () => {
  const { bridge } = await show(threeRows())
  await screen.findByText('样例1')
  expect(bridge.requestsOf('customers.openList').at(-1)).toEqual({
    sort: { column: 'archiveNumber', isDescending: false },
  })
  fireEvent.click(screen.getByRole('columnheader', { name: /累计消费/ }))
  expect(bridge.requestsOf('customers.openList').at(-1)).toEqual({
    sort: { column: 'spendMinor', isDescending: true },
  })
  fireEvent.click(screen.getByRole('columnheader', { name: /距今天数/ }))
  expect(bridge.requestsOf('customers.openList').at(-1)).toEqual({
    sort: { column: 'lastOn', isDescending: false },
  })
  await waitFor(() =>
    expect(screen.getByRole('columnheader', { name: /距今天数/ }).getAttribute('aria-sort')).toBe(
      'descending',
    ),
  )
})

test('days are counted up to today, and a refusal of contact shows a stop sign', async () => {
  // 97 days lie between 16 August and 21 November: 15 + 30 + 31 + 21.
  await show([
    exampleRow(1, { isContactRefused: true }),
    exampleRow(2, {
      total: { orderCount: 0, spendMinor: 0, returnCount: 0, firstOn: null, lastOn: null },
    }),
  ])
  const first = (await screen.findByText('样例1')).closest('[role="row"]') as HTMLElement
  within(first).getByText('97')
  expect(within(first).getByTitle('拒绝联系')).toBeTruthy()
  within(first).getByText('138 0000 0001')
  const second = screen.getByText('样例2').closest('[role="row"]') as HTMLElement
  expect(within(second).queryByTitle('拒绝联系')).toBeNull()
  expect(within(second).getAllByRole('gridcell')[5]?.textContent).toBe('')
})

test('the list keeps its order when customers are added, and offers to be refreshed', async () => {
  const rows = threeRows()
  const { bridge } = await show(rows)
  await screen.findByText('样例1')
  bridge.use({ 'customers.count': () => ({ count: 5 }) })
  await act(async () => bridge.announce('data.changed', { topics: ['customers'] }))
  await screen.findByText('多了 2 位，还没排进列表')
  expect(bridge.requestsOf('customers.openList')).toHaveLength(1)
  rows.push(exampleRow(4), exampleRow(5))
  fireEvent.click(screen.getByRole('button', { name: '刷新' }))
  await screen.findByText('样例5')
  expect(screen.queryByText('多了 2 位，还没排进列表')).toBeNull()
})

test('who was deleted stays in the list as grey text and cannot be opened', async () => {
  const { bridge, rows, onOpen } = await show(threeRows())
  await screen.findByText('样例1')
  rows[0] = null
  await act(async () => bridge.announce('data.changed', { topics: ['customers'] }))
  await waitFor(() => expect(screen.getByText('样例1').tagName).toBe('S'))
  press('Enter')
  expect(onOpen).not.toHaveBeenCalled()
})

test('with rows selected the head says how many and offers what can be done; deleting says so with the way back', async () => {
  const { bridge, onPrint } = await show(threeRows(), {
    'customers.delete': () => ({ changeSetId: 7 }),
    'changes.undo': () => ({ changeSetId: 8 }),
  })
  await screen.findByText('样例1')
  press(' ', { shiftKey: true })
  await screen.findByText('已选 1 位')
  fireEvent.click(screen.getByRole('button', { name: /打印/ }))
  await waitFor(() => expect(onPrint).toHaveBeenCalledWith(1))
  press('ArrowDown', { shiftKey: true })
  await screen.findByText('已选 2 位')
  expect(screen.queryByRole('button', { name: /打印/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /删除 2 位/ }))
  await screen.findByText('已删除 2 位客户')
  expect(bridge.requestsOf('customers.delete')).toEqual([{ customerIds: [1, 2] }])
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 7 }]))
})

async function selectTwo() {
  await screen.findByText('样例1')
  press(' ', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  await screen.findByText('已选 2 位')
}

test('feature 19: a region is set for all selected, who was left alone is said with the reason, and undo is one click', async () => {
  const { bridge } = await show(threeRows(), {
    'fields.list': () => ({ groups: [] }),
    'customers.listRegions': () => [{ name: '江苏省', cities: [{ name: '苏州市', districts: ['姑苏区'] }] }],
    'customers.setField': () => ({
      ...{ changeSetId: 7, changed: 1, unchanged: 0 },
      refused: [{ reason: 'no-address', count: 1 }],
    }),
    'changes.undo': () => ({ changeSetId: 8 }),
  })
  await selectTwo()
  fireEvent.click(screen.getByRole('button', { name: /批量修改/ }))
  const dialog = await screen.findByRole('dialog', { name: '批量修改 2 位客户' })
  const apply = within(dialog).getByRole('button', { name: '修改 2 位' }) as HTMLButtonElement
  expect(apply.disabled).toBe(true)
  const field = within(dialog).getByRole('combobox', { name: '改哪一项' })
  fireEvent.change(field, { target: { value: '地区' } })
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
  const region = await within(dialog).findByRole('combobox', { name: '改成' })
  await waitFor(() => expect(bridge.requestsOf('customers.listRegions')).toHaveLength(1))
  fireEvent.change(region, { target: { value: '苏州' } })
  fireEvent.keyDown(region, { key: 'ArrowDown', keyCode: 40 })
  fireEvent.keyDown(region, { key: 'Enter', keyCode: 13 })
  fireEvent.click(apply)
  await screen.findByText('已修改 1 位客户；1 位没有住址')
  expect(bridge.requestsOf('customers.setField')).toEqual([
    {
      customerIds: [1, 2],
      change: { field: 'region', value: { province: '江苏省', city: '苏州市', district: null } },
    },
  ])
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 7 }]))
})

test('feature 19: a field is emptied for all selected; nothing can be set while nothing was entered', async () => {
  const { bridge } = await show(threeRows(), {
    'fields.list': () => ({ groups: [] }),
    'customers.setField': () => ({ changeSetId: null, changed: 0, unchanged: 2, refused: [] }),
  })
  await selectTwo()
  fireEvent.click(screen.getByRole('button', { name: /批量修改/ }))
  const dialog = await screen.findByRole('dialog', { name: '批量修改 2 位客户' })
  const field = within(dialog).getByRole('combobox', { name: '改哪一项' })
  fireEvent.change(field, { target: { value: '拒绝' } })
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
  const value = await within(dialog).findByRole('textbox', { name: '改成' })
  fireEvent.change(value, { target: { value: '2027-01-01' } })
  await within(dialog).findByText('日历上没有这一天')
  const apply = within(dialog).getByRole('button', { name: '修改 2 位' }) as HTMLButtonElement
  expect(apply.disabled).toBe(true)
  fireEvent.click(within(dialog).getByRole('checkbox', { name: '清空这一项' }))
  fireEvent.click(apply)
  await screen.findByText('没有要改的；2 位原来就是这样')
  expect(bridge.requestsOf('customers.setField')).toEqual([
    { customerIds: [1, 2], change: { field: 'contactRefusedOn', value: null } },
  ])
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
})

test('feature 19: tags are put on all selected and taken off again, those that they have with their counts', async () => {
  const { bridge } = await show(threeRows(), {
    'customers.countTags': ({ customerIds }) =>
      customerIds === null
        ? [{ tagId: 4, name: '老客', count: 312 }]
        : [{ tagId: 4, name: '老客', count: 2 }],
    'customers.addTags': () => ({ changeSetId: 7, changed: 2, unchanged: 0, refused: [] }),
    'customers.removeTags': () => ({ changeSetId: 8, changed: 2, unchanged: 0, refused: [] }),
  })
  await selectTwo()
  fireEvent.click(screen.getByRole('button', { name: /打标签/ }))
  const add = await screen.findByRole('dialog', { name: '给 2 位客户打标签' })
  const tags = within(add).getByRole('combobox', { name: '标签' })
  fireEvent.change(tags, { target: { value: '老客、团长、' } })
  fireEvent.click(within(add).getByRole('button', { name: '打标签' }))
  await screen.findByText('已给 2 位客户打上标签')
  expect(bridge.requestsOf('customers.addTags')).toEqual([{ customerIds: [1, 2], tags: ['老客', '团长'] }])
  fireEvent.click(screen.getByRole('button', { name: '去标签' }))
  const remove = await screen.findByRole('dialog', { name: '去掉 2 位客户的标签' })
  fireEvent.click(await within(remove).findByRole('checkbox', { name: '老客 2' }))
  fireEvent.click(within(remove).getByRole('button', { name: '去标签' }))
  await screen.findByText('已去掉 2 位客户的标签')
  expect(bridge.requestsOf('customers.removeTags')).toEqual([{ customerIds: [1, 2], tagIds: [4] }])
})

test('Ctrl+N begins a new card', async () => {
  const { onCreate } = await show(threeRows())
  await screen.findByText('样例1')
  press('n', { ctrlKey: true })
  expect(onCreate).toHaveBeenCalledTimes(1)
})

test('an archive that cannot be written offers neither a new card nor deleting', async () => {
  const { onCreate } = await show(threeRows(), {}, true)
  await screen.findByText('样例1')
  press(' ', { shiftKey: true })
  await screen.findByText('已选 1 位')
  expect(screen.queryByRole('button', { name: /删除/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /新建客户/ })).toBeNull()
  press('n', { ctrlKey: true })
  expect(onCreate).not.toHaveBeenCalled()
})

test('without customers the page says what will be here, with the way to get them', async () => {
  const { onImport } = await show([])
  await screen.findByText(/还没有客户/)
  fireEvent.click(screen.getByRole('button', { name: '导入表格' }))
  expect(onImport).toHaveBeenCalledTimes(1)
})

test('the first customers appear by themselves in an empty list', async () => {
  const { bridge, rows } = await show([])
  await screen.findByText(/还没有客户/)
  rows.push(exampleRow(1))
  await act(async () => bridge.announce('data.changed', { topics: ['customers'] }))
  await screen.findByText('样例1')
})

test('a list that cannot be read says so in place, and can be asked for again', async () => {
  let isBroken = true
  await show(threeRows(), {
    'customers.openList': () => {
      if (isBroken) throw new AppError('disk-failed')
      return { listId: 999, total: 3 }
    },
  })
  await screen.findByRole('alert')
  isBroken = false
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  await screen.findByText('样例1')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a list that main has dropped is taken anew', async () => {
  let dropped = 0
  const { bridge } = await show(threeRows(), {
    'customers.listPage': ({ start, count }) => {
      dropped += 1
      if (dropped === 1) throw new AppError('not-found')
      return threeRows().slice(start, start + count)
    },
  })
  await screen.findByText('样例1')
  expect(bridge.requestsOf('customers.openList')).toHaveLength(2)
})

test('what a customer spent is copied and read as a plain number, and shown with commas', async () => {
  await show([
    exampleRow(1, {
      total: {
        orderCount: 23,
        spendMinor: 917_300,
        returnCount: 0,
        firstOn: null,
        lastOn: day('2026-08-16'),
      },
    }),
  ])
  await screen.findByText('9,173.00')
  for (let step = 0; step < 7; step += 1) press('ArrowRight')
  expect(field().getAttribute('aria-label')).toContain('9173.00')
})

test('the list opens as it was left: its order and its columns, and tells the archive of a new order', async () => {
  const left = { sort: { key: 'spendMinor', direction: 'descending' }, widths: { name: 333 } } as const
  const { bridge } = await show(threeRows(), {
    'settings.getListLayout': () => left,
    'settings.saveListLayout': () => null,
  })
  await screen.findByText('样例1')
  expect(bridge.requestsOf('customers.openList').at(-1)).toEqual({
    sort: { column: 'spendMinor', isDescending: true },
  })
  expect(screen.getByRole('columnheader', { name: /客户姓名/ }).style.width).toBe('333px')
  fireEvent.click(screen.getByRole('columnheader', { name: /客户姓名/ }))
  expect(bridge.requestsOf('settings.saveListLayout')).toEqual([
    {
      list: 'customers',
      layout: {
        columns: null,
        frozenCount: 2,
        sort: { key: 'name', direction: 'ascending' },
        widths: { name: 333 },
      },
    },
  ])
})
