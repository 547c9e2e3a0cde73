import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { IdentitiesPanel } from '#renderer/customers/identities-panel.tsx'
import { renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleFile } from './example-customers.ts'

const buyer = (value: string, shop: string) => ({
  ...{ kind: 'buyer-id' as const, platform: 'taobao', shop, value, nickname: null },
})
const identities = [buyer('yangli_1', '一店'), buyer('yangli_1', '二店')]

const show = (list: typeof identities) =>
  renderInWindow(<IdentitiesPanel file={exampleFile({ identities: list })} />, {
    'identities.ofCustomer': () => ({
      ...{ merged: [], linked: [] },
      identities: list.map((one, index) => ({ ...one, identityId: 31 + index })),
    }),
    'identities.splitIdentity': () => ({
      changeSetId: 9,
      customerId: 2,
      archiveNumber: 'X-000002',
      orderCount: 3,
    }),
  })

test('one of two buyer IDs becomes a file of its own, under the name that was given', async () => {
  const { bridge } = await show(identities)
  const [, second] = await screen.findAllByRole('button', { name: '把平台账号 yangli_1 另立档案' })
  fireEvent.click(second as HTMLElement)
  const name = await screen.findByRole('textbox', { name: '姓名' })
  expect((name as HTMLInputElement).value).toBe('林样一')
  fireEvent.change(name, { target: { value: '样例乙' } })
  fireEvent.keyDown(name, { key: 'Enter', keyCode: 13 })
  await screen.findByText('已另立档案 X-000002，移去 3 笔订单')
  expect(bridge.requestsOf('identities.splitIdentity')).toEqual([{ identityId: 32, name: '样例乙' }])
})

test('the only buyer ID stays with its file', async () => {
  const { bridge } = await show(identities.slice(0, 1))
  await waitFor(() => screen.getByText('yangli_1'))
  expect(screen.queryByRole('button', { name: /另立档案/ })).toBeNull()
  expect(bridge.requestsOf('identities.ofCustomer')).toEqual([])
})
