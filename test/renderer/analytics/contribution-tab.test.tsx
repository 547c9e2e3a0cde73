import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SegmentsPanel } from '#renderer/analytics/segments-panel.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type ContributionAnalysis,
  type ContributionGroup,
  type ContributionRequest,
  contributionGroups,
  contributionPresets,
} from '#shared/domain/contribution.ts'
import type { ContributionMigration, MigrationRequest } from '#shared/domain/contribution-migration.ts'
import { readyRuleSets } from '#shared/domain/contribution-rule-set.ts'
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

async function open(customers = counts, more: Parameters<typeof renderInWindow>[1] = {}) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `contribution-${archives}` }
  const acts = { onOpenCustomer: vi.fn(), onImport: vi.fn() }
  const others = {
    onPrintPortrait: vi.fn(),
    onShowCustomer: vi.fn(),
    onPrint: vi.fn(),
    onPrintContribution: vi.fn(),
    onMedia: vi.fn(),
    onList: vi.fn(),
  }
  const window = await renderInWindow(<SegmentsPanel {...acts} {...others} />, {
    'archives.state': () => archive,
    'analytics.listRuleSets': () => [],
    'analytics.getContributionSettings': () => ({ versions: [...readyRuleSets], policies: [] }),
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
    ...more,
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

/** 20 customers a month end before, 25 after: 5 of the 8 top ones are lost, 5 arrived. */
function migrationOf({ fromOn, toOn, rules }: MigrationRequest): ContributionMigration {
  const moves = { 'stable-top': { 'stable-top': 3, 'lost-middle': 5 }, unassigned: { unassigned: 12 } }
  const rows = contributionGroups.map(group => {
    const counts: Partial<Record<ContributionGroup, number>> =
      group === 'stable-top' || group === 'unassigned' ? moves[group] : {}
    const to = contributionGroups.map(one => counts[one] ?? 0)
    return { group, to, customers: to.reduce((sum, count) => sum + count, 0) }
  })
  return {
    ...{ fromOn, toOn, rules, revision: 'a', customersBefore: 20, customersAfter: 25, rows, stayed: 15 },
    arrived: contributionGroups.map(group => (group === 'unassigned' ? 5 : 0)),
    finding: { code: 'migration-lost', values: { customerCount: 5, count: 8, customerRate: 0.625 } },
  }
}

test('D5: a row of the matrix is all customers of a group, and a cell or a band opens exactly those who moved', async () => {
  const { bridge } = await open(counts, {
    'analytics.summarizeMigration': migrationOf,
    'analytics.openMigrationMembers': ({ cell }) => ({
      ...{ listId: 9, refusedCount: 0, total: cell.to === 'lost-middle' ? 5 : 25 },
    }),
    'analytics.migrationMembersPage': () => [],
  })
  fireEvent.click(await screen.findByText('变动'))
  await screen.findByRole('heading', { name: '原来贡献高的 8 位里，5 位流失了（63%）' })
  screen.getByText(/横着看：2025 年 10 月底的 20 位客户.*加上新来的 5 位 = 25 位/)
  // Of the rows only those with customers are drawn: two groups and those who arrived, each over eight columns.
  const cells = within(screen.getByRole('listbox', { name: '从哪一群到哪一群' })).getAllByRole('option')
  expect(cells).toHaveLength(3 * contributionGroups.length)
  expect(cells[0]?.getAttribute('aria-label')).toBe('一直是「最高贡献稳定」：3 位')
  const list = screen.getByRole('listbox', { name: '客户从左边的群流到右边的群' })
  expect(
    within(list)
      .getAllByRole('option')
      .map(one => one.getAttribute('aria-label')),
  ).toEqual([
    '一直是「最高贡献稳定」：3 位',
    '从「最高贡献稳定」到「中贡献流失」：5 位',
    '一直是「未归类」：12 位',
    '从「那时还不是客户」到「未归类」：5 位',
  ])
  list.focus()
  await userEvent.setup().keyboard('{ArrowDown}{Enter}')
  await screen.findByRole('grid', { name: '从「最高贡献稳定」到「中贡献流失」' })
  expect(bridge.requestsOf('analytics.openMigrationMembers').at(-1)).toMatchObject({
    migration: { fromOn: '2025-10-31', toOn: '2026-10-31' },
    cell: { from: 'stable-top', to: 'lost-middle' },
  })
})

test('D3: changed rules are tried on all customers before they are saved, under a name, as a set of their own', async () => {
  const saved = vi.fn()
  const { bridge } = await open(counts, {
    'analytics.saveContributionRules': draft => {
      saved(draft)
      return { code: 'own-1', name: draft.name, version: 1, rules: draft.rules }
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: '改规则' }))
  const dialog = within(await screen.findByRole('dialog'))
  const loss = dialog.getByRole('spinbutton', { name: '少了百分之几算流失' })
  fireEvent.change(loss, { target: { value: '80' } })
  fireEvent.blur(loss)
  const rules = { ...contributionPresets['as-printed'], lossShare: 0.8 }
  await waitFor(() =>
    expect(bridge.requestsOf('analytics.summarizeContribution').at(-1)).toEqual({ asOf, rules }),
  )
  // A share that falls is no rule: nothing can be saved.
  const top = dialog.getByRole('spinbutton', { name: '最高：排在前百分之几' })
  fireEvent.change(top, { target: { value: '50' } })
  fireEvent.blur(top)
  dialog.getByText(/这些数说不通/)
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: '存成自己的一套' }).disabled).toBe(true)
  fireEvent.change(top, { target: { value: '10' } })
  fireEvent.blur(top)
  fireEvent.click(dialog.getByRole('button', { name: '存成自己的一套' }))
  await waitFor(() => expect(saved).toHaveBeenCalledWith({ code: null, name: '我的规则', rules }))
})
