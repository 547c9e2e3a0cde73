import { parseDay } from './birth-date-text.ts'
import type { CurrencyCode } from './currency.ts'
import type { FieldValueKind } from './field.ts'
import { parseMoney } from './money.ts'

/** A day after all that can be typed. */
const farDay = '9999-12-31'

/**
 * Reads a number, an amount or a day as people type it.
 *
 * Empty: undefined for what is none.
 * Example: 'money', '¥1,234.5', CNY -> 123450; 'day', '2026年8月16日' -> '2026-08-16'
 */
export function readTypedValue(
  valueKind: Extract<FieldValueKind, 'number' | 'money' | 'day'>,
  text: string,
  currency: CurrencyCode,
): string | number | undefined {
  if (valueKind === 'day') return parseDay(text, farDay) ?? undefined
  if (valueKind === 'money') {
    const reading = parseMoney(text, currency)
    return reading.kind === 'read' ? reading.minor : undefined
  }
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}
