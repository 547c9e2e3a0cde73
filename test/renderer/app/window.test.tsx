import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { App, createAppRouter } from '#renderer/app/app.tsx'
import { takeOfferedFiles } from '#renderer/app/dropped-files.ts'
import { entryPages, pages } from '#renderer/app/routes.tsx'
import { jobs } from '#renderer/ipc/jobs.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { defaultQuality } from '#shared/domain/settings.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { examplePreferences, openArchive, startFakeMain } from '#test/renderer/render-window.tsx'

const settings = {
  shopName: '样例店',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  individualPrefix: 'X',
  companyPrefix: 'Q',
  idleDays: 365,
  quality: defaultQuality,
} as const

beforeEach(() => {
  window.location.hash = '#/settings'
})
afterEach(() => {
  takeOfferedFiles()
  showWindowError(null)
  jobs.clear()
  window.location.hash = ''
})

async function openWindow(answers: Answers = {}) {
  const { bridge, client } = startFakeMain({ 'settings.get': () => settings, ...answers })
  render(<App client={client} router={createAppRouter()} />)
  return { bridge, user: userEvent.setup() }
}

const edit = { changeSetId: 5, kind: 'customer-edited', madeAt: '2026-11-21T08:00:00Z', importBatchId: null }

test('every page has a path of its own, and the entries of a group stand together', () => {
  const paths = pages.map(page => page.path)
  expect(new Set(paths).size).toBe(paths.length)
  const groups = entryPages.map(page => page.entry.group)
  const changes = groups.filter((group, index) => group !== groups[index - 1])
  expect(new Set(changes).size).toBe(changes.length)
})

test.each(pages.map(page => [page.path, page] as const))('the page %s can be loaded', async (_path, page) => {
  expect((await page.load()).Page).toBeTypeOf('function')
})

test('an open archive shows the page, the search box, and what is true of backup and network', async () => {
  await openWindow()
  expect(await screen.findByRole('heading', { name: '设置' })).toBeTruthy()
  expect(screen.getByRole('combobox', { name: '搜客户' })).toBeTruthy()
  expect(screen.getByText('还没有备份')).toBeTruthy()
  expect(screen.getByText('离线，0 个连接')).toBeTruthy()
  expect(document.title).toBe('样例母婴店 – 客户管家')
})

test('the screen follows the archive: none, opening, a problem, open', async () => {
  const { bridge } = await openWindow({ 'archives.state': () => ({ kind: 'none' }) })
  expect(await screen.findByText('把旧表格变成客户档案')).toBeTruthy()
  act(() => bridge.announce('archive.changed', { kind: 'opening', name: '样例店', step: 'checking' }))
  expect(await screen.findByText('正在打开「样例店」')).toBeTruthy()
  act(() =>
    bridge.announce('archive.changed', {
      kind: 'problem',
      archiveToken: 'archive-1',
      name: '样例店',
      code: 'archive-in-use',
    }),
  )
  expect(await screen.findByText('「样例店」打不开')).toBeTruthy()
  act(() => bridge.announce('archive.changed', openArchive))
  expect(await screen.findByRole('navigation', { name: '导航' })).toBeTruthy()
  expect(window.location.hash, 'the next archive begins at its home page').toBe(`#${entryPages[0]?.path}`)
})

test('language and colours change while the window is open', async () => {
  const { bridge } = await openWindow()
  await screen.findByRole('heading', { name: '设置' })
  bridge.use({ 'preferences.get': () => ({ ...examplePreferences, language: 'en', theme: 'dark' }) })
  act(() => bridge.announce('data.changed', { topics: ['settings'] }))
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
  expect(document.documentElement.classList.contains('dark')).toBe(true)
})

test('Ctrl and a number go to the entry of that place', async () => {
  await openWindow()
  await screen.findByRole('heading', { name: '设置' })
  const safety = entryPages.findIndex(page => page.path === '/safety')
  fireEvent.keyDown(window, { key: String(safety + 1), ctrlKey: true })
  expect(await screen.findByRole('heading', { name: '安全与备份' })).toBeTruthy()
})

test('Ctrl+K goes to the search box from anywhere, but not while composing', async () => {
  await openWindow()
  const box = await screen.findByRole('combobox', { name: '搜客户' })
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true, keyCode: 229 })
  expect(document.activeElement).not.toBe(box)
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  expect(document.activeElement).toBe(box)
})

test('folding the navigation is remembered', async () => {
  const { bridge } = await openWindow()
  await screen.findByRole('heading', { name: '设置' })
  fireEvent.keyDown(window, { key: 'b', ctrlKey: true })
  expect(bridge.requestsOf('preferences.save')).toEqual([{ ...examplePreferences, isNavigationFolded: true }])
  expect(await screen.findByRole('button', { name: '展开导航' })).toBeTruthy()
})

test('Ctrl+Z takes back what its button names, and the toast puts it back', async () => {
  const { bridge, user } = await openWindow({
    'changes.nextSteps': () => ({ undo: edit, redo: null }),
    'changes.undo': ({ changeSetId }) => ({ changeSetId: changeSetId + 1 }),
  })
  expect(await screen.findByRole('button', { name: '撤销：修改客户' })).toBeTruthy()
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
  expect(await screen.findByText('已撤销：修改客户')).toBeTruthy()
  await user.click(screen.getByText('重做'))
  await waitFor(() =>
    expect(bridge.requestsOf('changes.undo')).toEqual([{ changeSetId: 5 }, { changeSetId: 6 }]),
  )
})

test('the way back in a toast does not outlive its archive', async () => {
  const { bridge } = await openWindow({
    'changes.nextSteps': () => ({ undo: edit, redo: null }),
    'changes.undo': () => ({ changeSetId: 6 }),
  })
  await screen.findByRole('button', { name: '撤销：修改客户' })
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
  await screen.findByText('已撤销：修改客户')
  act(() => bridge.announce('archive.changed', { ...openArchive, archiveToken: 'archive-2' }))
  await waitFor(() => expect(screen.queryByText('已撤销：修改客户')).toBeNull())
})

test('Ctrl+Z in a field is the field\u2019s own', async () => {
  const { bridge } = await openWindow({ 'changes.nextSteps': () => ({ undo: edit, redo: null }) })
  await screen.findByRole('button', { name: '撤销：修改客户' })
  fireEvent.keyDown(await screen.findByRole('textbox', { name: '店名' }), { key: 'z', ctrlKey: true })
  expect(bridge.requestsOf('changes.undo')).toEqual([])
})

test('an import is not taken back by a key: its dialog is opened', async () => {
  const { bridge } = await openWindow({
    'changes.nextSteps': () => ({ undo: { ...edit, kind: 'import', importBatchId: 7 }, redo: null }),
  })
  await screen.findByRole('button', { name: '撤销：导入' })
  const visited: string[] = []
  window.addEventListener('hashchange', () => visited.push(window.location.hash))
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
  await waitFor(() =>
    expect(visited.length + Number(window.location.hash.includes('undo=7'))).toBeGreaterThan(0),
  )
  expect(bridge.requestsOf('changes.undo')).toEqual([])
})

test('an undo that fails says so under the title bar until it is closed', async () => {
  const { user } = await openWindow({
    'changes.nextSteps': () => ({ undo: edit, redo: null }),
    'changes.undo': () => {
      throw new AppError('disk-full')
    },
  })
  await screen.findByRole('button', { name: '撤销：修改客户' })
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
  expect((await screen.findByRole('alert')).textContent).toContain('磁盘满了')
  await user.click(screen.getByRole('button', { name: '关闭' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a long job stands in the status bar with n of m and can be cancelled', async () => {
  const { bridge, user } = await openWindow({ 'jobs.cancel': () => true })
  await screen.findByRole('heading', { name: '设置' })
  act(() =>
    bridge.announce('job.progressed', {
      jobId: 3,
      step: 'write',
      progress: 0.36,
      done: 24_800,
      total: 68_000,
    }),
  )
  expect(screen.getByText('24,800 / 68,000')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '停止' }))
  expect(bridge.requestsOf('jobs.cancel')).toEqual([{ jobId: 3 }])
  act(() => bridge.announce('job.ended', { jobId: 3, result: { ok: true, value: null } }))
  expect(screen.queryByText('24,800 / 68,000')).toBeNull()
})

test('little room on the disk and stopped network attempts are told', async () => {
  await openWindow({
    'program.facts': () => ({
      version: '1',
      runtime: '',
      sqlite: '',
      networkAttempts: 2,
      freeBytes: 600_000_000,
      today: '2026-11-21',
    }),
  })
  expect(await screen.findByText(/磁盘只剩 572 MB/)).toBeTruthy()
  expect(screen.getByText('拦下了 2 次联网')).toBeTruthy()
})

test('closing the archive is a way out of the page like any other, and a failure leads back', async () => {
  const { bridge, user } = await openWindow({ 'archives.close': () => ({ kind: 'none' }) })
  await user.click(await screen.findByRole('button', { name: '关闭档案，回到开始页' }))
  await waitFor(() => expect(bridge.requestsOf('archives.close')).toHaveLength(1))
  act(() => bridge.announce('archive.changed', { kind: 'none' }))
  expect(await screen.findByText('把旧表格变成客户档案')).toBeTruthy()
  act(() => bridge.announce('archive.changed', openArchive))
  bridge.use({
    'archives.close': () => {
      throw new AppError('disk-failed')
    },
  })
  await user.click(await screen.findByRole('button', { name: '关闭档案，回到开始页' }))
  expect(await screen.findByText('代码 disk-failed')).toBeTruthy()
  expect(screen.getByRole('navigation', { name: '导航' })).toBeTruthy()
})

const dropped = [new File(['x'], '样例.xlsx')]
const drop = (type: 'dragEnter' | 'drop') =>
  fireEvent[type](window, { dataTransfer: { types: ['Files'], files: dropped } })

test('a file that is dropped before there is an archive asks for a name first', async () => {
  const { bridge, user } = await openWindow({ 'archives.state': () => ({ kind: 'none' }) })
  await screen.findByText('把 Excel、WPS 或 CSV 文件拖到这里')
  bridge.dropped = [{ fileToken: 'token-1', name: '样例.xlsx', sizeBytes: 1 }]
  drop('dragEnter')
  expect(screen.getByText('松开鼠标，先看一遍')).toBeTruthy()
  drop('drop')
  expect(await screen.findByText('先建档案，再看这 1 个文件')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '取消' }))
  expect(takeOfferedFiles()).toEqual([])
})

test('a drop that is refused says why', async () => {
  const { bridge } = await openWindow({ 'archives.state': () => ({ kind: 'none' }) })
  await screen.findByText('把 Excel、WPS 或 CSV 文件拖到这里')
  bridge.dropped = new AppError('file-unreadable')
  drop('drop')
  expect((await screen.findByRole('alert')).textContent).toContain('读不了这个文件')
})

test('an archive that can only be read takes no files and says so', async () => {
  await openWindow({ 'archives.state': () => ({ ...openArchive, isReadOnly: true }) })
  expect((await screen.findByRole('alert')).textContent).toContain('不能写入')
  drop('dragEnter')
  expect(screen.queryByText('松开鼠标，先看一遍')).toBeNull()
})

test('when main does not say what is open, the window says so and asks again', async () => {
  const { bridge, user } = await openWindow({
    'archives.state': () => {
      throw new AppError('internal')
    },
  })
  const again = await screen.findByRole('button', { name: '再试一次' })
  bridge.use({ 'archives.state': () => ({ kind: 'none' }) })
  await user.click(again)
  expect(await screen.findByText('把旧表格变成客户档案')).toBeTruthy()
})
