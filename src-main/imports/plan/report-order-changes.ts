import type { ImportFieldName } from '#shared/domain/import-field.ts'
import type { KnownLine } from './lookups.ts'
import type { LineChange, OrderChange, OrderValues } from './order-change.ts'
import type { OrderRow } from './order-line.ts'
import type { PlanSink } from './plan-result.ts'

const fieldOfValue: Partial<Record<keyof OrderValues, ImportFieldName>> = {
  orderedAt: 'orderedAt',
  status: 'orderStatus',
  paidMinor: 'orderPaid',
  refundedMinor: 'orderRefunded',
  note: 'orderNote',
  flowNote: 'flowNote',
  receiverName: 'name',
  receiverPhone: 'phone',
  receiverAddress: 'address',
}

/**
 * Tells the sink what changes on a known order (on the first of its rows) and on its lines.
 *
 * Units: money as its number of minor units; the reader of the changes words it.
 * Empty: nothing for a new order.
 */
export function reportOrderChanges(
  { known, values, lines }: OrderChange,
  rows: readonly OrderRow[],
  sink: PlanSink,
): void {
  const first = rows[0]
  if (!sink.changed || !known || !first) return
  for (const [column, field] of Object.entries(fieldOfValue) as [keyof OrderValues, ImportFieldName][])
    if (values[column] !== known[column])
      sink.changed({
        ordinal: first.ordinal,
        field,
        before: textOf(known[column]),
        after: textOf(values[column]),
      })
  for (const line of lines)
    if (line.known && line.ordinal !== null) reportLine(line, line.ordinal, line.known, sink)
}

function reportLine(line: LineChange, ordinal: number, known: KnownLine, sink: PlanSink): void {
  const tell = (field: ImportFieldName, before: string | number | null, after: string | number | null) => {
    if (before !== after) sink.changed?.({ ordinal, field, before: textOf(before), after: textOf(after) })
  }
  tell('subOrderNumber', known.subOrderNumber, line.subOrderNumber)
  tell('productAttributes', known.attributes, line.attributes)
  tell('quantity', known.quantity, line.quantity)
  tell('unitPrice', known.unitPriceMicro, line.unitPriceMicro)
  tell('lineRefunded', known.refundedMinor, line.refundedMinor)
}

function textOf(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value)
}
