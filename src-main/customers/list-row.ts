import type { ReadableDb } from '#main/database/db.ts'
import { getFieldValuesOfMany, getFilledFieldIds } from '#main/fields/field-cell.service.ts'
import type { CustomerListRow, CustomerRow } from '#shared/domain/customer.ts'
import { bitsOfPoint } from './completeness.queries.ts'
import { getAskedKeys, prepareCompleteness } from './completeness.service.ts'
import {
  type ListedCard,
  type ListedPoint,
  listCards,
  listPointsOfMany,
  listTagNamesOfMany,
} from './list-row.queries.ts'
import { storedRegion } from './region.service.ts'

/**
 * Lists the rows of known ids, in their order.
 *
 * Shape: ids that are deleted or unknown are missing from the answer.
 * Cost: a few look-ups per id; meant for a page of at most some hundred.
 */
export function listCustomerRows(db: ReadableDb, customerIds: readonly number[]): CustomerRow[] {
  return readRows(db, customerIds).map(({ row }) => row)
}

/** The same with all that a column of the list like a sheet may show. Cost: with fields, one look-up more per value. */
export function listSheetRows(
  db: ReadableDb,
  customerIds: readonly number[],
  fieldIds: readonly number[],
): CustomerListRow[] {
  const fields = getFieldValuesOfMany(db, customerIds, fieldIds)
  return readRows(db, customerIds).map(({ row, card, points }) => ({
    ...row,
    wechat: points?.wechat?.value ?? null,
    source: card.source,
    contactRefusedOn: card.contact_refused_on,
    region: points?.address === undefined ? null : regionOf(db, points.address),
    fields: fields.get(row.customerId) ?? {},
  }))
}

/** The contact points of a customer that are shown first, and the bits of all. */
type FirstPoints = Partial<Record<ListedPoint['kind'], ListedPoint>> & { filled: number }

function readRows(db: ReadableDb, customerIds: readonly number[]) {
  const cards = listCards(db, customerIds)
  const firstPoints = firstPointsOf(listPointsOfMany(db, customerIds))
  const tags = new Map<number, string[]>()
  for (const { customer_id, name } of listTagNamesOfMany(db, customerIds)) {
    const names = tags.get(customer_id)
    if (names) names.push(name)
    else tags.set(customer_id, [name])
  }
  const { ownFieldIds, percentOf } = prepareCompleteness(getAskedKeys(db))
  const own = getFilledFieldIds(db, customerIds, ownFieldIds)
  return cards.map(card => {
    const points = firstPoints.get(card.customer_id)
    const filled = card.filled | (points?.filled ?? 0)
    const completeness = percentOf(card, filled, own.get(card.customer_id))
    return { card, points, row: toRow(card, points, tags.get(card.customer_id) ?? [], completeness) }
  })
}

function firstPointsOf(points: readonly ListedPoint[]): ReadonlyMap<number, FirstPoints> {
  const found = new Map<number, FirstPoints>()
  for (const point of points) {
    const ofCustomer = found.get(point.customer_id) ?? { filled: 0 }
    found.set(point.customer_id, ofCustomer)
    const first = ofCustomer[point.kind]
    if (first === undefined || point.position < first.position) ofCustomer[point.kind] = point
    ofCustomer.filled |= bitsOfPoint(point.kind, point.province !== null)
  }
  return found
}

function toRow(
  card: ListedCard,
  points: FirstPoints | undefined,
  tags: string[],
  completeness: number,
): CustomerRow {
  return {
    customerId: card.customer_id,
    archiveNumber: card.archive_number,
    kind: card.kind,
    cardType: card.card_type,
    name: card.name,
    gender: card.gender,
    birthOn: card.birth_on,
    occupation: card.occupation,
    phone: points?.phone?.value ?? null,
    address: points?.address?.value ?? null,
    email: points?.email?.value ?? null,
    tags,
    isContactRefused: card.contact_refused_on !== null,
    total: {
      orderCount: card.order_count ?? 0,
      spendMinor: card.spend_minor ?? 0,
      returnCount: card.return_count ?? 0,
      firstOn: card.first_on,
      lastOn: card.last_on,
    },
    completeness,
    knownOn: card.known_on,
  }
}

function regionOf(db: ReadableDb, point: ListedPoint): CustomerListRow['region'] {
  const { province, city, district } = storedRegion(db, point.value, point)
  return { province, city, district }
}
