import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { estimateRemainingMs, Jobs, jobs } from '#renderer/ipc/jobs.ts'
import { useJob, useRunningJobs } from '#renderer/ipc/use-job.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { startFakeMain } from '#test/renderer/render-window.tsx'

beforeEach(() => jobs.clear())

const end = (jobId: number, value: unknown) => ({ jobId, result: { ok: true as const, value } })

test('the time left follows from the pace of the step, and is told after 3 s', () => {
  // 4 s for 0.2 of the way: 0.6 are left, so 12 s.
  expect(estimateRemainingMs(4000, 0.2, 0.4)).toBe(12_000)
  expect(estimateRemainingMs(2999, 0.2, 0.4)).toBeNull()
  expect(estimateRemainingMs(9000, 0.4, 0.4)).toBeNull()
  expect(estimateRemainingMs(9000, 0, 1)).toBe(0)
})

test('a new step has a pace of its own', () => {
  let now = 0
  const list = new Jobs(() => now)
  list.progressed({ jobId: 1, step: 'read', progress: 0 })
  now = 5000
  list.progressed({ jobId: 1, step: 'read', progress: 0.5 })
  expect(list.getRunning()[0]?.remainingMs).toBe(5000)
  list.progressed({ jobId: 1, step: 'write', progress: 0.5 })
  expect(list.getRunning()[0]?.remainingMs).toBeNull()
})

test('an end that is announced before the number of the job is known is not lost', async () => {
  const list = new Jobs()
  list.ended(end(7, 'done'))
  expect(await list.own('imports.commit', 7)).toBe('done')
  expect(list.getLatest('imports.commit')).toMatchObject({ kind: 'ended', value: 'done' })
})

test('a job that is still waited for ends as cancelled when its archive is closed', async () => {
  const list = new Jobs()
  const ended = list.own('imports.undo', 3)
  list.clear()
  await expect(ended).rejects.toMatchObject({ code: 'cancelled' })
  expect(list.getRunning()).toEqual([])
})

test('a page starts a job, sees it run and gets its result', async () => {
  const { bridge } = startFakeMain({ 'imports.stage': () => ({ jobId: 4 }) })
  const { result } = renderHook(() => useJob('imports.stage'))
  expect(result.current.state.kind).toBe('idle')
  let ended: unknown
  act(() => void result.current.start({ fileToken: 'token' }).then(value => (ended = value)))
  expect(result.current.state.kind).toBe('running')
  await waitFor(() => expect(result.current.state).toMatchObject({ kind: 'running', jobId: 4 }))
  act(() => bridge.announce('job.progressed', { jobId: 4, step: 'read', progress: 0.3, done: 3, total: 10 }))
  expect(result.current.state).toMatchObject({ step: 'read', done: 3, total: 10 })
  await act(async () => bridge.announce('job.ended', end(4, { stagingId: 'staging-1' })))
  expect(result.current.state).toMatchObject({ kind: 'ended', value: { stagingId: 'staging-1' } })
  expect(ended).toEqual({ stagingId: 'staging-1' })
  act(() => result.current.reset())
  expect(result.current.state.kind).toBe('idle')
})

test('a page that is left and opened again finds its job', async () => {
  const { bridge } = startFakeMain({ 'imports.commit': () => ({ jobId: 9 }), 'jobs.cancel': () => true })
  const first = renderHook(() => useJob('imports.commit'))
  act(() => void first.result.current.start({ stagingId: 's', options: {}, previewRevision: null }))
  await waitFor(() => expect(first.result.current.state).toMatchObject({ jobId: 9 }))
  first.unmount()
  const second = renderHook(() => useJob('imports.commit'))
  expect(second.result.current.state).toMatchObject({ kind: 'running', jobId: 9 })
  act(() => second.result.current.cancel())
  await waitFor(() => expect(bridge.requestsOf('jobs.cancel')).toEqual([{ jobId: 9 }]))
})

test('a job that is refused or fails says why and throws nothing', async () => {
  const { bridge } = startFakeMain({
    'imports.undo': () => {
      throw new AppError('import-already-undone')
    },
  })
  const { result } = renderHook(() => useJob('imports.undo'))
  await act(async () =>
    expect(await result.current.start({ importBatchId: 1, edited: null })).toBeUndefined(),
  )
  expect(result.current.state).toMatchObject({ kind: 'failed', error: { code: 'import-already-undone' } })

  bridge.use({ 'imports.undo': () => ({ jobId: 2 }) })
  act(() => void result.current.start({ importBatchId: 1, edited: null }))
  await waitFor(() => expect(result.current.state).toMatchObject({ jobId: 2 }))
  await act(async () =>
    bridge.announce('job.ended', {
      jobId: 2,
      result: { ok: false, error: { code: 'import-conflicts', retry: false, details: { count: 3 } } },
    }),
  )
  expect(result.current.state).toMatchObject({ kind: 'failed', error: { data: { details: { count: 3 } } } })
})

test('jobs of other windows are seen while they run', () => {
  const { bridge } = startFakeMain()
  const { result } = renderHook(() => useRunningJobs())
  act(() => bridge.announce('job.progressed', { jobId: 5, step: 'update', progress: 0.9 }))
  expect(result.current.map(job => job.step)).toEqual(['update'])
  act(() => bridge.announce('job.ended', end(5, null)))
  expect(result.current).toEqual([])
})
