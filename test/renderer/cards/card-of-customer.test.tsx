import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CardHistory } from '#renderer/cards/card-history.tsx'
import { CardTurn } from '#renderer/cards/card-turn.tsx'
import type { CardChange, WinBack } from '#shared/domain/card.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { day, exampleFile } from '#test/renderer/customers/example-customers.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

const stopped: CardChange = {
  ...{ cardChangeId: 2, before: 'active', after: 'former', changedOn: day('2026-05-05'), mergedFrom: null },
  ...{ stopReason: 'moved', note: '搬去外地' },
}
const begun: CardChange = {
  ...{
    cardChangeId: 1,
    before: 'lead',
    after: 'active',
    changedOn: day('2026-03-01'),
    mergedFrom: 'K-000007',
  },
  ...{ stopReason: null, note: null },
}
const call: WinBack = {
  ...{ winBackId: 7, triedOn: day('2026-06-01'), way: 'phone', outcome: 'open', note: '答应下月再看' },
}

let archives = 0
function show(file: Partial<CustomerFile>, answers: Answers = {}, isReadOnly = false) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `cards-${archives}`, isReadOnly }
  const whole = exampleFile(file)
  return renderInWindow(
    <>
      <CardTurn file={whole} />
      <CardHistory file={whole} />
    </>,
    {
      'archives.state': () => archive,
      'cards.history': () => ({ changes: [], winBacks: [] }),
      'changes.undo': () => ({ changeSetId: 9 }),
      ...answers,
    },
  )
}
const openTurn = async () => {
  fireEvent.click(await screen.findByRole('button', { name: '换客户卡…' }))
  return within(await screen.findByRole('dialog'))
}

test('a lead is turned to 现有客户卡 as of a day, and the toast takes it back', async () => {
  const { bridge } = await show({ cardType: 'lead' }, { 'cards.turn': () => ({ changeSetId: 5, turned: 1 }) })
  const dialog = await openTurn()
  expect(dialog.queryByText('为什么不再来了？（选一项，也可以写）')).toBeNull()
  const since = dialog.getByLabelText(/从哪天起/)
  expect((since as HTMLInputElement).value, 'today').toBe('2026-11-21')
  fireEvent.change(since, { target: { value: '2026年3月1日' } })
  fireEvent.blur(since)
  await waitFor(() => expect((since as HTMLInputElement).value).toBe('2026-03-01'))
  fireEvent.click(dialog.getByRole('button', { name: '转为现有客户卡' }))
  await screen.findByText('已把 林样一 转为现有客户卡')
  expect(bridge.requestsOf('cards.turn')).toEqual([
    {
      customerIds: [1],
      turn: { cardType: 'active', changedOn: '2026-03-01', stopReason: null, note: null },
    },
  ])
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 5 }]))
})

test('to 旧客户卡 a reason is asked for, and without one nothing is sent', async () => {
  const { bridge } = await show(
    { cardType: 'active' },
    { 'cards.turn': () => ({ changeSetId: 5, turned: 1 }) },
  )
  const dialog = await openTurn()
  const act = dialog.getByRole('button', { name: '转为旧客户卡' })
  fireEvent.click(act)
  await dialog.findByText('先选一个原因；不知道就选「问过，不清楚」')
  expect(bridge.requestsOf('cards.turn')).toEqual([])
  fireEvent.click(dialog.getByRole('radio', { name: '搬走了' }))
  fireEvent.change(dialog.getByLabelText('想补充的话'), { target: { value: '去了外地' } })
  fireEvent.click(act)
  await waitFor(() =>
    expect(bridge.requestsOf('cards.turn')).toEqual([
      {
        customerIds: [1],
        turn: { cardType: 'former', changedOn: '2026-11-21', stopReason: 'moved', note: '去了外地' },
      },
    ]),
  )
})

test('a day that is no day, or lies ahead, is said at its field', async () => {
  const { bridge } = await show({ cardType: 'lead' })
  const dialog = await openTurn()
  fireEvent.change(dialog.getByLabelText(/从哪天起/), { target: { value: '2026-11-22' } })
  fireEvent.click(dialog.getByRole('button', { name: '转为现有客户卡' }))
  await dialog.findByText('写成 2026-08-16 这样的一天')
  expect(bridge.requestsOf('cards.turn')).toEqual([])
})

test('the steps stand there newest first with day, reason and note; the head says since when and why trade stopped', async () => {
  await show({ cardType: 'former' }, { 'cards.history': () => ({ changes: [stopped, begun], winBacks: [] }) })
  await screen.findByText('2026-05-05 起停止交易：搬走了')
  const panel = within(screen.getByRole('region', { name: '客户卡的变化' }))
  expect(panel.getAllByRole('row').map(row => row.textContent)).toEqual([
    '2026-05-05现有客户卡 → 旧客户卡搬走了：搬去外地',
    '2026-03-01潜在客户调查卡 → 现有客户卡 并入前的档案 K-000007',
  ])
})

test('of a former customer attempts to win back are noted and removed; one who buys has no such list', async () => {
  const { bridge } = await show(
    { cardType: 'former' },
    {
      'cards.history': () => ({ changes: [stopped], winBacks: [call] }),
      'cards.addWinBack': () => ({ changeSetId: 11 }),
      'cards.deleteWinBack': () => ({ changeSetId: 12 }),
    },
  )
  await screen.findByText('答应下月再看')
  fireEvent.click(screen.getByRole('button', { name: '记一次' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByText('消息'))
  fireEvent.click(dialog.getByText('没联系上'))
  fireEvent.click(dialog.getByRole('button', { name: '记下' }))
  await screen.findByText('已记下对 林样一 的挽回')
  expect(bridge.requestsOf('cards.addWinBack')).toEqual([
    {
      customerId: 1,
      winBack: { triedOn: '2026-11-21', way: 'message', outcome: 'unreachable', note: null },
    },
  ])
  fireEvent.click(screen.getByRole('button', { name: '移除 2026-06-01 的记录' }))
  await screen.findByText('已移除 2026-06-01 的挽回记录')
  expect(bridge.requestsOf('cards.deleteWinBack')).toEqual([{ winBackId: 7 }])
})

test('who buys has no attempts to win back, and an archive that is only read no act', async () => {
  await show({ cardType: 'active' }, {}, true)
  await screen.findByText('建档以来一直是现有客户卡。')
  expect(screen.queryByText('挽回记录')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('who refused commercial contact is not to be won back by it', async () => {
  await show({ cardType: 'former', contactRefusedOn: day('2026-10-12') })
  await screen.findByText('这位客户拒绝商业联系，不要为挽回去联系。')
})
