import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachFiles, getAttachments, removeAttachments } from '#main/attachments/attachment.service.ts'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { findPicture, saveThumbnail, storeFile, sweepFiles } from '#main/attachments/stored-file.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { mostAttachmentBytes, toShownFileName } from '#shared/domain/attachment.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
let folder: string
let store: FileStore
beforeEach(() => {
  archive = openTestDatabase()
  folder = path.join(path.dirname(archive.file), 'attachments')
  fs.mkdirSync(folder)
  store = new FileStore(folder, randomBytes(32))
})
afterEach(() => archive.close())

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
const create = (name = '样例甲') => createCustomer(archive.db, draftOf({ name }), act).customerId
const put = (name: string, content: string | Buffer) => {
  const place = path.join(path.dirname(archive.file), name)
  fs.writeFileSync(place, content)
  return storeFile(archive.db, store, place, { fileName: name, now: act.now }).content_name
}
function attach(customerId: number, ...files: [name: string, content: string | Buffer][]) {
  const stored = files.map(([fileName, content]) => ({ contentName: put(fileName, content), fileName }))
  return attachFiles(archive.db, store, { customerId, files: stored }, act)
}
const namesOf = (customerId: number) => getAttachments(archive.db, customerId).map(({ fileName }) => fileName)
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert' },
    ...{ actor: 'operator', madeAt: act.now },
  }).changeSetId
const sweep = (listBackedUp: () => ReadonlySet<string> = () => new Set()) =>
  sweepFiles(archive.db, store, { kept: new Set(), listBackedUp })
async function contentOf(contentName: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of store.open(contentName)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('attachments of a customer', () => {
  test('are listed the newest first, those of one act in their order, with kind and size, and hold what the files held', async () => {
    const id = create()
    const added = attach(id, ['合同.txt', '样例合同'], ['照片.gif', gif])
    expect(added).toMatchObject({ added: 2, refused: [] })
    const files = [{ contentName: put('later.txt', '后来'), fileName: 'later.txt' }]
    const later = { ...act, now: '2026-11-22T00:00:00.000Z' }
    attachFiles(archive.db, store, { customerId: id, files }, later)
    expect(getAttachments(archive.db, id)).toEqual([
      expect.objectContaining({ fileName: 'later.txt' }),
      expect.objectContaining({ fileName: '合同.txt', kind: 'other', sizeBytes: 12 }),
      expect.objectContaining({ fileName: '照片.gif', kind: 'picture', sizeBytes: gif.length }),
    ])
    const [, contract] = getAttachments(archive.db, id)
    expect(await contentOf(contract?.contentName ?? '')).toBe('样例合同')
  })

  test('with the same content lie in the folder once, under each name that they have', () => {
    const [one, other] = [create(), create('样例乙')]
    attach(one, ['a.txt', '同样'], ['b.txt', '同样'])
    attach(other, ['c.txt', '同样'])
    expect([namesOf(one), namesOf(other)]).toEqual([['a.txt', 'b.txt'], ['c.txt']])
    expect(fs.readdirSync(folder)).toHaveLength(1)
  })

  test('are not attached twice under one name', () => {
    const id = create()
    attach(id, ['a.txt', '同样'])
    expect(attach(id, ['a.txt', '同样'])).toEqual({
      ...{ changeSetId: null, added: 0 },
      refused: [{ name: 'a.txt', reason: 'already-there' }],
    })
  })

  test('are for customers who are there', () => {
    expect(() => attach(99, ['a.txt', '样例'])).toThrow('not-found')
    const id = create()
    deleteCustomers(archive.db, [id], act)
    expect(() => attach(id, ['a.txt', '样例'])).toThrow('not-found')
  })

  test('need their file: a row without one is never written', () => {
    const id = create()
    const contentName = put('a.txt', '样例')
    store.remove(contentName)
    const files = [{ contentName, fileName: 'a.txt' }]
    expect(() => attachFiles(archive.db, store, { customerId: id, files }, act)).toThrow('attachment-missing')
    expect(namesOf(id)).toEqual([])
  })

  test('are at most 50 MB large', () => {
    const place = path.join(path.dirname(archive.file), 'large.bin')
    const make = (length: number) => {
      fs.writeFileSync(place, '')
      fs.truncateSync(place, length)
      return storeFile(archive.db, store, place, { fileName: 'large.bin', now: act.now })
    }
    expect(() => make(mostAttachmentBytes + 1)).toThrow('attachment-too-large')
    expect(make(50 * 1024 * 1024).size_bytes).toBe(52_428_800)
    expect(fs.readdirSync(folder)).toHaveLength(1)
  })

  test('have names that show what they are: no path, nothing that turns the direction of reading', () => {
    const names = [
      '..\\..\\a/b\u202egpj.exe',
      '../../etc/passwd',
      '..',
      '\u0000\n',
      ' 合同\u200e.pdf ',
      'x'.repeat(300),
    ]
    expect(names.map(toShownFileName)).toEqual(['bgpj.exe', 'passwd', '_', '_', '合同.pdf', 'x'.repeat(200)])
  })
})

describe('what is done with attachments', () => {
  test('can be taken back and done again, and stands in the history', () => {
    const id = create()
    const added = attach(id, ['a.txt', '甲'], ['b.txt', '乙'])
    const [, b] = getAttachments(archive.db, id)
    const removed = removeAttachments(archive.db, [b?.attachmentId ?? 0], act)
    expect(namesOf(id)).toEqual(['a.txt'])
    const taken = undo(removed.changeSetId)
    expect(namesOf(id)).toEqual(['a.txt', 'b.txt'])
    undo(taken)
    expect(namesOf(id)).toEqual(['a.txt'])
    undo(undo(undo(removed.changeSetId)))
    undo(added.changeSetId)
    expect(namesOf(id)).toEqual([])
    const told = getEditHistory(archive.db, id, 20).entries.findLast(
      ({ kind }) => kind === 'attachments-added',
    )
    expect(told?.lines).toEqual([
      { subject: { of: 'attachment' }, before: null, after: 'a.txt', putBackId: null },
      { subject: { of: 'attachment' }, before: null, after: 'b.txt', putBackId: null },
    ])
  })

  test('removes all of several or none', () => {
    const id = create()
    attach(id, ['a.txt', '甲'])
    const [a] = getAttachments(archive.db, id)
    expect(() => removeAttachments(archive.db, [a?.attachmentId ?? 0, 99], act)).toThrow('not-found')
    expect(namesOf(id)).toEqual(['a.txt'])
  })

  test('goes with a merge and comes back with the split, and what came later is asked about', () => {
    const [one, other] = [create(), create('样例乙')]
    attach(one, ['a.txt', '甲'])
    attach(other, ['b.txt', '乙'])
    const request = { survivorId: one, otherIds: [other], sources: {}, importBatchId: null }
    mergeCustomers(archive.db, request, act)
    expect(namesOf(one)).toEqual(['a.txt', 'b.txt'])
    attach(one, ['c.txt', '丙'])
    const preview = previewSplit(archive.db, 1)
    expect(preview.returning.attachment).toBe(1)
    expect(preview.later).toEqual([expect.objectContaining({ kind: 'attachment', label: 'c.txt' })])
    splitMerge(archive.db, { mergeId: 1, choices: proposedSplit }, act)
    expect([namesOf(one), namesOf(other)]).toEqual([['a.txt', 'c.txt'], ['b.txt']])
  })
})

describe('a file that nobody needs', () => {
  test('stays while an undo can bring it back, and goes with the customer who is deleted for good', () => {
    const [one, other] = [create(), create('样例乙')]
    attach(one, ['a.txt', '甲'])
    attach(other, ['b.txt', '乙'])
    removeAttachments(archive.db, [getAttachments(archive.db, one)[0]?.attachmentId ?? 0], act)
    expect(sweep()).toBe(0)
    deleteCustomers(archive.db, [one], act)
    purgeCustomers(archive.db, [one], act)
    expect(sweep()).toBe(1)
    const left = getAttachments(archive.db, other)
    expect(fs.readdirSync(folder)).toEqual([left[0]?.contentName])
    expect(archive.db.prepareRead('SELECT file_name FROM stored_file').all()).toEqual([
      { file_name: 'b.txt' },
    ])
  })

  test('stays on the disk while a backup names it', () => {
    const contentName = put('a.txt', '甲')
    expect(sweep(() => new Set([contentName]))).toBe(0)
    expect(fs.readdirSync(folder)).toEqual([contentName])
    expect(sweep()).toBe(1)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  test('stays while a form that has stored it is not saved', () => {
    const contentName = put('a.txt', '甲')
    const options = { kept: new Set([contentName]), listBackedUp: () => new Set<string>() }
    expect(sweepFiles(archive.db, store, options)).toBe(0)
    expect(store.has(contentName, 3)).toBe(true)
  })

  test('that the program did not name is left alone', () => {
    fs.writeFileSync(path.join(folder, '说明.txt'), '样例')
    expect(sweep()).toBe(0)
    expect(fs.readdirSync(folder)).toEqual(['说明.txt'])
  })
})

describe('a picture', () => {
  test('has a thumbnail once a window has drawn it, which is encrypted like all others and goes with it', () => {
    const id = create()
    attach(id, ['照片.gif', gif])
    const { contentName = '' } = getAttachments(archive.db, id)[0] ?? {}
    const find = (isThumbnail: boolean) => findPicture(archive.db, store, contentName, isThumbnail)?.mediaType
    expect([find(false), find(true)]).toEqual(['image/gif', undefined])
    saveThumbnail(archive.db, store, contentName, webp)
    expect(find(true)).toBe('image/webp')
    expect(fs.readdirSync(folder)).toHaveLength(2)
    expect(
      fs.readdirSync(folder).some(name => fs.readFileSync(path.join(folder, name)).includes('WEBP')),
    ).toBe(false)
    expect(sweep()).toBe(0)
    deleteCustomers(archive.db, [id], act)
    purgeCustomers(archive.db, [id], act)
    expect(sweep()).toBe(2)
  })

  test.each([
    ['SVG', Buffer.from('<svg/>')],
    ['what is too large', Buffer.concat([webp, Buffer.alloc(256 * 1024)])],
    ['another format', gif],
  ])('has no thumbnail made of %s', (_, image) => {
    const contentName = put('照片.gif', gif)
    expect(() => saveThumbnail(archive.db, store, contentName, image)).toThrow('invalid-request')
  })

  test.each([
    ['page.html', '<script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['picture.png', '<svg/>'],
  ])('is not what %s holds: no window gets it', (name, content) => {
    const contentName = put(name, content)
    expect(findPicture(archive.db, store, contentName, false)).toBeUndefined()
    expect(() => saveThumbnail(archive.db, store, contentName, webp)).toThrow('invalid-request')
  })

  test('is found by 64 hex digits and by nothing else', () => {
    for (const name of ['', '..', '../archive.db', `${'a'.repeat(63)}/`, 'A'.repeat(64)])
      expect(findPicture(archive.db, store, name, false)).toBeUndefined()
    expect(() => store.has('../archive.db', 1)).toThrow('attachment-missing')
  })
})
