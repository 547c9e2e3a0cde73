import { noteCardTurn } from '#main/cards/card.service.ts'
import type { Act, ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContactPoint, CustomerDraft } from '#shared/domain/customer.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import {
  deleteContactPoint,
  deleteCustomerTag,
  findCustomer,
  findTagId,
  insertContactPoint,
  insertCustomerTag,
  insertTag,
  listContactPoints,
  listCustomerTags,
  updateContactPoint,
  updateCustomer,
} from './customer.queries.ts'
import type { CustomerTable, RegionColumns } from './customer.table.ts'
import { contactPointKey } from './customer-draft.ts'
import { nameKeysOf } from './name-keys.service.ts'
import { readRegion, regionByHand } from './region.service.ts'

/** Names the columns of a card with what was typed for them; a name brings its sort keys along. */
export function cardColumnsOf(draft: CustomerDraft) {
  const { name, kind, cardType, gender, birthOn, idNumber, occupation, source, note, contactRefusedOn } =
    draft
  return {
    ...{ name, ...nameKeysOf(name), kind, card_type: cardType, gender, birth_on: birthOn },
    ...{ id_number: idNumber, occupation, source, note, contact_refused_on: contactRefusedOn },
  }
}

/** Writes the fields of the card; one of another type is a step of its history. A resident ID number is written only where it was typed: a form knows its mask alone. */
export function saveCardFields(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  draft: CustomerDraft,
  act: Act & { readonly isIdNumberTyped: boolean },
): void {
  const stored = findCustomer(db, customerId) as unknown as CustomerTable &
    Record<string, string | number | null>
  const { id_number, ...others } = cardColumnsOf(draft)
  const columns = {
    ...others,
    ...(act.isIdNumberTyped ? { id_number } : {}),
    facts_on: newestDay(stored.facts_on, todayOf(db, act.now)),
    updated_at: act.now,
  }
  for (const [column, value] of Object.entries(columns))
    recorder.updated('customer', customerId, column, stored[column] ?? null, value)
  updateCustomer(db, customerId, columns)
  if (stored.card_type === draft.cardType) return
  const turn = { cardType: draft.cardType, changedOn: null, stopReason: null, note: null }
  noteCardTurn(db, recorder, customerId, stored.card_type, turn, act)
}

/** What was typed is as new as the day of typing: documents of earlier days do not replace it. */
function newestDay(factsOn: CalendarDate | null, day: CalendarDate): CalendarDate {
  return factsOn !== null && factsOn > day ? factsOn : day
}

/** Contact points are a set per kind: kept ones keep their row, so that their history stays with them. */
export function saveContactPoints(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  points: readonly ContactPoint[],
): void {
  const stored = listContactPoints(db, customerId)
  const positions = new Map<string, number>()
  const wanted = points.map(point => {
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
    const before = recorder.count
    for (const [column, value] of Object.entries(columns))
      recorder.updated(
        'contact_point',
        same.contact_point_id,
        column,
        same[column as keyof typeof columns],
        value,
      )
    if (recorder.count > before) updateContactPoint(db, same.contact_point_id, columns)
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

/** Puts tags on a customer and takes others off, so that these are left. */
export function saveTags(
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

/** Finds a tag by name; one that does not exist is made. */
export function getTagId(db: WritableDb, recorder: ChangeRecorder, name: string): number {
  const existing = findTagId(db, name)
  if (existing !== undefined) return existing
  const tagId = insertTag(db, name)
  recorder.inserted('tag', tagId)
  return tagId
}
