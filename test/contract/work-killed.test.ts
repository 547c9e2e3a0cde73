import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '#main/database/backup.ts'
import { findManifest } from '#main/exports/restore-folder.service.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import {
  KilledWork,
  type KillMoment,
  type KillPoint,
  openAfterKill,
  type Work,
  writeOrders,
} from './killed-work.ts'

const work = new KilledWork()
let archive: TestArchive
let before: object

beforeAll(async () => {
  archive = createTestArchive()
  await work.prepare()
  await work.finish(archive.folder, { work: 'import', place: writeOrders(work, 'earlier.csv', 0, 20) })
  await work.finish(archive.folder, { work: 'import', place: writeOrders(work, 'orders.csv', 10, 400) })
  before = openAfterKill(archive.folder).content
})
afterAll(() => {
  archive.remove()
  work.remove()
})

/** Does the work on a copy until it is killed; what the archive holds when it is opened again. */
async function killed(name: string, task: Work, moment: KillMoment) {
  const copy = work.copyOf(archive.folder, name)
  await work.killAt(copy, task, moment)
  return { copy, ...openAfterKill(copy) }
}

const described = (points: readonly KillPoint[]) =>
  points.map((point, index) => [`${point.when} the ${point.call} ${point.of}`, index, point] as const)

describe.concurrent('reading a file, killed', () => {
  it.each(
    described([
      { when: 'before', call: 'statement', of: '.staged_chunk', nth: 3 },
      { when: 'before', call: 'statement', of: 'UPDATE staging_' },
    ]),
  )('%s, leaves the archive as it was and nothing of the file', async (_at, index, moment) => {
    const place = writeOrders(work, `half-${index}.csv`, 0, 5000)
    const { content, offered } = await killed(`read-${index}`, { work: 'read', place }, moment)
    expect(offered).toEqual([])
    expect(content).toEqual(before)
  })

  it('when it was read to its end, leaves the archive as it was and offers the file', async () => {
    const place = writeOrders(work, 'whole.csv', 0, 2000)
    const { content, offered } = await killed('read-whole', { work: 'read', place }, { said: 'done' })
    expect(offered).toHaveLength(1)
    expect(content).toEqual(before)
  })
})

describe.concurrent('taking back an import, killed', () => {
  const undo: Work = { work: 'undo', place: '2' }

  it.each(
    described([
      { when: 'after', call: 'statement', of: 'DELETE FROM order_line' },
      { when: 'after', call: 'statement', of: 'audit_event' },
    ]),
  )('%s, leaves all of the import', async (_at, index, moment) => {
    expect((await killed(`undo-${index}`, undo, moment)).content).toEqual(before)
  })

  it('after it was told as done, leaves nothing of the import', async () => {
    const whole = work.copyOf(archive.folder, 'undo-whole')
    await work.finish(whole, undo)
    const { content: after } = openAfterKill(whole)
    expect(after).not.toEqual(before)
    expect((await killed('undo-done', undo, { said: 'done' })).content).toEqual(after)
  })
})

describe.concurrent('tidying up the file of an archive, killed', () => {
  it.each(
    described([
      { when: 'after', call: 'statement', of: 'VACUUM INTO' },
      { when: 'before', call: 'rename', of: '.compact.tmp' },
      { when: 'after', call: 'rename', of: '.compact.tmp' },
    ]),
  )('%s, leaves what the archive holds', async (_at, index, moment) => {
    expect((await killed(`compact-${index}`, { work: 'compact' }, moment)).content).toEqual(before)
  })
})

describe.concurrent('a backup, killed', () => {
  it.each(
    described([
      { when: 'after', call: 'statement', of: 'VACUUM INTO' },
      { when: 'before', call: 'rename', of: '.cbk.tmp' },
      { when: 'after', call: 'rename', of: '.cbk.tmp' },
    ]),
  )('%s, leaves the archive as it was, and a good backup or none', async (_at, index, moment) => {
    const { copy, content } = await killed(`backup-${index}`, { work: 'backup' }, moment)
    expect(content).toEqual(before)
    const isMade = moment.when === 'after' && moment.call === 'rename'
    expect(listBackups(copy).length - listBackups(archive.folder).length).toBe(isMade ? 1 : 0)
  })
})

describe.concurrent('an export of everything, killed', () => {
  it.each(
    described([
      { when: 'after', call: 'statement', of: 'INSERT INTO "sales_order"', nth: 100 },
      { when: 'before', call: 'rename', of: '.tmp' },
      { when: 'after', call: 'rename', of: '.tmp' },
    ]),
  )('%s, leaves the archive as it was, and the whole folder or none', async (_at, index, moment) => {
    const name = `everything-${index}`
    const place = path.join(work.folder, name, '带走')
    const { copy, content } = await killed(name, { work: 'everything', place }, moment)
    const isMade = moment.when === 'after' && moment.call === 'rename'
    expect(fs.readdirSync(path.dirname(copy)).toSorted()).toEqual(
      [path.basename(copy), ...(isMade ? ['带走'] : [])].toSorted(),
    )
    expect(findManifest(place)?.tables.sales_order).toBe(isMade ? 410 : undefined)
    const { audit_event: _log, ...rest } = content as Record<string, unknown>
    const { audit_event: _before, ...restBefore } = before as Record<string, unknown>
    expect(rest).toEqual(restBefore)
  })
})
