import { undoWithin } from '#main/changes/undo.service.ts'
import { setFieldOfMany } from '#main/customers/batch-field.ts'
import { writeCells } from '#main/customers/cells/write-cells.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { countFindings, countIncomplete } from '#main/quality/finding.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { packTexts } from '#shared/domain/cell-edit.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { withReaders, withWriter } from './bench-shop.ts'
import { measureThread, median } from './measure.ts'

const runs = 5
const editedCustomers = 2000
const asOf = CalendarDate.parse('2024-12-31')
const job = { isCancelled: () => false, progress: () => undefined }
const act = { actor: 'operator', now: '2024-12-31T08:00:00.000Z' }

/** Measures what a filter, the data check and edits of many customers cost, beside what reading or writing so much must cost. */
export async function benchDesk({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  return [
    ...withReaders(made, ['reader'], ({ reader }) => readingRows(reader)),
    ...withWriter(made.folder, ({ db }) => editingRows(db)),
  ]
}

const cpuOf = (work: () => unknown) => median(Array.from({ length: runs }, () => measureThread(work).cpuMs))

function readingRows(db: ReadableDb): BenchRow[] {
  const filter: CustomerFilter = {
    match: 'all',
    groups: [
      [{ field: 'address', test: 'contains', text: '样例路' }],
      [{ field: 'lastOn', test: 'last-days', days: 400 }],
      [{ field: 'orderCount', test: 'number-between', from: 2, to: null }],
    ],
  }
  const request: FilterRequest = { filter, asOf }
  const like = db.prepareRead(
    `SELECT count(*) FROM customer JOIN customer_total USING (customer_id) WHERE deleted_at IS NULL
       AND last_on >= '2023-11-27' AND order_count >= 2 AND EXISTS (
         SELECT 1 FROM contact_point WHERE contact_point.customer_id = customer.customer_id AND kind = 'address'
           AND value LIKE '%样例路%')`,
  )
  const pass = db.prepareRead(
    'SELECT (SELECT sum(length(name)) FROM customer NOT INDEXED), (SELECT sum(length(value)) FROM contact_point NOT INDEXED)',
  )
  const floor = { name: 'one pass over both tables', value: cpuOf(() => pass.get()) }
  return [
    {
      name: 'filter: three conditions, live count and counts without each',
      unit: 'ms CPU',
      ours: cpuOf(() => new CustomerFilters(db, () => []).count(request)),
      peer: { name: 'one statement, the count alone', value: cpuOf(() => like.get()) },
      target: { kind: 'ratio-at-most', value: 2 },
    },
    {
      name: 'data check: incomplete files counted',
      unit: 'ms CPU',
      ours: cpuOf(() => countIncomplete(db)),
      peer: floor,
      target: { kind: 'ratio-at-most', value: 2.5 },
    },
    {
      name: 'data check: all other kinds counted',
      unit: 'ms CPU',
      ours: cpuOf(() => countFindings(db, act.now)),
      peer: floor,
      target: { kind: 'ratio-at-most', value: 2.5 },
    },
  ]
}

/** Each is written and rolled back, so that the archive stays as the other cases know it. */
function editingRows(db: WritableDb): BenchRow[] {
  const ids = db
    .prepareRead<{ id: number }>(
      `SELECT customer_id AS id FROM customer WHERE deleted_at IS NULL ORDER BY customer_id LIMIT ${editedCustomers}`,
    )
    .all()
    .map(({ id }) => id)
  const occupations = db.prepareRead<{ occupation: string | null }>(
    'SELECT occupation FROM customer WHERE customer_id = ?',
  )
  const seen = packTexts(ids.map(id => occupations.get(id)?.occupation ?? ''))
  const cells = (typed: string) => ({
    ...{ customerIds: ids, columns: ['occupation' as const], seen },
    typed: packTexts(ids.map(() => typed)),
  })
  const bare = db.prepare('UPDATE customer SET occupation = ?, updated_at = ? WHERE customer_id = ?')
  const line = db.prepare(
    "INSERT INTO change (change_set_id, table_name, row_id, column_name, before, after) VALUES (1, 'customer', ?, ?, NULL, ?)",
  )
  const perCustomer = (work: (made: number) => unknown, make = () => 0) =>
    (rolledBack(db, work, make) * 1000) / ids.length
  const bareUs = perCustomer(() => {
    db.prepare(
      "INSERT OR IGNORE INTO change_set (change_set_id, kind, actor, made_at) VALUES (1, 'x', 'x', '')",
    ).run()
    for (const id of ids) {
      bare.run('样例工', act.now, id)
      for (const column of ['occupation', 'updated_at', 'facts_on']) line.run(id, column, '样例工')
    }
  })
  const peer = { name: 'bare update with its lines of the log', value: bareUs }
  const setField = () => setFieldOfMany(db, ids, { field: 'occupation', value: '样例工' }, act)
  const setUs = perCustomer(setField)
  const undoUs = perCustomer(
    changeSetId => undoWithin(db, { changeSetId, edited: null, actor: act.actor, madeAt: act.now }, job),
    () => setField().changeSetId ?? 0,
  )
  return [
    {
      name: 'edit: one field of many, per customer',
      unit: 'µs CPU',
      ours: setUs,
      peer,
      target: { kind: 'ratio-at-most', value: 3 },
    },
    {
      name: 'edit: one field of many taken back, per customer',
      unit: 'µs CPU',
      ours: undoUs,
      peer: { name: 'the edit', value: setUs },
      target: { kind: 'ratio-at-most', value: 2 },
    },
    {
      name: 'edit: a column of cells pasted, per cell',
      unit: 'µs CPU',
      ours: perCustomer(() => writeCells(db, cells('样例工'), act)),
      peer,
      target: { kind: 'ratio-at-most', value: 5 },
    },
  ]
}

class RollBack extends Error {}

/** Units: ms of CPU, the median, without what `make` costs; nothing stays. */
function rolledBack(db: WritableDb, work: (made: number) => unknown, make: () => number): number {
  return median(
    Array.from({ length: runs }, () => {
      let cpuMs = 0
      try {
        db.transaction(() => {
          const made = make()
          cpuMs = measureThread(() => work(made)).cpuMs
          throw new RollBack()
        })
      } catch (error) {
        if (!(error instanceof RollBack)) throw error
      }
      return cpuMs
    }),
  )
}
