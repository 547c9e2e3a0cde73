import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { AnalysesPanel } from '#renderer/analytics/analyses/analyses-panel.tsx'
import {
  type AnalysisCode,
  analysisCodes,
  toAnalysisCode,
} from '#renderer/analytics/analyses/analysis-codes.ts'
import { CalendarDate, CalendarMonth } from '#shared/domain/calendar-date.ts'
import type { CohortAnalysis } from '#shared/domain/cohorts.ts'
import type { ValueAnalysis } from '#shared/domain/lifetime-value.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

/** jsdom lays nothing out: the view is said to be ten rows high and 1,200 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(310)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterAll(() => vi.restoreAllMocks())

const asOf = CalendarDate.parse('2026-11-21')
let archives = 0

async function open(chosen: AnalysisCode, answers: Record<string, unknown>) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `analyses-${archives}` }
  const acts = { onOpenCustomer: vi.fn(), onImport: vi.fn() }
  const handlers = Object.fromEntries(
    Object.entries(answers).map(([method, answer]) => [method, () => answer]),
  )
  const panel = <AnalysesPanel chosen={chosen} hrefOf={code => `#/analyses/${code}`} acts={acts} />
  const window = await renderInWindow(panel, {
    'archives.state': () => archive,
    'analytics.openMarkMembers': () => ({ listId: 7, total: 4, refusedCount: 1 }),
    'analytics.markMembersPage': () => [],
    ...handlers,
  })
  return { ...window, acts }
}

/** 20 new customers in September; 4 of them bought a month later, 2 two months later. October had 5: too few for a share. */
const cohorts: CohortAnalysis = {
  ...{ asOf, months: 13, revision: 'a', leastForShare: 10, isLastMonthWhole: false },
  ...{ customerCount: 25, balancesLeftOut: 3, earlierBuyers: 0 },
  cohorts: [
    { month: CalendarMonth.parse('2026-09'), active: [20, 4, 2], shares: [1, 0.2, 0.1] },
    { month: CalendarMonth.parse('2026-10'), active: [5, 1], shares: [null, null] },
    { month: CalendarMonth.parse('2026-11'), active: [0], shares: [null] },
  ],
  byMonthsLater: [
    { monthsLater: 0, customers: 25, active: 25, share: 1 },
    { monthsLater: 1, customers: 25, active: 5, share: 0.2 },
    { monthsLater: 2, customers: 20, active: 2, share: 0.1 },
  ],
  byMonth: [],
  repurchase: { buyers: 25, again: 6, share: 0.24, within: [] },
  between: { count: 6, quartiles: null },
}

test('the finding stands above the grid; a cell reached by keys opens exactly its customers', async () => {
  const { bridge } = await open('staying', { 'analytics.summarizeCohorts': cohorts })
  expect(await screen.findByText('新客里 20%（5 位）下一个月又来买')).toBeTruthy()
  expect(screen.getByText('3 位客户只有期初累计，不知道哪天第一次买，没有算进来。')).toBeTruthy()
  const grid = screen.getByRole('listbox', { name: '新客在以后各月又买的比例' })
  grid.focus()
  fireEvent.keyDown(grid, { key: 'ArrowRight' })
  fireEvent.keyDown(grid, { key: 'Enter' })
  expect(await screen.findByText('2026 年 9 月第一次买、1 个月后又买的客户')).toBeTruthy()
  expect(bridge.requestsOf('analytics.openMarkMembers').at(-1)).toMatchObject({
    mark: { kind: 'cohort', asOf, month: '2026-09', monthsLater: 1 },
  })
  expect(await screen.findByText('4 位')).toBeTruthy()
  expect(screen.getByText('其中 1 位拒绝联系')).toBeTruthy()
})

test('a share of too few is not said, and a cell that cannot be is no mark to open', async () => {
  const { bridge } = await open('staying', { 'analytics.summarizeCohorts': cohorts })
  await screen.findByRole('listbox')
  expect(
    screen.getByRole('option', { name: '2026 年 10 月的 5 位新客，1 个月后 1 位又买；人太少，不说比例' })
      .textContent,
  ).toBe('·')
  const blank = screen.getAllByRole('option').find(cell => cell.className.includes('is-blank'))
  fireEvent.click(blank as HTMLElement)
  expect(bridge.requestsOf('analytics.openMarkMembers')).toHaveLength(0)
})

test('a refusal says what is missing, and leads to the import', async () => {
  const refused: ValueAnalysis = {
    ...{ asOf, horizonMonths: 12, yearlyDiscount: 0.1, revision: 'a', buyers: 20, repeatBuyers: 4 },
    ...{
      balancesLeftOut: 0,
      refusal: 'too-few-customers',
      timing: null,
      spend: null,
      chances: [],
      holdout: null,
    },
  }
  const { acts } = await open('value', { 'analytics.summarizeValue': refused })
  expect(await screen.findByText(/买过的客户只有 20 位，至少要 100 位/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '导入订单' }))
  expect(acts.onImport).toHaveBeenCalledOnce()
})

test('a chart is copied as a picture of its panel, and its numbers stand in a table', async () => {
  const { bridge } = await open('staying', {
    'analytics.summarizeCohorts': cohorts,
    'program.copyPicture': null,
  })
  const panel = await screen.findByRole('region', { name: '新客里 20%（5 位）下一个月又来买' })
  await userEvent.click(within(panel).getByRole('button', { name: '看表格' }))
  expect(within(panel).getAllByRole('row')[1]?.textContent).toBe('2026-092042')
  await userEvent.click(within(panel).getByRole('button', { name: '复制图片' }))
  expect(await screen.findByText('已复制图片，可粘贴到文档或聊天里')).toBeTruthy()
  expect(bridge.requestsOf('program.copyPicture')).toHaveLength(1)
})

test('each analysis has a question that leads to it; an unknown address shows the first', async () => {
  await open('again', { 'analytics.summarizeCohorts': cohorts })
  const list = screen.getByRole('navigation', { name: '想知道什么' })
  const links = within(list).getAllByRole('link')
  expect(links.map(link => link.getAttribute('href'))).toEqual(
    analysisCodes.map(code => `#/analyses/${code}`),
  )
  expect(within(list).getByRole('link', { current: 'page' }).textContent).toBe('客户多久回来一次')
  expect([toAnalysisCode('baskets'), toAnalysisCode('x'), toAnalysisCode(undefined)]).toEqual([
    'baskets',
    'overview',
    'overview',
  ])
})
