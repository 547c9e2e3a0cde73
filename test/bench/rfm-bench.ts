import { loadArchiveColumns } from '#main/analytics/purchase-columns.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { withReaders } from './bench-shop.ts'
import type { BenchSize } from './bench-size.ts'
import { measureThread, median } from './measure.ts'

const runs = 5

/** Scores every customer by recency, count and spend; the columns are in memory, as after the first look at a page. */
export async function benchRfm({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  return withReaders(made, ['reader'], ({ reader }) => rfmRows(reader, made.size))
}

function rfmRows(reader: ReadableDb, size: BenchSize): BenchRow[] {
  const analyst = new RfmAnalyst(reader)
  const load = measureThread(() => loadArchiveColumns(reader)).cpuMs
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
  const scored = median(Array.from({ length: runs }, (_, run) => analyse(2 + run).cpuMs))
  const scan = reader.prepareRead(
    `SELECT count(*) FROM (SELECT customer_id, max(ordered_on), count(*), sum(net_minor) FROM sales_order
     INDEXED BY sales_order_customer_id_ordered_on
     WHERE status IN ('paid', 'shipped', 'completed') AND is_counted = 1 AND deleted_at IS NULL GROUP BY customer_id)`,
  )
  const plain = median(Array.from({ length: runs }, () => measureThread(() => scan.get()).cpuMs))
  const isLarge = size.customers > 200_000
  return [
    {
      name: `RFM, segments, months: ${size.customers.toLocaleString('en')} customers, columns loaded`,
      unit: 'ms CPU',
      ours: scored,
      peer: { name: 'plain SUM scan', value: plain },
      target: { kind: 'at-most', value: isLarge ? 600 : 130 },
      note: `${size.orders.toLocaleString('en')} orders`,
    },
    {
      name: 'RFM: columns loaded',
      unit: 'ms CPU',
      ours: load,
      peer: { name: 'plain SUM scan', value: plain },
      target: { kind: 'at-most', value: isLarge ? 250 : 40 },
      note: 'row by row; the target is that of a store of columns',
    },
  ]
}
