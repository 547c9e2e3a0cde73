import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { LeavePanel } from '#renderer/exports/leave-panel.tsx'
import { WholeFolderOffer } from '#renderer/exports/whole-folder-offer.tsx'
import { jobs as jobsOfWindow } from '#renderer/ipc/jobs.ts'
import { FakeJobs } from '#test/renderer/imports/fake-jobs.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

beforeEach(() => jobsOfWindow.clear())

async function openPanel(customers: number, shown = <LeavePanel />) {
  const held: { jobs?: FakeJobs } = {}
  const start = () => (held.jobs as FakeJobs).start()
  const { bridge } = await renderInWindow(shown, {
    'archives.counts': () => ({ customers, orders: 0, orderLines: 0 }),
    'exports.chooseFolder': () => ({ targetToken: 'folder-1', name: '全部' }),
    'exports.chooseWhole': () => ({ targetToken: 'folder-2', name: '全部' }),
    'exports.writeEverything': start,
    'exports.restoreWhole': start,
  })
  held.jobs = new FakeJobs(bridge)
  return { bridge, jobs: held.jobs }
}

test('everything is written into the chosen folder and counted', async () => {
  const { bridge, jobs } = await openPanel(3)
  await userEvent.click(screen.getByRole('button', { name: '导出全部数据' }))
  await waitFor(() =>
    expect(bridge.requestsOf('exports.writeEverything')).toEqual([
      { targetToken: 'folder-1', language: 'zh-CN' },
    ]),
  )
  await act(async () => jobs.end(1, { customerCount: 3, orderCount: 5 }))
  expect(await screen.findByText('全部数据已导出：3 位客户、5 笔订单')).toBeTruthy()
})

test('a folder is brought back into an empty archive only', async () => {
  const { bridge, jobs } = await openPanel(0)
  await userEvent.click(await screen.findByRole('button', { name: '拿回导出的文件夹' }))
  await waitFor(() =>
    expect(bridge.requestsOf('exports.restoreWhole')).toEqual([{ targetToken: 'folder-2' }]),
  )
  await act(async () => jobs.fail(1, 'export-folder-unknown'))
  expect((await screen.findByRole('alert')).textContent).toContain('export-folder-unknown')
})

test('where customers are already the panel names the way instead of a button that would fail', async () => {
  const { bridge } = await openPanel(3)
  await waitFor(() => expect(bridge.requestsOf('archives.counts')).toHaveLength(1))
  expect(screen.queryByRole('button', { name: '拿回导出的文件夹' })).toBeNull()
  expect(
    screen.getByText('要把这样的文件夹拿回来：新建一个空档案，把文件夹拖进窗口，或者到这里来选。'),
  ).toBeTruthy()
})

test('a folder that was dropped is offered as a whole, and brought back with one click', async () => {
  const onDone = vi.fn()
  const offer = <WholeFolderOffer folder={{ fileToken: 'dropped', name: '全部' }} onDone={onDone} />
  const { bridge, jobs } = await openPanel(0, offer)
  await userEvent.click(await screen.findByRole('button', { name: '全部拿回来' }))
  expect(bridge.requestsOf('exports.restoreWhole')).toEqual([{ targetToken: 'dropped' }])
  expect(onDone).not.toHaveBeenCalled()
  await act(async () => jobs.end(1, { customers: 3, orders: 5 }))
  expect(await screen.findByText('已拿回 3 位客户、5 笔订单，可以在导入历史里撤销')).toBeTruthy()
  expect(onDone).toHaveBeenCalledOnce()
})

test('where customers are already a folder that was dropped can only be left', async () => {
  const onDone = vi.fn()
  const offer = <WholeFolderOffer folder={{ fileToken: 'dropped', name: '全部' }} onDone={onDone} />
  await openPanel(3, offer)
  expect(await screen.findByText(/新建一个空档案，再把它拖进来/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '全部拿回来' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '不要了' }))
  expect(onDone).toHaveBeenCalledOnce()
})
