import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CreditDraft, type CreditTerms } from '#shared/domain/credit.ts'
import { listCardTerms, listNewestTerms } from './credit.queries.ts'

/**
 * Says what holds for some customers on a day: what was decided last, else what the card says, which has no day.
 *
 * Empty: a customer of whom neither says anything is not in the answer.
 */
export function termsOf(
  db: ReadableDb,
  customerIds: readonly number[],
  asOf: CalendarDate,
): ReadonlyMap<number, CreditTerms> {
  const terms = new Map<number, CreditTerms>()
  for (const { customer_id, field, value, grade } of listCardTerms(db, customerIds)) {
    const known = terms.get(customer_id) ?? { ...nothingSaid }
    if (field === 'credit-grade') known.grade = grade
    else if (field === 'credit-limit') known.limitMinor = wholeOrNull(value)
    else known.termDays = wholeOrNull(value)
    terms.set(customer_id, known)
  }
  for (const { customer_id, dated_on, content } of listNewestTerms(db, customerIds, asOf)) {
    const decided = CreditDraft.parse({
      kind: 'terms',
      datedOn: dated_on,
      ...(JSON.parse(content) as object),
    })
    if (decided.kind !== 'terms') continue
    terms.set(customer_id, {
      ...{ source: 'decision', grade: decided.grade, limitMinor: decided.limitMinor },
      ...{ termDays: decided.termDays, decidedOn: decided.datedOn, reviewer: decided.reviewer },
      ...{ nextReviewOn: decided.nextReviewOn, isExpired: decided.nextReviewOn < asOf },
    })
  }
  return terms
}

const nothingSaid: CreditTerms = {
  ...{ source: 'card', grade: null, limitMinor: null, termDays: null },
  ...{ decidedOn: null, reviewer: null, nextReviewOn: null, isExpired: false },
}

const wholeOrNull = (value: string | number) => {
  const number = Math.round(Number(value))
  return Number.isSafeInteger(number) && number >= 0 ? number : null
}
