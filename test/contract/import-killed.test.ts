import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import { KilledWork, type KillMoment, openAfterKill, type Work, writeOrders } from './killed-work.ts'

const work = new KilledWork()
let archive: TestArchive
let task: Work
let before: object
let after: object

beforeAll(async () => {
  archive = createTestArchive()
  await work.prepare()
  await work.finish(archive.folder, { work: 'import', place: writeOrders(work, 'earlier.csv', 0, 20) })
  before = openAfterKill(archive.folder).content
  task = { work: 'import', place: writeOrders(work, 'orders.csv', 10, 1000) }
  const whole = work.copyOf(archive.folder, 'whole')
  await work.finish(whole, task)
  after = openAfterKill(whole).content
})
afterAll(() => {
  archive.remove()
  work.remove()
})

describe.concurrent('an import whose process is killed', () => {
  it('would have changed the archive', () => {
    expect(after).not.toEqual(before)
  })

  it.each<readonly [name: string, moment: KillMoment]>([
    [
      'while its rows are written',
      { when: 'after', call: 'statement', of: 'INSERT INTO sales_order', nth: 30 },
    ],
    ['when all but its end is written', { when: 'after', call: 'statement', of: 'audit_event' }],
  ])('%s, leaves the archive as before and offers the file', async (name, moment) => {
    const copy = work.copyOf(archive.folder, name)
    await work.killAt(copy, task, moment)
    const { content, offered } = openAfterKill(copy)
    expect(offered).toHaveLength(1)
    expect(content).toEqual(before)
  })

  it.each([
    ['write', 0],
    ['update', 20],
  ])('at %s and %i ms later, leaves the archive as before or with all of it', async (said, laterMs) => {
    const copy = work.copyOf(archive.folder, `${said}-${laterMs}`)
    await work.killAt(copy, task, { said, laterMs })
    const left = openAfterKill(copy).content
    const isBefore = JSON.stringify(left) === JSON.stringify(before)
    expect(left).toEqual(isBefore ? before : after)
  })

  it('after it was told as done, holds all of it', async () => {
    const copy = work.copyOf(archive.folder, 'done')
    await work.killAt(copy, task, { said: 'done' })
    expect(openAfterKill(copy).content).toEqual(after)
  })
})
