import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { HistoryPanel } from '#renderer/customers/history-panel.tsx'
import { ImportHref } from '#renderer/customers/value-source.tsx'
import type { HistoryEntry } from '#shared/domain/edit-history.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const act = (facts: Partial<HistoryEntry>): HistoryEntry => ({
  ...{ changeSetId: 1, kind: 'customer-edited', actor: 'operator', madeAt: '2026-08-16T02:00:00.000Z' },
  ...{ importBatchId: null, fileName: null, step: 'act', isUndone: false, lines: [] },
  ...facts,
})
const entries: HistoryEntry[] = [
  act({
    changeSetId: 9,
    lines: [
      { subject: { of: 'card', field: 'gender' }, before: 'male', after: 'female', putBackId: 41 },
      { subject: { of: 'contact', kind: 'phone' }, before: null, after: '13800001107', putBackId: null },
    ],
  }),
  act({
    ...{ changeSetId: 8, kind: 'import', importBatchId: 3, fileName: '会员.xlsx', isUndone: true },
    lines: [{ subject: { of: 'tag' }, before: '老客', after: null, putBackId: 40 }],
  }),
  act({
    ...{ changeSetId: 7, kind: 'customer-created' },
    lines: [{ subject: { of: 'file', event: 'created' }, before: null, after: null, putBackId: null }],
  }),
]

const show = (more: { total?: number } = {}) =>
  renderInWindow(
    <ImportHref value={id => `#/imports/${id}`}>
      <HistoryPanel customerId={1} />
    </ImportHref>,
    {
      'customers.history': () => ({ entries, total: more.total ?? 3 }),
      'customers.putBack': () => ({ changeSetId: 10 }),
      'fields.list': () => ({ groups: [] }),
    },
  )

test('tells each act with its values in words, and leads to the import', async () => {
  await show()
  const tables = await screen.findAllByRole('table')
  expect(
    tables.map(table =>
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ),
  ).toEqual([['性别男 → 女恢复旧值', '电话空 → 138 0000 1107'], ['标签老客 → 空恢复旧值'], ['建档']])
  expect(screen.getByRole('link', { name: '会员.xlsx' }).getAttribute('href')).toBe('#/imports/3')
  expect(screen.getAllByText('已撤销')).toHaveLength(1)
})

test('puts a value back and offers the way back from that', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '把「性别」恢复成「男」' }))
  await screen.findByText('已恢复「性别」的旧值')
  expect(bridge.requestsOf('customers.putBack')).toEqual([{ customerId: 1, putBackId: 41 }])
})

test('asks for earlier acts when they are wanted', async () => {
  const { bridge } = await show({ total: 60 })
  fireEvent.click(await screen.findByRole('button', { name: '更早的 57 次修改' }))
  await screen.findByRole('link', { name: '会员.xlsx' })
  expect(bridge.requestsOf('customers.history').map(request => request.limit)).toEqual([50, 100])
})
