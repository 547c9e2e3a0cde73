import { z } from 'zod'
import { ImportBatchId } from './import-batch.ts'

/** What becomes of what was edited since an import that is taken back. */
export const EditedChoice = z.enum(['keep', 'revert'])
export type EditedChoice = z.infer<typeof EditedChoice>

/** The record, or the part of one, that was edited. */
export const EditedTable = z.enum([
  'customer',
  'customer_merge',
  'customer_pair',
  'customer_identity',
  'contact_point',
  'customer_tag',
  'field_group',
  'field_definition',
  'field_option',
  'field_value',
  'file_entry',
  'funnel_step',
  'credit_record',
  'attachment',
  'card_change',
  'win_back',
  'card_dismissal',
  'collection_plan',
  'field_source',
  'quality_decision',
  'customer_view',
  'saved_segment',
  'segment_version',
  'region_note',
  'opening_balance',
  'product',
  'tag',
  'sales_order',
  'order_line',
  'refund',
])

/** Names a row that was edited since. */
export const EditedRow = z.object({ table: EditedTable, rowId: z.int().positive() })
export type EditedRow = z.infer<typeof EditedRow>

/** A choice for one row, whatever holds for the others. */
export const EditedRowChoice = EditedRow.extend({ edited: EditedChoice })
export type EditedRowChoice = z.infer<typeof EditedRowChoice>

/**
 * A value that was edited by hand after an import. `field` is the stored column; '*' a contact point, account or tag that
 * was added to (`before` null) or taken from a customer whom the import created.
 */
export const UndoConflictItem = EditedRow.extend({
  customerId: z.int().nullable(),
  label: z.string(),
  field: z.string(),
  now: z.string().nullable(),
  before: z.string().nullable(),
})
export type UndoConflictItem = z.infer<typeof UndoConflictItem>

/** A customer whom the import created and who stays for others, with nothing but the name and the keys. */
export const StayingCustomer = z.object({
  customerId: z.int(),
  label: z.string(),
  orderCount: z.int(),
})
export type StayingCustomer = z.infer<typeof StayingCustomer>

/** What taking back an import would do; the lists hold the first of each, `imports.undoItems` has all. */
export const UndoPreview = z.object({
  importBatchId: ImportBatchId,
  fileName: z.string(),
  customersRemoved: z.int(),
  /** Customers that it created and that stay, since orders or facts of other acts hang on them. */
  customersStaying: z.int(),
  ordersRemoved: z.int(),
  /** Orders that it created and that stay, since a later import changed them. */
  ordersStaying: z.int(),
  customersRestored: z.int(),
  ordersRestored: z.int(),
  /** Merges of its customers, and those accepted from its suggestions: they are split first. */
  mergesSplit: z.int(),
  conflictCount: z.int(),
  conflicts: z.array(UndoConflictItem),
  staying: z.array(StayingCustomer),
})
export type UndoPreview = z.infer<typeof UndoPreview>
