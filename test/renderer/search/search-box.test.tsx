import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createRef } from 'react'
import { expect, test, vi } from 'vitest'
import { SearchBox, type SearchBoxHandle } from '#renderer/search/search-box.tsx'
import type { Response } from '#shared/contract/contract.ts'
import type { SearchHit } from '#shared/contract/search.contract.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const day = (text: string) => CalendarDate.parse(text)

type Found = Response<'search.customers'>

function hitOf(customerId: number, name: string, matches: SearchHit['matches'] = []): SearchHit {
  return {
    customer: {
      customerId,
      archiveNumber: `X-00000${customerId}`,
      kind: 'individual',
      cardType: 'active',
      name,
      gender: null,
      birthOn: null,
      occupation: null,
      phone: `1380000110${customerId}`,
      address: null,
      email: null,
      tags: [],
      isContactRefused: customerId === 3,
      total: {
        orderCount: 1,
        spendMinor: 721_850,
        returnCount: 0,
        firstOn: day('2026-01-02'),
        lastOn: day('2026-08-16'),
      },
      completeness: 67,
      knownOn: day('2026-08-16'),
    },
    matches,
  }
}

const three = [hitOf(1, '林样一'), hitOf(2, '林样二'), hitOf(3, '林样三')]
const foundOf = (hits: readonly SearchHit[], total = hits.length): Found => ({
  total,
  isCapped: false,
  hits: [...hits],
  elapsedMs: 2,
})

async function renderBox(search: Answers['search.customers'], recent: string[] = []) {
  const onOpenCustomer = vi.fn()
  const onCreateCustomer = vi.fn()
  const onOpenAll = vi.fn()
  const handle = createRef<SearchBoxHandle>()
  const { bridge } = await renderInWindow(
    <>
      <button type="button">别处</button>
      <SearchBox
        ref={handle}
        currency="CNY"
        onOpenCustomer={onOpenCustomer}
        onCreateCustomer={onCreateCustomer}
        onOpenAll={onOpenAll}
      />
    </>,
    {
      'search.customers': search ?? (() => foundOf([])),
      'search.recent': () => recent,
      'search.remember': ({ text }) => [text, ...recent.filter(other => other !== text)],
      'search.forget': () => [],
    },
  )
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: '搜客户' })
  return { user: userEvent.setup(), bridge, box, handle, onOpenCustomer, onCreateCustomer, onOpenAll }
}

const activeText = (box: HTMLElement) =>
  document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null

test('hits drop down as one types; the arrows move, Enter opens the customer', async () => {
  const { user, box, onOpenCustomer } = await renderBox(() => foundOf(three))
  await user.type(box, '林')
  expect(await screen.findByText('3 位客户')).toBeTruthy()
  expect(activeText(box)).toContain('林样一')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(activeText(box)).toContain('林样三')
  await user.keyboard('{ArrowDown}')
  expect(activeText(box), 'the last line is the end').toContain('林样三')
  await user.keyboard('{ArrowUp}{Enter}')
  expect(onOpenCustomer).toHaveBeenCalledExactlyOnceWith(2)
  expect(box.getAttribute('aria-expanded')).toBe('false')
})

test('all that was found goes into a list, by the link or by Ctrl+Enter', async () => {
  const { user, box, onOpenAll, onOpenCustomer } = await renderBox(() => foundOf(three, 700))
  await user.type(box, ' 林 ')
  await user.click(await screen.findByRole('button', { name: '全部 700 位放进列表（可导出）' }))
  await user.type(box, '林样')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(onOpenAll.mock.calls).toEqual([['林'], ['林样']])
  expect(onOpenCustomer).not.toHaveBeenCalled()
})

test('each hit says where it matched, with the matched part marked', async () => {
  const note = { field: 'note', text: '请发顺丰到付', start: 2, end: 4 } as const
  const name = { field: 'name', text: '林样一', start: 0, end: 1 } as const
  const { user, box } = await renderBox(() => foundOf([hitOf(1, '林样一', [name, note])]))
  await user.type(box, '林 顺丰')
  expect(await screen.findByText('备注')).toBeTruthy()
  const marked = [...document.querySelectorAll('mark')].map(mark => mark.textContent)
  expect(marked).toEqual(['林', '顺丰'])
  expect(await screen.findByText('每一位都同时含「林」和「顺丰」')).toBeTruthy()
  expect(screen.getByText('累计 ¥7,219')).toBeTruthy()
})

test('who refused contact is marked in the list', async () => {
  const { user, box } = await renderBox(() => foundOf([hitOf(3, '林样三')]))
  await user.type(box, '林')
  expect(await screen.findByText('拒绝联系')).toBeTruthy()
})

test('old hits stay until the new ones are there, and an answer that comes late is never shown', async () => {
  const answers = new Map<string, (found: Found) => void>()
  const { user, box } = await renderBox(({ text }) => new Promise(resolve => answers.set(text, resolve)))
  await user.type(box, '林')
  await waitFor(() => expect(answers.has('林')).toBe(true))
  answers.get('林')?.(foundOf(three))
  expect(await screen.findByText('林样二')).toBeTruthy()

  await user.type(box, '样')
  await waitFor(() => expect(answers.has('林样')).toBe(true))
  expect(screen.getByText('林样二')).toBeTruthy()
  await user.type(box, '四')
  await waitFor(() => expect(answers.has('林样四')).toBe(true))
  answers.get('林样四')?.(foundOf([hitOf(4, '林样四')]))
  expect(await screen.findByText('林样四')).toBeTruthy()
  answers.get('林样')?.(foundOf(three))
  await Promise.resolve()
  expect(screen.queryByText('林样二')).toBeNull()
})

test('when nothing is found the words are repeated, with one fewer as the way on, and a new customer', async () => {
  const { user, box, onCreateCustomer } = await renderBox(({ text }) =>
    text === '李' ? foundOf([], 84) : foundOf([], 0),
  )
  await user.type(box, '李 顺丰')
  expect(await screen.findByText('没有客户同时含「李」和「顺丰」。')).toBeTruthy()
  expect(await screen.findByText('去掉「顺丰」有 84 位')).toBeTruthy()
  expect(screen.queryByText(/去掉「李」/)).toBeNull()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onCreateCustomer).toHaveBeenCalledExactlyOnceWith({ name: '李 顺丰' })
})

test('choosing to leave a term out searches without it', async () => {
  const { user, box } = await renderBox(({ text }) => (text === '李' ? foundOf(three, 84) : foundOf([], 0)))
  await user.type(box, '李 顺丰')
  await user.click(await screen.findByText('去掉「顺丰」有 84 位'))
  expect(box.value).toBe('李')
  expect(await screen.findByText('84 位客户')).toBeTruthy()
  expect(screen.getByRole('button', { name: '全部 84 位放进列表（可导出）' })).toBeTruthy()
})

test('a total that is only a lower bound says so', async () => {
  const { user, box } = await renderBox(() => ({ ...foundOf(three, 10_000), isCapped: true }))
  await user.type(box, '林')
  expect(await screen.findByText('10,000+ 位客户')).toBeTruthy()
})

test('keys and letters that are being composed belong to the input method', async () => {
  const { user, box, bridge, onOpenCustomer } = await renderBox(() => foundOf(three))
  await user.type(box, '林')
  await screen.findByText('林样一')
  fireEvent.compositionStart(box)
  fireEvent.change(box, { target: { value: '林ni' } })
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 })
  fireEvent.keyDown(box, { key: 'Process', keyCode: 229 })
  await new Promise(resolve => setTimeout(resolve, 80))
  expect(onOpenCustomer).not.toHaveBeenCalled()
  expect(bridge.requestsOf('search.customers').map(({ text }) => text)).toEqual(['林'])
  fireEvent.compositionEnd(box)
  fireEvent.change(box, { target: { value: '林你' } })
  await waitFor(() => expect(bridge.requestsOf('search.customers').at(-1)?.text).toBe('林你'))
})

test('Esc goes back to where one was, and what was typed is among the recent texts', async () => {
  const { user, box, handle } = await renderBox(() => foundOf(three))
  const elsewhere = screen.getByText('别处')
  elsewhere.focus()
  handle.current?.focus()
  await user.keyboard('林')
  await screen.findByText('林样一')
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(elsewhere)
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(box.value).toBe('')
  handle.current?.focus()
  await screen.findByRole('option', { name: /林/ })
})

test('Ctrl+C takes the phone of the chosen hit, unless text of the box is selected', async () => {
  const { user, box } = await renderBox(() => foundOf(three))
  await user.type(box, '林')
  await screen.findByText('林样一')
  const copied = new Map<string, string>()
  const clipboardData = { setData: (type: string, text: string) => copied.set(type, text) }
  fireEvent.copy(box, { clipboardData })
  expect(copied.get('text/plain')).toBe('13800001101')
  copied.clear()
  box.setSelectionRange(0, 1)
  fireEvent.copy(box, { clipboardData })
  expect(copied.size).toBe(0)
})

test('texts that led to a customer are offered again in the empty box', async () => {
  const { user, box } = await renderBox(() => foundOf(three))
  await user.type(box, '林样')
  await screen.findByText('林样一')
  await user.keyboard('{Enter}')
  await user.clear(box)
  expect(await screen.findByText('最近搜过')).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(box.value).toBe('林样')
  expect(await screen.findByText('林样一')).toBeTruthy()
})

test('what was searched for before is offered after a restart; it can be emptied, and each search is kept', async () => {
  const { user, box, bridge } = await renderBox(() => foundOf(three), ['顺丰', '1107'])
  await user.click(box)
  await screen.findByRole('option', { name: '顺丰' })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(box.value).toBe('1107')
  await screen.findByText('林样一')
  await user.keyboard('{Enter}')
  expect(bridge.requestsOf('search.remember')).toEqual([{ text: '1107' }])
  await user.click(box)
  await user.click(await screen.findByRole('button', { name: '清空' }))
  await waitFor(() => expect(screen.queryByRole('option')).toBeNull())
  expect(bridge.requestsOf('search.forget')).toHaveLength(1)
})

test('a search that fails says so in the drop-down', async () => {
  const { user, box } = await renderBox(() => {
    throw new Error('boom')
  })
  await user.type(box, '林')
  expect((await screen.findByRole('alert')).textContent).toContain('已存下的数据都在')
})
