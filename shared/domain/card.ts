import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CardType, CustomerId } from './customer.ts'
import { SelectedCustomers } from './selected-customers.ts'

/** Why a customer no longer buys. `unknown`: asked, and nobody knows. */
export const StopReason = z.enum([
  'price',
  'quality',
  'service',
  'delivery',
  'no-need',
  'moved',
  'competitor',
  'other',
  'unknown',
])
export type StopReason = z.infer<typeof StopReason>

const Note = z.string().trim().max(1000, { error: 'too-long' }).nullable()

/** One step of a file from card to card; a reason only where trade stopped. `mergedFrom`: the number of the merged file that took it. */
export const CardChange = z.object({
  cardChangeId: z.int().positive(),
  before: CardType,
  after: CardType,
  changedOn: CalendarDate,
  stopReason: StopReason.nullable(),
  note: Note,
  mergedFrom: z.string().nullable(),
})
export type CardChange = z.infer<typeof CardChange>

/** How a former customer was approached. */
export const WinBackWay = z.enum(['phone', 'message', 'visit', 'gift', 'offer', 'other'])
export type WinBackWay = z.infer<typeof WinBackWay>

/** What came of it. */
export const WinBackOutcome = z.enum(['won', 'open', 'lost', 'unreachable'])
export type WinBackOutcome = z.infer<typeof WinBackOutcome>

/** What is typed of an attempt to win a former customer back. */
export const WinBackDraft = z.object({
  triedOn: CalendarDate,
  way: WinBackWay,
  outcome: WinBackOutcome,
  note: Note,
})
export type WinBackDraft = z.infer<typeof WinBackDraft>

/** An attempt to win a former customer back. */
export const WinBack = WinBackDraft.extend({ winBackId: z.int().positive() })
export type WinBack = z.infer<typeof WinBack>

/** Turns files to a card. The reason is asked for where trade stopped; `changedOn` null: today. */
export const CardTurn = z.object({
  cardType: CardType,
  changedOn: CalendarDate.nullable(),
  stopReason: StopReason.nullable(),
  note: Note,
})
export type CardTurn = z.infer<typeof CardTurn>

/**
 * Why a card is proposed: a lead bought (-> active), an active customer has not bought for the set days (-> former), a former
 * one bought again (-> active).
 */
export const CardSuggestion = z.enum(['first-order', 'idle', 'back-again'])
export type CardSuggestion = z.infer<typeof CardSuggestion>

/** The card that each suggestion proposes. */
export const proposedCard = {
  'first-order': 'active',
  idle: 'former',
  'back-again': 'active',
} as const satisfies Record<CardSuggestion, CardType>

/** How many former customers stopped for a reason; `stopReason` null: never asked. */
export const StopReasonCount = z.object({ stopReason: StopReason.nullable(), count: z.int() })
export type StopReasonCount = z.infer<typeof StopReasonCount>

/** Names customers of a suggestion: all of them but some, or some. */
export const SuggestedCustomers = z.union([
  z.object({ all: z.literal(true), except: z.array(CustomerId).max(10_000) }),
  z.object({ all: z.literal(false), customerIds: SelectedCustomers }),
])
export type SuggestedCustomers = z.infer<typeof SuggestedCustomers>
