import { customerListQueries, customerQueries } from '#main/customers/customer.handlers.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { IdLists } from '#main/threads/id-lists.ts'
import type { CustomerSortColumn } from '#shared/domain/customer.ts'
import { randomNumbers } from '#test/main/search/sample-shop.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { withReaders } from './bench-shop.ts'
import { measureThread, median, quantile } from './measure.ts'

const runs = 7
const jumps = 300
const pageRows = 100
const indexedColumns: readonly CustomerSortColumn[] = [
  'name',
  'nameStrokes',
  'archiveNumber',
  'updatedAt',
  'spendMinor',
  'lastOn',
]

/** Orders for which more is read than an index of their own. */
const computedColumns: readonly CustomerSortColumn[] = ['address', 'completeness', 'occupation']

/** Opens the list of all customers, and jumps in it to places that nobody has looked at. */
export async function benchList({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  return withReaders(made, ['reader', 'main'], readers => listRows(readers, made.size.customers))
}

function listRows(
  { reader, main }: Readonly<Record<'reader' | 'main', ReadableDb>>,
  customers: number,
): BenchRow[] {
  const lists = new IdLists()
  const scanNames = reader.prepareRead('SELECT sum(length(name)) FROM customer NOT INDEXED')
  const filters = new CustomerFilters(reader, () => [])
  const list = customerListQueries(reader, filters, ids => {
    lists.add({ listId: 1, ids })
    return 1
  })
  const open = (column: CustomerSortColumn) =>
    Array.from(
      { length: runs },
      () => measureThread(() => list['customers.openList']({ sort: { column, isDescending: false } })).cpuMs,
    )
  const scan = median(Array.from({ length: runs }, () => measureThread(() => scanNames.get()).cpuMs))
  const floor = { name: 'one pass over the table', value: scan }
  const computed = computedColumns.map(
    (column): BenchRow => ({
      name: `list: all ids in a new order, by ${column}`,
      unit: 'ms CPU',
      ours: median(open(column)),
      peer: floor,
      target: { kind: 'ratio-at-most', value: 5 },
    }),
  )
  open('name')
  const page = customerQueries(main, lists)['customers.listPage']
  const random = randomNumbers(100)
  const starts = Array.from({ length: jumps }, () => Math.floor(random() * (customers - pageRows)))
  const jump = starts.map(start => measureThread(() => page({ listId: 1, start, count: pageRows })).cpuMs)
  const byOffset = main.prepareRead(
    'SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY name_sort, customer_id LIMIT 100 OFFSET ?',
  )
  const offset = starts.slice(0, 40).map(start => measureThread(() => byOffset.all(start)).cpuMs)
  const isLarge = customers > 200_000
  return [
    ...indexedColumns.map(
      (column): BenchRow => ({
        name: `list: all ids in a new order, by ${column}`,
        unit: 'ms CPU',
        ours: median(open(column)),
        target: { kind: 'at-most', value: isLarge ? 100 : 25 },
      }),
    ),
    ...computed,
    {
      name: 'list: jump to any 100 rows, p95',
      unit: 'ms CPU',
      ours: quantile(0.95, jump),
      peer: { name: 'OFFSET, ids only', value: quantile(0.95, offset) },
      target: { kind: 'at-most', value: 1 },
      note: `median ${median(jump).toFixed(2)}`,
    },
  ]
}
