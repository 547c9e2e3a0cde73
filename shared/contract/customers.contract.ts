import { z } from 'zod'
import { BatchChange, BatchResult, TagCount } from '#shared/domain/batch-edit.ts'
import { CellBlock, CellDraft, CellsResult } from '#shared/domain/cell-edit.ts'
import { CustomerDraft, CustomerId, CustomerListRow, CustomerSortColumn } from '#shared/domain/customer.ts'
import { BinRow } from '#shared/domain/customer-bin.ts'
import { FilterCount, FilterRequest } from '#shared/domain/customer-filter.ts'
import { EditHistory } from '#shared/domain/edit-history.ts'
import { FieldId } from '#shared/domain/field.ts'
import { Region, RegionTree } from '#shared/domain/region.ts'
import { CustomerFile } from '#shared/domain/report.ts'
import { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import type { Contract } from './method.ts'

const ListId = z.int().positive()
const Range = { listId: ListId, start: z.int().nonnegative(), count: z.int().min(1).max(200) }

export const customersContract = {
  /** How many customers there are outside the bin. */
  'customers.count': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({ count: z.int().nonnegative() }),
  },
  /**
   * Takes an id snapshot in the wanted order, of all customers or of those whom a filter finds; rows are then asked for by index.
   * Older lists of the caller may be dropped. `filter-invalid` for a condition on a field that is no longer on the form.
   */
  'customers.openList': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      sort: z.object({ column: CustomerSortColumn, isDescending: z.boolean() }),
      where: FilterRequest.optional(),
    }),
    response: z.object({ listId: ListId, total: z.int() }),
  },
  /** How many customers a filter finds, and how many without each of its groups. */
  'customers.countFiltered': { kind: 'query', on: 'reader', request: FilterRequest, response: FilterCount },
  /** Rows of a list by index, with the values of some fields; a customer deleted since is null in the answer's order. */
  'customers.listPage': {
    kind: 'query',
    on: 'main',
    request: z.object({ ...Range, fieldIds: z.array(FieldId).max(100).optional() }),
    response: z.array(CustomerListRow.nullable()),
  },
  /** Puts customers behind the last of a list that stays as it is. */
  'customers.addToList': {
    kind: 'query',
    on: 'main',
    request: z.object({ listId: ListId, customerIds: z.array(CustomerId).min(1).max(200) }),
    response: z.object({ total: z.int() }),
  },
  /** Where a customer stands in a list, and its neighbours. */
  'customers.findInList': {
    kind: 'query',
    on: 'main',
    request: z.object({ listId: ListId, customerId: CustomerId }),
    response: z.object({
      index: z.int().nullable(),
      total: z.int(),
      previousId: CustomerId.nullable(),
      nextId: CustomerId.nullable(),
    }),
  },
  /** Where the names of a list that is ordered by them begin with another letter, or have another number of strokes. */
  'customers.initials': {
    kind: 'query',
    on: 'main',
    request: z.object({ listId: ListId, by: z.enum(['pinyin', 'strokes']) }),
    response: z.array(z.object({ initial: z.string(), index: z.int() })),
  },
  'customers.get': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId, orderLimit: z.int().min(0).max(500) }),
    response: CustomerFile,
  },
  /** What happened to a customer's file, the newest act first. */
  'customers.history': {
    kind: 'query',
    on: 'reader',
    request: z.object({ customerId: CustomerId, limit: z.int().min(1).max(5000) }),
    response: EditHistory,
  },
  'customers.create': {
    kind: 'command',
    on: 'writer',
    request: z.object({ draft: CustomerDraft }),
    response: z.object({ customerId: CustomerId, archiveNumber: z.string(), changeSetId: z.int() }),
  },
  /** Sends the whole form and what the form had seen; fields that did not change are not written. A differing stored value answers `conflict`, a changed text with hidden digits of an ID number `id-number-masked`. */
  'customers.update': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, draft: CustomerDraft, seen: CustomerDraft }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
  /** Puts back what a line of the history replaced, as an edit of its own. */
  'customers.putBack': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, putBackId: z.int().positive() }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
  /** The whole resident ID number of a customer, which every other answer masks. Each time is written into the audit. */
  'customers.revealIdNumber': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId }),
    response: z.object({ idNumber: z.string().nullable() }),
  },
  /** Puts customers into the bin. */
  'customers.delete': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers }),
    response: z.object({ changeSetId: z.int() }),
  },
  /** How many customers are in the bin. */
  'customers.countBin': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({ count: z.int().nonnegative() }),
  },
  /** Takes an id snapshot of the bin, those deleted last first; rows are then asked for by index. */
  'customers.openBin': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.object({ listId: ListId, total: z.int() }),
  },
  /** Rows of the bin by index; null for a customer who was restored since. */
  'customers.binPage': {
    kind: 'query',
    on: 'main',
    request: z.object(Range),
    response: z.array(BinRow.nullable()),
  },
  /** Takes customers out of the bin, with null all of them. */
  'customers.restore': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers.nullable() }),
    response: z.object({ changeSetId: z.int().nullable(), restored: z.int().nonnegative() }),
  },
  /** Deletes customers in the bin for good, with null all of them; it cannot be taken back. */
  'customers.purge': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers.nullable() }),
    response: z.object({ purged: z.int().nonnegative(), orders: z.int().nonnegative() }),
  },
  /** Gives one field of many customers one value, as one act. */
  'customers.setField': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers, change: BatchChange }),
    response: BatchResult,
  },
  /** Writes the cells of a block, each read as the form reads it, as one act; those that cannot be written are told. */
  'customers.setCells': {
    kind: 'command',
    on: 'writer',
    request: CellBlock,
    response: CellsResult,
  },
  /** Makes a customer of one row of cells; with a cell that cannot be written, nothing is made. */
  'customers.createFromCells': {
    kind: 'command',
    on: 'writer',
    request: CellDraft,
    response: z.object({
      created: z
        .object({ customerId: CustomerId, archiveNumber: z.string(), changeSetId: z.int() })
        .nullable(),
      refused: CellsResult.shape.refused,
    }),
  },
  /** Puts tags on many customers, as one act; tags that do not exist are made. */
  'customers.addTags': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers, tags: CustomerDraft.shape.tags.min(1) }),
    response: BatchResult,
  },
  /** Takes tags off many customers, as one act; the tags themselves stay. */
  'customers.removeTags': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      customerIds: SelectedCustomers,
      tagIds: z.array(z.int().positive()).min(1).max(200),
    }),
    response: BatchResult,
  },
  /** The tags that some customers have, with null all tags that there are; the most frequent first. */
  'customers.countTags': {
    kind: 'query',
    on: 'reader',
    request: z.object({ customerIds: SelectedCustomers.nullable() }),
    response: z.array(TagCount),
  },
  /** The region of an address: as it was set by hand for the same address before, else as its text says. */
  'customers.readRegion': {
    kind: 'query',
    on: 'main',
    request: z.object({ address: z.string().max(500) }),
    response: Region,
  },
  /** All provinces, cities and districts, to pick from. */
  'customers.listRegions': { kind: 'query', on: 'main', request: z.object({}), response: RegionTree },
  /** Customers who already have this phone; for the warning in the form. */
  'customers.findByPhone': {
    kind: 'query',
    on: 'main',
    request: z.object({ phone: z.string().max(50), exceptCustomerId: CustomerId.nullable() }),
    response: z.array(z.object({ customerId: CustomerId, archiveNumber: z.string(), name: z.string() })),
  },
} as const satisfies Contract
