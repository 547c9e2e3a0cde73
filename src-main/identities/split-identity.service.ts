import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { formatArchiveNumber, takeArchiveNumbers } from '#main/customers/archive-number.service.ts'
import { nameKeysOf } from '#main/customers/name-keys.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { findBuyerIdsOfOrders } from '#main/imports/order-source.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { findIdentityRow, insertFile, listIdentityRows, listOrderIdsOfShop } from './file.queries.ts'
import { findFile } from './merge.queries.ts'
import type { IdentityAct } from './merge.service.ts'
import { updateOwner } from './split.queries.ts'

type IdentityRow = NonNullable<ReturnType<typeof findIdentityRow>>

/**
 * Moves a buyer ID with the orders made under it into a new file: two people were taken for one.
 *
 * Shape: an order goes along when its file had this buyer ID, or had none and no other buyer ID of the customer is of
 * that shop. Contact points and tags stay. The new file is named as asked, else by the nickname, else like the old one.
 * Errors: not-found; invalid-request for a key that is no buyer ID.
 */
export function splitIdentity(
  db: WritableDb,
  request: { readonly identityId: number; readonly name: string | null },
  act: IdentityAct,
) {
  return db.transaction(() => {
    const identity = findIdentityRow(db, request.identityId)
    const former = identity && findFile(db, identity.customer_id)
    if (!identity || !former || former.deleted_at !== null) throw new AppError('not-found')
    if (identity.kind !== 'buyer-id') throw new AppError('invalid-request')
    const recorder = beginChangeSet(db, { kind: 'identity-split', actor: act.actor, madeAt: act.now })
    const orderIds = listOrdersOfIdentity(db, identity)
    const { prefix, first } = takeArchiveNumbers(db, former.kind, 1)
    const archiveNumber = formatArchiveNumber(prefix, first)
    const name = request.name ?? identity.nickname ?? former.name
    const customerId = insertFile(db, {
      ...{ archive_number: archiveNumber, kind: former.kind, name, ...nameKeysOf(name) },
      created_at: act.now,
    })
    recorder.inserted('customer', customerId)
    const move = (table: 'customer_identity' | 'sales_order', id: number) => {
      updateOwner(db, table, id, customerId)
      recorder.updated(table, id, 'customer_id', former.customer_id, customerId)
    }
    move('customer_identity', identity.customer_identity_id)
    for (const orderId of orderIds) move('sales_order', orderId)
    refreshCustomerTotals(db, [former.customer_id, customerId])
    queueForIndexing(db, [former.customer_id, customerId])
    raiseRevision(db, 'customers')
    raiseRevision(db, 'orders')
    return { changeSetId: recorder.changeSetId, customerId, archiveNumber, orderCount: orderIds.length }
  })
}

function listOrdersOfIdentity(db: ReadableDb, { customer_id, platform, shop, value }: IdentityRow): number[] {
  const orderIds = listOrderIdsOfShop(db, customer_id, { platform, shop })
  const buyerIds = findBuyerIdsOfOrders(db, orderIds)
  const isOnlyOne =
    listIdentityRows(db, customer_id).filter(
      one => one.kind === 'buyer-id' && one.platform === platform && one.shop === shop,
    ).length === 1
  return orderIds.filter(id => (buyerIds.has(id) ? buyerIds.get(id) === value : isOnlyOne))
}
