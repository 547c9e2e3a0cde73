import { createCustomer } from './0010-create-customer.ts'
import { createSalesOrder } from './0020-create-sales-order.ts'
import { createImportBatch } from './0030-create-import-batch.ts'
import { createSearchIndex } from './0040-create-search-index.ts'
import { indexRowsSetAside } from './0050-index-rows-set-aside.ts'
import { createColumnStore } from './0060-create-column-store.ts'
import { indexInLargerPieces } from './0070-index-in-larger-pieces.ts'
import { rememberMappings } from './0080-remember-mappings.ts'
import { addRegionAndIdNumber } from './0090-add-region-and-id-number.ts'
import { createCustomerMerge } from './0100-create-customer-merge.ts'
import { extendImportBatch } from './0110-extend-import-batch.ts'
import { createFieldDefinition } from './0200-create-field-definition.ts'
import { createCardChange } from './0210-create-card-change.ts'
import { indexChangesOfCustomer } from './0260-index-changes-of-customer.ts'
import { extendCardFields } from './0270-extend-card-fields.ts'
import { addTagColour } from './0280-add-tag-colour.ts'
import { createQuality } from './0300-create-quality.ts'
import { createCustomerView } from './0310-create-customer-view.ts'
import { createFileEntry } from './0330-create-file-entry.ts'
import { storeStrokeKeys } from './0340-store-stroke-keys.ts'
import { createAttachment } from './0350-create-attachment.ts'
import { createRegionNote } from './0360-create-region-note.ts'
import { addFlowNote } from './0370-add-flow-note.ts'
import { addLineDetails } from './0380-add-line-details.ts'
import { addTagRule } from './0390-add-tag-rule.ts'
import { addCallFields } from './0400-add-call-fields.ts'
import { createCollectionPlan } from './0410-create-collection-plan.ts'
import { searchChoices } from './0500-search-choices.ts'
import { indexLineDetails } from './0530-index-line-details.ts'
import { storeColumnsOfLines } from './0540-store-columns-of-lines.ts'
import { createFunnelStep } from './0550-create-funnel-step.ts'
import { createCreditRecord } from './0560-create-credit-record.ts'
import { createSavedSegment } from './0570-create-saved-segment.ts'

/** Lists every migration in ascending order of version. A released one is never changed. */
export const migrations = [
  createCustomer,
  createSalesOrder,
  createImportBatch,
  createSearchIndex,
  indexRowsSetAside,
  createColumnStore,
  indexInLargerPieces,
  rememberMappings,
  addRegionAndIdNumber,
  createCustomerMerge,
  extendImportBatch,
  createFieldDefinition,
  createCardChange,
  indexChangesOfCustomer,
  extendCardFields,
  addTagColour,
  createQuality,
  createCustomerView,
  createFileEntry,
  storeStrokeKeys,
  createAttachment,
  createRegionNote,
  addFlowNote,
  addLineDetails,
  addTagRule,
  addCallFields,
  createCollectionPlan,
  searchChoices,
  indexLineDetails,
  storeColumnsOfLines,
  createFunnelStep,
  createCreditRecord,
  createSavedSegment,
] as const
