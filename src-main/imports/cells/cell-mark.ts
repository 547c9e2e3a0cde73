import type { RawCell } from '#main/imports/raw-row.ts'
import type { CellMarkKind } from '#shared/domain/import-cell.ts'
import type { importFields } from '#shared/domain/import-field.ts'
import { type CellReading, isProblem } from './cell-problem.ts'
import type { PhoneReading } from './read-phone.ts'

type ValueKind = (typeof importFields)[number]['value']

const firstDamagedInteger = 1e15
/** Older programs keep no more of a text. */
const cutLength = 255
/** What a program writes for bytes that it could not read. */
const lostCharacter = '\ufffd'
const exponent = /^\s*[+-]?\d(?:\.\d+)?E\+?\d+\s*$/i
const errorText = /^#(?:#{2,}|N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/
const plainMoney = /^-?\d+(?:\.\d+)?$/
/** A number with its area code but without the zero before it: 10 88886666, 571 88886666. */
const areaCodeWithoutZero = /^(?:10|2[0-57-9])[2-8]\d{7}$|^[3-9]\d{2}[2-8]\d{6,7}$/

/**
 * Says what was done to a cell before the file came, or what reading it changed; damage before cleaning.
 *
 * Shape: `width` is the usual number of digits of a column of codes with leading zeros, 0 where it has none.
 * Empty: undefined for a cell that is stored as it stands.
 * Example: 440301199001010000 as an ID number -> 'digits-cut'; '１３８００００１１０７' as a phone -> 'phone'
 */
export function markOf(
  cell: RawCell | undefined,
  kind: ValueKind | null,
  reading: CellReading<unknown>,
  width: number,
): CellMarkKind | undefined {
  if (cell === null || cell === undefined) return undefined
  return damageOf(cell, kind, width) ?? (kind === null ? undefined : cleaningOf(cell, kind, reading))
}

function damageOf(cell: RawCell, kind: ValueKind | null, width: number): CellMarkKind | undefined {
  switch (typeof cell) {
    case 'number':
      if (Math.abs(cell) >= firstDamagedInteger) return 'digits-cut'
      return damageOfNumber(cell, kind, width)
    case 'string':
      return damageOfText(cell, kind, width)
    case 'object':
      if (cell === null) return undefined
      if ('error' in cell) return 'error-value'
      return kind === 'identifier' || kind === 'id-number' ? 'became-date' : undefined
    default:
      return undefined
  }
}

function damageOfNumber(cell: number, kind: ValueKind | null, width: number): CellMarkKind | undefined {
  switch (kind) {
    case 'date':
    case 'date-time':
      return cell >= 10_000 && cell < 90_000 ? 'serial-date' : undefined
    case 'birth-date':
      return cell >= 2101 && cell < 90_000 ? 'serial-date' : undefined
    case 'phone':
      return areaCodeWithoutZero.test(String(cell)) ? 'zeros-lost' : undefined
    default:
      return isTooShort(String(cell), width) ? 'zeros-lost' : undefined
  }
}

function damageOfText(cell: string, kind: ValueKind | null, width: number): CellMarkKind | undefined {
  if (cell.length === cutLength) return 'text-cut'
  if (cell.includes(lostCharacter)) return 'character-lost'
  if (cell.length < 2) return isTooShort(cell, width) ? 'zeros-lost' : undefined
  if (cell.charCodeAt(0) === 35 && errorText.test(cell)) return 'error-value'
  if (kind === 'phone' || kind === 'identifier' || kind === 'id-number' || kind === null)
    if (exponent.test(cell)) return 'exponent'
  if (kind === 'phone' && cell.length < 12 && areaCodeWithoutZero.test(cell)) return 'zeros-lost'
  if ((kind === 'date' || kind === 'date-time') && /^[1-8]\d{4}(?:\.\d+)?$/.test(cell)) return 'serial-date'
  return isTooShort(cell, width) ? 'zeros-lost' : undefined
}

function isTooShort(text: string, width: number): boolean {
  return width > 0 && text.length < width && /^\d+$/.test(text)
}

function cleaningOf(cell: RawCell, kind: ValueKind, reading: CellReading<unknown>): CellMarkKind | undefined {
  if (typeof cell !== 'string' || reading === null || isProblem(reading)) return undefined
  switch (kind) {
    case 'phone': {
      const [first, ...more] = reading as readonly PhoneReading[]
      return more.length > 0 || first?.value !== cell ? 'phone' : undefined
    }
    case 'date':
    case 'date-time':
    case 'birth-date':
      return isSpelledAs(cell, String(reading)) ? undefined : 'date'
    case 'gender':
      return cell === '男' || cell === '女' ? undefined : 'gender'
    case 'money':
    case 'unit-price':
      return plainMoney.test(cell) ? undefined : 'money'
    case 'id-number':
      return cell === reading ? undefined : 'id-number'
    case 'text':
    case 'identifier':
      return cell === reading ? undefined : 'text'
    default:
      return undefined
  }
}

/** Seconds that nobody wrote are no change. Example: '2024-03-05 10:00', '2024-03-05T10:00:00' -> true */
function isSpelledAs(cell: string, reading: string): boolean {
  const spelled = reading.replace('T', ' ')
  return cell === spelled || cell === reading || `${cell}:00` === spelled
}

/** Finds the usual width of a column of codes. Empty: 0 unless most are digits of one length and some begin with 0. */
export function codeWidth(cells: Iterable<RawCell | undefined>): number {
  const lengths = new Map<number, number>()
  let count = 0
  let zeroWidth = 0
  for (const cell of cells) {
    if (cell === null || cell === undefined) continue
    count++
    const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : ''
    if (!/^\d+$/.test(text)) continue
    lengths.set(text.length, (lengths.get(text.length) ?? 0) + 1)
    if (text.startsWith('0')) zeroWidth = Math.max(zeroWidth, text.length)
  }
  return (lengths.get(zeroWidth) ?? 0) * 2 > count && zeroWidth > 1 ? zeroWidth : 0
}

/**
 * Says what a damaged cell probably was; digits that are lost are shown as *.
 *
 * Empty: null where nothing can be said.
 * Example: 440301199001010000 -> '440301199001010***'; '1.38E+10' -> '138********'; 57188886666 -> '057188886666'
 */
export function probableText(cell: RawCell | undefined, kind: CellMarkKind, width: number): string | null {
  if (kind === 'digits-cut' && typeof cell === 'number') {
    const [mantissa = '', power = ''] = cell.toExponential(14).split('e+')
    return mantissa.replace('.', '').padEnd(Number(power) + 1, '*')
  }
  if (kind === 'exponent') {
    const [mantissa = '', power = '0'] = String(cell).trim().toUpperCase().split('E')
    const length = Number(power) + 1
    return length > 30 ? null : mantissa.replace(/\D/g, '').slice(0, length).padEnd(length, '*')
  }
  if (kind === 'zeros-lost') return width > 0 ? String(cell).padStart(width, '0') : `0${String(cell)}`
  return null
}
