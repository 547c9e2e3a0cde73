import { act, fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { importDesk } from '#renderer/imports/import-desk.ts'
import { ImportsScreen } from '#renderer/imports/imports-screen.tsx'
import { jobs as jobsOfWindow } from '#renderer/ipc/jobs.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportBatch, ImportPreview } from '#shared/domain/import-batch.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Answers, FakeBridge } from '#test/renderer/fake-bridge.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleBatch, exampleFile, exampleOutcome, examplePreview } from './example-preview.ts'
import { FakeJobs } from './fake-jobs.ts'

let bridge: FakeBridge | undefined

beforeEach(() => jobsOfWindow.clear())
// A closed archive leaves an empty desk.
afterEach(() => act(async () => bridge?.announce('archive.changed', { kind: 'none' })))

const noImports = { total: 0, batches: [] }
const historyOf = (batch: ImportBatch) => ({ total: 1, batches: [batch] })
const onUndo = vi.fn()
const onUndoClose = vi.fn()
/** Answers of main come over several turns of the clock: the answer, the memory of answers, the drawing. */
const settle = () =>
  act(async () => {
    for (let turn = 0; turn < 4; turn += 1) await new Promise(resolve => setTimeout(resolve, 0))
  })

type Setting = {
  readonly answers?: Answers
  readonly undo?: number
  readonly shown?: number
  readonly language?: Language
}

async function openScreen({ answers = {}, undo, shown, language }: Setting = {}) {
  const jobs: { fake?: FakeJobs } = {}
  const start = () => (jobs.fake as FakeJobs).start()
  const places = {
    customersHref: '#/customers',
    segmentsHref: '#/segments',
    safetyHref: '#/safety',
    importCustomersHref: (id: number) => `#/imports/${id}/customers`,
    onUndo,
  }
  const window_ = await renderInWindow(
    <ImportsScreen
      isReadOnly={false}
      undoImportBatchId={undo ?? null}
      shownImportBatchId={shown ?? null}
      places={places}
      onUndoClose={onUndoClose}
    />,
    {
      'files.choose': () => [exampleFile],
      'imports.history': () => noImports,
      'imports.stage': start,
      'imports.commit': start,
      'imports.undo': start,
      'imports.preview': () => examplePreview,
      'imports.previewRows': () => ({ total: 0, rows: [] }),
      'imports.discard': () => null,
      'jobs.cancel': ({ jobId }) => {
        jobs.fake?.fail(jobId, 'cancelled')
        return true
      },
      ...answers,
    },
    language,
  )
  bridge = window_.bridge
  jobs.fake = new FakeJobs(bridge)
  await settle()
  return { ...window_, jobs: jobs.fake, user: userEvent.setup() }
}

/** The screen with one file that was read, as its preview says. */
async function openPreview(preview: Partial<ImportPreview> = {}, setting: Setting = {}) {
  const answers = { 'imports.preview': () => ({ ...examplePreview, ...preview }), ...setting.answers }
  const opened = await openScreen({ ...setting, answers })
  act(() => importDesk.addFiles([exampleFile]))
  await settle()
  act(() => opened.jobs.end(1, { stagingId: 'a1' }))
  await settle()
  return opened
}

/** Opens a list of antd and takes one of its choices. */
async function choose(label: string, choice: string) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: label }))
  const options = await screen.findAllByText(choice)
  fireEvent.click(options.at(-1) as HTMLElement)
  await settle()
}

const importButton = () => screen.getByRole('button', { name: /^导入 .* 行$/ })
const reasonOf = (button: HTMLElement) =>
  document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent

describe('before the first import', () => {
  test('one sentence, an example and one button; chosen files begin to be read', async () => {
    const { user, bridge } = await openScreen()
    screen.getByText(/还没有导入过/)
    screen.getByText('3,214 行 = 新增 1,982 + 更新 486 + 不变 711 + 退回 35')
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    screen.getByText('正在读「会员登记_2026-11.xlsx」')
    expect(bridge.requestsOf('imports.stage')).toEqual([{ fileToken: 'f1' }])
  })

  test('a closed dialog changes nothing', async () => {
    const { user } = await openScreen({ answers: { 'files.choose': () => [] } })
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    screen.getByText(/还没有导入过/)
  })
})

describe('reading', () => {
  test('shows how far it is in bytes and can be stopped, which leads back to the start', async () => {
    const { user, jobs } = await openScreen()
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    act(() => jobs.progress(1, { progress: 0.5, step: 'read' }))
    screen.getByText('391 KB / 781 KB')
    await user.click(screen.getByRole('button', { name: '不读了' }))
    await settle()
    screen.getByText(/还没有导入过/)
  })

  test('a file that cannot be read says what happened, what was kept and what to do, while another one goes on', async () => {
    const { user, jobs } = await openScreen({
      answers: { 'files.choose': () => [exampleFile, { ...exampleFile, fileToken: 'f2', name: '好的.csv' }] },
    })
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    act(() => jobs.fail(1, 'file-encrypted'))
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('这个文件加了密码。档案没有变化。')
    act(() => jobs.end(2, { stagingId: 'b2' }))
    await settle()
    await user.click(screen.getByRole('button', { name: /好的.csv/ }))
    await settle()
    expect(importButton().textContent).toBe('导入 2,468 行')
  })
})

describe('a file behind a password', () => {
  test('asks for it, takes Enter, says when it was wrong and asks again', async () => {
    const { user, jobs, bridge } = await openScreen()
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    act(() => jobs.fail(1, 'file-encrypted', { format: 'xlsx', opens: 1 }))
    await settle()
    await user.type(screen.getByLabelText('文件的密码'), 'geheim{Enter}')
    expect(bridge.requestsOf('imports.stage').at(-1)).toMatchObject({ password: 'geheim' })
    act(() => jobs.fail(2, 'password-wrong'))
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('密码不对')
    await user.type(screen.getByLabelText('文件的密码'), 'Geheim')
    await user.click(screen.getByRole('button', { name: '打开' }))
    expect(bridge.requestsOf('imports.stage').at(-1)).toMatchObject({ password: 'Geheim' })
  })

  test('of a kind that cannot be opened shows no box', async () => {
    const { user, jobs } = await openScreen()
    await user.click(screen.getByRole('button', { name: '选择文件' }))
    act(() => jobs.fail(1, 'file-encrypted', { format: 'ods' }))
    await settle()
    expect(screen.queryByLabelText('文件的密码')).toBeNull()
  })
})

describe('the preview', () => {
  test('rows are an equation that closes, and the button says the act and the number', async () => {
    await openPreview()
    screen.getByRole('img', { name: '3,214 行 = 新增 1,982 + 更新 486 + 不变 711 + 退回 35' })
    expect(importButton().getAttribute('aria-disabled')).toBe('false')
    screen.getByText(/工作表「会员」.*表头在第 3 行（上面 2 行是标题）/)
    screen.getByText('35 行退回，其余照常导入')
    const row = screen.getByText('九千多').closest('tr') as HTMLElement
    within(row).getByText('D418')
    within(row).getByText('累计消费（元）')
    within(row).getByText('看不懂这个金额')
  })

  test('another field for a column is checked at once', async () => {
    const { bridge, user } = await openPreview()
    await user.type(screen.getByRole('combobox', { name: '「孕周」对应的字段' }), '客户备注')
    await user.click(await screen.findByText('客户备注', { selector: '.ant-select-dropdown .grow' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({
      mapping: { '6': 'customerNote', '5': null },
    })
  })

  test('a column that nobody knows can be left out', async () => {
    const { user, bridge } = await openPreview()
    await user.click(screen.getByRole('button', { name: '不要这列' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ mapping: { '6': null } })
  })

  test('a column that nobody knows becomes a field of its own by one click, of the kind that its cells have', async () => {
    const group = { groupId: 9, code: null, name: '样例分组', tab: 'basic', customerKind: null } as const
    const field = { groupId: 9, code: null, valueKind: 'text', isRequired: false } as const
    const groups = [
      {
        ...{ ...group, isSensitive: false, isOn: true, purpose: null },
        fields: [{ ...field, fieldId: 7, name: '门店暗号', defaultValue: null, options: [] }],
      },
    ]
    const { user, bridge } = await openPreview(
      {},
      {
        answers: {
          'fields.list': () => ({ groups }),
          'fields.add': () => ({ fieldId: 8, changeSetId: 1 }),
        },
      },
    )
    const mappingOf = () => bridge.requestsOf('imports.preview').at(-1)?.options.mapping
    await user.click(screen.getByRole('button', { name: '建成新字段' }))
    await settle()
    expect(bridge.requestsOf('fields.add')).toEqual([
      {
        groupId: 9,
        field: { name: '孕周', valueKind: 'number', isRequired: false, defaultValue: null, options: [] },
      },
    ])
    expect(mappingOf()).toEqual({ '6': 'field:8' })
    await user.type(screen.getByRole('combobox', { name: '「孕周」对应的字段' }), '门店暗号')
    await user.click(await screen.findByText('门店暗号', { selector: '.ant-select-dropdown .grow' }))
    expect(mappingOf()).toEqual({ '6': 'field:7' })
  })

  test('sheet and header row can be changed', async () => {
    const { user, bridge } = await openPreview()
    await user.click(screen.getByRole('button', { name: '更改' }))
    const headerRow = screen.getByRole('spinbutton', { name: '表头在第几行' })
    await user.clear(headerRow)
    await user.type(headerRow, '12{Enter}')
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ headerRow: 12 })
    await choose('工作表', '说明（1 行）')
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ sheetName: '说明' })
  })

  test('a text file can be read in another encoding', async () => {
    const { user, bridge } = await openPreview({ format: 'text', encoding: 'gb18030', separator: ',' })
    screen.getByText(/编码 GBK（GB18030）.*用逗号分列/)
    await user.click(screen.getByRole('button', { name: '更改' }))
    await choose('编码', 'Big5（繁体）')
    expect(bridge.requestsOf('imports.stage').at(-1)).toEqual({ fileToken: 'f1', encoding: 'big5' })
  })

  test('an encoding and a separator that were chosen by hand before are said to be as last time', async () => {
    await openPreview({
      ...{ format: 'text', encoding: 'gb18030', separator: '|' },
      ...{ encodingOrigin: 'remembered', separatorOrigin: 'remembered' },
    })
    screen.getByText(/编码 GBK（GB18030）（同上次）.*（同上次）/)
  })

  test('a text file without headings can be read in another encoding or cut at another sign', async () => {
    const misread = () => {
      throw new AppError('import-no-header')
    }
    const readHead = () => ({ sheetName: '', rows: [], alikeSheets: [] })
    const { jobs, bridge } = await openScreen({
      answers: { 'imports.preview': misread, 'imports.readHead': readHead },
    })
    act(() => importDesk.addFiles([{ ...exampleFile, name: '会员.txt' }]))
    await settle()
    act(() => jobs.end(1, { stagingId: 'a1' }))
    await settle()
    await choose('分隔符', '分号')
    expect(bridge.requestsOf('imports.stage').at(-1)).toEqual({ fileToken: 'f1', separator: ';' })
  })

  test('a file that would change nothing cannot be imported, and the button says why', async () => {
    const counts = { ...examplePreview.counts, created: 0, updated: 0, unchanged: 3179 }
    await openPreview({ counts })
    expect(importButton().getAttribute('aria-disabled')).toBe('true')
    expect(reasonOf(importButton())).toBe('没有要写入的行。')
  })

  test('a file that was imported before is said to be so', async () => {
    await openPreview({ sameFileImportedAt: '2026-03-01T04:00:00.000Z' })
    screen.getByText(/这个文件 2026-03-01 .* 导入过/)
  })

  test('leaving the file out drops what was read of it', async () => {
    const { user, bridge } = await openPreview()
    await user.click(screen.getByRole('button', { name: '不导入这个文件' }))
    await settle()
    expect(bridge.requestsOf('imports.discard')).toEqual([{ stagingId: 'a1' }])
    screen.getByText(/还没有导入过/)
  })

  test('rejected rows are saved with their reasons, and the toast says how many', async () => {
    const { user, bridge } = await openPreview(
      {},
      {
        answers: {
          'imports.saveRejectedRows': () => ({ fileName: '退回的行.xlsx', rowCount: 35, damagedCount: 0 }),
        },
      },
    )
    await user.click(screen.getByRole('button', { name: /存成 Excel 去改/ }))
    expect(bridge.requestsOf('imports.saveRejectedRows')).toEqual([{ importBatchId: null, stagingId: 'a1' }])
    await screen.findByText('已存下 35 行：退回的行.xlsx')
  })

  test('in English all stands in English', async () => {
    await openPreview({}, { language: 'en' })
    screen.getByRole('button', { name: 'Import 2,468 rows' })
    screen.getByText('35 rows are rejected, the rest go in')
  })
})

describe('questions block the button, which says the first of them', () => {
  test('the shop of orders, which may be none on purpose', async () => {
    const { user, bridge } = await openPreview({ kind: 'orders', questions: ['choose-shop'] })
    expect(importButton().getAttribute('aria-disabled')).toBe('true')
    expect(importButton().getAttribute('title')).toBe('先选这些订单记到哪家店。')
    await user.click(importButton())
    expect(bridge.requestsOf('imports.commit')).toEqual([])
    await user.click(screen.getByRole('button', { name: '不分店，记「未说明」' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ platform: '', shop: '' })
  })

  test('a new shop is typed', async () => {
    const { user, bridge } = await openPreview({ kind: 'orders', questions: ['choose-shop'] })
    await user.type(screen.getByRole('combobox', { name: '店铺' }), '新样例店')
    await user.click(await screen.findByText('新店铺「新样例店」'))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ platform: '', shop: '新样例店' })
  })

  test('a missing column is named and chosen', async () => {
    const { bridge } = await openPreview({ questions: ['map-required-field'], missingFields: ['name'] })
    expect(reasonOf(importButton())).toBe('先对应必需的列：客户姓名。')
    await choose('客户姓名', '孕周')
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({
      mapping: { '6': 'name', '0': null },
    })
  })

  test('a shop that holds the same order numbers already', async () => {
    const questions: ImportPreview['questions'] = ['shop-differs']
    const { user, bridge } = await openPreview({ kind: 'orders', shop: '二号样例店', questions })
    screen.getByRole('button', { name: '改记到「青禾样例店」' })
    await user.click(screen.getByRole('button', { name: '确实是两家店，照「二号样例店」记' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ isShopConfirmed: true })
  })

  test('orders that an opening balance holds already', async () => {
    const { user, bridge } = await openPreview({ kind: 'orders', questions: ['balance-overlaps'] })
    await user.click(screen.getByRole('button', { name: '跳过这些订单' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ balance: 'skip' })
  })

  test('opening balances of customers whose orders are known', async () => {
    const { user, bridge } = await openPreview({ questions: ['balance-overlaps'] })
    expect(screen.queryByRole('button', { name: '用这些订单替换期初' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '以订单为准，不记这些期初' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ balance: 'skip' })
  })

  test('customers or orders', async () => {
    const { user, bridge } = await openPreview({ questions: ['choose-kind'] })
    await user.click(screen.getByRole('button', { name: '一行一笔订单或一件商品' }))
    expect(bridge.requestsOf('imports.preview').at(-1)?.options).toEqual({ kind: 'orders' })
  })

  test('choices that cannot be followed', async () => {
    const { user, bridge } = await openPreview()
    bridge.use({
      'imports.preview': () => {
        throw new AppError('import-no-header')
      },
    })
    await user.click(screen.getByRole('button', { name: '不要这列' }))
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('没有找到写着列名的那一行')
    expect(reasonOf(importButton())).toBe('先改好上面说的问题。')
  })
})

describe('writing', () => {
  test('Ctrl+Enter imports, but not while something stands in the way, and never while a word is composed', async () => {
    const { bridge } = await openPreview({ questions: ['choose-kind'] })
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    expect(bridge.requestsOf('imports.commit')).toEqual([])
    bridge.use({ 'imports.preview': () => examplePreview })
    fireEvent.click(screen.getByRole('button', { name: '一行一位客户' }))
    await settle()
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, isComposing: true })
    fireEvent.keyDown(document.body, { key: 'Process', ctrlKey: true, keyCode: 229 })
    expect(bridge.requestsOf('imports.commit')).toEqual([])
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    expect(bridge.requestsOf('imports.commit')).toHaveLength(1)
    await settle()
  })

  test('shows rows, can be cancelled, and then says that the archive is as before', async () => {
    const { user, jobs } = await openPreview()
    await user.click(importButton())
    act(() => jobs.progress(2, { progress: 0.5, step: 'write', done: 1234, total: 2468 }))
    screen.getByText('1,234 / 2,468')
    await user.click(screen.getByRole('button', { name: '取消导入' }))
    await settle()
    screen.getByText('导入已取消，档案和导入前一样。')
    expect(importButton().getAttribute('aria-disabled')).toBe('false')
  })

  test('leads through the four stages', async () => {
    const { user, jobs } = await openPreview()
    await user.click(importButton())
    const stages = document.querySelector<HTMLElement>('.import-stages')
    if (!stages) throw new Error('the stages are shown')
    for (const [step, title] of [
      ['clean', '清洗、整理'],
      ['write', '录入'],
      ['analyse', '分析与整理'],
      ['update', '更新'],
    ] as const) {
      act(() => jobs.progress(2, { progress: 0.5, step }))
      const current = stages.querySelector<HTMLElement>('.ant-steps-item-process, .ant-steps-item-active')
      expect(current?.textContent).toContain(title)
      expect(document.querySelector('.import-progress [role=status]')?.textContent).toBe(title)
    }
  })

  test('each of them tells its counts: what will be, then what was done', async () => {
    const { user, jobs, bridge } = await openPreview()
    bridge.use({ 'imports.analyse': jobs.start })
    const counts = () =>
      [...document.querySelectorAll('.import-stages .ant-steps-item-content')].map(item => item.textContent)
    const clean = '3,214 行，整理 52 格，受损 3 格'
    expect(counts()).toEqual([clean, '会写入 2,468 行', '新认得 320 个账号', '改 512 处'])
    await user.click(importButton())
    act(() => jobs.end(2, exampleOutcome))
    await settle()
    const [entered, updated] = ['新增 1,982 行，更新 486 行', '改 512 处，41 位重新算分']
    expect(counts()).toEqual([clean, entered, '正在数', updated])
    act(() => jobs.end(3, { customersClassed: 40, pairsSuggested: 2 }))
    await settle()
    expect(counts()).toEqual([clean, entered, '40 位分类，320 个新账号，2 对疑似', updated])
  })

  test('a page that was left finds the job where it is', async () => {
    const { user, jobs, view } = await openPreview()
    await user.click(importButton())
    view.unmount()
    act(() => jobs.progress(2, { progress: 0.25, step: 'write', done: 617, total: 2468 }))
    const again = await openScreen()
    screen.getByText('617 / 2,468')
    act(() => again.jobs.end(2, exampleOutcome))
    await settle()
    screen.getByText('已导入 2,468 行。几天后也能撤销。')
  })

  test('the result counts what was made and leads on', async () => {
    const { user, jobs } = await openPreview()
    await user.click(importButton())
    act(() => jobs.end(2, { ...exampleOutcome, ordersCreated: 12, rowsWithoutCustomer: 3 }))
    await settle()
    for (const [label, figure] of [
      ['新客户', '1,982'],
      ['更新的客户', '486'],
      ['新订单', '12'],
      ['没有客户的行', '3'],
      ['整理的格子', '52'],
      ['受损的格子', '3'],
      ['要留意的格子', '12'],
    ] as const)
      within(screen.getByText(label, { selector: 'dt' }).closest('.key-figure') as HTMLElement).getByText(
        figure,
      )
    expect(screen.getByRole('link', { name: '看客户' }).getAttribute('href')).toBe('#/customers')
    expect(screen.getByRole('link', { name: '看客群' }).getAttribute('href')).toBe('#/segments')
    await user.click(screen.getByRole('button', { name: /撤销此次导入/ }))
    expect(onUndo).toHaveBeenCalledWith(8)
    await user.click(screen.getByRole('button', { name: '完成' }))
    screen.getByText(/还没有导入过/)
  })

  test('damaged cells are saved as a list, before the import and after one that rejected nothing', async () => {
    const saved = { fileName: '会员 受损的格.xlsx', rowCount: 0, damagedCount: 4 }
    const { user, jobs, bridge } = await openPreview(
      { cellMarks: [{ kind: 'digits-cut', count: 4 }] },
      {
        answers: {
          'imports.saveRejectedRows': () => saved,
          'imports.previewCells': () => ({ total: 0, cells: [] }),
        },
      },
    )
    await user.click(screen.getByText('受损 4'))
    await user.click(screen.getByRole('button', { name: /存成 Excel 清单/ }))
    await screen.findByText('已存下 4 格受损清单：会员 受损的格.xlsx')
    await user.click(importButton())
    act(() => jobs.end(2, { ...exampleOutcome, rejected: 0, cellMarks: [{ kind: 'digits-cut', count: 4 }] }))
    await settle()
    screen.getByText(/^4 格在导入之前就已受损/)
    await user.click(screen.getByRole('button', { name: /存成 Excel 清单/ }))
    expect(bridge.requestsOf('imports.saveRejectedRows')).toEqual([
      { importBatchId: null, stagingId: 'a1' },
      { importBatchId: exampleOutcome.importBatchId, stagingId: null },
    ])
  })
})

describe('files that were read in an earlier session', () => {
  const left = (stagingId: string, fileName: string) => ({
    ...{ stagingId, fileName, sizeBytes: 800, rowCount: 31, fileToken: null },
    stagedAt: '2026-11-20T01:00:00.000Z',
  })

  test('are gone on with where they were: they are looked at without being read again', async () => {
    const answers: Answers = { 'imports.listStaged': () => [left('b2', '旧会员.csv')] }
    const { user, bridge } = await openScreen({ answers })
    screen.getByText('上次没有完成的导入')
    screen.getByText(/^旧会员\.csv（31 行，.* 读完，还没有写入）$/)
    await user.click(screen.getByRole('button', { name: '继续' }))
    await settle()
    expect(bridge.requestsOf('imports.stage')).toEqual([])
    expect(bridge.requestsOf('imports.preview')[0]).toMatchObject({ stagingId: 'b2' })
    importButton()
  })

  test('are dropped one by one', async () => {
    let staged = [left('b2', '旧会员.csv'), left('b3', '旧订单.csv')]
    const answers: Answers = {
      'imports.listStaged': () => staged,
      'imports.discard': ({ stagingId }) => {
        staged = staged.filter(file => file.stagingId !== stagingId)
        return null
      },
    }
    const { user } = await openScreen({ answers })
    const row = screen.getByText(/^旧会员/).closest('.row') as HTMLElement
    await user.click(within(row).getByRole('button', { name: '不要了' }))
    await settle()
    expect(screen.queryByText(/^旧会员/)).toBeNull()
    screen.getByText(/^旧订单/)
  })
})

describe('the history', () => {
  const answers: Answers = { 'imports.history': () => historyOf(exampleBatch) }

  test('the newest import stands in full with its way back', async () => {
    const { user } = await openScreen({ answers })
    screen.getByRole('img', { name: '120 行 = 新增 100 + 更新 10 + 不变 8 + 退回 2' })
    await user.click(screen.getByRole('button', { name: /撤销此次导入/ }))
    expect(onUndo).toHaveBeenCalledWith(7)
    screen.getByRole('button', { name: /退回的 2 行存成 Excel/ })
  })

  test('an import that was taken back is not offered for it again', async () => {
    const undone = { ...exampleBatch, state: 'undone', undoneAt: '2026-10-21T08:30:00.000Z' } as const
    await openScreen({ answers: { 'imports.history': () => historyOf(undone) } })
    expect(screen.queryByRole('button', { name: /撤销此次导入/ })).toBeNull()
    screen.getByText('已撤销', { selector: '.import-detail *' })
  })
})

describe('looking for an import', () => {
  const total = 700
  const batchAt = (place: number): ImportBatch => ({
    ...exampleBatch,
    importBatchId: total - place,
    fileName: `样例${place}.csv`,
  })
  /** 700 imports; those that hold a word are the first only. */
  const answers: Answers = {
    'imports.history': ({ filter, start, count }) =>
      filter.text === ''
        ? {
            total,
            batches: Array.from({ length: Math.min(count, total - start) }, (_, n) => batchAt(start + n)),
          }
        : { total: filter.text === '样例0' ? 1 : 0, batches: filter.text === '样例0' ? [batchAt(0)] : [] },
  }

  test('all of them are counted; words, kind, state and rejected rows are asked of the archive', async () => {
    const { user, bridge } = await openScreen({ answers })
    screen.getByText('700 次')
    await user.type(screen.getByRole('textbox', { name: '找文件、工作表、店铺' }), '样例0')
    await settle()
    screen.getByText('1 次')
    await user.click(screen.getByText('已撤销', { selector: '.ant-segmented-item-label' }))
    await user.click(screen.getByRole('checkbox', { name: '有退回的行' }))
    await settle()
    const filter = { text: '样例0', kind: null, state: 'undone', hasRejected: true }
    expect(bridge.requestsOf('imports.history').at(-1)).toMatchObject({ filter, start: 0 })
  })

  test('by keyboard: Enter goes on in the list, Esc empties the box; nothing found is said', async () => {
    const { user } = await openScreen({ answers })
    const box = screen.getByRole('textbox', { name: '找文件、工作表、店铺' })
    await user.type(box, '没有')
    await settle()
    screen.getByText('没有这样的导入。')
    await user.keyboard('{Escape}')
    await settle()
    screen.getByText('700 次')
    await user.type(box, '{Enter}')
    const grid = screen.getByRole('grid', { name: '导入过的文件' })
    expect(document.activeElement?.getAttribute('aria-controls')).toBe(grid.id)
  })

  test('one far down is found and stands in full, with the way to its customers', async () => {
    await openScreen({ answers, shown: 150 })
    await settle()
    screen.getByRole('region', { name: '样例550.csv' })
    expect(screen.getByRole('link', { name: /看这次的客户/ }).getAttribute('href')).toBe(
      '#/imports/150/customers',
    )
  })
})

describe('taking an import back', () => {
  const plan = {
    importBatchId: 7,
    fileName: exampleBatch.fileName,
    customersRemoved: 100,
    customersStaying: 0,
    ordersRemoved: 0,
    ordersStaying: 0,
    mergesSplit: 0,
    customersRestored: 10,
    ordersRestored: 0,
    conflictCount: 0,
    conflicts: [],
    staying: [],
  }
  const conflict = {
    ...({ table: 'customer', rowId: 1, customerId: 1, label: 'X-000001 林样一' } as const),
    ...{ field: 'note', now: '放门口', before: null },
  }
  const undoButton = () => screen.getByRole('button', { name: '撤销此次导入' })

  test('says in numbers what will go and what will return, and leaves out what is none', async () => {
    const { user, bridge, jobs } = await openScreen({
      undo: 7,
      answers: { 'imports.previewUndo': () => plan },
    })
    await screen.findByText('会删去这次新增的 100 位客户。')
    screen.getByText('10 位客户改回导入前的值。')
    await user.click(undoButton())
    expect(bridge.requestsOf('imports.undo')).toEqual([{ importBatchId: 7, edited: null }])
    const outcome = { customersRemoved: 100, ordersRemoved: 0, customersRestored: 10, ordersRestored: 0 }
    act(() => jobs.end(1, { importBatchId: 7, ...outcome, kept: 0, elapsedMs: 5 }))
    await settle()
    screen.getByText('已撤销。这次导入写进去的都收回了。')
    expect(screen.queryByRole('link', { name: /整理/ })).toBeNull()
  })

  test('when a lot of the file stands empty afterwards, it points to where it is tidied', async () => {
    const answers: Answers = {
      'imports.previewUndo': () => plan,
      'archives.fileUse': () => ({ fileBytes: 200 << 20, freeBytes: 90 << 20, undoneDays: 90 }),
    }
    const { user, jobs } = await openScreen({ undo: 7, answers })
    await screen.findByText('会删去这次新增的 100 位客户。')
    await user.click(undoButton())
    const outcome = { customersRemoved: 100, ordersRemoved: 0, customersRestored: 10, ordersRestored: 0 }
    act(() => jobs.end(1, { importBatchId: 7, ...outcome, kept: 0, elapsedMs: 5 }))
    await settle()
    screen.getByText(/档案文件里空出了 90 MB/)
    expect(screen.getByRole('link', { name: '去「安全与备份」整理' }).getAttribute('href')).toBe('#/safety')
  })

  test('with values edited since, it asks whether they are kept or reverted', async () => {
    const edited = { ...plan, conflictCount: 1, conflicts: [conflict] }
    const { user, bridge } = await openScreen({ undo: 7, answers: { 'imports.previewUndo': () => edited } })
    const row = (await screen.findByText('X-000001 林样一')).closest('tr') as HTMLTableRowElement
    expect([...row.cells].map(cell => cell.textContent)).toEqual([
      'X-000001 林样一',
      '备注',
      '放门口',
      '空白',
    ])
    expect(undoButton().getAttribute('aria-disabled')).toBe('true')
    expect(reasonOf(undoButton())).toBe('先选保留还是还原。')
    await user.click(undoButton())
    expect(bridge.requestsOf('imports.undo')).toEqual([])
    await user.click(screen.getByRole('radio', { name: '保留后来的修改' }))
    await user.click(undoButton())
    expect(bridge.requestsOf('imports.undo')).toEqual([{ importBatchId: 7, edited: 'keep' }])
  })

  test('rows can be chosen one by one: those that differ from the choice for all go with the request', async () => {
    const other = { ...conflict, rowId: 2, customerId: 2, label: 'X-000002 林样二' }
    const edited = { ...plan, conflictCount: 2, conflicts: [conflict, other] }
    const { user, bridge } = await openScreen({ undo: 7, answers: { 'imports.previewUndo': () => edited } })
    await screen.findByText('X-000001 林样一')
    expect(screen.queryAllByRole('checkbox', { name: '保留' })).toEqual([])
    await user.click(screen.getByRole('radio', { name: '还原成导入前的值' }))
    const [first, second] = screen.getAllByRole<HTMLInputElement>('checkbox', { name: '保留' })
    expect([first?.checked, second?.checked]).toEqual([false, false])
    await user.click(second as HTMLElement)
    await user.click(undoButton())
    expect(bridge.requestsOf('imports.undo')).toEqual([
      { importBatchId: 7, edited: 'revert', choices: [{ table: 'customer', rowId: 2, edited: 'keep' }] },
    ])
  })

  test('another choice for all forgets the choices of single rows', async () => {
    const edited = { ...plan, conflictCount: 1, conflicts: [conflict] }
    const { user, bridge } = await openScreen({ undo: 7, answers: { 'imports.previewUndo': () => edited } })
    await user.click(await screen.findByRole('radio', { name: '还原成导入前的值' }))
    await user.click(screen.getByRole('checkbox', { name: '保留' }))
    await user.click(screen.getByRole('radio', { name: '保留后来的修改' }))
    await user.click(undoButton())
    expect(bridge.requestsOf('imports.undo')).toEqual([{ importBatchId: 7, edited: 'keep' }])
  })

  test('of many customers who stay it says how many, and lists them page by page', async () => {
    const staying = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ customerId: from + index, label: `X-${from + index} 样例`, orderCount: 0 },
      }))
    const many = { ...plan, customersStaying: 250, staying: staying(1, 200) }
    const { user, bridge } = await openScreen({
      undo: 7,
      answers: {
        'imports.previewUndo': () => many,
        'imports.undoItems': ({ start }) => ({
          ...{ conflictCount: 0, conflicts: [], stayingCount: 250 },
          staying: staying(start + 1, 50),
        }),
      },
    })
    await user.click(await screen.findByText('会留下的客户（250 位，只留姓名和识别号）'))
    screen.getByText('200 / 250')
    expect(screen.queryByText('X-201 样例')).toBeNull()
    await user.click(screen.getByRole('button', { name: '下面 50 条' }))
    await screen.findByText('X-250 样例')
    screen.getByText('250 / 250')
    expect(bridge.requestsOf('imports.undoItems')).toEqual([{ importBatchId: 7, start: 200, count: 200 }])
    await user.click(screen.getByRole('button', { name: '上一页' }))
    screen.getByText('X-1 样例')
  })

  test('it can be stopped, and an import that is gone already says so', async () => {
    const { user, bridge } = await openScreen({ undo: 7, answers: { 'imports.previewUndo': () => plan } })
    await screen.findByText('会删去这次新增的 100 位客户。')
    await user.click(undoButton())
    await user.click(await screen.findByRole('button', { name: '停下，先不撤销' }))
    await settle()
    expect(bridge.requestsOf('jobs.cancel')).toEqual([{ jobId: 1 }])
    expect(screen.getByRole('alert').textContent).toContain('已取消，档案和之前一样')
    await user.click(screen.getByRole('button', { name: '不撤销' }))
    expect(onUndoClose).toHaveBeenCalled()
  })
})
