import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'

let archive: TestArchive
let engine: Engine
let announced: string[] = []
beforeAll(async () => {
  archive = createTestArchive()
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
  engine.onEvent(event => {
    if (event.name === 'data.changed') announced.push(...event.data.topics)
  })
})
afterAll(async () => {
  await engine.close()
  archive.remove()
})

/** Topics that a command announces; they come before the answer to the next one. */
async function topicsOf(command: () => Promise<unknown>): Promise<string[]> {
  announced = []
  await command()
  await engine.call('search.forget', {})
  return announced
}

test('whatever the change log holds is announced, so that Ctrl+Z names the newest step; what it does not hold is not', async () => {
  const tag = { name: '常客', color: null, expiresOn: null }
  expect(await topicsOf(() => engine.call('customers.create', { draft: draftOf({}) }))).toContain('changes')
  expect(await topicsOf(() => engine.call('tags.save', { tagId: null, draft: tag }))).toContain('changes')
  const entry = { kind: 'service' as const, happenedOn: CalendarDate.parse('2026-08-03'), note: '来电' }
  expect(await topicsOf(() => engine.call('entries.add', { customerId: 1, entry }))).toContain('changes')
  const steps = await engine.call('changes.nextSteps', {})
  expect(
    await topicsOf(() => engine.call('changes.undo', { changeSetId: steps.undo?.changeSetId ?? 0 })),
  ).toContain('changes')
  expect(await topicsOf(() => engine.call('search.remember', { text: '常客' }))).not.toContain('changes')
  expect(await topicsOf(() => engine.call('tags.save', { tagId: 1, draft: tag }))).not.toContain('changes')
})
