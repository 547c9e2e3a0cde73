import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { storeFile, sweepFiles } from '#main/attachments/stored-file.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import {
  createCustomer,
  deleteCustomers,
  editCustomer,
  getCustomerFile,
} from '#main/customers/customer.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { fieldCell } from '#main/exports/field-cells.ts'
import { addField, listFields } from '#main/fields/field.service.ts'
import { prepareFieldCells } from '#main/fields/field-cell.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { readPictureValue, toPictureValue } from '#shared/domain/attachment.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { fillableFields } from '#shared/domain/field.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
let store: FileStore
let fieldId: number
beforeEach(() => {
  archive = openTestDatabase()
  const folder = path.join(path.dirname(archive.file), 'attachments')
  fs.mkdirSync(folder)
  store = new FileStore(folder, randomBytes(32))
  const field = { name: '门面照片', valueKind: 'image', isRequired: false, defaultValue: null } as const
  fieldId = addField(archive.db, 1, { ...field, options: [] }, act).fieldId
})
afterEach(() => archive.close())

const gif = (shade: number) =>
  Buffer.concat([Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1'), Buffer.from([shade])])
function picture(fileName: string, content = gif(fileName.length)): string {
  const place = path.join(path.dirname(archive.file), 'source')
  fs.writeFileSync(place, content)
  const { content_name: contentName } = storeFile(archive.db, store, place, { fileName, now: act.now })
  return toPictureValue({ contentName, fileName })
}
const create = (fields: FieldValues = {}, name = '样例甲') =>
  createCustomer(archive.db, draftOf({ name, fields }), act).customerId
const fileOf = (customerId: number) => getCustomerFile(archive.db, customerId, 0)
const pictureOf = (customerId: number) => fileOf(customerId).fields[fieldId]
const give = (customerId: number, value: string | undefined) => {
  const { fields } = fileOf(customerId)
  const seen = draftOf({ fields })
  const draft = draftOf({ fields: value === undefined ? {} : { [fieldId]: value } })
  return editCustomer(archive.db, customerId, draft, seen, act)
}
const sweep = () => sweepFiles(archive.db, store, { kept: new Set(), listBackedUp: () => new Set() })

describe('a field for a picture', () => {
  test('holds one that the archive has stored, under the name of its file', () => {
    const id = create({ [fieldId]: picture('门面.gif') })
    expect(readPictureValue(pictureOf(id))?.fileName).toBe('门面.gif')
  })

  test.each([
    ['a name alone', '门面.gif'],
    ['what was never stored', `${'a'.repeat(64)}/门面.gif`],
    ['a way out of the folder', '../../archive.db'],
    ['a way out behind a name', `${'a'.repeat(64)}/../archive.db`],
  ])('does not hold %s', (_, value) => {
    expect(() => create({ [fieldId]: value })).toThrow('field-value-invalid')
  })

  test('does not hold a stored file that is no picture', () => {
    const svg = picture('图.svg', Buffer.from('<svg/>'))
    expect(() => create({ [fieldId]: svg })).toThrow('field-value-invalid')
  })

  test('is not typed into cells, nor filled by a file; an empty cell takes it off', () => {
    const cell = prepareFieldCells(archive.db).get(fieldId)
    expect([cell?.read('门面.gif'), cell?.read('')]).toEqual([
      { issue: 'image-invalid' },
      { value: undefined },
    ])
    const fillable = fillableFields(listFields(archive.db)).map(({ field }) => field.fieldId)
    expect(fillable).not.toContain(fieldId)
  })

  test('can be asked for: who has one, who has none', () => {
    const [has] = [create({ [fieldId]: picture('a.gif') }), create({}, '样例乙')]
    const filters = new CustomerFilters(archive.readable, () => [])
    const count = (test: 'filled' | 'empty') =>
      filters.count({
        filter: { match: 'all', groups: [[{ field: `field:${fieldId}`, test }]] },
        asOf: '2026-11-21' as never,
      })
    expect([has, count('filled').count, count('empty').count]).toEqual([1, 1, 1])
  })

  test('is the name of its file in an export', () => {
    const field = listFields(archive.db)
      .flatMap(group => group.fields)
      .find(one => one.fieldId === fieldId)
    if (!field) throw new Error('the field was added')
    const context = { word: String, language: 'zh-CN', currency: 'CNY' } as never
    expect(fieldCell(field, picture('门面.gif'), context)).toBe('门面.gif')
  })
})

describe('a picture of a field', () => {
  test('is taken back and put back; its file stays as long as that can be done', () => {
    const [first, second] = [picture('a.gif'), picture('bb.gif')]
    const id = create({ [fieldId]: first })
    const changed = give(id, second)
    const removed = give(id, undefined)
    expect([pictureOf(id), sweep()]).toEqual([undefined, 0])
    const undo = (changeSetId: number | null) =>
      undoChangeSet(archive.db, {
        ...{ changeSetId: changeSetId ?? 0, edited: 'revert' },
        ...{ actor: 'operator', madeAt: act.now },
      })
    undo(removed.changeSetId)
    expect(pictureOf(id)).toBe(second)
    undo(changed.changeSetId)
    expect([pictureOf(id), sweep()]).toEqual([first, 0])
  })

  test('that was chosen and never saved goes; so do those of a customer who is deleted for good', () => {
    const id = create({ [fieldId]: picture('a.gif') })
    give(id, picture('bb.gif'))
    picture('unsaved.gif')
    expect(sweep()).toBe(1)
    deleteCustomers(archive.db, [id], act)
    purgeCustomers(archive.db, [id], act)
    expect([sweep(), store.list().whole]).toEqual([2, []])
  })

  test('goes with a merge to a file without one, and comes back with the split', () => {
    const value = picture('a.gif')
    const [one, other] = [create(), create({ [fieldId]: value }, '样例乙')]
    mergeCustomers(archive.db, { survivorId: one, otherIds: [other], sources: {}, importBatchId: null }, act)
    expect(pictureOf(one)).toBe(value)
    expect(previewSplit(archive.db, 1).returning['field-value']).toBe(1)
    splitMerge(archive.db, { mergeId: 1, choices: proposedSplit }, act)
    expect([pictureOf(one), pictureOf(other)]).toEqual([undefined, value])
  })
})
