import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Jobs } from '#main/engine/jobs.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'
import {
  addSampleCustomers,
  createTestArchive,
  type TestArchive,
  withArchive,
} from '#test/helpers/test-archive.ts'

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

describe('a command that may take long', () => {
  const heard: AppEvent[] = []
  const jobs = new Jobs(event => heard.push(event))

  it('that ends at once is no job: nothing is announced', async () => {
    const answer = await jobs.accompany(async job => {
      job.onProgress('edit', 0.5)
      return 7
    })
    expect([answer, heard, jobs.runningCount]).toEqual([7, [], 0])
  })

  it('is announced with its progress once it has run for a while, can be stopped, and its answer stays its own', async () => {
    const answer = jobs.accompany(async job => {
      await pause(450)
      job.onProgress('edit', 0.5, 1, 2)
      await pause(50)
      if (job.signal.aborted && Atomics.load(new Int32Array(job.flag), 0) === 1)
        throw new AppError('cancelled')
      return 7
    })
    await pause(470)
    const jobIds = heard.flatMap(({ name, data }) => (name === 'job.progressed' ? [data.jobId] : []))
    const [jobId = 0] = jobIds
    expect(jobIds).toHaveLength(1)
    expect([jobs.runningCount, jobs.cancel(jobId)]).toEqual([1, true])
    await expect(answer).rejects.toMatchObject({ data: { code: 'cancelled' } })
    expect([heard.at(-1)?.name, jobs.runningCount, jobs.cancel(jobId)]).toEqual(['job.ended', 0, false])
  })
})

describe('customers named by their rows in a list', () => {
  let archive: TestArchive
  let engine: Engine
  const total = 10_200
  beforeAll(async () => {
    archive = createTestArchive()
    withArchive(archive.folder, writer => addSampleCustomers(writer, total))
    engine = await openEngine({
      ...{ archivePath: archive.folder, appVersion: '0', spawnFileReader: spawnFileReaderWithFork },
    })
  })
  afterAll(async () => {
    await engine.close()
    archive.remove()
  })
  const open = () =>
    engine.call('customers.openList', { sort: { column: 'archiveNumber', isDescending: false } })
  const count = async () => (await engine.call('customers.count', {})).count

  it('are more than could be named one by one; one step changes all of them, and one undo takes it back', async () => {
    const { listId } = await open()
    const customerIds = { listId, ranges: [{ first: 0, last: total - 101 }] }
    const { changeSetId, changed } = await engine.call('customers.addTags', { customerIds, tags: ['团购'] })
    expect(changed).toBe(total - 100)
    const counted = () => engine.call('customers.countTags', { customerIds })
    expect(await counted()).toMatchObject([{ name: '团购', count: changed }])
    await engine.call('changes.undo', { changeSetId: changeSetId ?? 0 })
    expect(await counted()).toEqual([])
  })

  it('are deleted and brought back by several ranges, and only those', async () => {
    const { listId } = await open()
    const ranges = [
      { first: 0, last: 0 },
      { first: 10, last: 19 },
    ]
    await engine.call('customers.delete', { customerIds: { listId, ranges } })
    expect(await count()).toBe(total - 11)
    const bin = await engine.call('customers.openBin', {})
    const some = { listId: bin.listId, ranges: [{ first: 0, last: 4 }] }
    expect(await engine.call('customers.restore', { customerIds: some })).toMatchObject({ restored: 5 })
    expect(await count()).toBe(total - 6)
    expect(await engine.call('customers.purge', { customerIds: null })).toEqual({ purged: 6, orders: 0 })
  })

  it('of a list that is no longer kept are refused', async () => {
    const customerIds = { listId: 999_999, ranges: [{ first: 0, last: 5 }] }
    await expect(engine.call('customers.delete', { customerIds })).rejects.toMatchObject({
      data: { code: 'not-found' },
    })
  })
})
