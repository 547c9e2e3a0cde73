import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { EntriesPanel } from '#renderer/entries/entries-panel.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FileEntry } from '#shared/domain/file-entry.ts'
import { exampleFile } from '#test/renderer/customers/example-customers.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const day = (text: string) => CalendarDate.parse(text)
const entries: FileEntry[] = [
  { entryId: 3, entry: { kind: 'service', happenedOn: day('2026-08-16'), note: '漏发一罐，已补寄' } },
  {
    entryId: 2,
    entry: {
      ...{ kind: 'correspondence', happenedOn: day('2026-03-02'), type: 'counter-offer', direction: 'in' },
      summary: '每箱还价 96 元',
    },
  },
]
const show = (kind: 'individual' | 'company' = 'individual') =>
  renderInWindow(<EntriesPanel file={exampleFile({ kind })} />, {
    'entries.ofCustomer': () => entries,
    'entries.add': () => ({ entryId: 4, changeSetId: 7 }),
    'entries.save': () => ({ changeSetId: 8 }),
    'entries.remove': () => ({ changeSetId: 9 }),
  })
const button = (name: string) => screen.findByRole('button', { name })
const dialog = async () => within(await screen.findByRole('dialog'))

test('each kind has its lines, with choices in words; a person has no responsible persons', async () => {
  await show()
  await screen.findByText('每箱还价 96 元')
  expect(screen.getAllByRole('row').map(row => row.textContent)).toEqual([
    '2026-08-16漏发一罐，已补寄修改',
    '2026-03-02每箱还价 96 元还价　对方来的修改',
  ])
  expect(screen.queryByText('负责人')).toBeNull()
})

test('a line is added with the keyboard; the day is today until another is typed', async () => {
  const { bridge } = await show('company')
  fireEvent.click(await button('添加服务记录'))
  const form = await dialog()
  fireEvent.change(form.getByRole('textbox', { name: /内容/ }), { target: { value: '来电询问发货' } })
  fireEvent.change(form.getByRole('textbox', { name: /日期/ }), { target: { value: '2026年3月9日' } })
  fireEvent.keyDown(form.getByRole('textbox', { name: /内容/ }), { key: 'Enter', ctrlKey: true, keyCode: 13 })
  await screen.findByText('已保存服务记录')
  expect(bridge.requestsOf('entries.add')).toEqual([
    {
      customerId: exampleFile().customerId,
      entry: { kind: 'service', happenedOn: '2026-03-09', note: '来电询问发货' },
    },
  ])
})

test('what is missing is said at its place, and nothing is sent', async () => {
  const { bridge } = await show('company')
  fireEvent.click(await button('添加负责人'))
  const form = await dialog()
  fireEvent.click(form.getByRole('button', { name: '保存' }))
  await form.findByText('这一项要填')
  expect(bridge.requestsOf('entries.add')).toEqual([])
})

test('a line is changed and removed', async () => {
  const { bridge } = await show()
  fireEvent.click(await button('修改「漏发一罐，已补寄」'))
  const form = await dialog()
  expect((form.getByRole('textbox', { name: /内容/ }) as HTMLTextAreaElement).value).toBe('漏发一罐，已补寄')
  fireEvent.click(form.getByRole('button', { name: '删除' }))
  await waitFor(() => expect(bridge.requestsOf('entries.remove')).toEqual([{ entryId: 3 }]))
  await screen.findByText('已删除服务记录')
})
