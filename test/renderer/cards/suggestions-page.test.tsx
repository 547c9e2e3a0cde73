import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, test, vi } from 'vitest'
import { Page } from '#renderer/app/pages/cards-page.tsx'
import { SuggestionsLink } from '#renderer/cards/suggestions-link.tsx'
import type { ArchiveSettings } from '#shared/domain/settings.ts'
import { defaultQuality } from '#shared/domain/settings.ts'
import { exampleRow } from '#test/renderer/customers/example-customers.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1600)
})

const settings: ArchiveSettings = {
  ...{
    shopName: '样例店',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    idleDays: 365,
    quality: defaultQuality,
  },
  ...{ individualPrefix: 'X', companyPrefix: 'Q' },
}

let archives = 0
/** Three customers wait in the part asked for, none in the others. */
async function show(part: 'first-order' | 'idle' | 'back-again', answers: Answers = {}, isReadOnly = false) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `proposed-${archives}`, isReadOnly }
  const router = createMemoryRouter([
    { path: '/', element: <Page /> },
    { path: '/customers/:customerId', element: <p>客户页</p> },
  ])
  const window = await renderInWindow(<RouterProvider router={router} />, {
    'archives.state': () => archive,
    'cards.countSuggestions': () => ({
      counts: { 'first-order': 0, idle: 0, 'back-again': 0, [part]: 3 },
      idleDays: 365,
    }),
    'cards.openSuggestions': ({ suggestion }) => ({ listId: 5, total: suggestion === part ? 3 : 0 }),
    'customers.listPage': ({ start, count }) =>
      [exampleRow(1), exampleRow(2), exampleRow(3)].slice(start, start + count),
    'cards.confirm': ({ customers }) => ({
      changeSetId: 8,
      turned: !customers.all && Array.isArray(customers.customerIds) ? customers.customerIds.length : 3,
    }),
    'cards.dismiss': () => ({ changeSetId: 9 }),
    'changes.undo': () => ({ changeSetId: 10 }),
    'settings.get': () => settings,
    'settings.save': changed => ({ ...settings, ...changed }),
    ...answers,
  })
  return { ...window, router }
}
const grid = () => screen.getByRole('grid')
const press = (key: string, modifiers: object = {}) =>
  fireEvent.keyDown(within(grid().parentElement as HTMLElement).getByRole('textbox'), { key, ...modifiers })

test('the page begins with the part in which somebody waits, and all of it are confirmed at once', async () => {
  const { bridge } = await show('back-again')
  await screen.findByText('样例1')
  screen.getByText('旧客户在停止交易之后又下了单。转回现有客户卡，编号和记录不变。')
  fireEvent.click(screen.getByRole('button', { name: '3 位转为现有客户卡' }))
  await screen.findByText('3 位已转为现有客户卡')
  expect(bridge.requestsOf('cards.confirm')).toEqual([
    { suggestion: 'back-again', customers: { all: true, except: [] }, stopReason: null, note: null },
  ])
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 8 }]))
})

test('with rows selected only they are confirmed', async () => {
  const { bridge } = await show('first-order')
  await screen.findByText('样例1')
  press('ArrowDown')
  press(' ', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  await screen.findByText('已选 2 位')
  fireEvent.click(screen.getByRole('button', { name: '2 位转为现有客户卡' }))
  await screen.findByText('2 位已转为现有客户卡')
  expect(bridge.requestsOf('cards.confirm')).toEqual([
    {
      ...{ suggestion: 'first-order', customers: { all: false, customerIds: [2, 3] } },
      ...{ stopReason: null, note: null },
    },
  ])
})

test('for those long absent the reason is asked once for all chosen, and without one nothing is sent', async () => {
  const { bridge } = await show('idle')
  await screen.findByText('样例1')
  fireEvent.click(screen.getByRole('button', { name: '3 位转为旧客户卡' }))
  const dialog = within(await screen.findByRole('dialog'))
  const act = dialog.getByRole('button', { name: '3 位转为旧客户卡' })
  fireEvent.click(act)
  await dialog.findByText('先选一个原因；不知道就选「问过，不清楚」')
  expect(bridge.requestsOf('cards.confirm')).toEqual([])
  fireEvent.click(dialog.getByRole('radio', { name: '去了别家' }))
  fireEvent.click(act)
  await screen.findByText('3 位已转为旧客户卡')
  expect(bridge.requestsOf('cards.confirm')).toMatchObject([{ suggestion: 'idle', stopReason: 'competitor' }])
})

test('waved off, they are gone from list and counts, and the toast takes it back', async () => {
  const { bridge } = await show('idle')
  await screen.findByText('样例1')
  bridge.use({
    'cards.countSuggestions': () => ({
      counts: { 'first-order': 0, idle: 0, 'back-again': 0 },
      idleDays: 365,
    }),
    'cards.openSuggestions': () => ({ listId: 6, total: 0 }),
  })
  fireEvent.click(screen.getByRole('button', { name: '3 位不转' }))
  await screen.findByText('3 位不转，再下单时才会再问')
  expect(bridge.requestsOf('cards.dismiss')).toEqual([
    { suggestion: 'idle', customers: { all: true, except: [] } },
  ])
  await act(async () => bridge.announce('data.changed', { topics: ['changes', 'cards'] }))
  await screen.findByText('没有这么久不来的现有客户。超过这些天还没有下单的，会列在这里。')
  await screen.findByText('很久没来 0')
  expect(screen.queryByRole('button', { name: /位转为/ })).toBeNull()
})

test('the days of absence are set where they count; nonsense is said and not saved', async () => {
  const { bridge } = await show('idle')
  const days = await screen.findByRole('textbox', { name: '超过多少天没下单算很久没来' })
  fireEvent.change(days, { target: { value: '7' } })
  fireEvent.blur(days)
  await screen.findByText('写 30 到 3650 之间的天数')
  fireEvent.keyDown(days, { key: 'Enter', isComposing: true })
  expect(bridge.requestsOf('settings.save')).toEqual([])
  fireEvent.change(days, { target: { value: '90' } })
  fireEvent.keyDown(days, { key: 'Enter' })
  await waitFor(() => expect(bridge.requestsOf('settings.save')).toMatchObject([{ idleDays: 90 }]))
})

test('Enter opens the customer with the list one came from', async () => {
  const { router } = await show('idle')
  await screen.findByText('样例1')
  press('ArrowDown')
  press('Enter')
  await screen.findByText('客户页')
  expect(router.state.location).toMatchObject({ pathname: '/customers/2', search: '?list=5&cards=idle' })
})

test('why customers stopped stands there with counts and shares, those never asked among them', async () => {
  await show('idle', {
    'cards.stopReasons': () => ({
      total: 8,
      reasons: [
        { stopReason: 'price', count: 5 },
        { stopReason: 'moved', count: 2 },
        { stopReason: null, count: 1 },
      ],
    }),
  })
  fireEvent.click(await screen.findByText('为什么不来了'))
  await screen.findByText('旧客户为什么不来了：共 8 位')
  // 5, 2 and 1 of 8.
  const [, ...rows] = screen.getAllByRole('row')
  const cells = rows.map(row =>
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  )
  expect(cells).toEqual([
    ['价格', '5', '62.5%'],
    ['搬走了', '2', '25.0%'],
    ['没有问过', '1', '12.5%'],
  ])
})

test('an archive that is only read shows who is proposed and no act', async () => {
  await show('idle', {}, true)
  await screen.findByText('样例1')
  expect(screen.queryByRole('button', { name: /位/ })).toBeNull()
})

test.each([
  [{ 'first-order': 1, idle: 20, 'back-again': 0 }, '20 位很久没买，可转为旧客户卡；另 1 位'],
  [{ 'first-order': 0, idle: 0, 'back-again': 0 }, null],
])('the link to the page says how many wait, and is not there for none', async (counts, text) => {
  const { bridge } = await renderInWindow(<SuggestionsLink href="#/customers/cards" />, {
    'cards.countSuggestions': () => ({ counts, idleDays: 365 }),
  })
  await waitFor(() => expect(bridge.requestsOf('cards.countSuggestions')).toHaveLength(1))
  if (text === null) expect(screen.queryByRole('link')).toBeNull()
  else
    expect((await screen.findByRole('link', { name: text })).getAttribute('href')).toBe('#/customers/cards')
})
