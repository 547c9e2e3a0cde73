import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RegionNotesPanel } from '#renderer/region-notes/region-notes-panel.tsx'
import type { NotedRegion, RegionNotes } from '#shared/domain/region-note.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const nothing: RegionNotes = { culture: null, customs: null, potential: null, policy: null }
const regions: NotedRegion[] = [
  { place: { province: '浙江省', city: null }, notes: nothing },
  { place: { province: '浙江省', city: '杭州市' }, notes: { ...nothing, customs: '立夏吃乌米饭' } },
]
const show = (shown: NotedRegion[] = regions) =>
  renderInWindow(<RegionNotesPanel customerId={1} />, {
    'regionNotes.ofCustomer': () => shown,
    'regionNotes.save': () => ({ changeSetId: 7 }),
  })

test('each region of the customer has its notes, and it is said that all customers there share them', async () => {
  await show()
  const city = within(await screen.findByRole('region', { name: '浙江省 杭州市' }))
  city.getByText('立夏吃乌米饭')
  screen.getByText('写一次，同一地区的客户都能看到。')
  within(screen.getByRole('region', { name: '浙江省' })).getByText('还没有写。')
})

test('they are written with the keyboard, what was seen goes with them', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '浙江省 杭州市的地区情况' }))
  const dialog = within(await screen.findByRole('dialog'))
  const policy = dialog.getByRole('textbox', { name: '政府政策动态' })
  fireEvent.change(policy, { target: { value: '跨境试点 ' } })
  fireEvent.keyDown(policy, { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await screen.findByText('已保存浙江省 杭州市的地区情况')
  expect(bridge.requestsOf('regionNotes.save')).toEqual([
    {
      place: { province: '浙江省', city: '杭州市' },
      seen: { ...nothing, customs: '立夏吃乌米饭' },
      notes: { ...nothing, customs: '立夏吃乌米饭', policy: '跨境试点' },
    },
  ])
})

test('a customer without a region has no such part', async () => {
  await show([])
  expect(screen.queryByText('地区情况')).toBeNull()
})
