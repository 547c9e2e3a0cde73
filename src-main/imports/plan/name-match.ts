import { toSearchText } from '#shared/domain/text.ts'

/** How well a name in a file fits a name on a card. */
export type NameMatch = 'equal' | 'compatible' | 'different'

const mask = /[*＊]+/
const wholePhone = /^[\d*+\s()-]{5,}$/

/** Says whether parts of a name are hidden. Example: '张*' -> true */
export function isMaskedName(name: string): boolean {
  return mask.test(name)
}

/** Says whether a name is a number put there because none was known. */
export function looksLikePhone(name: string): boolean {
  return wholePhone.test(name)
}

/**
 * Compares names; a missing one fits every name, a masked one those that it can stand for.
 *
 * Example: '张*', '张样三' -> 'compatible'; '林样一', '林样二' -> 'different'
 */
export function matchNames(one: string | null, other: string | null): NameMatch {
  if (one === null || other === null) return 'compatible'
  if (one === other) return 'equal'
  const [left, right] = [toSearchText(one), toSearchText(other)]
  if (left === right) return 'equal'
  return fitsNameMask(left, right) || fitsNameMask(right, left) ? 'compatible' : 'different'
}

function fitsNameMask(masked: string, name: string): boolean {
  if (!mask.test(masked)) return false
  const shown = masked.split(mask)
  const first = shown[0] ?? ''
  const last = shown.at(-1) ?? ''
  if (first === '' && last === '') return false
  return name.length > first.length + last.length && name.startsWith(first) && name.endsWith(last)
}
