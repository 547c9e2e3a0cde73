import { beginChangeSet, type ChangeRecorder } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { listOpeningBalances, listSalesOrders } from '#main/orders/sales-order.service.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContactPoint, CustomerDraft, CustomerRow } from '#shared/domain/customer.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { formatArchiveNumber, takeArchiveNumbers } from './archive-number.service.ts'
import {
  deleteContactPoint,
  deleteCustomerTag,
  findCustomer,
  findTagId,
  insertContactPoint,
  insertCustomer,
  insertCustomerTag,
  insertTag,
  listContactPoints,
  listCustomerIds,
  listCustomerRows,
  listCustomerTags,
  listIdentities,
  updateContactPoint,
  updateCustomer,
} from './customer.queries.ts'
import type { CustomerTable } from './customer.table.ts'
import { contactPointKey, normaliseDraft } from './customer-draft.ts'
import { type RegionColumns, readRegion, regionByHand, storedRegion } from './region.service.ts'

/** Who acts and when; `now` is an instant in UTC. */
export type Act = { readonly actor: string; readonly now: string }

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
  const row = listCustomerRows(db, [customerId])[0]
  const stored = findCustomer(db, customerId)
  if (!row || !stored) throw new AppError('not-found')
  const orders = listSalesOrders(db, customerId, orderLimit)
  return {
    ...row,
    source: stored.source,
    note: stored.note,
    legacyNumber: stored.legacy_number,
    contactRefusedOn: stored.contact_refused_on,
    contactPoints: listContactPoints(db, customerId).map(({ kind, value, ...region }) =>
      kind === 'address' ? { kind, value, region: storedRegion(db, value, region) } : { kind, value },
    ),
    identities: listIdentities(db, customerId),
    openingBalances: listOpeningBalances(db, customerId),
    orders: orders.orders,
    allOrderCount: orders.total,
    createdAt: stored.created_at,
    updatedAt: stored.updated_at,
  }
}

/** Opens a new file under the next archive number of its class. */
export function createCustomer(db: WritableDb, typed: CustomerDraft, act: Act) {
  return db.transaction(() => {
    const draft = normaliseDraft(typed)
    const { prefix, first } = takeArchiveNumbers(db, draft.kind, 1)
    const archiveNumber = formatArchiveNumber(prefix, first)
    const customerId = insertCustomer(db, {
      ...toColumns(draft),
      archive_number: archiveNumber,
      id_number: null,
      legacy_number: null,
      facts_on: null,
      import_batch_id: null,
      created_at: act.now,
      updated_at: act.now,
      deleted_at: null,
      merged_into_id: null,
    })
    const recorder = beginChangeSet(db, { kind: 'customer-created', actor: act.actor, madeAt: act.now })
    recorder.inserted('customer', customerId)
    saveContactPoints(db, recorder, customerId, draft)
    saveTags(db, recorder, customerId, draft.tags)
    afterWrite(db, [customerId])
    return { customerId, archiveNumber, changeSetId: recorder.changeSetId }
  })
}

/**
 * Writes what an edit changed. Fields that the form did not change are left alone, so that two forms do not
 * overwrite each other.
 *
 * Errors: not-found; conflict when a changed field holds something else than the form had seen.
 * Empty: nothing changed gives changeSetId null.
 */
export function editCustomer(
  db: WritableDb,
  customerId: number,
  typed: CustomerDraft,
  seen: CustomerDraft,
  act: Act,
) {
  return db.transaction(() => {
    const stored = getDraft(db, customerId)
    const draft = normaliseDraft(typed)
    const changed = (Object.keys(draft) as (keyof CustomerDraft)[]).filter(
      field => !isSame(draft[field], seen[field]) && !isSame(draft[field], stored[field]),
    )
    if (changed.length === 0) return { changeSetId: null }
    const differing = changed.filter(field => !isSame(stored[field], seen[field]))
    if (differing.length > 0) throw new AppError('conflict', { fields: differing.join(',') })
    const recorder = beginChangeSet(db, { kind: 'customer-edited', actor: act.actor, madeAt: act.now })
    const next = {
      ...stored,
      ...Object.fromEntries(changed.map(field => [field, draft[field]])),
    } as CustomerDraft
    saveColumns(db, recorder, customerId, next, act)
    if (changed.includes('contactPoints')) saveContactPoints(db, recorder, customerId, next)
    if (changed.includes('tags')) saveTags(db, recorder, customerId, next.tags)
    afterWrite(db, [customerId])
    return { changeSetId: recorder.changeSetId }
  })
}

/** Puts customers into the bin; those already there are passed over. Their orders leave all figures with them. */
export function deleteCustomers(db: WritableDb, customerIds: readonly number[], act: Act) {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, { kind: 'customers-deleted', actor: act.actor, madeAt: act.now })
    for (const customerId of customerIds) {
      if (!findCustomer(db, customerId)) continue
      updateCustomer(db, customerId, { deleted_at: act.now })
      recorder.updated('customer', customerId, 'deleted_at', null, act.now)
    }
    raiseRevision(db, 'orders')
    afterWrite(db, customerIds)
    return { changeSetId: recorder.changeSetId }
  })
}

function afterWrite(db: WritableDb, customerIds: readonly number[]): void {
  refreshCustomerTotals(db, customerIds)
  queueForIndexing(db, customerIds)
  raiseRevision(db, 'customers')
}

function getDraft(db: ReadableDb, customerId: number): CustomerDraft {
  const stored = findCustomer(db, customerId)
  if (!stored) throw new AppError('not-found')
  return {
    kind: stored.kind,
    cardType: stored.card_type,
    name: stored.name,
    gender: stored.gender,
    birthOn: stored.birth_on,
    occupation: stored.occupation,
    source: stored.source,
    note: stored.note,
    contactRefusedOn: stored.contact_refused_on,
    contactPoints: listContactPoints(db, customerId).map(({ kind, value }) => ({ kind, value })),
    tags: listCustomerTags(db, customerId).map(tag => tag.name),
  }
}

/** What was typed is as new as the day of typing: documents of earlier days do not replace it. */
function newestDay(factsOn: CalendarDate | null, day: CalendarDate): CalendarDate {
  return factsOn !== null && factsOn > day ? factsOn : day
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function toColumns(draft: CustomerDraft) {
  return {
    kind: draft.kind,
    card_type: draft.cardType,
    name: draft.name,
    name_sort: nameSortKey(draft.name),
    gender: draft.gender,
    birth_on: draft.birthOn,
    occupation: draft.occupation,
    source: draft.source,
    note: draft.note,
    contact_refused_on: draft.contactRefusedOn,
  }
}

function saveColumns(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  draft: CustomerDraft,
  act: Act,
): void {
  const stored = findCustomer(db, customerId) as unknown as CustomerTable &
    Record<string, string | number | null>
  const columns = {
    ...toColumns(draft),
    facts_on: newestDay(stored.facts_on, dayIn(getArchiveSettings(db).timeZone, new Date(act.now))),
    updated_at: act.now,
  }
  for (const [column, value] of Object.entries(columns))
    recorder.updated('customer', customerId, column, stored[column] ?? null, value)
  updateCustomer(db, customerId, columns)
}

/** Contact points are a set per kind: kept ones keep their row, so that their history stays with them. */
function saveContactPoints(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  draft: CustomerDraft,
): void {
  const stored = listContactPoints(db, customerId)
  const positions = new Map<string, number>()
  const wanted = draft.contactPoints.map(point => {
    const position = positions.get(point.kind) ?? 0
    positions.set(point.kind, position + 1)
    const { correctedRegion, ...typed } = point
    return { ...typed, correctedRegion, position, match_key: contactPointKey(point.kind, point.value) }
  })
  const isWanted = new Set(wanted.map(point => `${point.kind} ${point.match_key}`))
  for (const point of stored)
    if (!isWanted.has(`${point.kind} ${point.match_key}`)) {
      recorder.deleting('contact_point', point.contact_point_id)
      deleteContactPoint(db, point.contact_point_id)
    }
  for (const { correctedRegion, ...point } of wanted) {
    const same = stored.find(one => one.kind === point.kind && one.match_key === point.match_key)
    const region = regionColumns(db, point, correctedRegion, same)
    if (!same) {
      const row = { customer_id: customerId, ...point, ...region }
      recorder.inserted('contact_point', insertContactPoint(db, row))
      continue
    }
    const columns = { value: point.value, position: point.position, ...region }
    for (const [column, value] of Object.entries(columns))
      recorder.updated(
        'contact_point',
        same.contact_point_id,
        column,
        same[column as keyof typeof columns],
        value,
      )
    updateContactPoint(db, same.contact_point_id, columns)
  }
}

/** The region of an address; one that is known stays, unless it was just set by hand. */
function regionColumns(
  db: ReadableDb,
  { kind, value }: ContactPoint,
  byHand: RegionNames | undefined,
  stored: RegionColumns | undefined,
): RegionColumns {
  const corrected = byHand && regionByHand(byHand)
  const isKept =
    !corrected && stored !== undefined && (kind !== 'address' || stored.region_confidence !== null)
  if (isKept) {
    const { region_code, province, city, district, region_confidence } = stored
    return { region_code, province, city, district, region_confidence }
  }
  const region = kind === 'address' ? (corrected ?? readRegion(db, value)) : null
  return {
    region_code: region?.code ?? null,
    province: region?.province ?? null,
    city: region?.city ?? null,
    district: region?.district ?? null,
    region_confidence: region?.confidence ?? null,
  }
}

function saveTags(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  tags: readonly string[],
): void {
  const stored = listCustomerTags(db, customerId)
  for (const tag of stored)
    if (!tags.includes(tag.name)) {
      recorder.deleting('customer_tag', tag.customer_tag_id)
      deleteCustomerTag(db, tag.customer_tag_id)
    }
  for (const name of tags) {
    if (stored.some(tag => tag.name === name)) continue
    recorder.inserted('customer_tag', insertCustomerTag(db, customerId, getTagId(db, recorder, name)))
  }
}

function getTagId(db: WritableDb, recorder: ChangeRecorder, name: string): number {
  const existing = findTagId(db, name)
  if (existing !== undefined) return existing
  const tagId = insertTag(db, name)
  recorder.inserted('tag', tagId)
  return tagId
}
