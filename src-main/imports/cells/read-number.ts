import type { RawCell } from '#main/imports/raw-row.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { splitCurrencyMarks } from '#shared/domain/currency-mark.ts'
import { type MoneyReading, moneyFromNumber, parseMoney } from '#shared/domain/money.ts'
import {
  type CellReading,
  damagedCell,
  errorCell,
  isProblem,
  otherCurrencyCell,
  unreadableCell,
} from './cell-problem.ts'
import { readFolded } from './cell-text.ts'

const microPerMajor = 1_000_000
/** A number with a unit behind it: 3件, 2.5 kg. Not a slash, which would be a fraction or a date. */
const countedThing = /^[×x*]?\s*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*(?:[\p{L}]{1,4})?$/u
const myriads = /(\d[\d,]*)(?:\.(\d+))?\s*万(?=\s*(?:元|圆|块|人民币|rmb|cny)?$)/i
const blankNumbers = /^(?:无|暂无|未知|—|-)$/

/**
 * Reads money of the archive's currency.
 *
 * Units: minor units.
 * Example: '￥1,234.50', CNY -> 123450; '$5', CNY -> other-currency
 */
export function readMoney(cell: RawCell | undefined, currency: CurrencyCode): CellReading<number> {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return moneyOf(moneyFromNumber(cell, currency))
  if (typeof cell !== 'string') return problemOfCell(cell)
  const text = readFolded(cell)
  if (typeof text !== 'string') return text
  if (blankNumbers.test(text)) return null
  return isExponent(text) ? damagedCell : moneyOf(parseMoney(spellOutMyriads(text), currency))
}

/**
 * Reads the price of one piece.
 *
 * Units: integer of 10^-6 major units; further decimals are rounded.
 * Example: '3.3333', CNY -> 3333300
 */
export function readUnitPrice(cell: RawCell | undefined, currency: CurrencyCode): CellReading<number> {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return toMicro(cell)
  if (typeof cell !== 'string') return problemOfCell(cell)
  const text = readFolded(cell)
  if (typeof text !== 'string') return text
  if (blankNumbers.test(text)) return null
  const { number, currencies } = splitCurrencyMarks(text.toUpperCase())
  if (currencies && !currencies.includes(currency)) return otherCurrencyCell
  const plain = number.replace(/^([+-]?\d{1,3}(?:,\d{3})+)(\.\d+)?$/, match => match.replaceAll(',', ''))
  return /^[+-]?\d*\.?\d+$/.test(plain) ? toMicro(Number(plain)) : unreadableCell
}

/**
 * Reads how many or how much of a product; a unit behind the number is left out.
 *
 * Example: '3件' -> 3; '-2' -> -2; '2.5 kg' -> 2.5
 */
export function readQuantity(cell: RawCell | undefined): CellReading<number> {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : unreadableCell
  if (typeof cell !== 'string') return problemOfCell(cell)
  const text = readFolded(cell)
  if (typeof text !== 'string') return text
  if (blankNumbers.test(text)) return null
  const found = countedThing.exec(text.replace('−', '-'))
  return found ? Number(found[1]?.replaceAll(',', '')) : unreadableCell
}

/** Reads a whole number that is not negative: how often somebody bought. Example: '12次' -> 12 */
export function readCount(cell: RawCell | undefined): CellReading<number> {
  const quantity = readQuantity(cell)
  if (quantity === null || isProblem(quantity)) return quantity
  return Number.isSafeInteger(quantity) && quantity >= 0 ? quantity : unreadableCell
}

/** Writes 万 out: 1.2万 -> 12000, 3万5 stays as it is. */
function spellOutMyriads(text: string): string {
  return text.replace(myriads, (_, whole: string, decimals = '') => {
    const digits = whole.replaceAll(',', '') + decimals.slice(0, 4).padEnd(4, '0')
    return decimals.length > 4 ? `${digits}.${decimals.slice(4)}` : digits
  })
}

function moneyOf(reading: MoneyReading): CellReading<number> {
  if (reading.kind === 'read') return reading.minor
  if (reading.reason === 'empty') return null
  return reading.reason === 'other-currency' ? otherCurrencyCell : unreadableCell
}

function toMicro(value: number): CellReading<number> {
  const micro = Math.round(value * microPerMajor)
  return Number.isSafeInteger(micro) ? micro : unreadableCell
}

function problemOfCell(cell: Exclude<RawCell, string | number | null>): CellReading<number> {
  return typeof cell === 'object' && 'error' in cell ? errorCell : unreadableCell
}

function isExponent(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d{2,}$/i.test(text)
}
