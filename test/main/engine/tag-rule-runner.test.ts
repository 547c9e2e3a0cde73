import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { TagRuleRunner } from '#main/engine/tag-rule-runner.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'

let archive: TestArchive
let engine: Engine
const open = (archivePath = archive.folder) =>
  openEngine({ archivePath, appVersion: '0', spawnFileReader: spawnFileReaderWithFork })
beforeAll(async () => {
  archive = createTestArchive()
  engine = await open()
})
afterAll(async () => {
  await engine.close()
  archive.remove()
})

const rule: CustomerFilter = {
  match: 'all',
  groups: [[{ field: 'occupation', test: 'is', text: '教师' }]],
}
const create = (occupation: string) => engine.call('customers.create', { draft: draftOf({ occupation }) })
const countIs = (count: number, engine_ = engine) =>
  vi.waitFor(
    async () => {
      const counts = await engine_.call('customers.countTags', { customerIds: null })
      expect(counts.map(tag => tag.count)).toEqual([count])
    },
    { timeout: 8000, interval: 50 },
  )

test('a tag follows its rule after writes, and at opening what was written before it closed', async () => {
  await create('教师')
  const draft = { name: '老师', color: null, expiresOn: null }
  const { tagId } = await engine.call('tags.save', { tagId: null, draft })
  await engine.call('tags.setRule', { tagId, rule })
  await countIs(1)
  const steps = await engine.call('changes.nextSteps', {})
  expect(steps.undo?.kind).toBe('tag-rule-set')
  await create('教师')
  await engine.close()
  engine = await open()
  await countIs(2)
})

test('a rule goes along with the whole archive and is followed where it is brought back', async () => {
  const at = (name: string) => path.join(path.dirname(archive.folder), name)
  const { targetToken } = engine.files.registerTarget(at('全部'), false)
  await engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
  createArchiveFolder(at('另.kehu'), db => saveArchiveSettings(db, { currency: 'CNY' }))
  const other = await open(at('另.kehu'))
  try {
    const from = other.files.registerTarget(at('全部'), false)
    await other.run('exports.restoreWhole', { targetToken: from.targetToken })
    expect(await other.call('tags.listRules', {})).toEqual(await engine.call('tags.listRules', {}))
    await other.call('customers.create', { draft: draftOf({ occupation: '教师' }) })
    await countIs(3, other)
  } finally {
    await other.close()
  }
})

test('when the day changes while the archive is open, tags whose last day is past go, and then the rules are followed', async () => {
  vi.useFakeTimers()
  let day = '2026-11-22'
  const done: string[] = []
  const note = (what: string) => async () => void done.push(`${what} ${day}`)
  const runner = new TagRuleRunner({
    ...{ hasRules: () => true, today: () => day, expireTags: note('expired'), follow: note('followed') },
    listChanges: async () => [{ tagId: 1, rule: null, customerIds: [7], customerTagIds: [] }],
    onError: error => done.push(String(error)),
  })
  try {
    runner.start()
    await vi.advanceTimersByTimeAsync(300_000)
    expect(done).toEqual(['followed 2026-11-22'])
    day = '2026-11-23'
    await vi.advanceTimersByTimeAsync(300_000)
    expect(done.slice(1)).toEqual(['expired 2026-11-23', 'followed 2026-11-23'])
  } finally {
    await runner.stop()
    vi.useRealTimers()
  }
})
