import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { IdLists } from '#main/threads/id-lists.ts'
import { selectedIds } from '#main/threads/selected-ids.ts'
import type { WriterHandlers } from '#main/threads/thread-messages.ts'
import { tickOf } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { countTagsOfMany } from './batch.queries.ts'
import { setFieldOfMany } from './batch-field.ts'
import { addTagsToMany, removeTagsFromMany } from './batch-tags.ts'
import { countBin, listBinIds, listBinRows } from './bin.queries.ts'
import { restoreCustomers } from './bin.ts'
import { createFromCells } from './cells/create-from-cells.ts'
import { writeCells } from './cells/write-cells.ts'
import { countCustomers, listCustomersByPhoneKey } from './customer.queries.ts'
import { createCustomer, deleteCustomers, editCustomer, getCustomerFile } from './customer.service.ts'
import { contactPointKey } from './customer-draft.ts'
import { customerIdsInOrder } from './customer-order.ts'
import type { CustomerFilters } from './filter/customer-filters.ts'
import { getEditHistory } from './history/history.service.ts'
import { putBackValue } from './history/put-back.ts'
import { listInitials } from './initials.ts'
import { listSheetRows } from './list-row.ts'
import { purgeCustomers } from './purge.ts'
import { listRegionTree, readRegion } from './region.service.ts'
import { revealIdNumber } from './reveal-id-number.ts'

/** Reads of the customers room that answer within a frame. */
export const customerQueries = (db: ReadableDb, lists: IdLists) =>
  ({
    'customers.count': () => ({ count: countCustomers(db) }),
    'customers.get': ({ customerId, orderLimit }) => getCustomerFile(db, customerId, orderLimit),
    'customers.listPage': ({ listId, start, count, fieldIds = [] }) => {
      const wanted = [...idsOf(lists, listId).subarray(start, start + count)]
      const rows = new Map(listSheetRows(db, wanted, fieldIds).map(row => [row.customerId, row]))
      return wanted.map(customerId => rows.get(customerId) ?? null)
    },
    'customers.countBin': () => ({ count: countBin(db) }),
    'customers.binPage': ({ listId, start, count }) => {
      const wanted = [...idsOf(lists, listId).subarray(start, start + count)]
      const rows = new Map(listBinRows(db, wanted).map(row => [row.customerId, row]))
      return wanted.map(customerId => rows.get(customerId) ?? null)
    },
    'customers.addToList': ({ listId, customerIds }) => {
      const before = idsOf(lists, listId)
      const ids = new Int32Array(before.length + customerIds.length)
      ids.set(before)
      ids.set(customerIds, before.length)
      lists.replace({ listId, ids })
      return { total: ids.length }
    },
    'customers.findInList': ({ listId, customerId }) => {
      const ids = idsOf(lists, listId)
      const index = ids.indexOf(customerId)
      return {
        index: index < 0 ? null : index,
        total: ids.length,
        previousId: index < 0 ? null : (ids[index - 1] ?? null),
        nextId: index < 0 ? null : (ids[index + 1] ?? null),
      }
    },
    'customers.initials': ({ listId, by }) => listInitials(db, idsOf(lists, listId), by),
    'customers.readRegion': ({ address }) => readRegion(db, address),
    'customers.listRegions': () => listRegionTree(),
    'customers.findByPhone': ({ phone, exceptCustomerId }) => {
      const key = contactPointKey('phone', phone)
      if (key.length < 7) return []
      return listCustomersByPhoneKey(db, key, exceptCustomerId).map(row => ({
        customerId: row.customer_id,
        archiveNumber: row.archive_number,
        name: row.name,
      }))
    },
  }) satisfies Partial<Handlers>

/** Reads of the customers room that look at every customer or far back. `publishList` hands the ids to main and names the list. */
export const customerListQueries = (
  db: ReadableDb,
  filters: CustomerFilters,
  publishList: (ids: Int32Array) => number,
) =>
  ({
    'customers.openList': ({ sort, where }) => {
      const found = where && filters.find(where)
      const all = customerIdsInOrder(db, sort.column, sort.isDescending)
      const ids = Int32Array.from(found ? all.filter(id => found[id] === 1) : all)
      const total = ids.length
      return { listId: publishList(ids), total }
    },
    'customers.countFiltered': request => filters.count(request),
    'customers.openBin': () => {
      const ids = Int32Array.from(listBinIds(db))
      const total = ids.length
      return { listId: publishList(ids), total }
    },
    'customers.countTags': ({ customerIds }) => countTagsOfMany(db, customerIds && selectedIds(customerIds)),
    'customers.history': ({ customerId, limit }) => getEditHistory(db, customerId, limit),
  }) satisfies Partial<Handlers>

/** Writes of the customers room. `act` says who acts and when. */
export const customerCommands = (db: WritableDb, act: () => Act) =>
  ({
    'customers.create': ({ draft }) => createCustomer(db, draft, act()),
    'customers.update': ({ customerId, draft, seen }) => editCustomer(db, customerId, draft, seen, act()),
    'customers.putBack': ({ customerId, putBackId }) => putBackValue(db, customerId, putBackId, act()),
    'customers.revealIdNumber': ({ customerId }) => revealIdNumber(db, customerId, act()),
    'customers.delete': ({ customerIds }, job) =>
      deleteCustomers(db, selectedIds(customerIds), act(), tickOf(job, 'delete')),
    'customers.purge': ({ customerIds }, job) =>
      purgeCustomers(db, customerIds && selectedIds(customerIds), act(), tickOf(job, 'delete')),
    'customers.restore': ({ customerIds }, job) =>
      restoreCustomers(db, customerIds && selectedIds(customerIds), act(), tickOf(job, 'restore')),
    'customers.setField': ({ customerIds, change }, job) =>
      setFieldOfMany(db, selectedIds(customerIds), change, act(), tickOf(job, 'edit')),
    'customers.setCells': (block, job) => writeCells(db, block, act(), tickOf(job, 'edit')),
    'customers.createFromCells': draft => createFromCells(db, draft, act()),
    'customers.addTags': ({ customerIds, tags }, job) =>
      addTagsToMany(db, selectedIds(customerIds), tags, act(), tickOf(job, 'edit')),
    'customers.removeTags': ({ customerIds, tagIds }, job) =>
      removeTagsFromMany(db, selectedIds(customerIds), tagIds, act(), tickOf(job, 'edit')),
  }) satisfies Partial<WriterHandlers>

function idsOf(lists: IdLists, listId: number): Int32Array {
  const ids = lists.find(listId)
  if (!ids) throw new AppError('not-found')
  return ids
}
