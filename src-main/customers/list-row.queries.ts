import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CardType, CustomerKind } from '#shared/domain/customer.ts'
import { filledColumnsSql, knownOnSql } from './completeness.queries.ts'
import type { RegionColumns } from './customer.table.ts'

/** The card of a row and its totals. `filled`: the bits of its columns. */
export type ListedCard = {
  readonly customer_id: number
  readonly archive_number: string
  readonly kind: CustomerKind
  readonly card_type: CardType
  readonly name: string
  readonly gender: 'female' | 'male' | null
  readonly birth_on: string | null
  readonly occupation: string | null
  readonly source: string | null
  readonly contact_refused_on: CalendarDate | null
  readonly order_count: number | null
  readonly spend_minor: number | null
  readonly return_count: number | null
  readonly first_on: CalendarDate | null
  readonly last_on: CalendarDate | null
  readonly known_on: CalendarDate
  readonly filled: number
}

/** A contact point of a row. */
export type ListedPoint = RegionColumns & {
  readonly customer_id: number
  readonly kind: 'phone' | 'address' | 'email' | 'wechat'
  readonly position: number
  readonly value: string
}

/**
 * The statements behind a page of a list; public for the query-plan test. Each goes through what it reads of a customer once:
 * most of a page's time is decrypting.
 */
export const listRowSql = {
  cards: `
    SELECT customer.customer_id, archive_number, kind, card_type, name, gender, birth_on, occupation, source,
      contact_refused_on, order_count, spend_minor, return_count, first_on, last_on, ${knownOnSql} AS known_on,
      ${filledColumnsSql} AS filled
    FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
    LEFT JOIN customer_total ON customer_total.customer_id = customer.customer_id
    WHERE customer.deleted_at IS NULL
    ORDER BY wanted.key`,
  points: `
    SELECT point.customer_id, kind, position, point.value, region_code, province, city, district, region_confidence
    FROM json_each(?) AS wanted
    CROSS JOIN contact_point AS point INDEXED BY contact_point_customer_id ON point.customer_id = wanted.value`,
  tags: `
    SELECT customer_tag.customer_id, tag.name
    FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_tag.customer_id = wanted.value
    CROSS JOIN tag USING (tag_id)
    ORDER BY tag_id`,
} as const

/** Reads the cards of customers outside the bin, in the order of the ids. */
export function listCards(db: ReadableDb, customerIds: readonly number[]): ListedCard[] {
  return db.prepareRead<ListedCard>(listRowSql.cards).all(JSON.stringify(customerIds))
}

/** Reads the contact points of customers, in no order. */
export function listPointsOfMany(db: ReadableDb, customerIds: readonly number[]): ListedPoint[] {
  return db.prepareRead<ListedPoint>(listRowSql.points).all(JSON.stringify(customerIds))
}

/** Reads the names of the tags of customers, those of one in the order in which tags came to be. */
export function listTagNamesOfMany(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customer_id: number; name: string }>(listRowSql.tags)
    .all(JSON.stringify(customerIds))
}
