import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CallPanel } from '#renderer/calls/call-panel.tsx'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { type ArchiveSettings, defaultQuality } from '#shared/domain/settings.ts'
import { day, exampleFile } from '#test/renderer/customers/example-customers.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const field = (fieldId: number, code: string) => ({
  ...{ fieldId, groupId: 1, code, name: null, valueKind: 'text' as const, isRequired: false },
  ...{ defaultValue: null, options: [] },
})
const group = {
  ...{ groupId: 1, code: 'voice', name: null, tab: 'trade' as const, customerKind: null },
  ...{ isSensitive: false, isOn: true, purpose: null },
  fields: [field(40, 'opinion'), field(41, 'troubles'), field(42, 'expectations'), field(43, 'improvements')],
}
const brands = {
  ...group,
  groupId: 2,
  code: 'x',
  customerKind: 'individual' as const,
  fields: [field(19, 'brand-preference')],
}
const settings: ArchiveSettings = {
  ...{ shopName: '样例母婴店', currency: 'CNY', timeZone: 'Asia/Shanghai', individualPrefix: 'X' },
  ...{ companyPrefix: 'Q', idleDays: 365, quality: defaultQuality },
}
let customerCount = 900
/** Each case has a customer of its own: a call that was left is kept while the window lives. */
const nextFile = (facts: Partial<CustomerFile> = {}) => exampleFile({ customerId: ++customerCount, ...facts })
const show = (file: CustomerFile, answers: Answers = {}) => {
  const onClose = vi.fn()
  return renderInWindow(<CallPanel file={file} onClose={onClose} />, {
    'fields.list': () => ({ groups: [group, brands] }),
    'settings.get': () => settings,
    'calls.save': () => ({ changeSetId: 5 }),
    ...answers,
  }).then(view => ({ ...view, onClose }))
}
const press = (key: string, modifiers = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, keyCode: 0, ...modifiers })
const next = () => press('ArrowRight', { altKey: true })
const box = (name: string) => screen.findByRole('textbox', { name })

test('B5: each of five steps has its words, with the names of shop and customer', async () => {
  await show(nextFile({ name: '林样一' }))
  await screen.findByText(/您好，林样一，我是样例母婴店的/)
  const words = [
    /请问是林样一本人吗/,
    /常买哪些品牌/,
    /您觉得我们哪里可以做得更好/,
    /您说的对样例母婴店很重要/,
  ]
  for (const said of words) {
    next()
    await screen.findByText(said)
  }
  next()
  await screen.findByText(/您说的对样例母婴店很重要/)
})

test('B5: with the keyboard alone, answers go to their fields and into one note of the call', async () => {
  const file = nextFile({ name: '林样一', fields: { 40: '包装太大' } })
  const { bridge, onClose } = await show(file)
  const user = userEvent.setup({ delay: null })
  await screen.findByText(/您好/)
  await user.keyboard('{Enter}')
  await screen.findByText(/请问是/)
  next()
  await waitFor(async () => expect(document.activeElement).toBe(await box('品牌偏好')))
  await user.keyboard('样例牌{Enter}')
  expect(document.activeElement).toBe(await box('看法和建议'))
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(document.activeElement).toBe(await box('困扰')))
  await user.keyboard('宝宝挑食')
  next()
  await waitFor(async () => expect(document.activeElement).toBe(await box('通话备注')))
  await user.keyboard('下周回电')
  press('Enter', { ctrlKey: true })
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(bridge.requestsOf('calls.save')).toEqual([
    {
      customerId: file.customerId,
      answers: [
        { fieldId: 19, seen: null, value: '样例牌' },
        { fieldId: 41, seen: null, value: '宝宝挑食' },
      ],
      note: '电话沟通\n品牌偏好：样例牌\n困扰：宝宝挑食\n下周回电',
    },
  ])
  await screen.findByText('已保存和林样一的通话')
})

test('what was answered is still there after the panel was closed, and can be dropped', async () => {
  const file = nextFile({ fields: { 40: '价格合适' } })
  const { view, onClose } = await show(file)
  await screen.findByText(/您好/)
  next()
  next()
  fireEvent.change(await box('看法和建议'), { target: { value: '包装太大' } })
  await screen.findByText('档案里：价格合适')
  press('Escape')
  expect(onClose).toHaveBeenCalled()
  view.unmount()
  await show(file)
  expect(((await box('看法和建议')) as HTMLTextAreaElement).value).toBe('包装太大')
  fireEvent.click(await screen.findByRole('button', { name: '清空重来' }))
  await screen.findByText(/您好/)
  expect(screen.queryByText('上次没有保存的回答还在。')).toBeNull()
})

test('keys that are being composed are left to the input method', async () => {
  const { bridge } = await show(nextFile())
  await screen.findByText(/您好/)
  next()
  next()
  const opinion = await box('看法和建议')
  fireEvent.change(opinion, { target: { value: 'ni' } })
  fireEvent.keyDown(opinion, { key: 'Enter', ctrlKey: true, keyCode: 229 })
  expect(bridge.requestsOf('calls.save')).toEqual([])
})

test('a company is not asked what only the card of a person holds', async () => {
  await show(nextFile({ kind: 'company' }))
  await screen.findByText(/您好/)
  next()
  next()
  await box('看法和建议')
  expect(screen.queryByRole('textbox', { name: '品牌偏好' })).toBeNull()
})

test('who refused contact has it said at the top, also in English', async () => {
  await show(nextFile({ contactRefusedOn: day('2026-05-01') }))
  await screen.findByText(/2026-05-01 起拒绝联系：不要打电话推销/)
  act(() => setLanguage('en'))
  onTestFinished(() => act(() => setLanguage('zh-CN')))
  screen.getByText(/has refused contact since 2026-05-01: do not call to sell/)
  screen.getByText(/I am calling from 样例母婴店/)
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
})

test('a value that changed meanwhile is said, and the answers stay', async () => {
  const { bridge } = await show(nextFile(), {
    'calls.save': () => {
      throw new AppError('conflict', { fields: 'field:40' })
    },
  })
  await screen.findByText(/您好/)
  next()
  next()
  fireEvent.change(await box('看法和建议'), { target: { value: '包装太大' } })
  press('Enter', { ctrlKey: true })
  await screen.findByText('档案里的值刚才变了，对一对再保存。')
  expect(bridge.requestsOf('calls.save')).toHaveLength(1)
  expect(((await box('看法和建议')) as HTMLTextAreaElement).value).toBe('包装太大')
})

test("B5: words of one's own are said instead of the standard ones, with the names in place, in their language only", async () => {
  const callWords = { 'zh-CN': { introduce: '{name}好，这里是{shop}。' }, en: { identify: 'Is it you?' } }
  await show(nextFile({ name: '林{shop}一' }), { 'settings.get': () => ({ ...settings, callWords }) })
  await screen.findByText('林{shop}一好，这里是样例母婴店。')
  next()
  await screen.findByText(/请问是林{shop}一本人吗/)
})
