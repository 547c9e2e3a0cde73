import type { RawCell } from '#main/imports/raw-row.ts'

/** How a typed cell stands to the text that Excel shows for it. */
export type Verdict = 'same' | 'differs' | 'not comparable'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Compares a cell with what Excel shows: text exactly, numbers within half a unit of the last shown digit, dates by the
 * parts that are shown. What a format hides, scales or fills with ### cannot be compared.
 */
export function compareShown(cell: RawCell, shown: string): Verdict {
  if (cell === null) return shown.trim() === '' ? 'same' : 'differs'
  if (/^#{2,}$/.test(shown)) return 'not comparable'
  if (typeof cell === 'string') return compareText(cell, shown)
  if (shown === '') return typeof cell === 'number' ? 'not comparable' : 'differs'
  if (typeof cell === 'boolean') return shown === String(cell).toUpperCase() ? 'same' : 'differs'
  if (typeof cell === 'number') return compareNumber(cell, shown)
  if ('error' in cell) return cell.error === shown ? 'same' : 'differs'
  return compareMoment(cell, shown)
}

/** Windows' Latin letters read as those of the Mac, which happened to the saved CSV of some files. */
const macLetters = new Map(
  Array.from({ length: 128 }, (_, index) => {
    const byte = Uint8Array.of(index + 128)
    return [new TextDecoder('windows-1252').decode(byte), new TextDecoder('macintosh').decode(byte)]
  }),
)

/** Excel's CSV knows \n only, and replaces characters that its code page lacks by _ or ?. */
function compareText(text: string, shown: string): Verdict {
  const mine = text.replace(/\r\n?/g, '\n')
  if (mine === shown || mine.replace(/\P{ASCII}/gu, letter => macLetters.get(letter) ?? letter) === shown)
    return 'same'
  const theirs = [...shown]
  const characters = [...mine.normalize('NFC')]
  const isLossy =
    characters.length === theirs.length &&
    characters.every(
      (letter, index) => letter === theirs[index] || (letter > '\x7e' && /[_?]/.test(theirs[index] ?? '')),
    )
  return isLossy ? 'not comparable' : 'differs'
}

/** A number as shown, with the size of half a unit of its last digit. */
function parseShownNumber(shown: string): { value: number; halfUnit: number } | null {
  const bare = shown.replace(/[\s$€£¥￥%]|[A-Z]{3}|kr|Kč/g, '').replace(/,(?=\d{3})/g, '')
  const isNegative = /^\(.*\)$/.test(bare) || bare.startsWith('-') || bare.endsWith('-')
  const match = /^(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(bare.replace(/^[(+-]+|[)-]+$/g, ''))
  if (!match || `${match[1]}${match[2] ?? ''}` === '') return null
  const scale = 10 ** Number(match[3] ?? 0) / (shown.includes('%') ? 100 : 1)
  const value = Number(`${match[1] || '0'}.${match[2] || '0'}`) * scale
  return { value: isNegative ? -value : value, halfUnit: 0.5 * 10 ** -(match[2]?.length ?? 0) * scale }
}

function compareNumber(number: number, shown: string): Verdict {
  const parsed = parseShownNumber(shown)
  if (parsed) {
    const slack = parsed.halfUnit * 1.000_001 + Math.abs(number) * 1e-12
    if (Math.abs(number - parsed.value) <= slack) return 'same'
    return isElapsed(number, parsed.value) ? 'same' : 'differs'
  }
  const elapsed = /^(\d+):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(shown)
  if (elapsed) {
    const hours = Number(elapsed[1]) + Number(elapsed[2]) / 60 + Number(elapsed[3] ?? 0) / 3600
    const isMatch = Math.abs(number * 24 - hours) < 1 / 60 || Math.abs(number * 1440 - hours) < 1 / 60
    return isMatch ? 'same' : 'differs'
  }
  const looksLikeDate = /\d[/-]\d+[/-]\d|\d-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d|\d:\d\d/.test(shown)
  return looksLikeDate ? 'differs' : 'not comparable'
}

/** Whole hours, minutes or seconds, as [h], [m] and [s] show them. */
function isElapsed(days: number, shown: number): boolean {
  return [24, 1440, 86_400].some(unit => Math.abs(Math.abs(days) * unit - Math.abs(shown)) < 1)
}

function compareMoment(cell: object, shown: string): Verdict {
  const text = Object.values(cell)[0] as string
  const [, date, time] = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d:\d\d)?$/.exec(text) ?? []
  const [year = 0, month = 0, day = 0] = date?.split('-').map(Number) ?? []
  const [hour = 0, minute = 0, second = 0] = time?.split(':').map(Number) ?? []
  const parts = new Set([year, year % 100, month, day, hour, hour % 12 || 12, minute, second])
  if (/^\d+$/.test(shown) && isJoined(shown, [...parts])) return 'same'
  const numbers = shown.replace(/\.\d+/, '').match(/\d+/g)?.map(Number) ?? []
  const names = shown.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const monthNames = names.filter(name => MONTHS.includes(name.slice(0, 3)))
  if (numbers.length === 0 && monthNames.length === 0) return 'not comparable'
  const hasMonth = monthNames.every(name => name.slice(0, 3) === MONTHS[month - 1])
  return hasMonth && numbers.every(number => parts.has(number)) ? 'same' : 'differs'
}

/** Parts without anything between them, as the formats yymm and hhmm show them. */
function isJoined(digits: string, parts: readonly number[]): boolean {
  if (digits === '') return true
  const texts = parts.flatMap(part => [String(part), String(part).padStart(2, '0')])
  return texts.some(text => digits.startsWith(text) && isJoined(digits.slice(text.length), parts))
}
