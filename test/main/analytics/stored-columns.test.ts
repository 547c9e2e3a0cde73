import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadOwnColumns } from '#main/analytics/line-columns.service.ts'
import { type LoadedColumns, loadArchiveColumns } from '#main/analytics/purchase-columns.service.ts'
import { lineRows, timeRows } from '#main/analytics/source-columns.service.ts'
import {
  type Columns,
  noHour,
  type PackedColumns,
  storeColumns,
} from '#main/analytics/stored-columns.service.ts'
import { findRedoStep, findUndoStep } from '#main/changes/change.queries.ts'
import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { fromDayNumber } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

let archive: ImportArchive
let random: SeededRandom
beforeEach(() => {
  archive = new ImportArchive()
  random = new SeededRandom(7)
})
afterEach(() => archive.close())

const readable = () => archive.database.readable
const load = (fewest = 0) => loadArchiveColumns(readable(), { fewest })
const day = () => `202${4 + random.below(3)}-0${1 + random.below(9)}-1${random.below(10)}`
const write = (work: () => void) =>
  archive.db.transaction(() => {
    work()
    raiseRevision(archive.db, 'orders')
  })

/** The columns as the rows that they stand for. */
function rowsOf({ columns }: LoadedColumns) {
  const { customerIds, knownFromDay, isContactRefused, purchases, refunds } = columns
  const purchase = (at: number) => [
    customerIds[purchases.customerIndex[at] ?? -1] ?? null,
    fromDayNumber(purchases.orderedOnDay[at] ?? 0),
    purchases.netMinor[at],
    purchases.isCounted[at],
  ]
  return {
    customers: Array.from(customerIds, (id, at) => [
      id,
      fromDayNumber(knownFromDay[at] ?? 0),
      isContactRefused[at],
    ]),
    purchases: sorted(Array.from(purchases.customerIndex, (_, at) => purchase(at))),
    refunds: sorted(
      Array.from(refunds.purchaseIndex, (place, at) => [
        ...purchase(place),
        fromDayNumber(refunds.refundedOnDay[at] ?? 0),
        refunds.refundedMinor[at],
      ]),
    ),
  }
}

const loadLines = () => loadOwnColumns(readable(), lineRows, 0)
const loadTimes = () => loadOwnColumns(readable(), timeRows, 0)

/** The rows of columns, whatever their order. */
const cellsOf = (columns: Columns) => {
  const all = Object.values(columns)
  return sorted(Array.from(all[0] ?? [], (_, at) => all.map(column => column[at])))
}
const allLines = () =>
  sorted(
    archive.db
      .prepareReadArrays<readonly unknown[]>(
        `SELECT order_line_id, sales_order_id, ifnull(product_id, 0), CAST(quantity * 1000000 AS INTEGER),
           ifnull(unit_price_micro, -1), net_minor, refunded_minor FROM order_line`,
      )
      .all(),
  )
const allTimes = () =>
  sorted(
    archive.db
      .prepareReadArrays<readonly [number, string]>(
        'SELECT sales_order_id, substr(ordered_at_local, 12, 2) FROM sales_order',
      )
      .all()
      .map(([orderId, hour]) => [orderId, hour === '' ? noHour : Number(hour)]),
  )

/** The same rows by plain SQL. */
function rowsBySql() {
  const isPurchase = `sales_order.status IN ('paid', 'shipped', 'completed') AND sales_order.deleted_at IS NULL
    AND (sales_order.customer_id IS NULL OR customer.deleted_at IS NULL)`
  const purchase = 'sales_order.customer_id, ordered_on, net_minor, is_counted'
  const all = (sql: string) => archive.db.prepareReadArrays<readonly unknown[]>(sql).all()
  return {
    customers: all(
      `SELECT customer_id, min(substr(created_at, 1, 10),
         ifnull((SELECT min(ordered_on) FROM sales_order WHERE sales_order.customer_id = customer.customer_id
           AND status IN ('paid', 'shipped', 'completed') AND deleted_at IS NULL), '9999')),
         contact_refused_on IS NOT NULL
       FROM customer WHERE deleted_at IS NULL ORDER BY customer_id`,
    ),
    purchases: sorted(
      all(`SELECT ${purchase} FROM sales_order LEFT JOIN customer USING (customer_id) WHERE ${isPurchase}`),
    ),
    refunds: sorted(
      all(
        `SELECT ${purchase}, refunded_on, refund.refunded_minor FROM refund JOIN sales_order USING (sales_order_id)
         LEFT JOIN customer USING (customer_id) WHERE ${isPurchase}`,
      ),
    ),
  }
}

const sorted = (rows: readonly (readonly unknown[])[]) => rows.map(row => JSON.stringify(row)).toSorted()

const pickId = (table: 'customer' | 'sales_order' | 'order_line') =>
  archive.rows<{ id: number }>(
    `SELECT ${table}_id AS id FROM ${table} ORDER BY ${table}_id LIMIT 1 OFFSET ${random.below(
      archive.rows<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)[0]?.count || 1,
    )}`,
  )[0]?.id ?? 0

const addOrder = () =>
  insertOrder(archive.db, {
    customerId: random.chance(5) ? null : pickId('customer'),
    orderedOn: day(),
    netMinor: random.below(90_000) - 4000,
    status: random.pick(['completed', 'paid', 'unpaid', 'closed'] as const),
  })

const fill = () =>
  write(() => {
    for (let n = 0; n < 20; n++) createCustomer(archive.db, draftOf({ name: `样例${n}` }), act)
    for (let n = 0; n < 150; n++) addOrder()
  })

const orderFile = () => [
  ['订单编号', '下单时间', '订单状态', '买家ID', '收货人', '商品名称', '数量', '单价', '退款金额'],
  ...Array.from({ length: 4 }, () => {
    const number = random.below(30)
    return [
      `P${number}`,
      `2024-05-0${1 + (number % 9)} 10:00:00`,
      random.pick(['待发货', '交易成功', '等待付款']),
      `u${number % 7}`,
      `样例${number % 7}`,
      '样例奶粉',
      1,
      100,
      random.chance(30) ? random.below(90) : null,
    ]
  }),
]

const job = { isCancelled: () => false, progress: () => undefined }
/** An import is taken back by its own way. */
const undo = (step: ReturnType<typeof findUndoStep>) => {
  if (!step || step.import_batch_id !== null) return
  undoChangeSet(archive.db, {
    changeSetId: step.change_set_id,
    edited: 'revert',
    actor: 'tester',
    madeAt: act.now,
  })
}

/** As the writer would when an analysis came in between; within its own transaction. */
const storeNow = () => {
  const loaded = [
    loadArchiveColumns(archive.db, { fewest: 0 }),
    loadOwnColumns(archive.db, lineRows, 0),
    loadOwnColumns(archive.db, timeRows, 0),
  ]
  for (const { packed } of loaded) if (packed) storeColumns(archive.db, packed)
}

/** What can happen to an archive, each by the way it happens. */
const acts: Readonly<Record<string, () => unknown>> = {
  'new customer': () => createCustomer(archive.db, draftOf({ name: `样例新${random.below(99)}` }), act),
  'into the bin': () => deleteCustomers(archive.db, [pickId('customer')], act),
  undo: () => undo(findUndoStep(archive.db)),
  redo: () => undo(findRedoStep(archive.db)),
  'new order': () => write(() => void addOrder()),
  'edited order': () =>
    write(() => {
      const columns = [`net_minor = ${random.below(9999)}`, `ordered_on = '${day()}'`, "status = 'paid'"]
      const columnsOfCustomer = [
        `customer_id = ${pickId('customer')}`,
        'customer_id = NULL',
        'is_counted = 0',
      ]
      const change = random.pick([...columns, ...columnsOfCustomer])
      archive.db
        .prepare(`UPDATE sales_order SET ${change} WHERE sales_order_id = ?`)
        .run(pickId('sales_order'))
    }),
  'new line': () =>
    write(() =>
      archive.db
        .prepare(
          `INSERT INTO order_line (sales_order_id, line_number, title, quantity, unit_price_micro, net_minor, refunded_minor)
           VALUES (?, 1 + (SELECT count(*) FROM order_line), '样例', ?, ?, ?, ?)`,
        )
        .run(
          pickId('sales_order'),
          random.pick([1, 2.5, 0.125]),
          random.pick([null, 12_500_000]),
          random.below(900),
          0,
        ),
    ),
  'edited line': () =>
    write(() =>
      archive.db
        .prepare(
          `UPDATE order_line SET ${random.pick(['net_minor = 7', 'refunded_minor = 3', 'quantity = 4', 'unit_price_micro = 9', 'product_id = NULL', "title = '示例'"])}
           WHERE order_line_id = ?`,
        )
        .run(pickId('order_line')),
    ),
  'removed line': () =>
    write(() =>
      archive.db.prepare('DELETE FROM order_line WHERE order_line_id = ?').run(pickId('order_line')),
    ),
  'hour of an order': () =>
    write(() =>
      archive.db
        .prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?')
        .run(`${day()}T${random.pick(['00', '09', '23'])}:15:00`, pickId('sales_order')),
    ),
  'order in the bin and back': () =>
    write(() =>
      archive.db
        .prepare(
          'UPDATE sales_order SET deleted_at = iif(deleted_at IS NULL, ?, NULL) WHERE sales_order_id = ?',
        )
        .run(act.now, pickId('sales_order')),
    ),
  'refused contact': () =>
    write(() =>
      archive.db
        .prepare('UPDATE customer SET contact_refused_on = ? WHERE customer_id = ?')
        .run(random.chance(50) ? day() : null, pickId('customer')),
    ),
  'removed order comes back under its id': () =>
    write(() => {
      const orderId = pickId('sales_order')
      const uses = 'SELECT (SELECT count(*) FROM order_line WHERE sales_order_id = $) + '.replace(
        '$',
        `${orderId}`,
      )
      const [row] = archive.rows<{ count: number }>(
        `${uses} (SELECT count(*) FROM refund WHERE sales_order_id = ${orderId}) AS count`,
      )
      if (row?.count !== 0) return
      archive.db
        .prepare('CREATE TEMP TABLE aside AS SELECT * FROM sales_order WHERE sales_order_id = ?')
        .run(orderId)
      archive.db.prepare('DELETE FROM sales_order WHERE sales_order_id = ?').run(orderId)
      if (random.chance(50)) {
        if (random.chance(50)) storeNow()
        archive.db.prepare('INSERT INTO sales_order SELECT * FROM aside').run()
        beginChangeSet(archive.db, { kind: 'undo', actor: act.actor, madeAt: act.now }).inserted(
          'sales_order',
          orderId,
        )
      }
      archive.db.prepare('DROP TABLE aside').run()
    }),
  import: () => archive.import(orderFile()),
  'import taken back': () => {
    const [batch] = archive.rows<{ id: number }>(
      "SELECT import_batch_id AS id FROM import_batch WHERE state = 'committed' ORDER BY 1 DESC LIMIT 1",
    )
    const request = { importBatchId: batch?.id ?? 0, edited: 'revert' } as const
    if (batch) undoImport(archive.db, request, { actor: 'tester', now: archive.now }, job)
  },
}

describe('stored columns', () => {
  test('give what the rows give, after any mix of edits, imports and undos', () => {
    fill()
    let [fromStore, storedAnew] = [0, 0]
    for (let step = 0; step < 200; step++) {
      const name = random.pick(Object.keys(acts))
      try {
        acts[name]?.()
      } catch {
        // A refused act leaves everything as it was, the notes of what is stale too.
      }
      if (random.chance(30)) continue
      fromStore += archive.rows('SELECT * FROM column_source').length / 4
      const [loaded, lines, times] = [load(), loadLines(), loadTimes()]
      expect(rowsOf(loaded), `step ${step}, ${name}`).toEqual(rowsBySql())
      expect(cellsOf(lines.columns), `step ${step}, ${name}`).toEqual(allLines())
      expect(cellsOf(times.columns), `step ${step}, ${name}`).toEqual(allTimes())
      const store = (packed: PackedColumns | null) =>
        packed !== null && random.chance(40) && storeColumns(archive.db, packed)
      for (const { packed } of [loaded, lines, times]) if (store(packed)) storedAnew++
    }
    expect(fromStore).toBeGreaterThan(80)
    expect(storedAnew).toBeGreaterThan(45)
  })

  test('are made anew only when more than a hundredth of the rows may have changed', () => {
    for (const _ of [1, 2, 3]) fill()
    const first = load()
    expect(first.packed && storeColumns(archive.db, first.packed)).toBe(true)
    expect(load().packed).toBeNull()
    write(() => addOrder())
    expect(load().packed).toBeNull()
    write(() => {
      for (let n = 0; n < 10; n++) addOrder()
    })
    expect(load().packed).not.toBeNull()
  })

  test('are not stored for few orders', () => {
    fill()
    expect(load(10_000).packed).toBeNull()
  })

  test('are not stored when something was written since they were read', () => {
    fill()
    const { packed } = load()
    createCustomer(archive.db, draftOf(), act)
    expect(packed && storeColumns(archive.db, packed)).toBe(false)
    expect(archive.rows('SELECT * FROM column_source')).toEqual([])
  })

  test('note nothing while nothing is stored, and nothing of rows that came later', () => {
    fill()
    expect(archive.rows('SELECT * FROM stale_row')).toEqual([])
    const { packed } = load()
    if (packed) storeColumns(archive.db, packed)
    const orderId = addOrder()
    archive.db.prepare('UPDATE sales_order SET net_minor = 5 WHERE sales_order_id = ?').run(orderId)
    createCustomer(archive.db, draftOf(), act)
    expect(archive.rows('SELECT * FROM stale_row')).toEqual([])
    archive.db.prepare('UPDATE sales_order SET net_minor = 5 WHERE sales_order_id = 3').run()
    archive.db.prepare('UPDATE sales_order SET note = NULL WHERE sales_order_id = 4').run()
    expect(archive.rows('SELECT * FROM stale_row')).toEqual([{ source: 'sales_order', row_id: 3 }])
  })

  test('of another format are read again from the rows', () => {
    fill()
    const { packed } = load()
    if (packed) storeColumns(archive.db, packed)
    archive.db.prepare('UPDATE column_source SET format = 99').run()
    archive.db.prepare('DELETE FROM column_chunk').run()
    const again = load()
    expect(rowsOf(again)).toEqual(rowsBySql())
    expect(again.packed).not.toBeNull()
  })
})
