import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { Request } from '#shared/contract/contract.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

let archive: TestArchive
let engine: Engine
beforeEach(async () => {
  archive = createTestArchive()
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
})
afterEach(async () => {
  await engine.close()
  archive.remove()
})

type ReadAs = Omit<Request<'imports.stage'>, 'fileToken'>

/** Drops a file and looks at it; `write` imports it as it was proposed. */
async function drop(content: Uint8Array | string, fileName: string, readAs: ReadAs = {}) {
  const { fileToken } = engine.files.register(writeBytes(content, fileName))
  const { stagingId } = (await engine.run('imports.stage', { fileToken, ...readAs })) as { stagingId: string }
  const { encoding, encodingOrigin, separator, separatorOrigin, columns } = await engine.call(
    'imports.preview',
    { stagingId, options: {} },
  )
  const asked = { stagingId, options: { kind: 'customers' as const }, previewRevision: null }
  return {
    encoding: [encoding, encodingOrigin],
    separator: [separator, separatorOrigin],
    headers: columns.map(column => column.header),
    write: () => engine.run('imports.commit', asked),
  }
}

// Rare characters, over and over: by their bytes alone the file looks like a western one.
const members = (from: number) =>
  encodeLegacy(
    `姓名,手机,备注\n${Array.from({ length: 8 }, (_, at) => `芃芃,138000011${from + at},\n`).join('')}`,
    'gb18030',
  )

it('a file whose encoding is guessed wrongly is switched once, and is right at the second drop', async () => {
  const first = await drop(members(10), '会员3月.csv')
  expect(first.encoding).toEqual(['windows-1252', 'found'])
  const switched = await drop(members(10), '会员3月.csv', { encoding: 'gb18030' })
  expect(switched).toMatchObject({ encoding: ['gb18030', 'chosen'], headers: ['姓名', '手机', '备注'] })
  await switched.write()

  const second = await drop(members(20), '四月的.csv')
  expect(second).toMatchObject({ encoding: ['gb18030', 'remembered'], headers: ['姓名', '手机', '备注'] })
  const unremembered = await drop(members(20), '四月的.csv', { isUnremembered: true })
  expect(unremembered.encoding).toEqual(['windows-1252', 'found'])
  expect((await drop('姓名,手机,备注\n林样一,13800001109,\n', '会员6月.csv')).encoding).toEqual([
    'utf-8',
    'found',
  ])
})

it('a separator that was chosen by hand is that of the next file too', async () => {
  const table = (phone: number) =>
    `姓名、手机、备注\n林样一、${phone}、一，二，三\n陈样二、${phone + 1}、四，五\n`
  const chosen = await drop(table(13800001101), '甲.txt', { separator: '、' })
  expect(chosen).toMatchObject({ separator: ['、', 'chosen'], headers: ['姓名', '手机', '备注'] })
  await chosen.write()
  expect(await drop(table(13800001103), '乙.txt')).toMatchObject({
    ...{ separator: ['、', 'remembered'], headers: ['姓名', '手机', '备注'] },
  })
  expect((await drop('姓名,手机,备注\n林样一,13800001105,\n', '丙.txt')).separator).toEqual([',', 'found'])
})
