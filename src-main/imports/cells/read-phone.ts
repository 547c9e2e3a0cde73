import type { RawCell } from '#main/imports/raw-row.ts'
import { isMaskedPhone, isPhonePlausible, isVirtualPhone, toPhoneKey } from '#shared/domain/text.ts'
import { type CellReading, damagedCell, errorCell, isProblem, unreadableCell } from './cell-problem.ts'
import { readFolded } from './cell-text.ts'

/** A phone as a file gives it. `key` is '' where the number names nobody: masked, or lent by a platform for a while. */
export type PhoneReading = { readonly value: string; readonly key: string; readonly isMasked: boolean }

const nothing = /^(?:无|暂无|未知|没有|0+)$/
const separators = /[/、,;|\n]|\s{2,}/
const plainMobile = /^1[3-9]\d{9}$/

/**
 * Reads the phone numbers of a cell.
 *
 * Shape: in their order, each once; a masked or virtual number has no key.
 * Errors: a cell in which no number could be dialled is unreadable; 1.38E+10 is damaged.
 * Example: '13800001107/13900002208' -> two phones with their digits as keys; '138****1107' -> one without key
 */
export function readPhones(cell: RawCell | undefined): CellReading<readonly PhoneReading[]> {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string' && plainMobile.test(cell)) return onlyPhone(cell)
  if (typeof cell === 'object') return 'error' in cell ? errorCell : unreadableCell
  const text = readFolded(cell)
  if (typeof text !== 'string') return text
  if (plainMobile.test(text)) return onlyPhone(text)
  if (nothing.test(text)) return null
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) return damagedCell
  const whole = onePhone(text)
  if (whole && !hasTwoNumbers(text)) return [whole]
  const phones = text.split(separators).map(part => onePhone(part.trim()))
  const distinct = new Map(
    phones.filter(phone => phone !== undefined).map(phone => [phone.key || phone.value, phone]),
  )
  return distinct.size > 0 ? [...distinct.values()] : unreadableCell
}

/** Says whether a phone cell could be read and every number in it is hidden. */
export function areMasked(reading: CellReading<readonly PhoneReading[]>): boolean {
  return reading !== null && !isProblem(reading) && reading.every(phone => phone.isMasked)
}

/**
 * Says whether a masked number can be this one.
 *
 * Example: fitsMask('138****1107', '13800001107') -> true
 */
export function fitsMask(masked: string, key: string): boolean {
  const shown = masked.replace(/^\+?86(?=1)|[\s-]/g, '')
  if (shown.length !== key.length) return false
  return [...shown].every((char, index) => !/\d/.test(char) || char === key[index])
}

function onlyPhone(mobile: string): readonly PhoneReading[] {
  return [{ value: mobile, key: mobile, isMasked: false }]
}

function onePhone(text: string): PhoneReading | undefined {
  if (isMaskedPhone(text)) return { value: text, key: '', isMasked: true }
  if (!isPhonePlausible(text)) return undefined
  if (isVirtualPhone(text)) return { value: text, key: '', isMasked: false }
  const key = toPhoneKey(text)
  return { value: plainMobile.test(key) ? key : text, key, isMasked: false }
}

function hasTwoNumbers(text: string): boolean {
  return text.split(separators).filter(part => part.replace(/\D/g, '').length >= 7).length > 1
}
