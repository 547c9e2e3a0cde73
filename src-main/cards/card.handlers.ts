import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { WriterHandlers } from '#main/threads/thread-messages.ts'
import { tickOf } from '#main/threads/tick.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { countStopReasons } from './card.queries.ts'
import { addWinBack, getCardHistory, removeWinBack, turnCards } from './card.service.ts'
import {
  confirmSuggestion,
  countSuggestions,
  dismissSuggestion,
  listSuggestions,
} from './card-suggestion.service.ts'

/** Reads of the cards room that answer within a frame. */
export const cardQueries = (db: ReadableDb) =>
  ({
    'cards.history': ({ customerId }) => getCardHistory(db, customerId),
  }) satisfies Partial<Handlers>

/** Reads of the cards room that look at every customer. `publishList` hands the ids to main and names the list. */
export const cardListQueries = (db: ReadableDb, publishList: (ids: Int32Array) => number) =>
  ({
    'cards.countSuggestions': () => countSuggestions(db, now()),
    'cards.openSuggestions': ({ suggestion }) => {
      const ids = Int32Array.from(listSuggestions(db, suggestion, now()), ({ customerId }) => customerId)
      return { listId: publishList(ids), total: ids.length }
    },
    'cards.stopReasons': () => {
      const reasons = countStopReasons(db)
      return { total: reasons.reduce((sum, { count }) => sum + count, 0), reasons }
    },
  }) satisfies Partial<Handlers>

/** Writes of the cards room. `act` says who acts and when. */
export const cardCommands = (db: WritableDb, act: () => Act) =>
  ({
    'cards.turn': ({ customerIds, turn }) => turnCards(db, customerIds, turn, act()),
    'cards.confirm': (confirmation, job) => confirmSuggestion(db, confirmation, act(), tickOf(job, 'edit')),
    'cards.dismiss': ({ suggestion, customers }, job) =>
      dismissSuggestion(db, suggestion, customers, act(), tickOf(job, 'edit')),
    'cards.addWinBack': ({ customerId, winBack }) => addWinBack(db, customerId, winBack, act()),
    'cards.deleteWinBack': ({ winBackId }) => removeWinBack(db, winBackId, act()),
  }) satisfies Partial<WriterHandlers>

const now = () => ({ now: new Date().toISOString() })
