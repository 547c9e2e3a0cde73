import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreArchive } from '#main/archives/archive.service.ts'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { listBackups } from '#main/database/backup.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { Response } from '#shared/contract/contract.ts'
import { type AttachmentsAdded, readPictureValue, toPictureValue } from '#shared/domain/attachment.ts'
import type { FolderRestored } from '#shared/domain/export-folder.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/*
 * One archive on its way: files are attached, backed up, copied with their folder, taken along and brought back. Files and their
 * rows must agree at each station, and nothing may lie anywhere in clear but where the operator put it.
 */
let folder: string
let engine: Engine
let customerId: number
let fieldId: number
const at = (...names: string[]) => path.join(folder, ...names)
const open = (name: string) =>
  openEngine({ archivePath: at(name), appVersion: '0', spawnFileReader: spawnFileReaderWithFork })
const secret = '样例合同：每月一日付款'

const write = (name: string, content: string | Buffer) => {
  fs.writeFileSync(at(name), content)
  return at(name)
}
async function attach(...places: string[]): Promise<AttachmentsAdded> {
  const fileTokens = places.map(place => engine.files.registerTarget(place, false).targetToken)
  return (await engine.run('attachments.add', { customerId, fileTokens })) as AttachmentsAdded
}
const list = (one = engine, id = customerId) => one.call('attachments.ofCustomer', { customerId: id })
async function contentsOf(
  one: Engine,
  attachments: Response<'attachments.ofCustomer'>,
): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  for (const { contentName, fileName } of attachments) {
    const target = at(randomUUID())
    await one.copyStoredFile(contentName, target)
    contents[fileName] = fs.readFileSync(target, 'utf8')
    fs.rmSync(target)
  }
  return contents
}
/** Every file below a folder that holds a text in clear. */
function holdersOf(text: string, below: string): string[] {
  return fs
    .readdirSync(below, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter(file => fs.readFileSync(file).includes(text))
}

beforeAll(async () => {
  folder = makeTestFolder()
  createArchiveFolder(at('甲.kehu'), db => {
    saveArchiveSettings(db, { shopName: '样例店', currency: 'CNY', timeZone: 'Asia/Shanghai' })
  })
  engine = await open('甲.kehu')
  const created = await engine.call('customers.create', { draft: draftOf({ name: '林样一' }) })
  customerId = created.customerId
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('files on their way', () => {
  test('are attached together; one that is gone or too large is named and stops no other', async () => {
    fs.writeFileSync(at('大.bin'), '')
    fs.truncateSync(at('大.bin'), 50 * 1024 * 1024 + 1)
    fs.mkdirSync(at('夹'))
    const outcome = await attach(
      write('合同.txt', secret),
      at('没有.txt'),
      at('大.bin'),
      at('夹'),
      write('b.txt', '乙'),
    )
    expect(outcome).toMatchObject({
      added: 2,
      refused: [
        { name: '没有.txt', reason: 'missing' },
        { name: '大.bin', reason: 'too-large' },
        { name: '夹', reason: 'unreadable' },
      ],
    })
    expect(await contentsOf(engine, await list())).toEqual({ '合同.txt': secret, 'b.txt': '乙' })
    for (const name of ['合同.txt', 'b.txt', '大.bin']) fs.rmSync(at(name))
    expect(holdersOf(secret, folder)).toEqual([])
  })

  test('attach nothing when the customer is gone or the token is of nobody', async () => {
    const { targetToken } = engine.files.registerTarget(write('c.txt', '丙'), false)
    const request = (fileTokens: string[], id = customerId) =>
      engine.run('attachments.add', { customerId: id, fileTokens })
    await expect(request([targetToken], 99)).rejects.toMatchObject({ code: 'not-found' })
    await expect(request([targetToken, 'nobody'])).rejects.toMatchObject({ code: 'file-missing' })
    expect(await list()).toHaveLength(2)
  })

  test('are named by the backup, which needs them; a fresh PC gets them from beside it, and counts them without', async () => {
    const { header, file } = await engine.backUp('manual')
    const names = (await list()).map(({ contentName }) => contentName)
    expect(header?.attachments).toEqual(names.toSorted())
    const facts = { appVersion: '0', now: new Date() }
    expect(restoreArchive({ ...facts, folder: at('乙.kehu'), backup: file }).missingAttachments).toBe(0)
    const other = await open('乙.kehu')
    expect(await contentsOf(other, await list(other))).toEqual(await contentsOf(engine, await list()))
    await other.close()
    fs.mkdirSync(at('盘'))
    fs.copyFileSync(file, at('盘', 'a.cbk'))
    const alone = restoreArchive({ ...facts, folder: at('丙.kehu'), backup: at('盘', 'a.cbk') })
    expect(alone.missingAttachments).toBe(2)
    const without = await open('丙.kehu')
    const [first] = await list(without)
    await expect(without.copyStoredFile(first?.contentName ?? '', at('x'))).rejects.toMatchObject({
      code: 'attachment-missing',
    })
    await without.close()
  })

  test('that were removed are back with the backup: its files stay in the folder', async () => {
    const [newest] = await list()
    await engine.call('attachments.remove', { attachmentIds: [newest?.attachmentId ?? 0] })
    await engine.close()
    const [backup] = listBackups(at('甲.kehu'))
    restoreArchive({ folder: at('甲.kehu'), backup: backup?.file ?? '', appVersion: '0', now: new Date() })
    engine = await open('甲.kehu')
    expect(await contentsOf(engine, await list())).toEqual({ '合同.txt': secret, 'b.txt': '乙' })
  })

  test('go with a copy of the folder', async () => {
    await engine.close()
    fs.cpSync(at('甲.kehu'), at('丁.kehu'), { recursive: true })
    engine = await open('甲.kehu')
    const copy = await open('丁.kehu')
    expect(await contentsOf(copy, await list(copy))).toEqual({ '合同.txt': secret, 'b.txt': '乙' })
    await copy.close()
  })

  test('can be the picture of a field: chosen by its token, refused when it is none, the file is its own in a new archive', async () => {
    const tokenOf = (name: string, content: string | Buffer) =>
      engine.files.registerTarget(write(name, content), false).targetToken
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    const stored = await engine.call('attachments.storePicture', { fileToken: tokenOf('门面.gif', gif) })
    await expect(
      engine.call('attachments.storePicture', { fileToken: tokenOf('门面.svg', '<svg/>') }),
    ).rejects.toMatchObject({ code: 'picture-unknown' })
    const field = {
      name: '门面',
      valueKind: 'image' as const,
      isRequired: false,
      defaultValue: null,
      options: [],
    }
    ;({ fieldId } = await engine.call('fields.add', { groupId: 1, field }))
    const seen = draftOf({ name: '林样一' })
    const draft = { ...seen, fields: { [fieldId]: toPictureValue(stored) } }
    await engine.call('customers.update', { customerId, draft, seen })
    const chunks: Uint8Array[] = []
    const open_ = engine.openPicture(stored.contentName, false)
    for await (const chunk of open_?.chunks ?? []) chunks.push(chunk)
    expect([open_?.mediaType, Buffer.concat(chunks)]).toEqual(['image/gif', gif])
    expect(engine.openPicture(stored.contentName, true)).toBeUndefined()
  })

  test('that were chosen for a form are there still when it is saved after a purge and a tidying of the file', async () => {
    const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00chosen', 'latin1')
    const { targetToken } = engine.files.registerTarget(write('选中.gif', gif), false)
    const stored = await engine.call('attachments.storePicture', { fileToken: targetToken })
    const other = await engine.call('customers.create', { draft: draftOf({ name: '样例丙' }) })
    await engine.call('customers.delete', { customerIds: [other.customerId] })
    await engine.call('customers.purge', { customerIds: [other.customerId] })
    await engine.run('archives.compact', {})
    const chunks: Uint8Array[] = []
    for await (const chunk of engine.openPicture(stored.contentName, false)?.chunks ?? []) chunks.push(chunk)
    expect(Buffer.concat(chunks)).toEqual(gif)
    await engine.close()
    engine = await open('甲.kehu')
    await expect.poll(() => engine.openPicture(stored.contentName, false)).toBeUndefined()
  })

  test('are taken along in clear and come back into an empty archive; a lost one and a changed one are counted', async () => {
    const { targetToken } = engine.files.registerTarget(at('全部'), false)
    await engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
    const exported = fs.readdirSync(at('全部', 'attachments'))
    expect(exported.map(name => name.slice(7)).toSorted()).toEqual(['b.txt', '合同.txt', '门面.gif'])
    expect(holdersOf(secret, at('全部', 'attachments'))).toHaveLength(1)

    const bringBack = async (name: string) => {
      createArchiveFolder(at(name), db => saveArchiveSettings(db, { currency: 'CNY' }))
      const empty = await open(name)
      const from = empty.files.registerTarget(at('全部'), false)
      const restored = (await empty.run('exports.restoreWhole', {
        targetToken: from.targetToken,
      })) as FolderRestored
      const contents = await contentsOf(empty, await list(empty))
      const { fields } = await empty.call('customers.get', { customerId, orderLimit: 0 })
      const picture = readPictureValue(fields[fieldId])
      const drawn = picture && empty.openPicture(picture.contentName, false)?.mediaType
      const needed = (await empty.backUp('manual')).header?.attachments
      await empty.close()
      return { missing: restored.missingFiles, contents, needed, drawn }
    }
    const whole = await bringBack('戊.kehu')
    expect(whole).toMatchObject({
      missing: 0,
      drawn: 'image/gif',
      contents: { '合同.txt': secret, 'b.txt': '乙' },
    })
    const before = (await list()).map(({ contentName }) => contentName)
    expect(whole.needed?.some(name => before.includes(name))).toBe(false)

    const [b = '', contract = '', gif = ''] = exported.toSorted((x, y) =>
      x.slice(7).localeCompare(y.slice(7), 'en'),
    )
    for (const name of [b, gif]) fs.rmSync(at('全部', 'attachments', name))
    fs.writeFileSync(at('全部', 'attachments', contract), '改过')
    expect(await bringBack('己.kehu')).toMatchObject({ missing: 3, contents: {}, drawn: undefined })
  })

  test('that a crash left without a row, and halves of files, are gone at the next opening', async () => {
    await engine.close()
    const left = at('甲.kehu', 'attachments')
    const before = fs.readdirSync(left)
    fs.writeFileSync(path.join(left, `${randomUUID()}.tmp`), 'half')
    fs.writeFileSync(path.join(left, 'f'.repeat(64)), 'whole, but its row was never written')
    engine = await open('甲.kehu')
    await expect.poll(() => fs.readdirSync(left).toSorted()).toEqual(before.toSorted())
    expect(await contentsOf(engine, await list())).toEqual({ '合同.txt': secret, 'b.txt': '乙' })
  })

  test('are decrypted only as a copy that is asked for: a damaged one leaves none', async () => {
    const [first] = await list()
    const sealed = at('甲.kehu', 'attachments', first?.contentName ?? '')
    const bytes = fs.readFileSync(sealed)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    fs.writeFileSync(sealed, bytes)
    const before = fs.readdirSync(folder)
    await expect(engine.copyStoredFile(first?.contentName ?? '', at('副本.txt'))).rejects.toMatchObject({
      code: 'attachment-damaged',
    })
    expect(fs.readdirSync(folder)).toEqual(before)
  })

  test('are looked at by the check: one that is gone and one that does not open are told apart and named', async () => {
    expect(await engine.call('attachments.check', {})).toMatchObject({
      files: 3,
      lost: 0,
      opened: 3,
      damaged: 1,
    })
    const [first, second] = await list()
    fs.rmSync(at('甲.kehu', 'attachments', second?.contentName ?? ''))
    const check = await engine.call('attachments.check', {})
    expect(check).toMatchObject({ files: 3, lost: 1, opened: 2, damaged: 1 })
    expect(check.names).toEqual([second?.fileName, first?.fileName])
  })

  test('that are lost or damaged are counted by an export of everything, also on its page', async () => {
    const { targetToken } = engine.files.registerTarget(at('缺'), false)
    const outcome = await engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
    expect(outcome).toMatchObject({ lostFiles: 2 })
    expect(fs.readdirSync(at('缺', 'attachments')).map(name => name.slice(7))).toEqual(['门面.gif'])
    expect(fs.readFileSync(at('缺', 'README.md'), 'utf8')).toContain('有 2 个附件在导出时已丢失或损坏')
  })
})
