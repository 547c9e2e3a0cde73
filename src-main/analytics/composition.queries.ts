import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CardType, Gender } from '#shared/domain/customer.ts'

/** What is told apart of a customer: [customer, card, gender, birth date, source, province]. */
export type CustomerTraits = readonly [
  customerId: number,
  cardType: CardType,
  gender: Gender | null,
  birthOn: string | null,
  source: string | null,
  province: string | null,
]

/** All customers outside the bin with the province of the address that is shown first; public for the query-plan test. */
export const customerTraitsSql = `SELECT customer_id, card_type, gender, birth_on, nullif(source, ''),
  (SELECT province FROM contact_point
   WHERE contact_point.customer_id = customer.customer_id AND kind = 'address' ORDER BY position LIMIT 1)
FROM customer WHERE deleted_at IS NULL ORDER BY customer_id`

/** Walks through all customers outside the bin, by id. */
export function iterateCustomerTraits(db: ReadableDb): Iterable<CustomerTraits> {
  return db.prepareReadArrays<CustomerTraits>(customerTraitsSql).iterate()
}

/** The cards that were changed after a day: what each was before, the latest change first. */
export function listCardsBeforeChange(db: ReadableDb, day: CalendarDate) {
  return db
    .prepareReadArrays<readonly [customerId: number, before: CardType]>(
      `SELECT customer_id, before FROM card_change WHERE changed_on > ?
       ORDER BY changed_on DESC, card_change_id DESC`,
    )
    .all(day)
}
