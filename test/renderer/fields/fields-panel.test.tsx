import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FieldsPanel } from '#renderer/fields/fields-panel.tsx'
import type { FieldGroup } from '#shared/domain/field.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const pet: FieldGroup['fields'][number] = {
  ...{ fieldId: 7, groupId: 1, code: null, name: '宠物', valueKind: 'choice', isRequired: true },
  defaultValue: null,
  options: [
    { optionId: 11, code: null, name: '猫', isHidden: false },
    { optionId: 12, code: null, name: '狗', isHidden: false },
    { optionId: 13, code: null, name: '鸟', isHidden: true },
  ],
}
const hobbies: FieldGroup['fields'][number] = {
  ...{ fieldId: 12, groupId: 1, code: 'hobbies', name: null, valueKind: 'text', isRequired: false },
  ...{ defaultValue: null, options: [] },
}
const groups: readonly FieldGroup[] = [
  {
    ...{
      groupId: 1,
      code: 'life',
      name: null,
      tab: 'attitude',
      customerKind: 'individual',
      isSensitive: false,
    },
    ...{ isOn: true, purpose: null, fields: [pet, hobbies] },
  },
  {
    ...{
      groupId: 2,
      code: 'belief',
      name: null,
      tab: 'attitude',
      customerKind: 'individual',
      isSensitive: true,
    },
    ...{ isOn: false, purpose: null, fields: [] },
  },
]

const show = () =>
  renderInWindow(<FieldsPanel onBack={vi.fn()} />, {
    'fields.list': () => ({ groups: [...groups] }),
    'fields.listHidden': () => ({
      fields: [
        { fieldId: 3, code: null, name: '旧会员号', hiddenAt: '2026-01-01T00:00:00.000Z', valueCount: 40 },
      ],
    }),
    'fields.save': () => ({ changeSetId: 4 }),
    'fields.add': () => ({ fieldId: 50, changeSetId: 5 }),
    'fields.addGroup': () => ({ groupId: 9, changeSetId: 6 }),
    'fields.saveGroup': () => ({ changeSetId: 7 }),
    'fields.move': () => ({ changeSetId: 8 }),
    'fields.setHidden': () => ({ changeSetId: 9 }),
  })

test('each group lists its fields by name, kind and choices', async () => {
  await show()
  const life = within(await screen.findByRole('region', { name: /生活/ }))
  expect(life.getAllByRole('listitem').map(item => item.textContent)).toEqual([
    '宠物单选（猫、狗）必填',
    '爱好文字',
  ])
})

test('a sensitive group asks what it is needed for before it is used', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('switch', { name: '信念 启用' }))
  const dialog = within(await screen.findByRole('dialog'))
  const turnOn = dialog.getByRole('button', { name: '启用' }) as HTMLButtonElement
  expect(turnOn.disabled).toBe(true)
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: '按饮食习惯选礼品' } })
  fireEvent.click(turnOn)
  await waitFor(() =>
    expect(bridge.requestsOf('fields.saveGroup')).toEqual([
      { groupId: 2, name: null, isOn: true, purpose: '按饮食习惯选礼品' },
    ]),
  )
})

test('choices that stay are the same choices, also one that was taken out before', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '宠物' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox', { name: /选项/ }), { target: { value: '鸟\n猫\n\n兔 \n猫' } })
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(bridge.requestsOf('fields.save')).toHaveLength(1))
  expect(bridge.requestsOf('fields.save')[0]).toEqual({
    fieldId: 7,
    field: {
      ...{ name: '宠物', valueKind: 'choice', isRequired: true, defaultValue: null },
      options: [
        { optionId: 13, name: '鸟' },
        { optionId: 11, name: '猫' },
        { optionId: null, name: '兔' },
      ],
    },
  })
  await screen.findByText('已保存“宠物”')
})

test('a field moves by a button, is taken off and put back', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '下移 宠物' }))
  await waitFor(() =>
    expect(bridge.requestsOf('fields.move')).toEqual([{ fieldId: 7, groupId: 1, beforeId: null }]),
  )
  fireEvent.click(screen.getByRole('button', { name: '爱好' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '从档案上拿掉' }))
  fireEvent.click(await screen.findByRole('button', { name: '放回去' }))
  await waitFor(() =>
    expect(bridge.requestsOf('fields.setHidden')).toEqual([
      { fieldId: 12, isHidden: true },
      { fieldId: 3, isHidden: false },
    ]),
  )
})

test('a new field without a name or without choices is not saved', async () => {
  const { bridge } = await show()
  fireEvent.click((await screen.findAllByRole('button', { name: '添加字段' }))[0] as HTMLElement)
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await dialog.findByText('这一项要填')
  expect(bridge.requestsOf('fields.add')).toEqual([])
  fireEvent.change(dialog.getByRole('textbox', { name: /字段名称/ }), { target: { value: '会员卡号' } })
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(bridge.requestsOf('fields.add')).toHaveLength(1))
  expect(bridge.requestsOf('fields.add')[0]).toMatchObject({
    groupId: 1,
    field: { name: '会员卡号', valueKind: 'text' },
  })
})
