import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SegmentsPanel } from '#renderer/analytics/segments-panel.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type ContributionAnalysis,
  type ContributionRequest,
  contributionGroups,
  contributionPresets,
} from '#shared/domain/contribution.ts'
import type { RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

const asOf = CalendarDate.parse('2026-11-21')
const day = (text: string) => CalendarDate.parse(text)
/** Customers of the groups in the order of the rules, together 40, and their parts of a score of 1,000. */
const counts = [5, 1, 2, 3, 4, 6, 0, 19]
const scores = [100, 20, 30, 150, 500, 200, 0, 0]

function answer({ rules }: ContributionRequest, customers = counts): ContributionAnalysis {
  const isPrinted = rules.base.fromMonths === 36
  return {
    ...{ asOf, rules, customerCount: 40, balancesLeftOut: 2, revision: 'a' },
    recent: { firstOn: day('2026-08-22'), lastOn: asOf },
    base: isPrinted
      ? { firstOn: day('2023-11-22'), lastOn: asOf }
      : { firstOn: day('2026-05-22'), lastOn: day('2026-08-21') },
    groups: contributionGroups.map((group, index) => ({
      ...{ group, customerCount: customers[index] ?? 0, recentMinor: 0, baseMinor: 0 },
      ...{ scoreMinor: 100 * (scores[index] ?? 0), scoreRate: (scores[index] ?? 0) / 1000 },
    })),
    finding: { code: 'contribution-top', values: { group: 'stable-top', customerCount: 4, scoreRate: 0.5 } },
    limits: { topMinor: 90_000, highMinor: 40_000, middleMinor: 10_050 },
  }
}

const rfm: RfmAnalysis = {
  ...{ asOf, fromOn: null, cutPoints: null, customerCount: 40, noPurchaseCount: 40, heatMap: [], months: [] },
  ruleSet: { code: 'classic-eight', name: null, version: 1, cutPoints: null, segments: [], otherwise: null },
  segments: [],
  findings: {
    segments: { code: 'no-clear-difference', values: {} },
    heatMap: { code: 'no-clear-difference', values: {} },
    revenue: { code: 'no-clear-difference', values: {} },
    customers: { code: 'no-clear-difference', values: {} },
  },
  ...{ balancesIncluded: 0, balancesNotSplit: 0, refundsUndated: 0, revision: 'a', elapsedMs: 1 },
} as unknown as RfmAnalysis

let archives = 0

async function open(customers = counts) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `contribution-${archives}` }
  const acts = { onOpenCustomer: vi.fn(), onImport: vi.fn() }
  const others = {
    onPrintPortrait: vi.fn(),
    onShowCustomer: vi.fn(),
    onPrint: vi.fn(),
    onMedia: vi.fn(),
    onList: vi.fn(),
  }
  const window = await renderInWindow(<SegmentsPanel {...acts} {...others} />, {
    'archives.state': () => archive,
    'analytics.listRuleSets': () => [],
    'analytics.summarizeSegments': () => rfm,
    'analytics.summarizeContribution': request => answer(request, customers),
    'analytics.openContributionMembers': ({ group }) => ({
      ...{ listId: 1 + contributionGroups.indexOf(group), refusedCount: 1 },
      total: customers[contributionGroups.indexOf(group)] ?? 0,
    }),
    'analytics.contributionMembersPage': ({ listId }) =>
      Array.from({ length: customers[listId - 1] ?? 0 }, (_, index) => ({
        ...{
          customerId: 100 * listId + index,
          archiveNumber: '',
          name: `样例${listId}${index}`,
          phone: null,
        },
        ...{ isContactRefused: index === 0, recentMinor: 1_000, baseMinor: 2_000, scoreMinor: 4_000 },
        group: contributionGroups[listId - 1] ?? 'unassigned',
        decile: 1,
      })),
  })
  fireEvent.click(await screen.findByText('贡献'))
  return { ...window, ...acts }
}

test('D2: the tab states the formula with its days, by either reading, and asks by the one that is chosen', async () => {
  const { bridge } = await open()
  await screen.findByText(
    '贡献分 = 最近 3 个月（2026-08-22 至 2026-11-21）的净消费 × 2 + 最近 36 个月（2023-11-22 至 2026-11-21）的净消费',
  )
  screen.getByText(/为什么有两种读法/)
  screen.getByText('贡献分排在前 30%，近 6 个月花的是前 6 个月的 15 倍以上。')
  fireEvent.click(screen.getByText('校正的读法'))
  await screen.findByText(
    '贡献分 = 最近 3 个月（2026-08-22 至 2026-11-21）的净消费 × 2 + 3 到 6 个月前（2026-05-22 至 2026-08-21）的净消费',
  )
  screen.getByText('贡献分排在前 30%，近 6 个月花的是前 6 个月的 1.5 倍以上。')
  screen.getByRole('columnheader', { name: /3–6 个月前净消费/ })
  const rulesOf = (method: 'analytics.summarizeContribution') =>
    bridge.requestsOf(method).map(({ rules }) => rules)
  expect(rulesOf('analytics.summarizeContribution')).toEqual([
    contributionPresets['as-printed'],
    contributionPresets.corrected,
  ])
  expect(bridge.requestsOf('analytics.openContributionMembers').at(-1)?.analysis.rules).toEqual(
    contributionPresets.corrected,
  )
})

test('D3: the groups are drawn with those of none last, and together they are all customers, as is said', async () => {
  await open()
  await screen.findByRole('heading', { name: '4 位最高贡献的稳定客户带来 50% 的贡献分' })
  screen.getByText('截至 2026-11-21：七群 21 位 + 未归类 19 位 = 全部客户 40 位')
  const marks = within(screen.getByRole('listbox', { name: '各族群的客户数与占贡献分的份额' }))
  const names = marks.getAllByRole('option').map(mark => mark.getAttribute('aria-label') ?? '')
  expect(names[0]).toBe('最高贡献稳定, 客户 4, 占贡献分 50%')
  expect(names.at(-1)).toBe('未归类, 客户 19, 占贡献分 0%')
  expect(names.reduce((sum, name) => sum + Number(/客户 (\d+)/.exec(name)?.[1]), 0)).toBe(40)
  await userEvent.click(screen.getByRole('button', { name: '看表格' }))
  expect(screen.getAllByRole('row').map(row => row.textContent)).toContain('中贡献流失5100.0010%')
})

test('D6: a group is opened by the keyboard: who is in it, what the source advises, and its customers', async () => {
  const { bridge, onOpenCustomer } = await open()
  const list = await screen.findByRole('listbox', { name: '各族群的客户数与占贡献分的份额' })
  await screen.findByText('样例50')
  screen.getByText('贡献分排在前 10%，近 6 个月没有大跌。 对策：想尽办法留住他们，给最好的服务。')
  list.focus()
  const user = userEvent.setup()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
  await screen.findByText('样例10')
  screen.getByText(
    '近 6 个月比前 6 个月少了 90% 以上，之前贡献中等以上。 对策：打电话问问，查出什么地方出了错，把他们的心挽回来。',
  )
  const grid = screen.getByRole('grid', { name: '中贡献流失' })
  expect(grid.getAttribute('aria-rowcount')).toBe('6')
  expect(bridge.requestsOf('analytics.openContributionMembers').at(-1)).toEqual({
    analysis: { asOf, rules: contributionPresets['as-printed'] },
    group: 'lost-middle',
    sort: { column: 'scoreMinor', isDescending: true },
  })
  fireEvent.click(screen.getByRole('columnheader', { name: /最近 3 个月净消费/ }))
  expect(bridge.requestsOf('analytics.openContributionMembers').at(-1)?.sort).toEqual({
    ...{ column: 'recentMinor', isDescending: true },
  })
  const field = screen.getAllByRole('textbox').at(-1) ?? grid
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(onOpenCustomer).toHaveBeenCalledWith(101, 1)
})

test('without an order that counts there is one line and the way to import', async () => {
  const { onImport } = await open([0, 0, 0, 0, 0, 0, 0, 40])
  await screen.findByText(/到 2026-11-21 为止，40 位客户都没有算得进贡献分的订单/)
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '导入订单' }))
  expect(onImport).toHaveBeenCalledOnce()
})
