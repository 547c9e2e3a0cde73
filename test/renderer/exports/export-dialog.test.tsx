import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { ExportButton } from '#renderer/exports/export-button.tsx'
import { jobs as jobsOfWindow } from '#renderer/ipc/jobs.ts'
import { defaultExportChoices, type ExportOutcome } from '#shared/domain/export.ts'
import { FakeJobs } from '#test/renderer/imports/fake-jobs.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

beforeEach(() => jobsOfWindow.clear())

const outcome: ExportOutcome = {
  fileName: 'list.csv',
  rowCount: 7,
  customerCount: 7,
  refusedCount: 2,
  sizeBytes: 1,
  sha256: '',
  elapsedMs: 1,
}

async function openDialog() {
  const held: { jobs?: FakeJobs } = {}
  const { bridge } = await renderInWindow(
    <ExportButton count={9} readScope={async () => ({ of: 'list', listId: 4 })} />,
    {
      'exports.getChoices': () => defaultExportChoices,
      'exports.chooseTarget': () => ({ targetToken: 'target-1', name: 'list.csv' }),
      'exports.write': () => (held.jobs as FakeJobs).start(),
      'exports.showInFolder': () => null,
      'jobs.cancel': () => true,
    },
  )
  held.jobs = new FakeJobs(bridge)
  await userEvent.click(screen.getByRole('button', { name: /导出/ }))
  await screen.findByText('导出 9 位客户')
  return { bridge, jobs: held.jobs }
}

const start = () => userEvent.click(screen.getByRole('button', { name: '选位置并导出' }))

test('what was chosen is what is written, and who was left out is said at the end', async () => {
  const { bridge, jobs } = await openDialog()
  await userEvent.click(screen.getByText('联系客户'))
  await userEvent.click(screen.getByText('文本（.csv）'))
  await userEvent.click(screen.getByText('分号'))
  await start()
  await waitFor(() => expect(bridge.requestsOf('exports.write')).toHaveLength(1))
  expect(bridge.requestsOf('exports.chooseTarget')).toEqual([
    { table: 'customers', format: 'csv', purpose: 'contact' },
  ])
  expect(bridge.requestsOf('exports.write')[0]).toMatchObject({
    targetToken: 'target-1',
    scope: { of: 'list', listId: 4 },
    choices: { purpose: 'contact', format: 'csv', separator: ';' },
  })
  await act(async () => jobs.end(1, outcome))
  expect(await screen.findByText('已导出 7 行：list.csv，拒绝联系的 2 位没有写入')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '在文件夹中显示' }))
  expect(bridge.requestsOf('exports.showInFolder')).toEqual([{ targetToken: 'target-1' }])
})

test('closing the system dialog writes nothing and keeps the choices', async () => {
  const { bridge } = await openDialog()
  bridge.use({ 'exports.chooseTarget': () => null })
  await userEvent.click(screen.getByText('订单'))
  await start()
  await waitFor(() => expect(bridge.requestsOf('exports.chooseTarget')).toHaveLength(1))
  expect(bridge.requestsOf('exports.write')).toEqual([])
  expect(screen.getByText('导出 9 位客户的订单')).toBeTruthy()
})

test('a failed export says why in the dialog, and a dialog opened anew forgets it', async () => {
  const { bridge, jobs } = await openDialog()
  await start()
  await waitFor(() => expect(bridge.requestsOf('exports.write')).toHaveLength(1))
  await act(async () => jobs.fail(1, 'disk-full'))
  expect((await screen.findByRole('alert')).textContent).toContain('disk-full')
  await userEvent.click(screen.getByRole('button', { name: /取\s?消/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: /导出/ }))
  await screen.findByText('导出 9 位客户')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('without a column nothing can be exported, and the dialog says so', async () => {
  await openDialog()
  const columns = screen.getByRole('combobox', { name: '列' })
  columns.focus()
  for (const _column of defaultExportChoices.customerColumns) await userEvent.keyboard('{Backspace}')
  expect(await screen.findByText('至少选一列。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '选位置并导出' })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: '全部选上' }))
  expect(screen.getByRole('button', { name: '选位置并导出' })).toHaveProperty('disabled', false)
})
