import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { StopReason, WinBackOutcome, WinBackWay } from '#shared/domain/card.ts'
import type { CardType } from '#shared/domain/customer.ts'

/** One step of a file from card to card. */
export interface CardChangeTable {
  card_change_id: Generated<number>
  customer_id: number
  before: CardType
  after: CardType
  changed_on: CalendarDate
  /** Only of a step to 'former'. */
  stop_reason: StopReason | null
  note: string | null
}

/** An attempt to win a former customer back. */
export interface WinBackTable {
  win_back_id: Generated<number>
  customer_id: number
  tried_on: CalendarDate
  way: WinBackWay
  outcome: WinBackOutcome
  note: string | null
}

/** A proposed card that was waved off; it holds while the customer's last purchase is the same. */
export interface CardDismissalTable {
  card_dismissal_id: Generated<number>
  customer_id: number
  card_type: CardType
  last_on: CalendarDate | null
}
