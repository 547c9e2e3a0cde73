import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { suggestName } from '#renderer/archives/new-archive-form.tsx'
import { oldBackupDays } from '#renderer/archives/recent-archives.tsx'
import { StartPage } from '#renderer/archives/start-page.tsx'
import { showWindowError, useWindowError } from '#renderer/ipc/window-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { BackupInfo, RecentArchive } from '#shared/domain/archive.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

afterEach(() => showWindowError(null))

const recent = (name: string, parts: Partial<RecentArchive> = {}): RecentArchive => ({
  archiveToken: `token-${name}`,
  name,
  folderHint: '~/文档',
  lastOpenedAt: new Date().toISOString(),
  isMissing: false,
  customers: 3486,
  lastBackupAt: new Date().toISOString(),
  ...parts,
})

const backup = (sequence: number, isGood = true): BackupInfo => ({
  backupToken: `backup-${sequence}`,
  sequence,
  reason: 'quit',
  madeAt: '2026-11-14T10:00:00Z',
  sizeBytes: 55_000_000,
  counts: { customers: 3486, orders: 18_204, orderLines: 40_000 },
  isGood,
})

function WindowError() {
  return <output>{useWindowError()?.code}</output>
}

async function renderStart(answers: Answers = {}, files: { fileToken: string; name: string }[] = []) {
  const onFiles = vi.fn()
  const onWithdraw = vi.fn()
  const { bridge } = await renderInWindow(
    <>
      <StartPage
        files={files}
        isDropping={false}
        onFiles={onFiles}
        onBrowserFiles={() => {}}
        onWithdraw={onWithdraw}
      />
      <WindowError />
    </>,
    answers,
  )
  return { user: userEvent.setup(), bridge, onFiles, onWithdraw }
}

test('the first run says in three steps what to do', async () => {
  await renderStart()
  expect(screen.getByText('第一次使用')).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(screen.getByText('把 Excel、WPS 或 CSV 文件拖到这里')).toBeTruthy()
})

test('the archives of last time are opened by one click, and an old backup is told', async () => {
  const old = new Date(Date.now() - 80 * 86_400_000).toISOString()
  const { user, bridge } = await renderStart({
    'archives.listRecent': () => [recent('样例店'), recent('老店', { lastBackupAt: old })],
    'archives.open': () => openArchive,
  })
  expect(await screen.findByText('备份已过 80 天')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '老店' }))
  expect(bridge.requestsOf('archives.open')).toEqual([{ archiveToken: 'token-老店' }])
})

test('a backup counts as old after seven days', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  expect(oldBackupDays('2026-11-14T12:00:00Z', now)).toBeNull()
  expect(oldBackupDays('2026-11-13T12:00:00Z', now)).toBe(8)
})

test('an archive that is gone can be taken off the list, and nothing else happens to it', async () => {
  const { user, bridge } = await renderStart({
    'archives.listRecent': () => [recent('U 盘店', { isMissing: true })],
    'archives.forget': () => [],
  })
  await user.click(await screen.findByRole('button', { name: '从列表移除' }))
  expect(bridge.requestsOf('archives.forget')).toEqual([{ archiveToken: 'token-U 盘店' }])
  expect(bridge.requestsOf('archives.open')).toEqual([])
})

test('a new archive needs a name; Enter makes it', async () => {
  const { user, bridge } = await renderStart({ 'archives.create': () => openArchive })
  await user.click(screen.getByRole('button', { name: /新建空档案/ }))
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: /店名/ })
  expect(document.activeElement).toBe(name)
  expect(name.value).toBe('我的客户档案')
  await user.clear(name)
  await user.keyboard('{Enter}')
  expect(await screen.findByText('这一项要填')).toBeTruthy()
  expect(bridge.requestsOf('archives.create')).toEqual([])
  await user.type(name, '示范店{Enter}')
  await waitFor(() =>
    expect(bridge.requestsOf('archives.create')).toEqual([
      { name: '示范店', currency: 'CNY', isPlaceAsked: false },
    ]),
  )
})

test('files without an archive ask for a name first; one of several suggests none', async () => {
  const files = [
    { fileToken: 'f1', name: '样例 订单.xlsx' },
    { fileToken: 'f2', name: '客户.csv' },
  ]
  const { user, bridge, onWithdraw } = await renderStart({ 'archives.create': () => openArchive }, files)
  expect(screen.getByText('先建档案，再看这 2 个文件')).toBeTruthy()
  expect(screen.getByText('客户.csv')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /店名/ }).value).toBe('我的客户档案')
  await user.click(screen.getByRole('button', { name: '建在别处' }))
  await waitFor(() => expect(bridge.requestsOf('archives.create')[0]?.isPlaceAsked).toBe(true))
  await user.click(screen.getByRole('button', { name: '取消' }))
  expect(onWithdraw).toHaveBeenCalled()
})

test('a name is suggested without the ending of its file, and never longer than a name may be', () => {
  expect(suggestName(['订单.2026.xlsx'], '我的')).toBe('订单.2026')
  expect(suggestName(['一月.xlsx', '二月.xlsx'], '我的')).toBe('我的')
  expect(suggestName([], '我的')).toBe('我的')
  expect(suggestName(['.csv'], '我的')).toBe('我的')
  expect(suggestName([`${'长'.repeat(80)}.csv`], '我的')).toHaveLength(60)
})

test('a name that is taken is told in place', async () => {
  const { user } = await renderStart({
    'archives.create': () => {
      throw new AppError('archive-exists')
    },
  })
  await user.click(screen.getByRole('button', { name: /新建空档案/ }))
  await user.click(screen.getByRole('button', { name: '建档案' }))
  expect((await screen.findByRole('alert')).textContent).toContain('已经有同名的档案')
})

test('chosen files and the workbook of the sample shop go the same way', async () => {
  const chosen = [{ fileToken: 'c', name: '客户.xlsx', sizeBytes: 5 }]
  const sample = [{ fileToken: 's', name: '样例店.xlsx' }]
  const { user, onFiles } = await renderStart({
    'files.choose': () => chosen,
    'archives.openSample': () => ({ state: openArchive, fileTokens: sample }),
  })
  await user.click(screen.getByRole('button', { name: '选择文件' }))
  await waitFor(() => expect(onFiles).toHaveBeenLastCalledWith(chosen))
  await user.click(screen.getByRole('button', { name: /先看样例店/ }))
  await waitFor(() => expect(onFiles).toHaveBeenLastCalledWith(sample))
})

test('a restore takes three clicks: restore, this backup, restore and open; a damaged one cannot be chosen', async () => {
  const { user, bridge } = await renderStart({
    'archives.listRecent': () => [recent('样例店')],
    'archives.listBackups': () => [backup(2, false), backup(1)],
    'archives.restore': () => openArchive,
  })
  await screen.findByText('样例店')
  await user.click(screen.getByRole('button', { name: /从备份恢复/ }))
  expect(await screen.findByText('已损坏，不会用于恢复')).toBeTruthy()
  const restores = screen.getAllByRole('button', { name: '恢复到此' })
  expect(restores).toHaveLength(1)
  await user.click(restores[0] as HTMLElement)
  expect(screen.getByText('这份备份里有 3,486 位客户，18,204 笔订单。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '恢复并打开' }))
  expect(bridge.requestsOf('archives.restore')).toEqual([
    { backupToken: 'backup-1', archiveToken: 'token-样例店' },
  ])
})

test('a backup file from elsewhere becomes an archive of its own', async () => {
  const { user, bridge } = await renderStart({
    'archives.chooseBackup': () => backup(9),
    'archives.restore': () => openArchive,
  })
  await user.click(screen.getByRole('button', { name: /从备份恢复/ }))
  expect(screen.getByText(/还没有可以恢复的备份/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '选择备份文件' }))
  await user.click(await screen.findByRole('button', { name: '恢复并打开' }))
  expect(bridge.requestsOf('archives.restore')).toEqual([{ backupToken: 'backup-9', archiveToken: null }])
})

test('a restore that fails says so where it is seen on any screen', async () => {
  const { user } = await renderStart({
    'archives.chooseBackup': () => backup(9),
    'archives.restore': () => {
      throw new AppError('backup-damaged')
    },
  })
  await user.click(screen.getByRole('button', { name: /从备份恢复/ }))
  await user.click(screen.getByRole('button', { name: '选择备份文件' }))
  await user.click(await screen.findByRole('button', { name: '恢复并打开' }))
  expect(await screen.findByText('backup-damaged')).toBeTruthy()
})

test('language and colours are switched from here, too', async () => {
  const { user, bridge } = await renderStart()
  const foot = (await screen.findByText('版本 1.2.3')).parentElement as HTMLElement
  await user.click(within(foot).getByRole('button', { name: 'English' }))
  await user.click(within(foot).getByRole('button', { name: '深色' }))
  expect(bridge.requestsOf('preferences.save')).toMatchObject([
    { language: 'en' },
    { language: 'en', theme: 'dark' },
  ])
})
