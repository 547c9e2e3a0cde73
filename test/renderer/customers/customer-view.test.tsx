import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { CustomerView } from '#renderer/customers/customer-view.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { CustomerExplanation } from '#shared/domain/rfm-analysis.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { day, exampleFile, exampleOrder } from './example-customers.ts'

beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1600)
})

/** The last order lies 97 days before 2026-11-21; the first one before the twelve months, the last but one is a cancellation. */
const orders = [
  exampleOrder(6, '2026-08-16', 51_200),
  exampleOrder(5, '2026-07-20', -10_000, { isCancellation: true, isCounted: false }),
  exampleOrder(4, '2026-07-16', 28_800),
  exampleOrder(3, '2026-06-15', 75_200, { refundedMinor: 18_800, netMinor: 56_400 }),
  exampleOrder(2, '2026-02-01', 9_900, { status: 'closed', isCounted: false }),
  exampleOrder(1, '2025-10-01', 30_000),
]

/** Worked by hand: three counted orders in the period, 512 − 100 + 288 + 564 = 1,264. */
const explanation: CustomerExplanation = {
  customerId: 1,
  asOf: day('2026-11-21'),
  fromOn: day('2025-11-22'),
  ruleSetCode: 'classic-eight',
  ruleVersion: 1,
  segment: { code: 'important-hold', name: null, colorKey: 'holdHi', r: [1, 3], f: [4, 5], m: [4, 5] },
  lastOn: day('2026-08-16'),
  recencyDays: { value: 97, score: 2, lowerLimit: 61, upperLimit: 120 },
  orderCount: { value: 3, score: 5, lowerLimit: 3, upperLimit: null },
  spendMinor: { value: 126_400, score: 4, lowerLimit: 100_000, upperLimit: 199_999 },
  balance: 'none',
}

let archives = 0
const archiveOf = (isReadOnly = false) => {
  archives += 1
  return { ...openArchive, archiveToken: `view-${archives}`, isReadOnly }
}

async function show(
  file: CustomerFile,
  options: {
    answers?: Answers
    language?: Language
    isReadOnly?: boolean
    list?: { listId: number; name: string }
  } = {},
) {
  const archive = archiveOf(options.isReadOnly)
  const acts = { onBack: vi.fn(), onOpen: vi.fn(), onEdit: vi.fn(), onPrint: vi.fn(), onCreate: vi.fn() }
  const window = await renderInWindow(
    <CustomerView customerId={1} {...(options.list ? { list: options.list } : {})} {...acts} />,
    {
      'archives.state': () => archive,
      'customers.openList': () => ({ listId: 11, total: 3 }),
      'customers.findInList': () => ({ index: 1, total: 3, previousId: 31, nextId: 32 }),
      'customers.get': () => file,
      'analytics.explainCustomer': () => explanation,
      ...options.answers,
    },
    options.language,
  )
  return { ...window, ...acts }
}

const key = (name: string, modifiers: object = {}) =>
  fireEvent.keyDown(document.body, { key: name, ...modifiers })

test('under an address stands its region; the way to correct it only where it is not sure', async () => {
  const place = { code: null, province: '浙江省', city: '杭州市', district: '西湖区' }
  const { onEdit } = await show(
    exampleFile({
      contactPoints: [
        { kind: 'address', value: '样板路 12 号', region: { ...place, confidence: 'exact' } },
        { kind: 'address', value: '样板路 13 号', region: { ...place, confidence: 'likely' } },
      ],
    }),
  )
  fireEvent.click(await screen.findByRole('tab', { name: '资料' }))
  expect(screen.getAllByText(/浙江省 杭州市 西湖区/)).toHaveLength(2)
  expect(screen.getAllByText('大概')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '改一下' }))
  expect(onEdit).toHaveBeenCalled()
})

test('the card says who it is, how old on this day, and how to reach them', async () => {
  await show(exampleFile({ orders, tags: ['老客', '婴儿'] }))
  await screen.findByRole('heading', { level: 1, name: '林样一' })
  await screen.findByText('女，38 岁')
  screen.getByText('X-000001')
  screen.getByText('138 0000 8826')
  screen.getByText('样板路 12 号')
  screen.getByText('婴儿')
})

test('Alt and the arrows go to the customers before and after in the list', async () => {
  const { onOpen, bridge } = await show(exampleFile())
  await screen.findByText('第 2 位，共 3 位').catch(() => screen.findByRole('heading', { level: 1 }))
  await waitFor(() =>
    expect(bridge.requestsOf('customers.findInList')).toEqual([{ listId: 11, customerId: 1 }]),
  )
  await waitFor(() => {
    key('ArrowRight', { altKey: true })
    expect(onOpen).toHaveBeenLastCalledWith(32)
  })
  key('ArrowLeft', { altKey: true })
  expect(onOpen).toHaveBeenLastCalledWith(31)
})

test('at the end of the list there is no next one', async () => {
  const { onOpen } = await show(exampleFile(), {
    answers: { 'customers.findInList': () => ({ index: 2, total: 3, previousId: 31, nextId: null }) },
  })
  const next = await screen.findByRole('button', { name: /下一位/ })
  await waitFor(() => expect(next).toHaveProperty('disabled', true))
  key('ArrowRight', { altKey: true })
  expect(onOpen).not.toHaveBeenCalled()
})

test('who came from the members of a segment goes on among them', async () => {
  const { bridge } = await show(exampleFile(), { list: { listId: 77, name: '客群' } })
  await screen.findByRole('button', { name: /客群/ })
  await waitFor(() =>
    expect(bridge.requestsOf('customers.findInList')).toEqual([{ listId: 77, customerId: 1 }]),
  )
})

test('F2 edits, Ctrl+P prints, Esc goes back; keys that are being composed do nothing', async () => {
  const { onEdit, onPrint, onBack } = await show(exampleFile())
  await screen.findByRole('button', { name: /编辑/ })
  key('F2', { isComposing: true })
  key('Escape', { keyCode: 229 })
  expect(onEdit).not.toHaveBeenCalled()
  expect(onBack).not.toHaveBeenCalled()
  key('F2')
  key('p', { ctrlKey: true })
  key('Escape')
  for (const act of [onEdit, onPrint, onBack]) expect(act).toHaveBeenCalledTimes(1)
})

test('the figures follow from the orders, and say how late the customer is', async () => {
  await show(exampleFile({ orders }))
  await screen.findByText('97 天前')
  // Counted on 2025-10-01, 2026-06-15, 2026-07-16 and 2026-08-16: 257, 31 and 31 days apart; 97 / 31 = 3.1.
  screen.getByText('31 天')
  screen.getByText('已是平常的 3.1 倍')
  screen.getByText('退款已扣 ¥188.00')
  // 512 − 100 + 288 + 564 + 99 + 300 over four counted orders.
  screen.getByText('¥1,663.00')
  screen.getByText('¥415.75')
})

test('a habit is not told from too few purchases', async () => {
  await show(exampleFile({ orders: orders.slice(0, 3) }))
  await screen.findByText('数据不足')
  screen.getByText('有 2 个购买日，至少要 3 个')
})

test('the seal says since when contact is refused', async () => {
  await show(exampleFile({ contactRefusedOn: day('2026-10-12') }))
  await screen.findByText(/2026-10-12 起/)
  screen.getByRole('img', { name: '拒绝联系' })
})

describe('the reasons for a segment can be reckoned again from the orders', () => {
  const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replaceAll(',', ''))

  test.each([
    [
      'zh-CN',
      [
        /^(\d+) 天没买（61–120 天\s*得 2 分）$/,
        /买 (\d+) 笔（≥ 3 笔\s*得 5 分）$/,
        /消费 ¥([\d,.]+)（¥1,000.00 至 ¥1,999.99\s*得 4 分）$/,
      ],
      '「重要保持」要求 R 1–3、F 4–5、M 4–5。',
    ],
    [
      'en',
      [
        /^(\d+) days since the last order \(61–120 days scores 2\)$/,
        /: (\d+) orders \(≥ 3 orders scores 5\)$/,
        /spend ¥([\d,.]+) \(¥1,000.00 to ¥1,999.99 scores 4\)$/,
      ],
      'needs R 1–3, F 4–5, M 4–5.',
    ],
  ] as const)('in %s', async (language, patterns, rule) => {
    await show(exampleFile({ orders }), { language })
    const days = await screen.findByText(patterns[0])
    const panel = days.closest('section') as HTMLElement
    const text = (panel.textContent ?? '').replaceAll('\u2060', '')
    const [from = '', to = '', last = ''] = text.match(/\d{4}-\d{2}-\d{2}/g)?.slice(-3) ?? []
    const inPeriod = orders.filter(order => order.orderedOn >= from && order.orderedOn <= to)
    const money = inPeriod.filter(order => order.status === 'completed')
    const [recency, count, spend] = patterns.map(pattern =>
      numberIn(within(panel).getByText(pattern).textContent ?? '', pattern),
    )
    expect(last).toBe(orders[0]?.orderedOn)
    expect(recency).toBe(daysBetween(day(last), day(to)))
    expect(count).toBe(inPeriod.filter(order => order.isCounted).length)
    expect(spend).toBe(money.reduce((sum, order) => sum + order.netMinor, 0) / 100)
    expect(text).toContain(rule)
    expect(within(panel).getAllByRole('img')).toHaveLength(3)
  })

  test('and the orders behind them are one click away', async () => {
    await show(exampleFile({ orders }))
    fireEvent.click(await screen.findByRole('button', { name: '打开这些订单' }))
    // The closed order counts nowhere and the first one lies before the period.
    const chosen = await screen.findByRole('button', { name: '计算期内 4 笔' })
    expect(chosen.getAttribute('aria-pressed')).toBe('true')
    const sheet = screen.getByRole('grid', { name: '全部订单' })
    await within(sheet).findByText('S6')
    expect(within(sheet).queryByText('S1')).toBeNull()
    expect(within(sheet).queryByText('S2')).toBeNull()
    within(sheet).getByText('退单')
  })

  test('who never bought is not scored, and that is said', async () => {
    await show(exampleFile(), {
      answers: {
        'analytics.explainCustomer': () => ({
          ...explanation,
          segment: { code: 'no-purchase', name: null, colorKey: 'none', r: null, f: null, m: null },
          lastOn: null,
          recencyDays: null,
          orderCount: null,
          spendMinor: null,
        }),
      },
    })
    await screen.findByText('截至 2026-11-21 没有计入的购买，不参与打分。')
  })
})

test('the orders tab shows every order with its lines, status and refunds', async () => {
  await show(exampleFile({ orders, allOrderCount: 640 }))
  fireEvent.click(await screen.findByRole('tab', { name: '订单 640' }))
  await screen.findByText('这里是最近 6 笔，共 640 笔。')
  const sheet = screen.getByRole('grid', { name: '全部订单' })
  await within(sheet).findByText('S6')
  within(sheet).getByText('2026-08-16 21:30')
  within(sheet).getByText('部分退款')
  within(sheet).getByText('188.00')
  expect(within(sheet).getAllByText('已关闭')).not.toHaveLength(0)
})

test('the details tab holds accounts and opening balances, marked as such', async () => {
  await show(
    exampleFile({
      identities: [
        { kind: 'buyer-id', platform: 'taobao', shop: '样例店', value: 'sample_1', nickname: '样样' },
      ],
      openingBalances: [
        {
          openingBalanceId: 1,
          platform: '',
          shop: '',
          orderCount: 12,
          spendMinor: 345_600,
          returnCount: 1,
          firstOn: null,
          lastOn: day('2023-11-02'),
          coversUntilOn: day('2023-12-31'),
        },
      ],
    }),
  )
  fireEvent.click(await screen.findByRole('tab', { name: '资料' }))
  await screen.findByText('sample_1')
  screen.getByText('淘宝/天猫 / 样例店')
  screen.getByText('3,456.00')
  expect(screen.getAllByText('期初').length).toBeGreaterThan(0)
})

test('a customer in the bin is not there, and there is a way back', async () => {
  const { onBack } = await show(exampleFile(), {
    answers: {
      'customers.get': () => {
        throw new AppError('not-found')
      },
    },
  })
  await screen.findByText(/没有这位客户，或者已经删除/)
  fireEvent.click(screen.getByRole('button', { name: '回到客户列表' }))
  expect(onBack).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: /编辑/ })).toBeNull()
})

test('deleting goes back to the list and says so with the way back', async () => {
  const { onBack, bridge } = await show(exampleFile(), {
    answers: { 'customers.delete': () => ({ changeSetId: 9 }) },
  })
  fireEvent.click(await screen.findByRole('button', { name: /删除/ }))
  await screen.findByText('已删除 林样一（X-000001）')
  expect(bridge.requestsOf('customers.delete')).toEqual([{ customerIds: [1] }])
  expect(onBack).toHaveBeenCalledTimes(1)
})

test('what was changed elsewhere is seen at once', async () => {
  let name = '林样一'
  const { bridge } = await show(exampleFile(), { answers: { 'customers.get': () => exampleFile({ name }) } })
  await screen.findByRole('heading', { level: 1, name: '林样一' })
  name = '林样二'
  await act(async () => bridge.announce('data.changed', { topics: ['customers'] }))
  await screen.findByRole('heading', { level: 1, name: '林样二' })
})

test('in an archive that cannot be written nothing offers to write', async () => {
  const { onEdit } = await show(exampleFile(), { isReadOnly: true })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('button', { name: /编辑|删除/ })).toBeNull()
  key('F2')
  expect(onEdit).not.toHaveBeenCalled()
})

describe('a resident ID number', () => {
  const masked = '1****************X'
  const whole = '11010519491231002X'
  const reveal = { answers: { 'customers.revealIdNumber': () => ({ idNumber: whole }) } }

  test('is seen whole for half a minute, and the window says that the look was recorded', async () => {
    const { bridge } = await show(exampleFile({ idNumber: masked }), reveal)
    await screen.findByText(masked)
    const showButton = screen.getByRole('button', { name: '显示' })
    vi.useFakeTimers()
    try {
      await act(async () => {
        fireEvent.click(showButton)
        await vi.advanceTimersByTimeAsync(0)
      })
      expect(screen.getByText(whole)).toBeTruthy()
      expect(screen.getByText('已记下这次查看，30 秒后遮住')).toBeTruthy()
      expect(bridge.requestsOf('customers.revealIdNumber')).toEqual([{ customerId: 1 }])
      await act(() => vi.advanceTimersByTimeAsync(29_000))
      expect(screen.getByText(whole)).toBeTruthy()
      await act(() => vi.advanceTimersByTimeAsync(1_500))
      expect(screen.queryByText(whole)).toBeNull()
      expect(screen.getByText(masked)).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  test('is hidden again by hand', async () => {
    await show(exampleFile({ idNumber: masked }), reveal)
    fireEvent.click(await screen.findByRole('button', { name: '显示' }))
    fireEvent.click(await screen.findByRole('button', { name: '遮住' }))
    expect(screen.queryByText(whole)).toBeNull()
  })

  test('stays hidden in an archive that is only read', async () => {
    await show(exampleFile({ idNumber: masked }), { ...reveal, isReadOnly: true })
    await screen.findByText(masked)
    expect(screen.queryByRole('button', { name: '显示' })).toBeNull()
  })
})
