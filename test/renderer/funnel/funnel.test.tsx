import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FunnelPage } from '#renderer/funnel/funnel-page.tsx'
import { FunnelPanel } from '#renderer/funnel/funnel-panel.tsx'
import type { Request } from '#shared/contract/contract.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FunnelCard, FunnelColumn, type FunnelSummary } from '#shared/domain/funnel.ts'
import { exampleFile } from '#test/renderer/customers/example-customers.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const day = (text: string) => CalendarDate.parse(text)
const card = (customerId: number, name: string, facts: Partial<FunnelCard> = {}): FunnelCard => ({
  ...{ customerId, archiveNumber: `X-${customerId}`, name, stage: 'analysis', since: day('2026-11-01') },
  ...{ days: 20, isStarred: false, decisionStage: null, intention: null, intentionReason: null },
  ...{ ability: null, abilityReason: null, demand: null, demandNote: null },
  ...facts,
})
const cards: Partial<Record<FunnelColumn, FunnelCard[]>> = {
  analysis: [card(1, '林样一', { demand: 'large' }), card(2, '林样二', { days: 120 })],
  prospect: [
    card(3, '林样三', {
      ...{ stage: 'prospect', demand: 'large', isStarred: true },
      decisionStage: { code: 'compare', name: null },
    }),
  ],
}
const summary: FunnelSummary = {
  ...{ asOf: day('2026-11-21'), fromOn: day('2026-10-22'), revision: 'r', left: 1, balancesLeftOut: 0 },
  columns: FunnelColumn.options.map(column => ({
    ...{ column, customers: cards[column]?.length ?? 0, starred: 0, refused: 0 },
    ...{ byAge: [0, 0, 0, 0] as [number, number, number, number], medianDays: null, longestDays: null },
  })),
  cells: [
    { intention: 'clear', ability: 'strong', customers: 4, starred: 1 },
    { intention: null, ability: null, customers: 6, starred: 0 },
  ],
  flows: (['analysis', 'prospect', 'target'] as const).map(stage => ({
    ...{ stage, atStart: 3, entered: 5, onward: 2, back: 1, left: 1, atEnd: 4 },
    ...{ rate: stage === 'target' ? null : 0.25, bought: stage === 'target' ? 4 : null },
    boughtRate: stage === 'target' ? 0.5 : null,
  })),
  changes: [],
}
const onOpenCustomer = vi.fn()
const answers = {
  'funnel.summarize': () => summary,
  'funnel.listCards': ({ selector }: Request<'funnel.listCards'>) => {
    const shown = selector.kind === 'column' ? (cards[selector.column] ?? []) : (cards.prospect ?? [])
    const isFirst = selector.kind === 'column' && selector.column === 'analysis'
    return { total: shown.length, refusedCount: isFirst ? 2 : 0, cards: shown }
  },
  'funnel.move': () => ({ changeSetId: 9 }),
}
const show = () => renderInWindow(<FunnelPage onOpenCustomer={onOpenCustomer} />, answers)
const list = (name: RegExp) => screen.findByRole('listbox', { name })

test('K1, K2, K4, K5: the board has a column per stage and sub-type; a card says star, days and how the customer is judged', async () => {
  await show()
  const first = await list(/^1 客户分析/)
  expect(screen.getAllByRole('listbox').map(one => one.getAttribute('aria-label')?.split('，')[0])).toEqual([
    ...['1 客户分析', '2 潜在客户', '3 目标·暂时没能力', '3 目标·能力不强', '3 目标·能力强'],
  ])
  expect((await within(first).findAllByRole('option')).map(one => one.textContent)).toEqual([
    ...['林样一20 天需求量大', '林样二120 天还没有评估'],
  ])
  const second = await list(/^2 潜在客户/)
  expect(within(second).getByLabelText('重要客户：需求量大')).toBeTruthy()
  expect(second.textContent).toContain('比较评价')
  expect(screen.getByText('另有 2 位不愿被联系，不列出来')).toBeTruthy()
})

test('Ctrl and an arrow move the chosen card at once where nothing is missing; Enter opens its file', async () => {
  const { bridge } = await show()
  const first = await list(/^1 客户分析/)
  await within(first).findAllByRole('option')
  first.focus()
  fireEvent.keyDown(first, { key: 'ArrowRight', ctrlKey: true })
  await waitFor(() => expect(bridge.requestsOf('funnel.move')).toHaveLength(1))
  expect(bridge.requestsOf('funnel.move')[0]).toMatchObject({
    ...{ customerId: 1, move: { stage: 'prospect', demand: 'large', ability: null } },
  })
  await screen.findByText('林样一：已移到「潜在客户」')
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  await waitFor(() => expect(first.getAttribute('aria-activedescendant')).toBe('funnel-analysis-1'))
  fireEvent.keyDown(first, { key: 'Enter' })
  expect(onOpenCustomer).toHaveBeenLastCalledWith(2)
})

test('a card that is dropped on a sub-type asks for what the stage needs; without it nothing is saved', async () => {
  const { bridge } = await show()
  const second = await list(/^2 潜在客户/)
  const dragged = await within(second).findByRole('option')
  const dataTransfer = { setData: vi.fn(), effectAllowed: '', types: ['text/plain'] }
  fireEvent.dragStart(dragged, { dataTransfer })
  const target = await list(/^3 目标·能力强/)
  fireEvent.dragOver(target, { dataTransfer })
  fireEvent.drop(target, { dataTransfer })
  const dialog = within(await screen.findByRole('dialog'))
  expect((dialog.getByLabelText('能力强') as HTMLInputElement).checked).toBe(true)
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await dialog.findAllByText('这一项要填')
  expect(bridge.requestsOf('funnel.move')).toHaveLength(0)
  fireEvent.click(dialog.getByLabelText('意向不强'))
  fireEvent.change(dialog.getByLabelText('为什么这样判断意向'), { target: { value: '问了三次价' } })
  fireEvent.change(dialog.getByLabelText('为什么这样判断能力'), { target: { value: '看过流水' } })
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await dialog.findByText('目标客户要有明确的购买意向')
  fireEvent.click(dialog.getByLabelText('意向明确'))
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(bridge.requestsOf('funnel.move')).toHaveLength(1))
  expect(bridge.requestsOf('funnel.move')[0]).toMatchObject({
    customerId: 3,
    move: {
      ...{ stage: 'target', intention: 'clear', intentionReason: '问了三次价', ability: 'strong' },
      ...{ abilityReason: '看过流水', demand: 'large' },
    },
  })
})

test('K3: the grid counts intention by ability and opens who is in a cell', async () => {
  await show()
  fireEvent.click(await screen.findByText('意向和能力'))
  await screen.findByText('10 位里有 4 位意向明确、能力强，最先跟进')
  fireEvent.click(screen.getByRole('option', { name: '意向明确、能力强：4 位' }))
  fireEvent.click(await screen.findByRole('button', { name: '林样三' }))
  expect(onOpenCustomer).toHaveBeenLastCalledWith(3)
})

test('K1: the conversion says its finding, and its table every count', async () => {
  await show()
  fireEvent.click(await screen.findByText('转化和停留'))
  const title = await screen.findByText('8 位潜在客户里，2 位成了目标客户（25%）')
  fireEvent.click(screen.getByRole('button', { name: '看表格' }))
  const panel = title.closest('section') as HTMLElement
  expect(
    within(panel)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent),
  ).toEqual([...['客户分析35211425%—', '潜在客户35211425%—', '目标客户352114—4 (50%)']])
})

test('on the page of a customer: where he stands since when, how judged and why, and every step, which can be removed', async () => {
  const step = {
    intention: null,
    intentionReason: null,
    ability: null,
    abilityReason: null,
    demandNote: null,
  }
  const { bridge } = await renderInWindow(<FunnelPanel file={exampleFile()} />, {
    'funnel.ofCustomer': () => [
      {
        ...{ ...step, funnelStepId: 3, stage: 'prospect', movedOn: day('2026-10-20'), note: null },
        ...{ demand: 'large', demandNote: '每月 20 箱' },
      },
      {
        ...step,
        funnelStepId: 2,
        stage: 'prospect',
        movedOn: day('2026-10-05'),
        note: null,
        demand: 'small',
      },
      { ...step, funnelStepId: 1, stage: 'analysis', movedOn: day('2026-09-01'), note: '展会', demand: null },
    ],
    'funnel.removeStep': () => ({ changeSetId: 4 }),
  })
  await screen.findByText('潜在客户（2026-10-05 起）')
  expect(screen.getByText('大：每月 20 箱')).toBeTruthy()
  expect(screen.getAllByRole('row').map(row => row.textContent)).toEqual([
    ...['2026-10-20潜在客户删除', '2026-10-05潜在客户删除', '2026-09-01客户分析展会删除'],
  ])
  fireEvent.click(screen.getByRole('button', { name: '删除 2026-09-01 的记录' }))
  await waitFor(() => expect(bridge.requestsOf('funnel.removeStep')).toEqual([{ funnelStepId: 1 }]))
})
