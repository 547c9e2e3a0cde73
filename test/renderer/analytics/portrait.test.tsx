import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PortraitPanel } from '#renderer/analytics/portrait-panel.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type Portrait,
  type PortraitSection,
  type PortraitSentence,
  portraitRules,
  portraitSections,
} from '#shared/domain/portrait.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const day = (text: string) => CalendarDate.parse(text)
const analysis: RfmRequest = {
  ...{ asOf: day('2026-11-22'), period: { kind: 'all' }, ruleSetCode: 'ten-segments' },
}
const orders = { kind: 'orders' as const, count: 7, firstOn: day('2026-01-15'), lastOn: day('2026-07-15') }
const sentence = (code: string, part: Partial<PortraitSentence> = {}): PortraitSentence => ({
  ...{ code, values: {}, field: null, evidence: null, ...part },
})

/** Nine orders of nappies, seven of them at night; the psychology was typed in. */
const told: Partial<Record<PortraitSection, PortraitSentence[]>> = {
  when: [
    sentence('hours', {
      values: { orderCount: 9, fromHour: 21, toHour: 23, count: 7 },
      evidence: { ...orders, ids: [7, 6] },
    }),
  ],
  price: [sentence('too-few', { values: { orderCount: 1, least: 5 } })],
  psychology: [
    sentence('field', {
      field: { code: 'psychology', name: null, options: [{ code: 'practical', name: null }], text: null },
      evidence: {
        ...{ kind: 'typed', subject: { of: 'own', fieldId: 1 }, origin: 'edit', fileName: null },
        ...{ madeAt: '2026-11-20T04:00:00.000Z', actor: '样例店员', statedOn: null, verifier: null },
      },
    }),
  ],
}
const portrait: Portrait = {
  ...{ of: { kind: 'customer', customerId: 1 }, analysis, ordersFromOn: null, revision: 'a', ruleVersion: 1 },
  ...{ rules: portraitRules, customerCount: 1, refusedCount: 0, orderCount: 9, isTooFew: false },
  ...{ firstOn: day('2026-01-15'), lastOn: day('2026-09-15') },
  sections: portraitSections.map(section => ({
    section,
    sentences: told[section] ?? [sentence('no-orders')],
  })),
}
const order = {
  ...{ customerId: 1, customerName: '林样一', orderNumber: 'N7', shop: '', platform: '', netMinor: 5900 },
}

const open = (language?: 'en') =>
  renderInWindow(
    <PortraitPanel of={portrait.of} analysis={analysis} onOpenCustomer={vi.fn()} />,
    {
      'analytics.getPortrait': () => portrait,
      'analytics.getPortraitRows': request => ({
        ...{ customers: [], entries: [] },
        orders: (request.kind === 'orders' ? request.ids : []).map(salesOrderId => ({
          ...{ ...order, salesOrderId, items: ['纸尿裤大号'] },
          orderedAtLocal: `2026-0${salesOrderId}-15T21:15:00`,
        })),
      }),
    },
    language,
  )

test('E1, feature 24: the portrait says 9 笔，21–23 点 7 笔 and opens those orders', async () => {
  await open()
  const line = (await screen.findByText('9 笔，21–23 点 7 笔')).closest('p') as HTMLElement
  expect(within(line).getByText(/7 笔，2026-01-15 至 2026-07-15/)).toBeTruthy()
  fireEvent.click(within(line).getByRole('button'))
  expect(await screen.findByText('2026-07-15 21:15')).toBeTruthy()
  expect(screen.getAllByText('纸尿裤大号')).toHaveLength(2)
})

test('E1, feature 24: of one order it says 数据不足', async () => {
  await open()
  expect(await screen.findByText(/^数据不足：只有 1 笔订单/)).toBeTruthy()
})

test('E2: what was typed names who typed it and when', async () => {
  await open()
  expect(await screen.findByText('消费心理：实用主义')).toBeTruthy()
  expect(screen.getByText(/2026-11-20 由样例店员填写/)).toBeTruthy()
})

test('E1: the sections keep the order of the source, in English too', async () => {
  await open('en')
  const terms = (await screen.findAllByRole('term')).map(({ textContent }) => textContent)
  expect(terms).toEqual([
    ...['Who', 'Buys what', 'Buys when', 'How much', 'Price attitude', 'Channels and media'],
    ...['Service history', 'Psychology', 'Next step'],
  ])
})
