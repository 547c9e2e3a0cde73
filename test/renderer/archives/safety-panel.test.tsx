import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SafetyPanel } from '#renderer/archives/safety-panel.tsx'
import { jobs as jobsOfWindow } from '#renderer/ipc/jobs.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'
import { FakeJobs } from '#test/renderer/imports/fake-jobs.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

const backup = (sequence: number): BackupInfo => ({
  backupToken: `backup-${sequence}`,
  sequence,
  reason: 'manual',
  madeAt: '2026-11-14T10:00:00Z',
  sizeBytes: 2_621_440,
  counts: { customers: 11, orders: 33, orderLines: 55 },
  isGood: true,
})

const noFiles = { files: 0, sizeBytes: 0, lost: 0, opened: 0, damaged: 0, names: [] }

test('without a backup the page says when one is made', async () => {
  await renderInWindow(<SafetyPanel />)
  expect(await screen.findByText(/导入之前和关闭程序时会自动备份/)).toBeTruthy()
})

test('a backup that was made is counted in words and seen in the list', async () => {
  const { bridge } = await renderInWindow(<SafetyPanel />, { 'archives.backUpNow': () => backup(1) })
  bridge.use({ 'archives.listBackups': () => [backup(1)] })
  await userEvent.click(screen.getByRole('button', { name: '现在备份' }))
  expect(await screen.findByText('备份完成，已打开数过：11 位客户，33 笔订单。')).toBeTruthy()
  bridge.announce('archive.changed', { ...openArchive, lastBackup: backup(1) })
  expect(await screen.findByText('2.5 MB')).toBeTruthy()
})

test('a backup that failed is told in place', async () => {
  await renderInWindow(<SafetyPanel />, {
    'archives.backUpNow': () => {
      throw new AppError('backup-not-verified')
    },
  })
  await userEvent.click(screen.getByRole('button', { name: '现在备份' }))
  expect((await screen.findByRole('alert')).textContent).toContain('备份写好后核对不上')
})

test('before a restore both counts stand side by side', async () => {
  const { bridge } = await renderInWindow(<SafetyPanel />, {
    'archives.listBackups': () => [backup(7)],
    'archives.restore': () => openArchive,
  })
  await userEvent.click(await screen.findByRole('button', { name: '恢复到此' }))
  expect(await screen.findByText('这份备份里有 11 位客户，33 笔订单。')).toBeTruthy()
  expect(screen.getByText('现在档案里有 12 位客户，34 笔订单。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '恢复并打开' }))
  await waitFor(() =>
    expect(bridge.requestsOf('archives.restore')).toEqual([
      { backupToken: 'backup-7', archiveToken: 'archive-1' },
    ]),
  )
})

test('stopped network attempts are told as a figure', async () => {
  const { bridge } = await renderInWindow(<SafetyPanel />)
  expect(await screen.findByText('自己验证：拔掉网线，一切照常。')).toBeTruthy()
  const facts = {
    version: '1',
    runtime: '',
    sqlite: '',
    networkAttempts: 2,
    freeBytes: null,
    today: '2026-11-21',
  }
  bridge.use({ 'program.facts': () => facts })
  bridge.announce('data.changed', { topics: ['settings'] })
  expect(await screen.findByText(/程序在它发出之前拦下了/)).toBeTruthy()
  expect(screen.getByText('看不出磁盘还剩多少')).toBeTruthy()
})

test('how long undone imports keep their cells is written when the box is left, and not when nothing was typed', async () => {
  const use = { fileBytes: 9 << 20, freeBytes: 3 << 20, undoneDays: 90 }
  const { bridge } = await renderInWindow(<SafetyPanel />, {
    'archives.fileUse': () => use,
    'archives.keepUndone': ({ days }) => ({ days }),
  })
  await screen.findByText(/其中 3\.0 MB 是空的/)
  const box = screen.getByRole('spinbutton', { name: '撤销的导入保留几天' })
  await userEvent.click(box)
  await userEvent.tab()
  expect(bridge.requestsOf('archives.keepUndone')).toEqual([])
  await userEvent.clear(box)
  await userEvent.type(box, '30{Enter}')
  await waitFor(() => expect(bridge.requestsOf('archives.keepUndone')).toEqual([{ days: 30 }]))
})

test('tidying says what it is at, then how small the file is, and can be asked for again', async () => {
  jobsOfWindow.clear()
  const held: { jobs?: FakeJobs } = {}
  let use = { fileBytes: 9 << 20, freeBytes: 3 << 20, undoneDays: 90 }
  const { bridge } = await renderInWindow(<SafetyPanel />, {
    'archives.fileUse': () => use,
    'archives.compact': () => (held.jobs as FakeJobs).start(),
  })
  held.jobs = new FakeJobs(bridge)
  await userEvent.click(await screen.findByRole('button', { name: /整理$/ }))
  expect(await screen.findByRole('button', { name: /正在整理/ })).toBeTruthy()
  use = { fileBytes: 6 << 20, freeBytes: 0, undoneDays: 90 }
  await act(async () => held.jobs?.end(1, { beforeBytes: 9 << 20, afterBytes: 6 << 20, forgottenImports: 0 }))
  expect(await screen.findByText('整理好了：9.0 MB → 6.0 MB')).toBeTruthy()
  expect(await screen.findByText('没有空的地方，不用整理。')).toBeTruthy()
  expect(bridge.requestsOf('archives.compact')).toEqual([{}])
})

test('tidying that fails says why, and the file is told as it is', async () => {
  jobsOfWindow.clear()
  const held: { jobs?: FakeJobs } = {}
  const { bridge } = await renderInWindow(<SafetyPanel />, {
    'archives.fileUse': () => ({ fileBytes: 9 << 20, freeBytes: 3 << 20, undoneDays: 90 }),
    'archives.compact': () => (held.jobs as FakeJobs).start(),
  })
  held.jobs = new FakeJobs(bridge)
  await userEvent.click(await screen.findByRole('button', { name: /整理$/ }))
  await act(async () => held.jobs?.fail(1, 'disk-full'))
  expect((await screen.findByRole('alert')).textContent).toContain('disk-full')
  expect(screen.getByText(/其中 3\.0 MB 是空的/)).toBeTruthy()
})

test('the check of attached files says what it saw, and after a backup looks again', async () => {
  const whole = { ...noFiles, files: 3, sizeBytes: 2048, opened: 3 }
  const { bridge } = await renderInWindow(<SafetyPanel />, {
    'attachments.check': () => whole,
    'archives.backUpNow': () => backup(1),
  })
  expect(await screen.findByText('附件：3 个文件，2.0 KB')).toBeTruthy()
  expect(screen.getByText('全部打开看过，都完好。')).toBeTruthy()
  bridge.use({ 'attachments.check': () => ({ ...whole, lost: 1, opened: 2, names: ['合同.txt'] }) })
  await userEvent.click(screen.getByRole('button', { name: '现在备份' }))
  expect(await screen.findByText('1 个附件的文件不在，或不完整。')).toBeTruthy()
  expect(screen.getByText(/^这次打开看了其中 2 个/)).toBeTruthy()
  expect(screen.getByText('合同.txt')).toBeTruthy()
})
