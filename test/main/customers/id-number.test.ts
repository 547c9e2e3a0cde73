import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { revealIdNumber } from '#main/customers/reveal-id-number.ts'
import { compareFiles } from '#main/identities/compared-file.service.ts'
import { DuplicateFinder } from '#main/identities/duplicates/duplicate-finder.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { UndoPlanner } from '#main/imports/import-undo.service.ts'
import { findSourceOfValue } from '#main/imports/value-source.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CustomerDraft } from '#shared/domain/customer.ts'
import { type FieldSources, proposedSplit } from '#shared/domain/customer-merge.ts'
import { isIdNumber } from '#shared/domain/id-number.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { exportFrom } from '#test/helpers/exported-file.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

// The examples of GB 11643; they belong to nobody.
const first = '11010519491231002X'
const second = '440524188001010014'
const maskOfFirst = '1****************X'
const maskOfSecond = '4****************4'
/** Another number that begins and ends as the first one does. */
const alike =
  Array.from({ length: 900 }, (_, n) => `11010519491231${n + 100}X`).find(number => isIdNumber(number)) ?? ''

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const create = (facts: Parameters<typeof draftOf>[0]) =>
  createCustomer(archive.db, draftOf(facts), act).customerId
const stored = (customerId: number) =>
  archive.rows<{ id_number: string | null }>(
    `SELECT id_number FROM customer WHERE customer_id = ${customerId}`,
  )[0]?.id_number
const shown = (customerId: number) => getCustomerFile(archive.db, customerId, 0).idNumber
const edit = (customerId: number, idNumber: string | null, seen: string | null, name = '样例甲') =>
  editCustomer(archive.db, customerId, draftOf({ idNumber, name }), draftOf({ idNumber: seen }), act)
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return 'nothing was thrown'
}

describe('the resident ID number of a card', () => {
  it('is stored whole and read with nothing but its ends', () => {
    const customerId = create({ idNumber: first })
    expect([stored(customerId), shown(customerId)]).toEqual([first, maskOfFirst])
  })

  it('stays when a form sends the masked text back, whatever else changes', () => {
    const customerId = create({ idNumber: first })
    edit(customerId, maskOfFirst, maskOfFirst, '样例乙')
    expect([stored(customerId), getCustomerFile(archive.db, customerId, 0).name]).toEqual([first, '样例乙'])
  })

  it('is replaced by a whole new one, cleared by an empty field, and both can be taken back', () => {
    const customerId = create({ idNumber: first })
    const { changeSetId } = edit(customerId, second, maskOfFirst)
    expect(stored(customerId)).toBe(second)
    undoChangeSet(archive.db, {
      ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
    })
    expect(stored(customerId)).toBe(first)
    edit(customerId, null, maskOfFirst)
    expect(stored(customerId)).toBeNull()
  })

  it('changes nothing when the very number that is stored is typed again', () => {
    const customerId = create({ idNumber: first })
    expect(edit(customerId, first, maskOfFirst)).toEqual({ changeSetId: null })
  })

  it('is never written with hidden digits', () => {
    const customerId = create({ idNumber: first })
    expect(codeOf(() => edit(customerId, '1101**********002X', maskOfFirst))).toBe('id-number-masked')
    expect(codeOf(() => create({ idNumber: maskOfFirst }))).toBe('id-number-masked')
    expect(stored(customerId)).toBe(first)
  })

  it('conflicts when another form replaced it meanwhile', () => {
    const customerId = create({ idNumber: first })
    edit(customerId, second, maskOfFirst)
    expect(codeOf(() => edit(customerId, null, maskOfFirst))).toBe('conflict')
    expect(stored(customerId)).toBe(second)
  })

  it('is refused by the gate unless it is whole and right, or masked', () => {
    const isAccepted = (idNumber: string | null) => CustomerDraft.safeParse(draftOf({ idNumber })).success
    expect([first, '130503670401001', maskOfFirst, null].map(isAccepted)).toEqual([true, true, true, true])
    expect(['110105194912310021', '13050367040100', '样例'].map(isAccepted)).toEqual([false, false, false])
  })
})

describe('revealing an ID number', () => {
  const events = () =>
    archive.rows<{ actor: string; action: string; subject: string }>(
      'SELECT made_at, actor, action, subject, digest FROM audit_event',
    )

  it('gives it whole and writes down who looked, whose and when, but not the number', () => {
    const customerId = create({ idNumber: first })
    expect(revealIdNumber(archive.db, customerId, act)).toEqual({ idNumber: first })
    expect(events()).toEqual([
      {
        ...{ made_at: act.now, actor: act.actor, action: 'id-number.revealed' },
        ...{ subject: `customer:${customerId}`, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ])
    expect(JSON.stringify(events())).not.toContain(first)
  })

  it('is no act that Ctrl+Z would take back', () => {
    const customerId = create({ idNumber: first })
    const count = () => archive.rows('SELECT 1 FROM change_set').length
    const before = count()
    revealIdNumber(archive.db, customerId, act)
    expect(count()).toBe(before)
  })

  it('writes nothing down where there is nothing to show', () => {
    expect(revealIdNumber(archive.db, create({}), act)).toEqual({ idNumber: null })
    expect(events()).toEqual([])
    expect(codeOf(() => revealIdNumber(archive.db, 999, act))).toBe('not-found')
  })
})

describe('merging and splitting files with ID numbers', () => {
  const merge = (survivorId: number, otherId: number, sources: FieldSources = {}) =>
    mergeCustomers(archive.db, { survivorId, otherIds: [otherId], sources, importBatchId: null }, act)
  const mergeId = () =>
    archive.rows<{ id: number }>('SELECT max(customer_merge_id) AS id FROM customer_merge')[0]?.id ?? 0

  it('the survivor takes the number it lacks, or the one that was chosen; a split gives each its own', () => {
    const one = create({ idNumber: null })
    const other = create({ idNumber: second })
    merge(one, other)
    expect(stored(one)).toBe(second)
    splitMerge(archive.db, { mergeId: mergeId(), choices: proposedSplit }, act)
    expect([stored(one), stored(other)]).toEqual([null, second])

    const third = create({ idNumber: first })
    merge(third, other, { idNumber: other })
    expect(stored(third)).toBe(second)
    splitMerge(archive.db, { mergeId: mergeId(), choices: proposedSplit }, act)
    expect([stored(third), stored(other)]).toEqual([first, second])
  })

  it('files side by side show the ends, and tell two numbers apart that look alike', () => {
    const ids = [create({ idNumber: first }), create({ idNumber: alike }), create({ idNumber: second })]
    const numbers = (customerIds: number[]) =>
      compareFiles(archive.db, customerIds).files.map(file => file.fields.idNumber)
    expect(numbers(ids)).toEqual([`${maskOfFirst} (1)`, `${maskOfFirst} (2)`, maskOfSecond])
    expect(numbers([ids[0] ?? 0, create({ idNumber: first })])).toEqual([maskOfFirst, maskOfFirst])
  })

  it('a split asks about an edited number by its ends, and settles it with the whole one', () => {
    const one = create({ idNumber: null })
    const other = create({ idNumber: second })
    merge(one, other)
    edit(one, first, maskOfSecond)
    expect(previewSplit(archive.db, mergeId()).edits).toEqual([
      { field: 'idNumber', merged: maskOfSecond, now: maskOfFirst },
    ])
    const choices = { ...proposedSplit, edits: { idNumber: 'other' as const } }
    splitMerge(archive.db, { mergeId: mergeId(), choices }, act)
    expect([stored(one), stored(other)]).toEqual([null, first])
  })

  it('two customers of one phone and name whose numbers differ are not merged unseen', () => {
    const contactPoints = [{ kind: 'phone' as const, value: '13800001107' }]
    create({ idNumber: first, contactPoints })
    create({ idNumber: second, contactPoints })
    create({ contactPoints })
    const finder = new DuplicateFinder(archive.db)
    finder.find({ isCancelled: () => false, progress: () => undefined })
    const pairs = finder.page({ reason: null, importBatchId: null, start: 0, count: 10 })?.pairs ?? []
    const safe = pairs.map(pair => [pair.survivor.customerId, pair.other.customerId, pair.isSafe])
    expect(safe).toEqual([
      [1, 2, false],
      [1, 3, true],
      [2, 3, true],
    ])
    expect(finder.safeGroups(null)).toEqual([])
  })
})

describe('an ID number on its other ways out of the archive', () => {
  const table = (number: string) => [
    ['姓名', '身份证号', '手机'],
    ['林样一', number, '13800001107'],
  ]
  const idColumn = { mapping: { '1': 'idNumber' as const } }

  it('has a source cell with hidden digits', () => {
    archive.import(table('110105-19491231-002x'), idColumn)
    const source = findSourceOfValue(archive.db, 1, { of: 'card', field: 'idNumber' })
    // As wide as the cell is: 20 characters, of which the first and the last are seen.
    expect(source).toMatchObject({
      origin: 'import',
      rows: [{ rowNumber: 2, cells: [{ address: 'B2', header: '身份证号', text: `1${'*'.repeat(18)}x` }] }],
    })
  })

  it('stands with hidden digits in the list of what was edited since an import', () => {
    archive.import(table(first), idColumn)
    const draft = {
      ...{ name: '林样一', contactPoints: [{ kind: 'phone' as const, value: '13800001107' }] },
    }
    editCustomer(
      archive.db,
      1,
      draftOf({ ...draft, idNumber: second }),
      draftOf({ ...draft, idNumber: maskOfFirst }),
      { actor: 'operator', now: '2026-11-22T08:00:00.000Z' },
    )
    const { conflicts } = new UndoPlanner(archive.db).preview(1)
    expect(conflicts).toMatchObject([{ field: 'id_number', now: maskOfSecond, before: maskOfFirst }])
  })

  it('is in a list that was exported by its ends, masked or not, which comes back without a change', async () => {
    archive.import(table(first), idColumn)
    for (const isMasked of [true, false]) {
      const { table: rows } = await exportFrom(archive, { isMasked })
      const column = rows[0]?.indexOf('身份证号（遮盖）') ?? -1
      expect(rows[1]?.[column]).toBe(maskOfFirst)
      expect(JSON.stringify(rows)).not.toContain(first)
    }
    const { table: back } = await exportFrom(archive, { format: 'csv' })
    const outcome = archive.import(back)
    expect([outcome.unchanged, stored(1)]).toEqual([1, first])
    const mapped = { mapping: { [String(back[0]?.indexOf('身份证号（遮盖）'))]: 'idNumber' as const } }
    archive.import(back, mapped)
    expect(stored(1)).toBe(first)
  })
})
