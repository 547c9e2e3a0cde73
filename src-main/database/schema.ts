import type { AttachmentTable, StoredFileTable } from '#main/attachments/attachment.table.ts'
import type { AuditEventTable } from '#main/audit/audit-event.table.ts'
import type { CardChangeTable, CardDismissalTable, WinBackTable } from '#main/cards/card.table.ts'
import type { ChangeSetTable, ChangeTable, CreatedRangeTable } from '#main/changes/change.table.ts'
import type { CreditRecordTable } from '#main/credit/credit-record.table.ts'
import type {
  ContactPointTable,
  CustomerIdentityTable,
  CustomerTable,
  CustomerTagTable,
  TagTable,
} from '#main/customers/customer.table.ts'
import type { FileEntryTable } from '#main/entries/entry.table.ts'
import type {
  FieldDefinitionTable,
  FieldGroupTable,
  FieldOptionTable,
  FieldValueTable,
} from '#main/fields/field.table.ts'
import type { FunnelStepTable } from '#main/funnel/funnel-step.table.ts'
import type { CustomerMergeTable, CustomerPairTable } from '#main/identities/customer-merge.table.ts'
import type { CellIssueTable } from '#main/imports/cell-issue.table.ts'
import type { ImportBatchTable, ImportCellsTable, ImportRowTable } from '#main/imports/import-batch.table.ts'
import type { ImportPresetTable, ImportProfileTable } from '#main/imports/mapping/import-profile.table.ts'
import type {
  CustomerTotalTable,
  OpeningBalanceTable,
  OrderLineTable,
  ProductTable,
  RefundTable,
  SalesOrderTable,
} from '#main/orders/sales-order.table.ts'
import type { CollectionPlanTable } from '#main/plans/plan.table.ts'
import type { FieldSourceTable, QualityDecisionTable } from '#main/quality/quality.table.ts'
import type { RegionNoteTable } from '#main/region-notes/region-note.table.ts'
import type { SearchIndexTable, SearchQueueTable } from '#main/search/search-index.table.ts'
import type { SavedSegmentTable, SegmentVersionTable } from '#main/segments/saved-segment.table.ts'
import type { SettingTable } from '#main/settings/setting.table.ts'
import type { CustomerViewTable } from '#main/views/view.table.ts'

/** A number that is only ever raised, so that an undo never frees it. */
interface CounterTable {
  name: string
  value: number
}

/** How often the data of a topic were written; results of analyses are stamped with it. */
interface TopicRevisionTable {
  topic: 'customers' | 'orders' | 'rules'
  revision: number
}

/** All tables of an archive. */
export interface Schema {
  attachment: AttachmentTable
  audit_event: AuditEventTable
  card_change: CardChangeTable
  card_dismissal: CardDismissalTable
  cell_issue: CellIssueTable
  change: ChangeTable
  change_set: ChangeSetTable
  collection_plan: CollectionPlanTable
  contact_point: ContactPointTable
  counter: CounterTable
  created_range: CreatedRangeTable
  customer: CustomerTable
  customer_identity: CustomerIdentityTable
  customer_merge: CustomerMergeTable
  customer_pair: CustomerPairTable
  customer_tag: CustomerTagTable
  customer_total: CustomerTotalTable
  customer_view: CustomerViewTable
  field_definition: FieldDefinitionTable
  file_entry: FileEntryTable
  funnel_step: FunnelStepTable
  credit_record: CreditRecordTable
  region_note: RegionNoteTable
  field_group: FieldGroupTable
  field_option: FieldOptionTable
  field_source: FieldSourceTable
  field_value: FieldValueTable
  import_batch: ImportBatchTable
  import_cells: ImportCellsTable
  import_preset: ImportPresetTable
  import_profile: ImportProfileTable
  import_row: ImportRowTable
  opening_balance: OpeningBalanceTable
  order_line: OrderLineTable
  product: ProductTable
  quality_decision: QualityDecisionTable
  refund: RefundTable
  sales_order: SalesOrderTable
  saved_segment: SavedSegmentTable
  segment_version: SegmentVersionTable
  search_all: SearchIndexTable
  search_key: SearchIndexTable
  search_queue: SearchQueueTable
  setting: SettingTable
  stored_file: StoredFileTable
  tag: TagTable
  topic_revision: TopicRevisionTable
  win_back: WinBackTable
}
