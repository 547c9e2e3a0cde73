import { fireEvent, screen, waitFor } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, test, vi } from 'vitest'
import { CustomerForm } from '#renderer/customers/customer-form.tsx'
import { OwnFieldsPanel } from '#renderer/customers/own-fields-panel.tsx'
import { conflictingFields, rebaseDraft } from '#renderer/customers/rebase-draft.ts'
import type { FieldDefinition, FieldGroup } from '#shared/domain/field.ts'
import { draftOf } from '#test/helpers/builders.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleFile } from './example-customers.ts'

const field = (fieldId: number, facts: Partial<FieldDefinition>): FieldDefinition => ({
  ...{ fieldId, groupId: 1, code: null, name: `字段${fieldId}`, valueKind: 'text', isRequired: false },
  ...{ defaultValue: null, options: [], ...facts },
})
const group = (groupId: number, facts: Partial<FieldGroup>): FieldGroup => ({
  ...{ groupId, code: null, name: `组${groupId}`, tab: 'basic', customerKind: null, isSensitive: false },
  ...{ isOn: true, purpose: null, fields: [], ...facts },
})
const options = [
  { optionId: 11, code: null, name: '猫', isHidden: false },
  { optionId: 12, code: null, name: '狗', isHidden: false },
]
const groups = [
  group(1, {
    fields: [
      field(1, { name: '会员卡号', defaultValue: 'K-' }),
      field(2, { name: '年消费预算', valueKind: 'money' }),
      field(3, { name: '宠物', valueKind: 'choice', options }),
    ],
  }),
  group(2, {
    tab: 'attitude',
    customerKind: 'individual',
    fields: [field(4, { name: '入会日', valueKind: 'day', isRequired: true })],
  }),
  group(3, {
    tab: 'business',
    customerKind: 'company',
    fields: [field(5, { name: '员工人数', valueKind: 'number' })],
  }),
  group(4, { isOn: false, isSensitive: true, fields: [field(6, { name: '信念' })] }),
]

let archives = 0

/** The form in an archive of its own, since drafts are kept by archive. */
async function show(answers: Answers = {}) {
  archives += 1
  const archive = { ...openArchive, archiveToken: `own-fields-${archives}` }
  const onSaved = vi.fn()
  const form = (
    <CustomerForm
      customerId={null}
      onSaved={onSaved}
      onNext={vi.fn()}
      onLeave={vi.fn()}
      onOpenCustomer={vi.fn()}
    />
  )
  const router = createMemoryRouter([{ path: '/', element: form }])
  const window = await renderInWindow(<RouterProvider router={router} />, {
    'archives.state': () => archive,
    'fields.list': () => ({ groups }),
    'customers.findByPhone': () => [],
    'customers.create': () => ({ customerId: 5, archiveNumber: 'X-000005', changeSetId: 3 }),
    ...answers,
  })
  await screen.findByLabelText(/客户姓名/)
  return {
    ...window,
    onSaved,
    created: () => window.bridge.requestsOf('customers.create').map(one => one.draft),
  }
}

const input = (label: RegExp) =>
  screen.getByLabelText(label, { selector: 'input, textarea' }) as HTMLInputElement
const write = (label: RegExp, value: string) => fireEvent.change(input(label), { target: { value } })
const save = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true })

test('the form has the pages and fields of the kind of customer; groups that are off are nowhere', async () => {
  await show()
  expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual(['基本', '态度'])
  expect(screen.queryByLabelText(/信念/)).toBeNull()
  fireEvent.click(screen.getByText('企业', { selector: '.ant-segmented-item-label' }))
  await waitFor(() =>
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual(['基本', '业务']),
  )
})

test('what is typed is read by kind: amounts in minor units, days as days, defaults as they stand', async () => {
  const { created, onSaved } = await show()
  write(/客户姓名/, '林样一')
  write(/年消费预算/, '1,200.5')
  write(/入会日/, '2026年3月9日')
  fireEvent.blur(input(/年消费预算/))
  expect(input(/年消费预算/).value).toBe('1200.50')
  save()
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(5))
  expect(created()[0]?.fields).toEqual({ 1: 'K-', 2: 120_050, 4: '2026-03-09' })
})

test('a field that does not fit is said at the field, and the form turns to its page', async () => {
  const { created } = await show()
  write(/客户姓名/, '林样一')
  write(/年消费预算/, '很多')
  save()
  await screen.findByText('这里要写金额')
  write(/年消费预算/, '')
  save()
  await waitFor(() =>
    expect(screen.getByRole('tab', { name: '态度' }).getAttribute('aria-selected')).toBe('true'),
  )
  await screen.findByText('这一项要填')
  await waitFor(() => expect(document.activeElement).toBe(input(/入会日/)))
  expect(created()).toEqual([])
})

test('Ctrl+PageDown and Ctrl+PageUp turn the pages of the form', async () => {
  await show()
  const selected = () =>
    screen
      .getAllByRole('tab')
      .find(tab => tab.ariaSelected === 'true' || tab.getAttribute('aria-selected') === 'true')?.textContent
  fireEvent.keyDown(input(/客户姓名/), { key: 'PageDown', ctrlKey: true })
  await waitFor(() => expect(selected()).toBe('态度'))
  fireEvent.keyDown(input(/入会日/), { key: 'PageUp', ctrlKey: true })
  await waitFor(() => expect(selected()).toBe('基本'))
})

test('the file shows what it holds in words, and no group without a value', async () => {
  await renderInWindow(<OwnFieldsPanel file={exampleFile({ fields: { 2: 120_050, 3: 12 } })} />, {
    'fields.list': () => ({ groups }),
  })
  await screen.findByText('年消费预算')
  screen.getByText(/1,200\.50/)
  screen.getByText('狗')
  expect(screen.queryByText('会员卡号')).toBeNull()
  expect(screen.getAllByRole('heading').map(one => one.textContent)).toEqual(['更多资料', '组1'])
})

test('an edit of one field elsewhere stands beside the edit of another here; of the same it is a conflict', () => {
  const seen = draftOf({ fields: { 1: 'K-1' } })
  const mine = draftOf({ fields: { 1: 'K-1', 2: 500 } })
  const stored = draftOf({ fields: { 1: 'K-2' } })
  expect(conflictingFields(mine, seen, stored)).toEqual([])
  expect(rebaseDraft(mine, seen, stored, {}).fields).toEqual({ 1: 'K-2', 2: 500 })
  const other = draftOf({ fields: { 1: 'K-3' } })
  expect(conflictingFields(other, seen, stored)).toEqual(['field:1'])
  expect(rebaseDraft(other, seen, stored, { 'field:1': 'theirs' }).fields).toEqual({ 1: 'K-2' })
  expect(rebaseDraft(draftOf(), seen, draftOf({ fields: { 1: 'K-1', 3: 11 } }), {}).fields).toEqual({ 3: 11 })
})
