import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { customerList } from '#renderer/customers/customer-list.ts'
import { CustomerListView } from '#renderer/customers/customer-list-view.tsx'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleRow } from './example-customers.ts'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

const asOf = '2026-11-21' as CalendarDate
let archives = 0

async function show(more: Answers = {}) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `filter-${archives}` }
  const acts = { onOpen: vi.fn(), onCreate: vi.fn(), onPrint: vi.fn(), onImport: vi.fn() }
  const window = await renderInWindow(<CustomerListView {...acts} />, {
    'archives.state': () => archive,
    'customers.count': () => ({ count: 3 }),
    'customers.openList': ({ where }) => ({
      listId: where ? 900 + archives : 500 + archives,
      total: where ? 1 : 3,
    }),
    'customers.listPage': ({ start, count }) =>
      [exampleRow(1), exampleRow(2), exampleRow(3)].slice(start, start + count),
    'customers.countFiltered': () => ({ count: 1, withoutGroup: [3] }),
    'customers.countTags': () => [{ tagId: 4, name: '老客', count: 2 }],
    'customers.listRegions': () => [{ name: '安徽省', cities: [{ name: '合肥市', districts: ['蜀山区'] }] }],
    'analytics.listRuleSets': () => [],
    'fields.list': () => ({ groups: [] }),
    ...more,
  })
  await screen.findByText('样例1')
  return window
}

const lastAsked = (bridge: Awaited<ReturnType<typeof show>>['bridge']) =>
  bridge.requestsOf('customers.openList').at(-1)?.where?.filter

async function chooseField(name: string) {
  const dialog = await screen.findByRole('dialog', { name: '筛选客户' })
  const field = within(dialog).getAllByRole('combobox', { name: '哪一项' }).at(-1) as HTMLElement
  fireEvent.change(field, { target: { value: name } })
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
  return dialog
}

async function chooseValue(dialog: HTMLElement, text: string, found: string) {
  const value = within(dialog).getAllByRole('combobox', { name: '内容' }).at(-1) as HTMLElement
  fireEvent.change(value, { target: { value: text } })
  await screen.findByTitle(found)
  fireEvent.keyDown(value, { key: 'Enter', keyCode: 13 })
}

test('Ctrl+Shift+L enters a condition, says how many match, and the list then has a sentence that can be taken away', async () => {
  const { bridge } = await show()
  fireEvent.keyDown(window, { key: 'L', ctrlKey: true, shiftKey: true })
  const dialog = await chooseField('地区')
  await within(dialog).findByText('填好后，这里会显示有几位符合')
  await chooseValue(dialog, '合肥', '安徽省 合肥市')
  await within(dialog).findByText('符合的有 1 位')
  fireEvent.keyDown(dialog.querySelector('form') as Element, { key: 'Enter', ctrlKey: true })
  const region = { field: 'region', test: 'any-of', values: ['安徽省/合肥市'] }
  expect(lastAsked(bridge)).toEqual({ match: 'all', groups: [[region]] })
  await screen.findByText('1 位，全部 3 位')
  const chip = screen.getByRole('button', { name: '地区是「合肥市」' })
  fireEvent.keyDown(chip, { key: 'Delete' })
  expect(lastAsked(bridge)).toBeUndefined()
  await screen.findByText('3 位')
  expect(screen.queryByRole('button', { name: '地区是「合肥市」' })).toBeNull()
})

test('conditions in one chip are alternatives, chips all hold, and one switch turns that round', async () => {
  const { bridge } = await show()
  const tag = { field: 'tag', test: 'any-of', values: [4] } as const
  const bought = { field: 'lastOn', test: 'not-last-days', days: 90 } as const
  fireEvent.click(screen.getByRole('button', { name: /筛选$/ }))
  const dialog = await chooseField('标签')
  await chooseValue(dialog, '老客', '老客')
  const add = within(dialog).getByRole('button', { name: '或者，再加一种' }) as HTMLButtonElement
  await waitFor(() => expect(add.disabled).toBe(false))
  fireEvent.click(add)
  await chooseField('最近购买')
  const tests = within(dialog).getAllByRole('combobox', { name: '怎么比' })
  fireEvent.mouseDown(tests.at(-1) as HTMLElement)
  fireEvent.click(await screen.findByTitle('最近几天内没有'))
  fireEvent.change(within(dialog).getByRole('textbox', { name: '天数' }), { target: { value: '90' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '筛选' }))
  expect(lastAsked(bridge)).toEqual({ match: 'all', groups: [[tag, bought]] })
  await screen.findByRole('button', { name: '标签有「老客」 或 最近 90 天没买' })
  fireEvent.click(screen.getByRole('button', { name: /添加条件/ }))
  const second = await chooseField('订单笔数')
  fireEvent.change(within(second).getByRole('textbox', { name: '从' }), { target: { value: '5' } })
  fireEvent.click(within(second).getByRole('button', { name: '筛选' }))
  await screen.findByRole('button', { name: '订单笔数至少 5' })
  fireEvent.click(screen.getByText('满足一条就算'))
  const orders = { field: 'orderCount', test: 'number-between', from: 5, to: null }
  expect(lastAsked(bridge)).toEqual({ match: 'any', groups: [[tag, bought], [orders]] })
  await screen.findByRole('button', { name: '标签有「老客」 且 最近 90 天没买' })
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(lastAsked(bridge)).toBeUndefined()
})

test('one more condition that must hold too is entered without leaving the dialog', async () => {
  const { bridge } = await show()
  fireEvent.click(screen.getByRole('button', { name: /筛选$/ }))
  const dialog = await chooseField('标签')
  await chooseValue(dialog, '老客', '老客')
  const also = within(dialog).getByRole('button', { name: '并且，再加一个条件' }) as HTMLButtonElement
  await waitFor(() => expect(also.disabled).toBe(false))
  fireEvent.click(also)
  await screen.findByRole('button', { name: '标签有「老客」' })
  await waitFor(() =>
    expect(screen.queryByText('标签', { selector: '.ant-select-selection-item' })).toBeNull(),
  )
  const second = await chooseField('订单笔数')
  fireEvent.change(within(second).getByRole('textbox', { name: '从' }), { target: { value: '5' } })
  fireEvent.click(within(second).getByRole('button', { name: '筛选' }))
  const tag = { field: 'tag', test: 'any-of', values: [4] }
  const orders = { field: 'orderCount', test: 'number-between', from: 5, to: null }
  expect(lastAsked(bridge)).toEqual({ match: 'all', groups: [[tag], [orders]] })
})

test('an empty result names the condition that hides most and takes it away on a click', async () => {
  const filter: CustomerFilter = {
    match: 'all',
    groups: [
      [{ field: 'spendMinor', test: 'number-between', from: 50_000, to: null }],
      [{ field: 'birthday', test: 'next-days', days: 7 }],
    ],
  }
  const { bridge } = await show({
    'customers.openList': ({ where }) =>
      where?.filter.groups.length === 2 ? { listId: 777, total: 0 } : { listId: 778, total: 3 },
    'customers.countFiltered': () => ({ count: 0, withoutGroup: [2, 37] }),
  })
  customerList.filterBy({ filter, asOf })
  await screen.findByText('没有客户符合全部条件。')
  await screen.findByRole('button', { name: '去掉「累计消费至少 ¥500.00」，有 2 位' })
  fireEvent.click(screen.getByRole('button', { name: '去掉「生日在今后 7 天内」，有 37 位' }))
  expect(lastAsked(bridge)).toEqual({ match: 'all', groups: [filter.groups[0]] })
})

test('a condition on a field that was taken off the form stands out', async () => {
  await show()
  customerList.filterBy({
    filter: { match: 'all', groups: [[{ field: 'field:9', test: 'filled' }]] },
    asOf,
  })
  const chip = await screen.findByRole('button', { name: '停用的一项填了' })
  await waitFor(() => expect(chip.closest('.chip')?.className).toContain('is-gone'))
})

test('what was deleted or renamed meanwhile does not break the words of a filter', async () => {
  await show()
  customerList.filterBy({
    filter: { match: 'all', groups: [[{ field: 'tag', test: 'none-of', values: [4, 5] }]] },
    asOf,
  })
  await screen.findByRole('button', { name: '标签没有「老客」、「已删除的选项」' })
})

test('a filter by a tag that is merged into another asks for the other from then on; a filter by other tags stays', async () => {
  const { bridge } = await show()
  const byTag = (...values: number[]): CustomerFilter => ({
    match: 'all',
    groups: [[{ field: 'tag', test: 'any-of', values }]],
  })
  customerList.filterBy({ filter: byTag(3, 5), asOf })
  await screen.findByRole('button', { name: /^标签有/ })
  const asked = bridge.requestsOf('customers.openList').length
  customerList.followMergedTags(9, [8])
  expect(bridge.requestsOf('customers.openList')).toHaveLength(asked)
  customerList.followMergedTags(4, [3])
  await waitFor(() => expect(lastAsked(bridge)).toEqual(byTag(4, 5)))
})

const anhui: CustomerFilter = {
  match: 'all',
  groups: [[{ field: 'region', test: 'any-of', values: ['安徽省'] }]],
}
const byName = { key: 'name', direction: 'ascending' } as const
const savedView = { viewId: 7, name: '安徽客户', content: { filter: anhui, sort: byName, widths: {} } }

async function openMenu() {
  fireEvent.click(screen.getByRole('button', { name: /^视图/ }))
  return screen.findByRole('menu')
}

test('a view opens with its filter and its order, with how many are in it beside its name; the first entry leads back to all', async () => {
  const { bridge } = await show({ 'views.list': () => [savedView], 'settings.saveListLayout': () => null })
  await screen.findByText('全部客户')
  const menu = await openMenu()
  const entry = await within(menu).findByRole('menuitem', { name: /^安徽客户 ?1$/ })
  fireEvent.click(entry)
  expect(bridge.requestsOf('customers.openList').at(-1)).toEqual({
    sort: { column: 'name', isDescending: false },
    where: { filter: anhui, asOf },
  })
  const button = screen.getByRole('button', { name: /^视图/ })
  await waitFor(() => expect(button.textContent).toContain('安徽客户'))
  fireEvent.click(screen.getByRole('columnheader', { name: /累计消费/ }))
  await waitFor(() => expect(button.textContent).toContain('安徽客户（改过）'))
  fireEvent.click(within(await openMenu()).getByRole('menuitem', { name: /^全部客户/ }))
  expect(lastAsked(bridge)).toBeUndefined()
})

test('the list as it is is saved under a name, with the way back; a known name says that it is replaced', async () => {
  const { bridge } = await show({
    'views.list': () => [savedView],
    'views.save': () => ({ viewId: 7, changeSetId: 12 }),
    'changes.undo': () => ({ changeSetId: 13 }),
  })
  customerList.filterBy({ filter: anhui, asOf })
  fireEvent.click(within(await openMenu()).getByRole('menuitem', { name: '另存为视图…' }))
  const dialog = await screen.findByRole('dialog', { name: '保存视图' })
  const name = within(dialog).getByRole('textbox', { name: '名称' })
  fireEvent.change(name, { target: { value: '安徽客户' } })
  await within(dialog).findByText('已有这个名称的视图，会被替换，可以撤销。')
  fireEvent.keyDown(name, { key: 'Enter', keyCode: 13 })
  await screen.findByText('已保存视图「安徽客户」')
  const sort = { key: 'archiveNumber', direction: 'ascending' }
  expect(bridge.requestsOf('views.save')).toEqual([
    { name: '安徽客户', content: { filter: anhui, sort, widths: {}, columns: null, frozenCount: 2 } },
  ])
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 12 }]))
})

test('a view is renamed and removed from the menu, each with the way back; a taken name is said before', async () => {
  const other = { ...savedView, viewId: 8, name: '浙江客户' }
  const { bridge } = await show({
    'views.list': () => [savedView, other],
    'views.rename': () => ({ viewId: 7, changeSetId: 14 }),
    'views.remove': () => ({ viewId: 7, changeSetId: 15 }),
    'settings.saveListLayout': () => null,
  })
  fireEvent.click(await within(await openMenu()).findByRole('menuitem', { name: /^安徽客户/ }))
  fireEvent.click(within(await openMenu()).getByRole('menuitem', { name: '给「安徽客户」改名…' }))
  const dialog = await screen.findByRole('dialog', { name: '视图改名' })
  const name = within(dialog).getByRole('textbox', { name: '名称' })
  const rename = within(dialog).getByRole('button', { name: '改名' }) as HTMLButtonElement
  fireEvent.change(name, { target: { value: '浙江客户' } })
  expect(rename.disabled).toBe(true)
  fireEvent.change(name, { target: { value: '皖' } })
  fireEvent.click(rename)
  await screen.findByText('已改名为「皖」')
  expect(bridge.requestsOf('views.rename')).toEqual([{ viewId: 7, name: '皖' }])
  fireEvent.click(within(await openMenu()).getByRole('menuitem', { name: '删除视图「安徽客户」' }))
  await screen.findByText('已删除视图「安徽客户」')
  expect(bridge.requestsOf('views.remove')).toEqual([{ viewId: 7 }])
})

test('what the list is filtered by stands beside the name while the filter is on, and the list can be kept as a view', async () => {
  const { bridge } = await show()
  const heads = () => screen.getAllByRole('columnheader').map(head => head.textContent)
  const first = heads()
  expect(first.slice(0, 4)).toEqual([expect.anything(), '档案编号', '客户姓名', '联系电话'])
  fireEvent.keyDown(window, { key: 'L', ctrlKey: true, shiftKey: true })
  const dialog = await chooseField('职业')
  fireEvent.change(within(dialog).getByRole('textbox', { name: '内容' }), { target: { value: '教师' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '筛选' }))
  await screen.findByRole('button', { name: '职业含「教师」' })
  expect(heads().slice(1, 5)).toEqual(['档案编号', '客户姓名', '职业', '联系电话'])
  expect(heads().filter(head => head === '职业')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '存为视图' }))
  const naming = await screen.findByRole('dialog', { name: '保存视图' })
  fireEvent.change(within(naming).getByRole('textbox'), { target: { value: '教师' } })
  fireEvent.click(within(naming).getByRole('button', { name: '保存视图' }))
  await waitFor(() => expect(bridge.requestsOf('views.save')).toHaveLength(1))
  const kept = bridge.requestsOf('views.save')[0]?.content
  expect([kept?.filter?.groups.length, kept?.columns ?? null]).toEqual([1, null])
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  await waitFor(() => expect(heads()).toEqual(first))
})
