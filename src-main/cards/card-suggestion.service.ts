import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getArchiveSettings, todayOf } from '#main/settings/setting.service.ts'
import { selectedIds } from '#main/threads/selected-ids.ts'
import { type Tick, untold } from '#main/threads/tick.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { CardSuggestion, type CardTurn, proposedCard, type SuggestedCustomers } from '#shared/domain/card.ts'
import {
  countSuggested,
  findDismissal,
  insertDismissal,
  listSuggested,
  updateDismissal,
} from './card.queries.ts'
import { turnCards } from './card.service.ts'

/** What the operator answers to suggestions. */
export type Confirmation = {
  readonly suggestion: CardSuggestion
  readonly customers: SuggestedCustomers
} & Pick<CardTurn, 'stopReason' | 'note'>

/**
 * Lists the customers for whom another card is proposed: leads who bought, active ones who have not bought for the set
 * days, former ones who bought after they stopped.
 *
 * Shape: who last bought longest ago comes first; waved-off ones are left out until they buy again.
 */
export function listSuggestions(
  db: ReadableDb,
  suggestion: CardSuggestion,
  { now }: Pick<Act, 'now'>,
): { readonly customerId: number; readonly lastOn: CalendarDate }[] {
  return listSuggested(db, suggestion, proposedCard[suggestion], idleBefore(db, now))
}

/** Counts the customers of each suggestion. */
export function countSuggestions(db: ReadableDb, act: Pick<Act, 'now'>) {
  const before = idleBefore(db, act.now)
  const count = (suggestion: CardSuggestion) =>
    countSuggested(db, suggestion, proposedCard[suggestion], before)
  return {
    counts: Object.fromEntries(CardSuggestion.options.map(one => [one, count(one)])) as Record<
      CardSuggestion,
      number
    >,
    idleDays: getArchiveSettings(db).idleDays,
  }
}

/**
 * Turns the customers of a suggestion to the card that it proposes; those for whom it is no longer proposed stay.
 *
 * Errors: stop-reason-missing where trade stopped and no reason was given.
 */
export function confirmSuggestion(
  db: WritableDb,
  { suggestion, customers, ...why }: Confirmation,
  act: Act,
  tick: Tick = untold,
) {
  return db.transaction(() => {
    const chosen = chosenOf(listSuggestions(db, suggestion, act), customers)
    const turn = { cardType: proposedCard[suggestion], changedOn: null, ...why }
    return turnCards(
      db,
      chosen.map(({ customerId }) => customerId),
      turn,
      act,
      tick,
    )
  })
}

/** Waves a suggestion off for customers, until they buy again. Empty: changeSetId null when it was nobody's. */
export function dismissSuggestion(
  db: WritableDb,
  suggestion: CardSuggestion,
  customers: SuggestedCustomers,
  act: Act,
  tick: Tick = untold,
) {
  const facts = { kind: 'card-dismissed', actor: act.actor, madeAt: act.now }
  const cardType = proposedCard[suggestion]
  const changeSetId = changeTogether(db, facts, recorder => {
    const chosen = chosenOf(listSuggestions(db, suggestion, act), customers)
    for (const [at, { customerId, lastOn }] of chosen.entries()) {
      if (at % 1000 === 0) tick(at, chosen.length)
      const stored = findDismissal(db, customerId, cardType)
      if (stored) {
        recorder.updated('card_dismissal', stored.card_dismissal_id, 'last_on', stored.last_on, lastOn)
        updateDismissal(db, stored.card_dismissal_id, lastOn)
        continue
      }
      const dismissal = { customer_id: customerId, card_type: cardType, last_on: lastOn }
      recorder.inserted('card_dismissal', insertDismissal(db, dismissal))
    }
  })
  return { changeSetId }
}

function idleBefore(db: ReadableDb, now: string): CalendarDate {
  return addDays(todayOf(db, now), -getArchiveSettings(db).idleDays)
}

function chosenOf<One extends { readonly customerId: number }>(
  suggested: readonly One[],
  customers: SuggestedCustomers,
): readonly One[] {
  const named = new Set(customers.all ? customers.except : selectedIds(customers.customerIds))
  return suggested.filter(({ customerId }) => named.has(customerId) !== customers.all)
}
