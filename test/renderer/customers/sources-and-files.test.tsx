import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { FileState } from '#renderer/customers/file-state.tsx'
import { MergedFilesPanel } from '#renderer/customers/merged-files-panel.tsx'
import { RecentPurchases } from '#renderer/customers/recent-purchases.tsx'
import { CustomerHref, ImportHref, WithSource } from '#renderer/customers/value-source.tsx'
import { proposedSplit, type SplitPreview } from '#shared/domain/customer-merge.ts'
import { unstated } from '#shared/domain/field-source.ts'
import { type ArchiveSettings, defaultQuality } from '#shared/domain/settings.ts'
import type { ValueSource, ValueSubject } from '#shared/domain/value-source.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { day, exampleFile, exampleOrder } from './example-customers.ts'

const fromImport = (change: Partial<Extract<ValueSource, { origin: 'import' }>> = {}): ValueSource => ({
  ...{ origin: 'import', madeAt: '2026-08-16T02:00:00.000Z', actor: 'operator', importBatchId: 7 },
  ...{ fileName: '会员.xlsx', sheetName: '会员', isUndone: false, rowCount: 1 },
  rows: [{ rowNumber: 4, cells: [{ address: 'C4', header: '职业', text: '医生' }] }],
  ...change,
})

describe('the source of a value', () => {
  const show = (source: ValueSource) =>
    renderInWindow(
      <ImportHref value={id => `#/imports/${id}`}>
        <WithSource customerId={1} subject={{ of: 'card', field: 'occupation' }} name="职业">
          医生
        </WithSource>
      </ImportHref>,
      { 'imports.sourceOf': () => source },
    )
  const button = () => screen.getByRole('button', { name: '「职业」的出处' })

  test('is asked for when it is opened, and names file, sheet, row, cell and heading, with the way to the import', async () => {
    const { bridge } = await show(fromImport())
    expect(bridge.requestsOf('imports.sourceOf')).toEqual([])
    fireEvent.click(button())
    await screen.findByText('来自导入：会员.xlsx「会员」')
    expect(screen.getByText('第 4 行').parentElement?.textContent).toBe('第 4 行C4 职业 医生')
    expect(screen.getByRole('link', { name: '看这次导入' }).getAttribute('href')).toBe('#/imports/7')
    expect(bridge.requestsOf('imports.sourceOf')).toEqual([
      { customerId: 1, subject: { of: 'card', field: 'occupation' } },
    ])
  })

  test('says when the import was taken back, when its cells are gone, and how many more rows say the same', async () => {
    await show(fromImport({ isUndone: true, rows: [], rowCount: 3 }))
    fireEvent.click(button())
    await screen.findByText('这次导入后来撤销了。')
    screen.getByText('原文件的单元格已经清理，或者这一项不是从某个单元格读来的。')
    screen.getByText('另有 3 行也是这个值。')
  })

  test('is an edit by hand, or unknown', async () => {
    const { bridge } = await show({
      ...{ origin: 'edit', madeAt: '2026-08-16T02:00:00.000Z', actor: 'operator', kind: 'customer-edited' },
    })
    fireEvent.click(button())
    await screen.findByText(/^手工：/)
    fireEvent.keyDown(button(), { key: 'Escape' })
    expect(button().getAttribute('aria-expanded')).toBe('false')
    bridge.use({ 'imports.sourceOf': () => ({ origin: 'unknown' }) })
    bridge.announce('data.changed', { topics: ['changes'] })
    fireEvent.click(button())
    await screen.findByText('档案里没有记下它的出处。')
  })
})

describe('A21: how a value became known', () => {
  const options = (code: string, ...codes: string[]) => ({
    ...{
      fieldId: code.length,
      groupId: 16,
      code,
      name: null,
      valueKind: 'choice' as const,
      isRequired: false,
    },
    defaultValue: null,
    options: codes.map((one, index) => ({
      optionId: code.length + index,
      code: one,
      name: null,
      isHidden: false,
    })),
  })
  const collection = {
    ...{ groupId: 16, code: 'collection', name: null, tab: 'basic' as const, customerKind: null },
    ...{ isSensitive: false, isOn: true, purpose: null },
    fields: [
      options('collection-source', 'direct.survey', 'indirect.media'),
      options('collection-method', 'interview', 'phone-form'),
    ],
  }
  const subject = { of: 'card', field: 'occupation' } as const
  const show = (answers: Answers = {}) =>
    renderInWindow(
      <WithSource customerId={1} subject={subject} name="职业">
        医生
      </WithSource>,
      {
        'imports.sourceOf': () => ({ origin: 'unknown' }),
        'fields.list': () => ({ groups: [collection] }),
        'quality.statedValues': () => [],
        'quality.stateSource': () => ({ changeSetId: 12 }),
        ...answers,
      },
    )

  test('stands beside the value in a line', async () => {
    const source = {
      ...unstated,
      sourceOptionId: 18,
      methodOptionId: 17,
      verifier: '样例店员',
      statedOn: day('2026-10-01'),
    }
    await show({
      'quality.statedValues': () => [{ subject, source: { ...source, secondOn: day('2026-11-01') } }],
    })
    await screen.findByText('间接渠道 › 媒体资料 · 访谈法 · 样例店员 · 2026-10-01 · 第二次核实 · 2026-11-01')
  })

  test('B4: names the plan under which the value was collected', async () => {
    const plan = {
      ...{ goal: '新品意见', kinds: null, scope: null, targetGroup: null, methodOptionId: null },
      ...{ people: null, fromOn: null, toOn: null },
    }
    const { bridge } = await show({
      'quality.statedValues': () => [{ subject, source: { ...unstated, verifier: '样例店员', planId: 3 } }],
      'plans.list': () => ({
        plans: [
          { planId: 3, valueCount: 1, plan },
          { planId: 4, valueCount: 0, plan: { ...plan, goal: '会员生日' } },
        ],
      }),
    })
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    await screen.findByText('按计划「新品意见」 · 样例店员')
    await user.click(screen.getByRole('button', { name: '「职业」的出处' }))
    await user.click(await screen.findByRole('button', { name: /怎么知道的/ }))
    await user.click(await screen.findByRole('combobox', { name: '采集计划' }))
    await user.click(await screen.findByText('会员生日'))
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    const source = { ...unstated, verifier: '样例店员', planId: 4 }
    await waitFor(() =>
      expect(bridge.requestsOf('quality.stateSource')).toEqual([{ customerId: 1, subject, source }]),
    )
  })

  test('is stated from the dialog of the source, with a second confirmation; a day that does not exist is not saved', async () => {
    const { bridge } = await show()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    await user.click(screen.getByRole('button', { name: '「职业」的出处' }))
    await user.click(await screen.findByRole('button', { name: '写明怎么知道的…' }))
    await user.click(await screen.findByRole('combobox', { name: '信息来源' }))
    await user.click(await screen.findByText('调查'))
    await user.type(screen.getByRole('textbox', { name: '哪天得来的' }), '2026-2-30')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await screen.findByText('日期写成 2026-08-16 这样')
    expect(bridge.requestsOf('quality.stateSource')).toEqual([])
    await user.clear(screen.getByRole('textbox', { name: '哪天得来的' }))
    await user.type(screen.getByRole('textbox', { name: '哪天得来的' }), '2026.10.1')
    await user.type(screen.getByRole('textbox', { name: '第二次核实的人' }), '样例店长{Enter}')
    await screen.findByText('已写明 职业 的出处')
    const source = { ...unstated, sourceOptionId: 17, statedOn: '2026-10-01', secondVerifier: '样例店长' }
    expect(bridge.requestsOf('quality.stateSource')).toEqual([{ customerId: 1, subject, source }])
  })
})

describe('A20 and A22: the state of a file', () => {
  test('says what is missing and when it was confirmed; one click confirms it today, with the way back', async () => {
    const stale = exampleFile({
      knownOn: day('2025-01-01'),
      confirmedOn: null,
      missing: ['gender', 'email', 'note'],
    })
    const { bridge } = await renderInWindow(<FileState file={stale} />, {
      'settings.get': () => ({ quality: defaultQuality }) as ArchiveSettings,
      'quality.confirm': () => ({ changeSetId: 12 }),
    })
    await screen.findByText('缺：性别、电子邮箱、备注')
    await screen.findByText('该再确认')
    fireEvent.click(screen.getByRole('button', { name: '今天确认过' }))
    await screen.findByText('已确认 林样一 的档案')
    expect(bridge.requestsOf('quality.confirm')).toEqual([{ customerIds: [1] }])
  })

  test('confirmed today, it offers nothing more', async () => {
    const file = exampleFile({ knownOn: day('2026-11-21'), confirmedOn: day('2026-11-21'), missing: [] })
    await renderInWindow(<FileState file={file} />)
    await screen.findByText('最后确认 2026-11-21')
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  })
})

describe('the source of an order', () => {
  test('is told value by value: the item, what was paid, the status, each with its own cell and file', async () => {
    const sources: Partial<Record<string, ValueSource>> = {
      orderedAt: fromImport({
        rows: [{ rowNumber: 2, cells: [{ address: 'B2', header: '下单时间', text: '2026/8/16' }] }],
      }),
      status: fromImport({
        ...{ fileName: '九月.xlsx', sheetName: '', importBatchId: 9 },
        rows: [{ rowNumber: 5, cells: [{ address: 'E5', header: '订单状态', text: '交易成功' }] }],
      }),
      line: fromImport({
        rows: [{ rowNumber: 2, cells: [{ address: 'F2', header: '宝贝标题', text: '样品 6' }] }],
      }),
    }
    const keyOf = (subject: ValueSubject) =>
      subject.of === 'order' ? String(subject.field) : (subject.of as string)
    const { bridge } = await renderInWindow(
      <ImportHref value={id => `#/imports/${id}`}>
        <RecentPurchases
          file={exampleFile({ orders: [exampleOrder(6, '2026-08-16', 51_200)] })}
          onOpenOrders={() => undefined}
        />
      </ImportHref>,
      { 'imports.sourceOf': ({ subject }) => sources[keyOf(subject)] ?? { origin: 'unknown' } },
    )
    fireEvent.click(await screen.findByRole('button', { name: '「样品 6」的出处' }))
    const dialog = await screen.findByRole('dialog', { name: '订单 S6 的出处' })
    const row = (name: string) =>
      within(dialog).getByRole('rowheader', { name }).closest('tr') as HTMLTableRowElement
    await waitFor(() => expect(row('状态').textContent).toContain('E5 订单状态 交易成功'))
    expect(within(row('状态')).getByRole('link').getAttribute('href')).toBe('#/imports/9')
    expect(row('商品').textContent).toContain('F2 宝贝标题 样品 6')
    expect(row('下单时间').textContent).toContain('会员.xlsx · 会员')
    expect(row('实付').textContent).toContain('档案里没有记下它的出处。')
    const asked = bridge.requestsOf('imports.sourceOf').map(request => keyOf(request.subject))
    expect(asked.sort()).toEqual(['line', 'orderedAt', 'paid', 'status'])
  })
})

describe('the files of a customer', () => {
  const preview: SplitPreview = {
    ...{ mergeId: 5, customerId: 2, archiveNumber: 'X-000002', name: '林样二' },
    ...{ survivorId: 1, survivorArchiveNumber: 'X-000001', survivorName: '林样一' },
    mergedAt: '2026-11-20T08:00:00.000Z',
    returning: {
      ...{ order: 3, 'contact-point': 2, tag: 0, 'field-value': 0, identity: 1, balance: 0, entry: 0 },
      'funnel-step': 0,
      'credit-record': 0,
      attachment: 0,
    },
    later: [
      {
        ...{ kind: 'order', id: 41, label: 'S41', day: '2026-11-21', netMinor: 100 },
        ...{ proposed: 'other', reason: 'buyer-id' },
      },
      {
        ...{ kind: 'order', id: 42, label: 'S42', day: '2026-11-22', netMinor: 100 },
        ...{ proposed: 'survivor', reason: 'unknown' },
      },
    ],
    edits: [{ field: 'gender', merged: null, now: 'female' }],
    removed: [],
  }

  const show = (isReadOnly = false) =>
    renderInWindow(
      <CustomerHref value={id => `#/customers/${id}`}>
        <MergedFilesPanel customerId={1} />
      </CustomerHref>,
      {
        'archives.state': () => ({ ...openArchive, isReadOnly, archiveToken: `files-${isReadOnly}` }),
        'identities.ofCustomer': () => ({
          identities: [],
          merged: [
            {
              ...{ mergeId: 5, customerId: 2, archiveNumber: 'X-000002', name: '林样二' },
              mergedAt: preview.mergedAt,
            },
          ],
          linked: [{ customerId: 3, archiveNumber: 'X-000003', name: '林样三' }],
        }),
        'identities.previewSplit': () => preview,
        'identities.split': () => ({ changeSetId: 9, customerId: 2, survivorId: 1 }),
      },
    )

  test('a file of the same person that is kept apart is a link to it', async () => {
    await show()
    const link = await screen.findByRole('link', { name: 'X-000003 林样三' })
    expect(link.getAttribute('href')).toBe('#/customers/3')
  })

  test('splitting says what goes back, asks about what came later with a proposal, and sends the choices', async () => {
    const { bridge } = await show()
    fireEvent.click(await screen.findByRole('button', { name: '拆分' }))
    const dialog = await screen.findByRole('dialog', { name: '拆出 X-000002 林样二' })
    expect(dialog.textContent).toContain('3')
    const sideOf = (legend: string, name: string) =>
      within(within(dialog).getByRole('group', { name: legend })).getByRole('radio', { name })
    const [survivor, other] = ['X-000001 林样一', 'X-000002 林样二']
    expect((sideOf('S41 2026-11-21', other) as HTMLInputElement).checked).toBe(true)
    expect((sideOf('S42 2026-11-22', survivor) as HTMLInputElement).checked).toBe(true)
    fireEvent.click(sideOf('S42 2026-11-22', other))
    // The value that was edited is in words, not in codes.
    fireEvent.click(sideOf('性别 女', '改回合并前'))
    fireEvent.click(within(dialog).getByRole('button', { name: /拆\s*分/ }))
    await waitFor(() => expect(bridge.requestsOf('identities.split')).toHaveLength(1))
    expect(bridge.requestsOf('identities.split')).toEqual([
      {
        mergeId: 5,
        choices: {
          ...proposedSplit,
          parts: [
            { kind: 'order', id: 41, side: 'other' },
            { kind: 'order', id: 42, side: 'other' },
          ],
          edits: { gender: 'before' },
        },
      },
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('in an archive that is only read nothing can be split', async () => {
    await show(true)
    await screen.findByText(/X-000002/)
    expect(screen.queryByRole('button', { name: '拆分' })).toBeNull()
  })
})
