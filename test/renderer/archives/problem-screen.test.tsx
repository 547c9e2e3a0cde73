import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ProblemScreen } from '#renderer/archives/problem-screen.tsx'
import type { AppErrorCode } from '#shared/contract/app-error.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

const backup = {
  backupToken: 'backup-1',
  sequence: 1,
  reason: 'import',
  madeAt: '2026-11-14T10:00:00Z',
  sizeBytes: 55_000_000,
  counts: { customers: 3486, orders: 18_204, orderLines: 40_000 },
  isGood: true,
} as const

const renderProblem = (code: AppErrorCode, backups: readonly (typeof backup)[] = [backup]) =>
  renderInWindow(<ProblemScreen archiveToken="archive-1" name="样例店" code={code} />, {
    'archives.listBackups': () => [...backups],
    'archives.open': () => openArchive,
    'archives.restore': () => openArchive,
  })

const codes = [
  'archive-damaged',
  'archive-newer',
  'archive-in-use',
  'archive-missing',
  'archive-read-only',
  'disk-full',
  'disk-failed',
  'vault-damaged',
  'archive-foreign',
  'internal',
] as const

test.each(codes)(
  '%s says what happened and offers to try again, to open another, and the start screen',
  async code => {
    const { bridge } = await renderProblem(code)
    expect(screen.getByText('「样例店」打不开')).toBeTruthy()
    expect(screen.getByText(errorText('zh-CN', { code }))).toBeTruthy()
    expect(screen.getByRole('button', { name: '打开别处的档案' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '回到开始页' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(bridge.requestsOf('archives.open')).toEqual([{ archiveToken: 'archive-1' }])
  },
)

test.each(codes)('%s has no button that deletes or forgets anything', async code => {
  await renderProblem(code)
  for (const button of screen.getAllByRole('button'))
    expect(button.textContent).not.toMatch(/删除|清空|移除|重新开始|覆盖/)
})

test('a damaged archive offers its newest good backup first', async () => {
  const { bridge } = await renderProblem('archive-damaged')
  await userEvent.click(await screen.findByRole('button', { name: '恢复最近一份完好的备份' }))
  expect(screen.getByText('现在的档案会先整份留好，恢复后发现不对，还能再换回来。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '恢复并打开' }))
  expect(bridge.requestsOf('archives.restore')).toEqual([
    { backupToken: 'backup-1', archiveToken: 'archive-1' },
  ])
})

test('without backups beside it, a file from elsewhere is the way', async () => {
  await renderProblem('vault-damaged', [])
  expect(await screen.findByText(/在档案旁边没有找到备份/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '选择备份文件' })).toBeTruthy()
})

test.each(['archive-in-use', 'archive-newer', 'disk-full'] as const)(
  'a restore is not offered for %s, where it would lose what the archive holds',
  async code => {
    await renderProblem(code)
    expect(screen.queryByText('这个档案的备份')).toBeNull()
  },
)
