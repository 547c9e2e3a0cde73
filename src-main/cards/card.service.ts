import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CardChange, CardTurn, WinBack, WinBackDraft } from '#shared/domain/card.ts'
import type { CardType } from '#shared/domain/customer.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  deleteWinBack,
  findWinBack,
  insertCardChange,
  insertWinBack,
  listCardChanges,
  listCards,
  listWinBacks,
  updateCards,
} from './card.queries.ts'

/**
 * Reads how a file went from card to card, and the attempts to win the customer back, with those of the files that were
 * merged into it.
 *
 * Shape: newest first.
 */
export function getCardHistory(
  db: ReadableDb,
  customerId: number,
): { readonly changes: CardChange[]; readonly winBacks: WinBack[] } {
  return {
    changes: listCardChanges(db, customerId).map(row => ({
      cardChangeId: row.card_change_id,
      before: row.before,
      after: row.after,
      changedOn: row.changed_on,
      stopReason: row.stop_reason,
      note: row.note,
      mergedFrom: row.merged_into_id === null ? null : row.archive_number,
    })),
    winBacks: listWinBacks(db, customerId).map(row => ({
      winBackId: row.win_back_id,
      triedOn: row.tried_on,
      way: row.way,
      outcome: row.outcome,
      note: row.note,
    })),
  }
}

/**
 * Turns files to a card: number, history and everything on them stay. One act, taken back as one.
 *
 * Shape: `turned` counts the files that had another card; customers who are gone are passed over.
 * Errors: stop-reason-missing for a turn to 旧客户卡 without a reason.
 * Empty: changeSetId null when all had the card already.
 */
export function turnCards(
  db: WritableDb,
  customerIds: readonly number[],
  turn: CardTurn,
  act: Act,
  tick: Tick = untold,
) {
  if (turn.cardType === 'former' && turn.stopReason === null) throw new AppError('stop-reason-missing')
  const dated = { ...turn, changedOn: turn.changedOn ?? todayOf(db, act.now) }
  let turned = 0
  const changeSetId = changeTogether(db, factsOf(act), recorder => {
    for (const ids of inSteps([...new Set(customerIds)], tick)) {
      const others = listCards(db, ids).filter(card => card.card_type !== turn.cardType)
      turned += others.length
      for (const { customer_id, card_type, updated_at } of others) {
        recorder.updated('customer', customer_id, 'card_type', card_type, turn.cardType)
        recorder.updated('customer', customer_id, 'updated_at', updated_at, act.now)
        noteCardTurn(db, recorder, customer_id, card_type, dated, act)
      }
      updateCards(
        db,
        others.map(({ customer_id }) => customer_id),
        turn.cardType,
        act.now,
      )
    }
    if (turned > 0) raiseRevision(db, 'customers')
  })
  return { changeSetId, turned }
}

/** Notes a step of a file in its history; the card itself is written by the caller. */
export function noteCardTurn(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  before: CardType,
  turn: CardTurn,
  act: Act,
): void {
  const cardChangeId = insertCardChange(db, {
    customer_id: customerId,
    before,
    after: turn.cardType,
    changed_on: turn.changedOn ?? todayOf(db, act.now),
    stop_reason: turn.cardType === 'former' ? turn.stopReason : null,
    note: toStoredTextOrNull(turn.note),
  })
  recorder.inserted('card_change', cardChangeId)
}

/** Notes an attempt to win a customer back. Errors: not-found. */
export function addWinBack(db: WritableDb, customerId: number, draft: WinBackDraft, act: Act) {
  const facts = { kind: 'win-back-noted', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    if (listCards(db, [customerId]).length === 0) throw new AppError('not-found')
    const winBackId = insertWinBack(db, {
      customer_id: customerId,
      tried_on: draft.triedOn,
      way: draft.way,
      outcome: draft.outcome,
      note: toStoredTextOrNull(draft.note),
    })
    recorder.inserted('win_back', winBackId)
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

/** Removes an attempt. Errors: not-found. */
export function removeWinBack(db: WritableDb, winBackId: number, act: Act) {
  const facts = { kind: 'win-back-noted', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    if (!findWinBack(db, winBackId)) throw new AppError('not-found')
    recorder.deleting('win_back', winBackId)
    deleteWinBack(db, winBackId)
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

const factsOf = (act: Act) => ({ kind: 'cards-turned', actor: act.actor, madeAt: act.now })
