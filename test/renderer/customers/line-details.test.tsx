import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { LineDetailsDialog } from '#renderer/customers/line-details-dialog.tsx'
import { orderColumns, toOrderRows } from '#renderer/customers/order-columns.tsx'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import { exampleOrder } from '#test/renderer/customers/example-customers.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const contentName = 'cd'.repeat(32)
const details = { trade: 'clothing', values: { material: '棉', colour: '红' } } as const
const [first] = exampleOrder(7, '2026-08-16', 9900).lines
if (!first) throw new Error('the example has an item')

test('A23: the words of the trade and a picture are entered by keyboard; what was seen goes with them', async () => {
  const onClose = vi.fn()
  const line = { ...first, details }
  const { bridge } = await renderInWindow(<LineDetailsDialog line={line} trade="food" onClose={onClose} />, {
    'orders.saveLineDetails': () => ({ changeSetId: 7, lines: 3 }),
    'attachments.choosePicture': () => ({ fileToken: 't', name: '样裙.png', sizeBytes: 9 }),
    'attachments.storePicture': () => ({ contentName, fileName: '样裙.png' }),
  })
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox', { name: '设计者' }), { target: { value: ' 样师 ' } })
  fireEvent.change(dialog.getByRole('textbox', { name: '颜色' }), { target: { value: '' } })
  fireEvent.click(dialog.getByRole('button', { name: '选择图片…' }))
  await dialog.findByText('样裙.png')
  fireEvent.click(dialog.getByRole('checkbox', { name: '同一商品的其他订单也这样写' }))
  const material = dialog.getByRole('textbox', { name: '材质' })
  fireEvent.keyDown(material, { key: 'Enter', ctrlKey: true, keyCode: 229 })
  expect(bridge.requestsOf('orders.saveLineDetails')).toEqual([])
  fireEvent.keyDown(material, { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await screen.findByText('已保存商品属性（3 行）')
  expect(bridge.requestsOf('orders.saveLineDetails')).toEqual([
    {
      ...{ orderLineId: 7, isForProduct: true, seen: { details, picture: null } },
      content: {
        details: { trade: 'clothing', values: { material: '棉', designer: '样师' } },
        picture: `${contentName}/样裙.png`,
      },
    },
  ])
  expect(onClose).toHaveBeenCalledOnce()
})

test('A23: the column of the items says what they are like, and is there only where something is said', () => {
  const tools = {
    ...{ t: makeTranslate('zh-CN'), language: 'zh-CN', currency: 'CNY' },
    tCode: (code: string) => translateCode('zh-CN', code),
  } as never
  const columns = (hasDetails: boolean) =>
    orderColumns(tools, { hasAttributes: false, hasFlow: false, hasDetails })
  const find = (hasDetails: boolean) => columns(hasDetails).find(({ key }) => key === 'details')
  expect(find(false)).toBeUndefined()
  const order = { ...exampleOrder(7, '2026-08-16', 9900), lines: [{ ...first, details }] }
  expect(toOrderRows([order]).map(row => find(true)?.text(row))).toEqual(['材质 棉、颜色 红'])
})
