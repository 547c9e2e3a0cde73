import { type Act, beginChangeSet } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import {
  checkFieldValues,
  getFieldValues,
  normaliseFieldValues,
  saveFieldValues,
} from '#main/fields/field-value.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { listOpeningBalances, listSalesOrders } from '#main/orders/sales-order.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CompletenessKey } from '#shared/domain/completeness.ts'
import type { CustomerDraft, CustomerKind, CustomerRow } from '#shared/domain/customer.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { formatArchiveNumber, takeArchiveNumbers } from './archive-number.service.ts'
import { listOutsideBin, updateDeleted } from './bin.queries.ts'
import { shownCardValue } from './card-column.service.ts'
import { getAskedKeys } from './completeness.service.ts'
import {
  findCustomer,
  insertCustomer,
  listContactPoints,
  listCustomerTags,
  listIdentities,
  listMissingKeys,
} from './customer.queries.ts'
import { normaliseDraft } from './customer-draft.ts'
import { listCustomerIds } from './customer-list.queries.ts'
import { listCustomerRows } from './list-row.ts'
import { storedRegion } from './region.service.ts'
import { cardColumnsOf, saveCardFields, saveContactPoints, saveTags } from './save-card.ts'

/** Read what is stored of a customer outside the bin. A resident ID number is not masked. */
export {
  findCustomer as findStoredCard,
  listContactPoints as listStoredContacts,
} from './customer.queries.ts'

/** Lists what a customer's file lacks of what its card asks for. */
export function getMissing(db: ReadableDb, customerId: number): CompletenessKey[] {
  return listMissingKeys(db, customerId, getAskedKeys(db))
}

/** Lists the rows of known customers; those in the bin are missing. */
export function getCustomerRows(db: ReadableDb, customerIds: readonly number[]): CustomerRow[] {
  return listCustomerRows(db, customerIds)
}

/** Lists all customers outside the bin by the pinyin of their names. */
export function getCustomerIdsByName(db: ReadableDb): number[] {
  return listCustomerIds(db, 'name', false)
}

/**
 * Reads a customer's whole file: card, contact points, totals and the newest orders with their lines.
 *
 * Errors: not-found when the customer does not exist or is in the bin.
 */
export function getCustomerFile(db: ReadableDb, customerId: number, orderLimit: number): CustomerFile {
  const row = getCustomerRows(db, [customerId])[0]
  const stored = findCustomer(db, customerId)
  if (!row || !stored) throw new AppError('not-found')
  const orders = listSalesOrders(db, customerId, orderLimit)
  return {
    ...row,
    idNumber: shownCardValue('id_number', stored.id_number),
    source: stored.source,
    note: stored.note,
    legacyNumber: stored.legacy_number,
    contactRefusedOn: stored.contact_refused_on,
    confirmedOn: stored.confirmed_on,
    missing: getMissing(db, customerId),
    contactPoints: listContactPoints(db, customerId).map(({ kind, value, ...region }) =>
      kind === 'address' ? { kind, value, region: storedRegion(db, value, region) } : { kind, value },
    ),
    identities: listIdentities(db, customerId),
    openingBalances: listOpeningBalances(db, customerId),
    fields: getFieldValues(db, customerId),
    orders: orders.orders,
    allOrderCount: orders.total,
    createdAt: stored.created_at,
    updatedAt: stored.updated_at,
  }
}

/** Opens a new file under the next archive number of its class. */
export function createCustomer(db: WritableDb, typed: CustomerDraft, act: Act) {
  return db.transaction(() => {
    const draft = normalise(db, typed, typed.kind)
    if (isMasked(draft.idNumber)) throw new AppError('id-number-masked')
    checkFieldValues(db, draft.kind, draft.fields, null)
    const { prefix, first } = takeArchiveNumbers(db, draft.kind, 1)
    const archiveNumber = formatArchiveNumber(prefix, first)
    const customerId = insertCustomer(db, {
      ...cardColumnsOf(draft),
      archive_number: archiveNumber,
      legacy_number: null,
      facts_on: null,
      confirmed_on: null,
      import_batch_id: null,
      created_at: act.now,
      updated_at: act.now,
      deleted_at: null,
      merged_into_id: null,
    })
    const recorder = beginChangeSet(db, { kind: 'customer-created', actor: act.actor, madeAt: act.now })
    recorder.inserted('customer', customerId)
    saveContactPoints(db, recorder, customerId, draft.contactPoints)
    saveTags(db, recorder, customerId, draft.tags)
    saveFieldValues(db, recorder, customerId, draft.fields)
    afterWrite(db, [customerId])
    return { customerId, archiveNumber, changeSetId: recorder.changeSetId }
  })
}

/**
 * Writes what an edit changed. Fields that the form did not change are left alone, so that two forms do not
 * overwrite each other.
 *
 * Errors: not-found; conflict when a changed field holds something else than the form had seen; id-number-masked when
 * digits of a changed ID number are hidden.
 * Empty: nothing changed gives changeSetId null.
 */
export function editCustomer(
  db: WritableDb,
  customerId: number,
  typed: CustomerDraft,
  seen: CustomerDraft,
  act: Act,
  kind: 'customer-edited' | 'value-put-back' = 'customer-edited',
) {
  return db.transaction(() => {
    const stored = getCustomerDraft(db, customerId)
    const draft = withKnownIdNumber(db, customerId, normalise(db, typed, null))
    const changed = (Object.keys(draft) as (keyof CustomerDraft)[]).filter(
      field =>
        field !== 'fields' && !isSame(draft[field], seen[field]) && !isSame(draft[field], stored[field]),
    )
    const changedFields = changedKeys(draft.fields, seen.fields, stored.fields)
    if (changed.length + changedFields.length === 0) return { changeSetId: null }
    const differing = [
      ...changed.filter(field => !isSame(stored[field], seen[field])),
      ...changedFields
        .filter(key => !isSame(stored.fields[key], seen.fields[key]))
        .map(key => `field:${key}`),
    ]
    if (differing.length > 0) throw new AppError('conflict', { fields: differing.join(',') })
    const isIdNumberTyped = changed.includes('idNumber')
    if (isIdNumberTyped && isMasked(draft.idNumber)) throw new AppError('id-number-masked')
    checkFieldValues(db, draft.kind, draft.fields, new Set(changedFields.map(Number)))
    const recorder = beginChangeSet(db, { kind, actor: act.actor, madeAt: act.now })
    const next = {
      ...stored,
      ...Object.fromEntries(changed.map(field => [field, draft[field]])),
    } as CustomerDraft
    saveCardFields(db, recorder, customerId, next, { ...act, isIdNumberTyped })
    if (changed.includes('contactPoints')) saveContactPoints(db, recorder, customerId, next.contactPoints)
    if (changed.includes('tags')) saveTags(db, recorder, customerId, next.tags)
    saveFieldValues(db, recorder, customerId, mergedFields(stored.fields, draft.fields, changedFields))
    afterWrite(db, [customerId])
    return { changeSetId: recorder.changeSetId }
  })
}

/** Puts customers into the bin; those already there are passed over. Their orders leave all figures with them. */
export function deleteCustomers(
  db: WritableDb,
  customerIds: readonly number[],
  act: Act,
  tick: Tick = untold,
) {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, { kind: 'customers-deleted', actor: act.actor, madeAt: act.now })
    for (const wanted of inSteps([...new Set(customerIds)], tick)) {
      const ids = listOutsideBin(db, wanted)
      for (const customerId of ids) recorder.updated('customer', customerId, 'deleted_at', null, act.now)
      updateDeleted(db, ids, act.now)
      afterWrite(db, ids)
    }
    raiseRevision(db, 'orders')
    return { changeSetId: recorder.changeSetId }
  })
}

/** Brings up to date what follows from the cards of customers. */
export function afterWrite(db: WritableDb, customerIds: readonly number[]): void {
  refreshCustomerTotals(db, customerIds)
  queueForIndexing(db, customerIds)
  raiseRevision(db, 'customers')
}

/** Reads a customer's card as a form holds it. Errors: not-found. */
export function getCustomerDraft(db: ReadableDb, customerId: number): CustomerDraft {
  const stored = findCustomer(db, customerId)
  if (!stored) throw new AppError('not-found')
  return {
    kind: stored.kind,
    cardType: stored.card_type,
    name: stored.name,
    gender: stored.gender,
    birthOn: stored.birth_on,
    idNumber: shownCardValue('id_number', stored.id_number),
    occupation: stored.occupation,
    source: stored.source,
    note: stored.note,
    contactRefusedOn: stored.contact_refused_on,
    contactPoints: listContactPoints(db, customerId).map(({ kind, value }) => ({ kind, value })),
    tags: listCustomerTags(db, customerId).map(tag => tag.name),
    fields: getFieldValues(db, customerId),
  }
}

function normalise(db: ReadableDb, typed: CustomerDraft, kind: CustomerKind | null): CustomerDraft {
  return { ...normaliseDraft(typed), fields: normaliseFieldValues(db, typed.fields, kind) }
}

/** Keys of fields whose value the form changed, and which do not hold that already. */
function changedKeys(draft: FieldValues, seen: FieldValues, stored: FieldValues): string[] {
  const keys = new Set([draft, seen, stored].flatMap(values => Object.keys(values)))
  return [...keys].filter(key => !isSame(draft[key], seen[key]) && !isSame(draft[key], stored[key]))
}

function mergedFields(stored: FieldValues, draft: FieldValues, changed: readonly string[]): FieldValues {
  const kept = Object.entries(stored).filter(([key]) => !changed.includes(key))
  return Object.fromEntries([...kept, ...Object.entries(draft).filter(([key]) => changed.includes(key))])
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whoever types the very number that is stored changes nothing. */
function withKnownIdNumber(db: ReadableDb, customerId: number, draft: CustomerDraft): CustomerDraft {
  const stored = findCustomer(db, customerId)?.id_number ?? null
  if (stored === null || draft.idNumber !== stored) return draft
  return { ...draft, idNumber: shownCardValue('id_number', stored) }
}

function isMasked(idNumber: string | null): boolean {
  return idNumber?.includes('*') === true
}
