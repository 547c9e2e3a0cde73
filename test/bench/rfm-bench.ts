import { scoreArchive } from '#main/analytics/archive-scores.ts'
import { loadArchiveColumns } from '#main/analytics/purchase-columns.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { storeColumns } from '#main/analytics/stored-columns.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { type BenchShop, withReaders, withWriter } from './bench-shop.ts'
import type { BenchSize } from './bench-size.ts'
import { type Cost, measureThread, median } from './measure.ts'

const runs = 5
const minorPerYuan = 100
const changedOrders = 1000

/**
 * Scores every customer by recency, count and spend, with the columns in memory, as after the first look at a page: the scores
 * with their limits, which the target names, and all that the segments page shows. Then loads the columns themselves: row by row, as stored, and with orders that changed since.
 */
export async function benchRfm({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  const byRow = loadOnce(made)
  const { packed } = byRow.value
  if (!packed) throw new Error('columns of a large archive are worth storing')
  const store = withWriter(made.folder, ({ db }) => measureThread(() => storeColumns(db, packed)))
  const fromStore = median(Array.from({ length: runs }, () => loadOnce(made).cpuMs))
  const scores = withReaders(made, ['reader'], ({ reader }) => scoreRows(reader, made.size))
  withWriter(made.folder, ({ db }) => changeOrders(db))
  const afterChanges = median(Array.from({ length: runs }, () => loadOnce(made).cpuMs))
  const plain = { name: 'plain SUM scan', value: scores.plain }
  const row = (name: string, ours: number): BenchRow => ({ name, unit: 'ms CPU', ours, peer: plain })
  const isLarge = made.size.customers > 200_000
  return [
    {
      ...row(
        `RFM scores for all: ${made.size.customers.toLocaleString('en')} customers, columns loaded`,
        scores.scored,
      ),
      target: { kind: 'at-most', value: isLarge ? 600 : 130 },
      note: `${made.size.orders.toLocaleString('en')} orders`,
    },
    row('RFM with segments, heat map, months', scores.analysed),
    {
      ...row('RFM: columns loaded', fromStore),
      target: { kind: 'at-most', value: isLarge ? 250 : 40 },
      note: 'pages not in memory',
    },
    row(`RFM: columns loaded, ${changedOrders.toLocaleString('en')} orders changed since`, afterChanges),
    row('RFM: columns made, row by row', byRow.cpuMs),
    row('RFM: columns stored, in the writer', store.cpuMs),
  ]
}

/** With a connection of its own, so that no page is in memory. */
function loadOnce(shop: BenchShop): Cost<ReturnType<typeof loadArchiveColumns>> {
  return withReaders(shop, ['reader'], ({ reader }) => measureThread(() => loadArchiveColumns(reader)))
}

/** One in two thousand, spread over all of them. */
function changeOrders(db: WritableDb): void {
  db.prepare(
    `UPDATE sales_order SET net_minor = net_minor + 1 WHERE sales_order_id % (SELECT max(sales_order_id) / ${changedOrders} FROM sales_order) = 0`,
  ).run()
}

type ScoreCosts = { readonly scored: number; readonly analysed: number; readonly plain: number }

function scoreRows(reader: ReadableDb, size: BenchSize): ScoreCosts {
  const analyst = new RfmAnalyst(reader)
  const analyse = (day: number) =>
    measureThread(() =>
      analyst.analyse({
        asOf: CalendarDate.parse(`2025-01-${String(day).padStart(2, '0')}`),
        period: { kind: 'all' },
        ruleSetCode: 'ten-segments',
      }),
    )
  const first = analyse(1)
  const { customerCount, segments } = first.value.summary
  const counted = segments.reduce((sum, segment) => sum + segment.customerCount, 0)
  if (customerCount !== size.customers || counted !== customerCount)
    throw new Error('every customer has a segment')
  const analysed = median(Array.from({ length: runs }, (_, run) => analyse(2 + run).cpuMs))
  const score = (asOfDay: number) =>
    measureThread(() => scoreArchive(first.value.columns, { asOfDay, fromDay: null }, null, minorPerYuan))
  const { asOfDay } = first.value.window
  const scored = median(Array.from({ length: runs }, (_, run) => score(asOfDay + 1 + run).cpuMs))
  const scan = reader.prepareRead(
    `SELECT count(*) FROM (SELECT customer_id, max(ordered_on), count(*), sum(net_minor) FROM sales_order
     INDEXED BY sales_order_customer_id_ordered_on
     WHERE status IN ('paid', 'shipped', 'completed') AND is_counted = 1 AND deleted_at IS NULL GROUP BY customer_id)`,
  )
  const plain = median(Array.from({ length: runs }, () => measureThread(() => scan.get()).cpuMs))
  return { scored, analysed, plain }
}
