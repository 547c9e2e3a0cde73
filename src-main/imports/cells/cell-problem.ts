/**
 * Says what is wrong with a cell: not to be understood, mangled by Excel, an error value, money of another currency, a day of
 * the lunar calendar; or, of a field beyond the default card, what it is not.
 */
export type CellProblemCode =
  | 'unreadable'
  | 'damaged'
  | 'error'
  | 'other-currency'
  | 'lunar'
  | 'no-number'
  | 'no-choice'
  | 'no-day'
  | 'no-money'
  | 'too-long'

/** Stands for a cell that held something which could not be taken as it is. */
export class CellProblem {
  readonly code: CellProblemCode

  constructor(code: CellProblemCode) {
    this.code = code
  }
}

/** The problems there are; one object each, so that reading a million cells makes none. */
export const unreadableCell = new CellProblem('unreadable')
export const damagedCell = new CellProblem('damaged')
export const errorCell = new CellProblem('error')
export const otherCurrencyCell = new CellProblem('other-currency')
export const lunarCell = new CellProblem('lunar')

/** What reading a cell gives: the value, null for a blank one, or the problem. */
export type CellReading<T> = T | null | CellProblem

/** Says whether a reading is a problem. */
export function isProblem(reading: unknown): reading is CellProblem {
  return reading instanceof CellProblem
}
