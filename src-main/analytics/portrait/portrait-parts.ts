import type { PortraitSection, PortraitSentence } from '#shared/domain/portrait.ts'
import type { PurchaseHabits } from './purchase-habits.ts'

/** What a portrait says, before it is put into the fixed sections. */
export type PortraitParts = {
  readonly habits: PurchaseHabits
  readonly customerCount: number
  readonly refusedCount: number
  readonly told: Readonly<Record<PortraitSection, readonly PortraitSentence[]>>
}
