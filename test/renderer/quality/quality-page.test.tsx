import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { QualityPage } from '#renderer/quality/quality-page.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import { type ArchiveSettings, defaultQuality } from '#shared/domain/settings.ts'
import { day } from '#test/renderer/customers/example-customers.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

const findingOf = (n: number, change: Partial<Finding> = {}): Finding => ({
  ...{ findingId: n, customerId: n, archiveNumber: `X-00000${n}`, name: `样例${n}` },
  ...{ field: 'phone', value: `138000011${n}`, reason: 'phone-undiallable', cell: null },
  ...{ knownOn: day('2025-01-01'), completeness: 50, missing: [] },
  ...change,
})

const settings: ArchiveSettings = {
  ...{ shopName: '样例店', currency: 'CNY', timeZone: 'Asia/Shanghai', idleDays: 365 },
  ...{ individualPrefix: 'X', companyPrefix: 'Q', quality: defaultQuality },
}

const channels = {
  ...{ fieldId: 40, groupId: 16, code: 'collection-source', name: null, valueKind: 'choice' as const },
  ...{ isRequired: false, defaultValue: null },
  options: [{ optionId: 7, code: 'direct.service', name: null, isHidden: false }],
}
const collection = {
  ...{ groupId: 16, code: 'collection', name: null, tab: 'basic' as const, customerKind: null },
  ...{ isSensitive: false, isOn: true, purpose: null, fields: [channels] },
}

/** A desk with some findings of one kind; what is settled is gone at the next look. */
function desk(kind: QualityKind, findings: readonly Finding[]) {
  const open = new Map(findings.map(finding => [finding.findingId, finding]))
  let changeSetId = 20
  const settle = ({ findingId }: { findingId: number }) => {
    open.delete(findingId)
    return { changeSetId: ++changeSetId }
  }
  const none = {
    phone: 0,
    birthday: 0,
    'id-number': 0,
    region: 0,
    damaged: 0,
    unread: 0,
    stale: 0,
    incomplete: 0,
  }
  const answers: Answers = {
    'settings.get': () => settings,
    'fields.list': () => ({ groups: [collection] }),
    'quality.counts': () => ({ ...none, [kind]: open.size }),
    'quality.countIncomplete': () => ({ count: 0 }),
    'quality.openList': () => ({ listId: 1, total: findings.length }),
    'quality.listPage': ({ start, count }) =>
      findings.slice(start, start + count).map(({ findingId }) => open.get(findingId) ?? null),
    'quality.mend': settle,
    'quality.accept': settle,
    'quality.confirm': ({ customerIds }) =>
      settle({ findingId: (Array.isArray(customerIds) && customerIds[0]) || 0 }),
  }
  return { open, answers }
}

const show = async (answers: Answers) => {
  const page = (
    <QualityPage
      kind={null}
      onKind={vi.fn()}
      customerHref={id => `#/customers/${id}`}
      onFillIn={vi.fn()}
      duplicates={<a href="#/quality/duplicates">重复客户</a>}
    />
  )
  const shown = await renderInWindow(page, answers)
  return { ...shown, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) }
}
const field = (n: number) => screen.findByRole('textbox', { name: `样例${n} 的电话` })

test('feature 21: ten are put right by keyboard alone; each field takes the focus, and the count falls each time', async () => {
  const { answers } = desk(
    'phone',
    Array.from({ length: 14 }, (_, n) => findingOf(n + 1)),
  )
  const { bridge, user } = await show(answers)
  for (let n = 1; n <= 10; n++) {
    expect(await field(n)).toBe(document.activeElement)
    await user.keyboard(`1390000000${n % 10}{Enter}`)
    bridge.announce('data.changed', { topics: ['customers'] })
    const count = await screen.findByRole('button', { name: new RegExp(`打不通的电话\\s*${14 - n}$`) })
    expect(count.getAttribute('aria-current')).toBe('true')
  }
  expect(bridge.requestsOf('quality.mend').map(({ typed }) => typed)).toEqual(
    Array.from({ length: 10 }, (_, n) => `1390000000${(n + 1) % 10}`),
  )
})

test('how it became known is chosen once, goes with each correction, and stands beside the new value', async () => {
  const { answers } = desk('phone', [findingOf(1), findingOf(2)])
  const { bridge, user } = await show(answers)
  await user.click(await screen.findByRole('combobox', { name: '信息来源' }))
  await user.click(await screen.findByText('服务过程'))
  await user.type(screen.getByRole('textbox', { name: '核实人' }), '样例店员')
  await user.click(await field(1))
  await user.keyboard('13900000001{Enter}')
  const row = (await screen.findByText('已改成 13900000001')).closest('tr')
  within(row as HTMLElement).getByText(/^直接渠道 › 服务过程 · 样例店员 · \d{4}-\d\d-\d\d$/)
  expect(bridge.requestsOf('quality.mend')[0]?.source).toEqual({
    ...{ sourceOptionId: 7, methodOptionId: null, planId: null, verifier: '样例店员' },
  })
})

test('what would be listed again says why and stays; without a change Enter goes on, and so does Alt with an arrow', async () => {
  const { answers } = desk('phone', [findingOf(1), findingOf(2), findingOf(3)])
  const { bridge, user } = await show({
    ...answers,
    'quality.mend': () => {
      throw new AppError('field-value-invalid', { field: 'phone', issue: 'phone-undiallable' })
    },
  })
  await field(1)
  await user.keyboard('12{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('还是打不通的号码')
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await field(2)).toBe(document.activeElement)
  expect(screen.queryByRole('alert')).toBeNull()
  await user.keyboard('{Enter}')
  expect(await field(3)).toBe(document.activeElement)
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(await field(2)).toBe(document.activeElement)
  expect(bridge.requestsOf('quality.mend')).toHaveLength(1)
})

test('Alt+Enter says that it is right with a note; Ctrl+Z in a field that was not typed in takes the last act back', async () => {
  const { answers, open } = desk('phone', [findingOf(1), findingOf(2)])
  const { bridge, user } = await show({
    ...answers,
    'changes.undo': () => {
      open.set(1, findingOf(1))
      return { changeSetId: 30 }
    },
  })
  await field(1)
  await user.keyboard('{Alt>}{Enter}{/Alt}')
  expect(screen.getByRole('textbox', { name: /^为什么没错/ })).toBe(document.activeElement)
  await user.keyboard('固话{Enter}')
  await screen.findByText('没错，不再列出')
  expect(bridge.requestsOf('quality.accept')).toEqual([{ kind: 'phone', findingId: 1, note: '固话' }])
  await field(2)
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 21 }]))
  bridge.announce('data.changed', { topics: ['customers'] })
  expect(await field(1)).toBe(document.activeElement)
})

test('A22: a stale file is confirmed by Enter; after the last one the list is taken anew', async () => {
  const stale = { field: null, value: null, reason: 'stale' } as const
  const { answers } = desk('stale', [findingOf(1, stale)])
  const { bridge, user } = await show(answers)
  await screen.findByText('最后确认 2025-01-01')
  await user.keyboard('{Enter}')
  await screen.findByText('这一批都看过了。')
  expect(bridge.requestsOf('quality.confirm')).toEqual([{ customerIds: [1] }])
  await user.keyboard('{Enter}')
  await waitFor(() => expect(bridge.requestsOf('quality.openList')).toHaveLength(2))
})

test('a cell of an import is shown with its place in the file, and its text begins the field', async () => {
  const cell = { address: 'B2', header: '手机号', text: '1380000110', fileName: '客户.csv', importBatchId: 1 }
  const fromFile = findingOf(1, { findingId: -1, value: null, reason: 'cell-issue.phone-invalid', cell })
  const { answers } = desk('phone', [fromFile])
  await show(answers)
  await screen.findByText('客户.csv 的 B2「手机号」')
  expect(((await field(1)) as HTMLInputElement).value).toBe('1380000110')
})

test('in an archive that cannot be written the list is only read; a key that is being composed saves nothing', async () => {
  const { answers } = desk('phone', [findingOf(1)])
  const readOnly = { ...openArchive, isReadOnly: true }
  const { view } = await show({ ...answers, 'archives.state': () => readOnly })
  await screen.findByText('样例1')
  expect(screen.queryByRole('textbox')).toBeNull()
  view.unmount()
  const { bridge } = await show(answers)
  const input = await field(1)
  fireEvent.change(input, { target: { value: '13900000001' } })
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true, keyCode: 229 })
  expect(bridge.requestsOf('quality.mend')).toEqual([])
})
