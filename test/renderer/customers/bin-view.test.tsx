import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { daysLeft } from '#renderer/customers/bin/bin-columns.ts'
import { BinLink } from '#renderer/customers/bin/bin-link.tsx'
import { BinView } from '#renderer/customers/bin/bin-view.tsx'
import type { BinRow } from '#shared/domain/customer-bin.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

const row = (n: number): BinRow => ({
  ...{ customerId: n, archiveNumber: `X-${n}`, kind: 'individual', name: `样例${n}` },
  ...{ phone: `1380000110${n}`, orderCount: n, lastOn: null },
  deletedAt: new Date(Date.now() - (n * 10 + 0.5) * 86_400_000).toISOString(),
})

async function show(more: Answers = {}, isReadOnly = false) {
  let rows = [row(1), row(2), row(3)]
  let listId = 0
  const onBack = vi.fn()
  const window = await renderInWindow(<BinView onBack={onBack} />, {
    'archives.state': () => ({ ...openArchive, isReadOnly }),
    'customers.openBin': () => {
      listId += 1
      return { listId, total: rows.length }
    },
    'customers.binPage': ({ start, count }) => rows.slice(start, start + count),
    ...more,
  })
  const leave = (...ids: number[]) => {
    rows = rows.filter(({ customerId }) => !ids.includes(customerId))
    return act(async () => window.bridge.announce('data.changed', { topics: ['customers'] }))
  }
  return { ...window, onBack, leave }
}

const press = (key: string, modifiers: object = {}) =>
  fireEvent.keyDown(screen.getByRole('textbox'), { key, ...modifiers })

test('the bin says who was deleted and how many days are left of ninety', async () => {
  const { onBack } = await show()
  const first = (await screen.findByText('样例1')).closest('[role="row"]') as HTMLElement
  within(first).getByText('80')
  within(first).getByText('138 0000 1101')
  screen.getByRole('button', { name: /恢复「样例1」/ })
  await screen.findByText('3 位。删除满 90 天后自动永久删除')
  press('Escape')
  expect(onBack).toHaveBeenCalledTimes(1)
})

test('ninety days are left at first, one on the last day, none afterwards', () => {
  const deletedAt = '2026-08-20T00:00:00.000Z'
  expect(daysLeft(deletedAt, new Date('2026-08-20T00:00:01.000Z'))).toBe(90)
  expect(daysLeft(deletedAt, new Date('2026-11-17T23:00:00.000Z'))).toBe(1)
  expect(daysLeft(deletedAt, new Date('2027-01-01T00:00:00.000Z'))).toBe(0)
})

test('one or all are restored with the keyboard alone, with the way back, and leave the bin', async () => {
  const { bridge, leave } = await show({
    'customers.restore': ({ customerIds }) => ({
      changeSetId: 7,
      restored: Array.isArray(customerIds) ? customerIds.length : 2,
    }),
    'changes.undo': () => ({ changeSetId: 8 }),
  })
  await screen.findByText('样例1')
  press('ArrowDown')
  press(' ', { shiftKey: true })
  fireEvent.click(await screen.findByRole('button', { name: /恢复 1 位/ }))
  await screen.findByText('已恢复 1 位客户')
  expect(bridge.requestsOf('customers.restore')).toEqual([{ customerIds: [2] }])
  await leave(2)
  await waitFor(() => expect(screen.queryByText('样例2')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 7 }]))
  press('ArrowUp')
  press('Enter')
  await waitFor(() => expect(bridge.requestsOf('customers.restore')).toHaveLength(2))
  expect(bridge.requestsOf('customers.restore').at(-1)).toEqual({ customerIds: [1] })
  fireEvent.click(screen.getByRole('button', { name: /全部恢复/ }))
  await screen.findByText('已恢复 2 位客户')
  expect(bridge.requestsOf('customers.restore').at(-1)).toEqual({ customerIds: null })
})

test('deleting for good waits until the number was typed, and says what it did', async () => {
  const { bridge, leave } = await show({ 'customers.purge': () => ({ purged: 3, orders: 5 }) })
  await screen.findByText('样例1')
  fireEvent.click(screen.getByRole('button', { name: /清空回收站/ }))
  const dialog = await screen.findByRole('dialog', { name: '永久删除 3 位客户' })
  const ok = within(dialog).getByRole('button', { name: '永久删除 3 位' }) as HTMLButtonElement
  const typed = within(dialog).getByRole('textbox', { name: '写下位数 3，再点删除' })
  expect(ok.disabled).toBe(true)
  fireEvent.change(typed, { target: { value: '30' } })
  fireEvent.keyDown(typed, { key: 'Enter', keyCode: 13 })
  expect(bridge.requestsOf('customers.purge')).toEqual([])
  fireEvent.change(typed, { target: { value: '３' } })
  fireEvent.click(ok)
  await screen.findByText('已永久删除 3 位客户')
  expect(bridge.requestsOf('customers.purge')).toEqual([{ customerIds: null }])
  await leave(1, 2, 3)
  await screen.findByText('回收站是空的。删除的客户会在这里放 90 天，随时可以恢复。')
})

test('an archive that cannot be written shows the bin without its acts', async () => {
  await show({}, true)
  await screen.findByText('样例1')
  expect(screen.queryByRole('button', { name: /恢复|删除|清空/ })).toBeNull()
})

test('the way to the bin stands beside the list while somebody is in it', async () => {
  const { bridge } = await renderInWindow(<BinLink href="#/customers/bin" />, {
    'customers.countBin': () => ({ count: 2 }),
  })
  expect((await screen.findByRole('link', { name: '回收站 2 位' })).getAttribute('href')).toBe(
    '#/customers/bin',
  )
  bridge.use({ 'customers.countBin': () => ({ count: 0 }) })
  await act(async () => bridge.announce('data.changed', { topics: ['customers'] }))
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})
