import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CreditTab } from '#renderer/credit/credit-tab.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerCredit } from '#shared/domain/credit.ts'
import { computeCreditRatios } from '#shared/domain/credit-ratios.ts'
import { exampleFile } from '#test/renderer/customers/example-customers.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const day = (text: string) => CalendarDate.parse(text)
const items = {
  ...{ currentAssetsMinor: 600_000, quickAssetsMinor: 300_000, cashAssetsMinor: 150_000 },
  ...{ currentLiabilitiesMinor: 300_000, totalLiabilitiesMinor: 500_000, totalAssetsMinor: 2_000_000 },
  netAssetsMinor: null,
}
const readings = { cash: 'as-stated', debt: 'as-stated' } as const
const nothing: CustomerCredit = {
  ...{ asOf: day('2026-11-21'), customerId: 7, readings, orders: [], statements: [], reviews: [], terms: [] },
  position: {
    ...{ terms: null, openOrders: 0, owedMinor: 0, ordersWithoutMoney: 0, oldestOn: null, ageing: null },
    ...{ limitUse: null, exceededMinor: 0, missing: ['limit', 'term-days'], warnings: [] },
  },
}
const mark = { grade: 'B', reviewer: '样例员', nextReviewOn: day('2026-12-31') }
const full: CustomerCredit = {
  ...nothing,
  position: {
    terms: {
      ...{ source: 'decision', grade: 'B', limitMinor: 100_000, termDays: 30, decidedOn: day('2026-01-01') },
      ...{ reviewer: '样例员', nextReviewOn: day('2026-12-31'), isExpired: false },
    },
    ...{ openOrders: 2, owedMinor: 157_000, ordersWithoutMoney: 1, oldestOn: day('2026-07-01') },
    ageing: {
      ...{ notDueMinor: 30_000, byDays: [3_000, 12_000, 48_000, 64_000], overdueMinor: 127_000 },
      ...{ overdueOrders: 1, longestDays: 91 },
    },
    ...{ limitUse: 1.57, exceededMinor: 57_000, missing: [], warnings: ['limit-exceeded', 'overdue'] },
  },
  orders: [
    {
      ...{ salesOrderId: 1, orderNumber: 'S1', orderedOn: day('2026-07-01'), owedMinor: 157_000 },
      ...{ dueOn: day('2026-07-31'), overdueDays: 91 },
    },
  ],
  statements: [
    {
      creditRecordId: 2,
      record: { kind: 'statement', datedOn: day('2026-06-30'), note: null, ...items },
      ratios: computeCreditRatios({ asOf: day('2026-06-30'), ...items }, readings),
    },
  ],
  reviews: [
    {
      creditRecordId: 3,
      record: {
        ...{ kind: 'review', sheet: '5c', datedOn: day('2026-03-01'), ...mark, note: null },
        items: [
          { code: 'character', name: null, weight: 60, score: 80 },
          { code: null, name: '同行口碑', weight: 40, score: null },
        ],
      },
      isDue: true,
    },
  ],
}
const show = (credit: CustomerCredit) =>
  renderInWindow(<CreditTab file={exampleFile({ kind: 'company', customerId: 7 })} />, {
    'credit.ofCustomer': () => credit,
    'credit.add': () => ({ changeSetId: 9 }),
    'credit.saveReadings': ({ readings: chosen }) => chosen,
  })
const dialog = async () => within(await screen.findByRole('dialog'))
/** By its class: a role would be looked for in the whole dialog, which is slow. */
const save = () =>
  fireEvent.click(document.querySelector('.ant-modal-footer .ant-btn-primary') as HTMLElement)
const rowOf = (name: string) => screen.getByText(name).closest('tr')?.textContent

test('R5: what was agreed, what is owed and for how long, with its warnings and from what it is reckoned', async () => {
  await show(full)
  await screen.findByText('欠款超过信用额度 ¥570.00')
  expect(screen.getByText('已逾期 ¥1,270.00，最久 91 天')).toBeTruthy()
  expect(screen.getByText(/到 2026-11-21 为止下单、现在状态是「未付款」的订单/)).toBeTruthy()
  expect(screen.getByText('157%')).toBeTruthy()
  expect(screen.getByText('其中 1 笔没有金额，没有算进去')).toBeTruthy()
  expect(rowOf('S1')).toBe('2026-07-01S11,570.002026-07-3191')
})

test('R1 to R3, R6: the ratios of each period; one that cannot be computed names what is missing; the switch is kept', async () => {
  const { bridge } = await show(full)
  await screen.findByText('流动比率')
  expect(rowOf('流动比率')).toBe('流动比率200.0%')
  expect(rowOf('现金比率')).toBe('现金比率25.0%')
  expect(rowOf('资产负债率')).toBe('资产负债率无法计算：缺资产净值')
  fireEvent.click(screen.getByText('流动负债（一般财务书）'))
  await waitFor(() =>
    expect(bridge.requestsOf('credit.saveReadings')).toEqual([
      { readings: { cash: 'textbook', debt: 'as-stated' } },
    ]),
  )
})

test('R6: nothing is 0 that is not known', async () => {
  await show(nothing)
  await screen.findByText('无法计算：缺信用额度')
  expect(screen.getByText('无法计算：缺账期')).toBeTruthy()
  expect(screen.getByText('没有评级')).toBeTruthy()
})

test('R4: a sheet shows which score is missing; a new one has five items, proposes a grade, and asks for a day of review', async () => {
  const { bridge } = await show(full)
  await screen.findByText('无法计算：缺同行口碑的得分')
  fireEvent.click(screen.getByRole('button', { name: '新的评分表' }))
  const open = await dialog()
  expect(open.getAllByLabelText('项目').map(one => (one as HTMLInputElement).value)).toEqual([
    ...['品质', '能力', '资本', '抵押', '条件'],
  ])
  for (const field of open.getAllByLabelText('得分')) fireEvent.change(field, { target: { value: '75' } })
  fireEvent.click(await open.findByText('用建议的等级 B'))
  fireEvent.change(open.getByLabelText(/^评定人/), { target: { value: '样例员' } })
  save()
  await waitFor(() => expect(open.getAllByText('日期写成 2026-08-16 这样').length).toBeGreaterThan(0))
  expect(bridge.requestsOf('credit.add')).toHaveLength(0)
  fireEvent.change(open.getByLabelText(/^下次复核/), { target: { value: '2027-06-01' } })
  save()
  await waitFor(() => expect(bridge.requestsOf('credit.add')).toHaveLength(1))
  expect(bridge.requestsOf('credit.add')[0]).toMatchObject({
    customerId: 7,
    record: {
      ...{ kind: 'review', sheet: '5c', grade: 'B', nextReviewOn: '2027-06-01' },
      items: ['character', 'capacity', 'capital', 'collateral', 'conditions'].map(code => ({
        ...{ code, name: null, weight: 20, score: 75 },
      })),
    },
  })
})

test('R5: terms are noted with evidence; a statement keeps empty what it does not say', async () => {
  const { bridge } = await show(nothing)
  fireEvent.click(await screen.findByRole('button', { name: '新的约定' }))
  const terms = await dialog()
  const type = (label: RegExp, value: string) =>
    fireEvent.change(terms.getByLabelText(label), { target: { value } })
  for (const [label, value] of [
    [/^信用等级/, 'A'],
    [/^评定人/, '样例员'],
    [/^下次复核/, '2027-01-01'],
    [/^信用额度/, '5,000'],
    [/^账期/, '30'],
    [/^依据/, '一年来按时付款'],
  ] as const)
    type(label, value)
  save()
  await waitFor(() => expect(bridge.requestsOf('credit.add')).toHaveLength(1))
  expect(bridge.requestsOf('credit.add')[0]).toMatchObject({
    record: { kind: 'terms', grade: 'A', limitMinor: 500_000, termDays: 30, reason: '一年来按时付款' },
  })
})
