import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { turnCards } from '#main/cards/card.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { setFieldOfMany } from '#main/customers/batch-field.ts'
import { addTagsToMany, removeTagsFromMany } from '#main/customers/batch-tags.ts'
import { restoreCustomers } from '#main/customers/bin.ts'
import { writeCells } from '#main/customers/cells/write-cells.ts'
import { confirmFiles } from '#main/customers/confirm.service.ts'
import { deleteCustomers } from '#main/customers/customer.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import type { Tick } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { packTexts } from '#shared/domain/cell-edit.ts'
import { act, dumpArchive } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

const count = 1300
const ids = Array.from({ length: count }, (_, at) => at + 1)

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
  const { db } = test_
  const insert = db.prepare(
    `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, occupation, created_at, updated_at)
     VALUES (?, ?, 'individual', 'active', ?, ?, '教师', '2026-03-01', '2026-03-01')`,
  )
  db.transaction(() => {
    db.prepare("INSERT INTO tag (tag_id, name) VALUES (1, '老客')").run()
    for (const id of ids) {
      const name = `样例${id}`
      insert.run(id, `C${id}`, name, nameSortKey(name))
      db.prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, 1)').run(id)
    }
    refreshCustomerTotals(db, ids)
  })
})
afterEach(() => test_.close())

const whole = (text: string) => packTexts(ids.map(() => text))
const cells = {
  customerIds: ids,
  columns: ['occupation' as const],
  typed: whole('医生'),
  seen: whole('教师'),
}
const stopped = { cardType: 'former' as const, changedOn: null, stopReason: 'price' as const, note: null }

/** Each changes all of them; what it has to find before it begins is made by `first`. */
const acts: Readonly<
  Record<string, { first?: () => void; run: (tick: Tick) => { changeSetId?: number | null } }>
> = {
  'a field set': {
    run: tick => setFieldOfMany(test_.db, ids, { field: 'occupation', value: '医生' }, act, tick),
  },
  'tags put on': { run: tick => addTagsToMany(test_.db, ids, ['团购'], act, tick) },
  'tags taken off': { run: tick => removeTagsFromMany(test_.db, ids, [1], act, tick) },
  'cells pasted': { run: tick => writeCells(test_.db, cells, act, tick) },
  'files confirmed': { run: tick => confirmFiles(test_.db, ids, act, tick) },
  'cards turned': { run: tick => turnCards(test_.db, ids, stopped, act, tick) },
  deleted: { run: tick => deleteCustomers(test_.db, ids, act, tick) },
  restored: {
    first: () => void deleteCustomers(test_.db, ids, act),
    run: tick => restoreCustomers(test_.db, null, act, tick),
  },
  'deleted for good': {
    first: () => void deleteCustomers(test_.db, ids, act),
    run: tick => {
      purgeCustomers(test_.db, null, act, tick)
      return {}
    },
  },
}

const log = () =>
  JSON.stringify(test_.db.prepareRead('SELECT * FROM change_set').all()) +
  test_.db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM change').get()?.count

describe.each(Object.entries(acts))('%s, many at once', (_name, { first, run }) => {
  test('tells how far it is, and stopped on the way it changes nothing; one undo takes all of it back', () => {
    first?.()
    const [before, logBefore] = [dumpArchive(test_.db), log()]
    const seen: number[] = []
    const stop: Tick = (done, total) => {
      seen.push(done / total)
      if (done > 0) throw new AppError('cancelled')
    }
    expect(() => run(stop)).toThrow(new AppError('cancelled'))
    expect(dumpArchive(test_.db) === before).toBe(true)
    expect(log()).toBe(logBefore)
    expect(seen.length).toBeGreaterThan(1)
    const shares: number[] = []
    const { changeSetId } = run((done, total) => shares.push(done / total))
    expect(dumpArchive(test_.db) === before).toBe(false)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.every(share => share >= 0 && share < 1.001)).toBe(true)
    if (!changeSetId) return
    const request = { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now } as const
    const after = dumpArchive(test_.db)
    const giveUp = { isCancelled: () => true, progress: () => undefined }
    expect(() => undoChangeSet(test_.db, request, giveUp)).toThrow(new AppError('cancelled'))
    expect(dumpArchive(test_.db) === after).toBe(true)
    undoChangeSet(test_.db, request)
    expect(dumpArchive(test_.db) === before).toBe(true)
  })
})
