import type { CurrencyCode } from '#shared/domain/currency.ts'
import { parseMoney } from '#shared/domain/money.ts'

/** Reads typed money. Empty: null for nothing typed; undefined for what is no money. */
export function moneyOf(typed: string | undefined, currency: CurrencyCode): number | null | undefined {
  if (!typed?.trim()) return null
  const reading = parseMoney(typed, currency)
  return reading.kind === 'read' ? reading.minor : undefined
}
