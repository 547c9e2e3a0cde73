import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEngine } from '#main/engine/open-engine.ts'
import { forgetUnfinished, rememberUnfinished } from '#main/exports/unfinished-export.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { createTestArchive, type TestArchive, withArchive } from '#test/helpers/test-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let archive: TestArchive
let folder: string
beforeEach(() => {
  archive = createTestArchive()
  folder = makeTestFolder()
})
afterEach(() => {
  archive.remove()
  fs.rmSync(folder, { recursive: true, force: true })
})

const inFolder = (name: string) => path.join(folder, name)
const remember = (...names: string[]) =>
  withArchive(archive.folder, ({ db }) => {
    for (const name of names) rememberUnfinished(db, inFolder(name))
  })
async function openAndClose(): Promise<void> {
  const spawnFileReader = spawnFileReaderWithFork
  const engine = await openEngine({ archivePath: archive.folder, appVersion: '0', spawnFileReader })
  await engine.close()
}

describe('what a session that was cut off left of its exports', () => {
  test('is gone when the archive is opened again: half a file and half a folder, and nothing else', async () => {
    fs.mkdirSync(inFolder('.带走.tmp/tables'), { recursive: true })
    for (const name of ['.带走.tmp/kehu.sqlite', '.客户.xlsx.tmp', '客户.xlsx', '.别的.xlsx.tmp'])
      fs.writeFileSync(inFolder(name), '样例')
    remember('.带走.tmp', '.客户.xlsx.tmp', '客户.xlsx')
    await openAndClose()
    expect(fs.readdirSync(folder).toSorted()).toEqual(['.别的.xlsx.tmp', '客户.xlsx'])
  })

  test('is gone as soon as its disk is there again', async () => {
    remember('stick/.客户.xlsx.tmp')
    await openAndClose()
    fs.mkdirSync(inFolder('stick'))
    fs.writeFileSync(inFolder('stick/.客户.xlsx.tmp'), '样例')
    await openAndClose()
    expect(fs.readdirSync(inFolder('stick'))).toEqual([])
  })

  test('stays when the export was ended', async () => {
    fs.writeFileSync(inFolder('.客户.xlsx.tmp'), '样例')
    remember('.客户.xlsx.tmp')
    withArchive(archive.folder, ({ db }) => forgetUnfinished(db, inFolder('.客户.xlsx.tmp')))
    await openAndClose()
    expect(fs.readdirSync(folder)).toEqual(['.客户.xlsx.tmp'])
  })
})
