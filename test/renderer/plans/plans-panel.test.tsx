import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import { PlansPanel } from '#renderer/plans/plans-panel.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CollectionPlan } from '#shared/domain/collection-plan.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const known: CollectionPlan = {
  planId: 3,
  valueCount: 2,
  plan: {
    ...{ goal: '弄清为什么不再买', kinds: '常买品牌', scope: null, targetGroup: '沉睡客户' },
    ...{ methodOptionId: null, people: null, toOn: null, fromOn: CalendarDate.parse('2026-11-01') },
  },
}
const show = (plans: readonly CollectionPlan[], answers: Answers = {}) =>
  renderInWindow(<PlansPanel />, {
    'plans.list': () => ({ plans: [...plans] }),
    'plans.add': () => ({ planId: 4, changeSetId: 7 }),
    'plans.save': () => ({ changeSetId: 8 }),
    'plans.remove': () => ({ changeSetId: 9 }),
    ...answers,
  })
const dialog = async () => within(await screen.findByRole('dialog'))
const type = (form: Awaited<ReturnType<typeof dialog>>, name: RegExp, value: string) =>
  fireEvent.change(form.getByRole('textbox', { name }), { target: { value } })

test('a plan stands in two lines with the number of its values, also in English', async () => {
  await show([known])
  await screen.findByText('弄清为什么不再买')
  screen.getByText('常买品牌 沉睡客户 2026-11-01 – …')
  screen.getByText('2 个值')
  act(() => setLanguage('en'))
  onTestFinished(() => act(() => setLanguage('zh-CN')))
  screen.getByText('2 values')
})

test('a new plan needs a goal and days in order; Ctrl+Enter saves it', async () => {
  const { bridge } = await show([])
  fireEvent.click(await screen.findByRole('button', { name: '新建计划' }))
  const form = await dialog()
  fireEvent.click(form.getByRole('button', { name: /保\s*存/ }))
  await form.findByText('这一项要填')
  type(form, /^目的/, '新品意见')
  type(form, /^从/, '2026.11.1')
  type(form, /^到/, '2026-10-31')
  fireEvent.keyDown(form.getByRole('textbox', { name: /^到/ }), { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await form.findByText('结束的日子在开始之前')
  expect(bridge.requestsOf('plans.add')).toEqual([])
  type(form, /^到/, '2026-11-30')
  fireEvent.keyDown(form.getByRole('textbox', { name: /^到/ }), { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await screen.findByText('已保存采集计划「新品意见」')
  const none = { kinds: null, scope: null, targetGroup: null, methodOptionId: null, people: null }
  expect(bridge.requestsOf('plans.add')).toEqual([
    { plan: { ...none, goal: '新品意见', fromOn: '2026-11-01', toOn: '2026-11-30' } },
  ])
})

test('a plan is changed and removed', async () => {
  const { bridge } = await show([known])
  fireEvent.click(await screen.findByRole('button', { name: '修改计划「弄清为什么不再买」' }))
  const form = await dialog()
  type(form, /^范围/, '本市')
  fireEvent.click(form.getByRole('button', { name: /保\s*存/ }))
  await screen.findByText('已保存采集计划「弄清为什么不再买」')
  expect(bridge.requestsOf('plans.save')).toEqual([{ planId: 3, plan: { ...known.plan, scope: '本市' } }])
  fireEvent.click(await screen.findByRole('button', { name: '修改计划「弄清为什么不再买」' }))
  fireEvent.click((await dialog()).getByRole('button', { name: /删\s*除/ }))
  await waitFor(() => expect(bridge.requestsOf('plans.remove')).toEqual([{ planId: 3 }]))
})
