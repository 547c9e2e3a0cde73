import { z } from 'zod'
import { CardField } from './card-field.ts'
import { ContactPointKind } from './customer.ts'
import { FieldId } from './field.ts'

/** A field of an order whose origin can be asked for. */
export const OrderField = z.enum([
  'orderedAt',
  'status',
  'paid',
  'refunded',
  'receiverName',
  'receiverPhone',
  'receiverAddress',
  'note',
])
export type OrderField = z.infer<typeof OrderField>

/** Names one value of a customer's page, as the page knows it. */
export const ValueSubject = z.discriminatedUnion('of', [
  z.object({ of: z.literal('card'), field: CardField }),
  z.object({ of: z.literal('contact'), kind: ContactPointKind, value: z.string().max(500) }),
  z.object({ of: z.literal('own'), fieldId: FieldId }),
  z.object({ of: z.literal('tag'), name: z.string().max(100) }),
  z.object({
    of: z.literal('identity'),
    kind: z.string().max(30),
    platform: z.string().max(50),
    shop: z.string().max(100),
    value: z.string().max(500),
  }),
  z.object({ of: z.literal('balance'), openingBalanceId: z.int().positive() }),
  z.object({ of: z.literal('order'), salesOrderId: z.int().positive(), field: OrderField.nullable() }),
  z.object({ of: z.literal('line'), salesOrderId: z.int().positive(), lineNumber: z.int().positive() }),
])
export type ValueSubject = z.infer<typeof ValueSubject>

/** A cell of the original file: its address as Excel says it, the heading above, and what stands there. */
export const SourceCell = z.object({ address: z.string(), header: z.string(), text: z.string() })
export type SourceCell = z.infer<typeof SourceCell>

/** A row of the original file that gave a value. */
export const SourceRow = z.object({ rowNumber: z.int(), cells: z.array(SourceCell) })
export type SourceRow = z.infer<typeof SourceRow>

/**
 * Where a value comes from: the import that wrote it last and the cells it was read from, or the edit by hand.
 *
 * `unknown` when the archive has no record of it. `rows` is empty where the import's cells were dropped.
 */
export const ValueSource = z.discriminatedUnion('origin', [
  z.object({
    origin: z.literal('import'),
    madeAt: z.string(),
    actor: z.string(),
    importBatchId: z.int().positive(),
    fileName: z.string(),
    sheetName: z.string(),
    isUndone: z.boolean(),
    rows: z.array(SourceRow),
    /** How many rows gave it; `rows` lists the first of them. */
    rowCount: z.int(),
  }),
  z.object({
    origin: z.literal('edit'),
    madeAt: z.string(),
    actor: z.string(),
    /** Code of the act (`change.<kind>` in the catalogue). */
    kind: z.string(),
  }),
  z.object({ origin: z.literal('unknown') }),
])
export type ValueSource = z.infer<typeof ValueSource>
