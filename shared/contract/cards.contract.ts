import { z } from 'zod'
import {
  CardChange,
  CardSuggestion,
  CardTurn,
  StopReasonCount,
  SuggestedCustomers,
  WinBack,
  WinBackDraft,
} from '#shared/domain/card.ts'
import { CustomerId } from '#shared/domain/customer.ts'
import type { Contract } from './method.ts'

const Saved = z.object({ changeSetId: z.int().nullable() })

export const cardsContract = {
  /** How a file went from card to card, and the attempts to win the customer back; newest first. */
  'cards.history': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.object({ changes: z.array(CardChange), winBacks: z.array(WinBack) }),
  },
  /** How many files each suggestion is for today. */
  'cards.countSuggestions': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.object({ counts: z.record(CardSuggestion, z.int()), idleDays: z.int() }),
  },
  /** The customers of one suggestion, the longest idle first; rows are asked for by `customers.listPage`. */
  'cards.openSuggestions': {
    kind: 'query',
    on: 'reader',
    request: z.object({ suggestion: CardSuggestion }),
    response: z.object({ listId: z.int().positive(), total: z.int() }),
  },
  /** Why former customers stopped, the most frequent reason first. */
  'cards.stopReasons': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.object({ total: z.int(), reasons: z.array(StopReasonCount) }),
  },
  /** Turns files to a card. To 旧客户卡 without a reason: `stop-reason-missing`. Files that have the card are left alone. */
  'cards.turn': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: z.array(CustomerId).min(1).max(10_000), turn: CardTurn }),
    response: Saved.extend({ turned: z.int() }),
  },
  /** Turns the customers of a suggestion to the card that it proposes. */
  'cards.confirm': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      suggestion: CardSuggestion,
      customers: SuggestedCustomers,
      stopReason: CardTurn.shape.stopReason,
      note: CardTurn.shape.note,
    }),
    response: Saved.extend({ turned: z.int() }),
  },
  /** Waves a suggestion off until the customer buys again. */
  'cards.dismiss': {
    kind: 'command',
    on: 'writer',
    request: z.object({ suggestion: CardSuggestion, customers: SuggestedCustomers }),
    response: Saved,
  },
  'cards.addWinBack': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, winBack: WinBackDraft }),
    response: Saved,
  },
  'cards.deleteWinBack': {
    kind: 'command',
    on: 'writer',
    request: z.object({ winBackId: z.int().positive() }),
    response: Saved,
  },
} as const satisfies Contract
