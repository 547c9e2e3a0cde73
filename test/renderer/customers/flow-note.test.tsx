import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FlowNoteDialog } from '#renderer/customers/flow-note-dialog.tsx'
import { exampleOrder } from '#test/renderer/customers/example-customers.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

test('where the goods of an order went is written with the keyboard; what was seen goes with it', async () => {
  const onClose = vi.fn()
  const order = exampleOrder(7, '2026-08-16', 9900, { flowNote: '自用' })
  const { bridge } = await renderInWindow(<FlowNoteDialog order={order} onClose={onClose} />, {
    'orders.saveFlowNote': () => ({ changeSetId: 7 }),
  })
  const text = within(await screen.findByRole('dialog')).getByRole('textbox', { name: '市场流向' })
  fireEvent.change(text, { target: { value: '转卖给样例县超市' } })
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true, keyCode: 229 })
  expect(bridge.requestsOf('orders.saveFlowNote')).toEqual([])
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await screen.findByText('已保存市场流向')
  expect(bridge.requestsOf('orders.saveFlowNote')).toEqual([
    { salesOrderId: order.salesOrderId, seen: '自用', flowNote: '转卖给样例县超市' },
  ])
  expect(onClose).toHaveBeenCalledOnce()
})
