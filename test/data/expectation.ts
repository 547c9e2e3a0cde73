import fs from 'node:fs'
import path from 'node:path'
import type { Verdict } from './compare-shown.ts'
import type { WholeFile } from './read-whole.ts'

/** What comparing one file with one source of right answers gave. */
export type Comparison = {
  readonly source: string
  readonly same: number
  readonly notComparable: number
  /** One line each. */
  readonly differences: readonly string[]
}

/** A named error, when that is the right answer. */
export type Expectation = {
  /** Relative to the data folder. */
  readonly file: string
  readonly source: string
  readonly compare: ((whole: WholeFile) => Comparison) | null
  readonly expectsError?: true
}

/** A comparison under way. */
export type Counter = { same: number; notComparable: number; differences: string[] }

/** Nothing compared yet. */
export const newCounter = (): Counter => ({ same: 0, notComparable: 0, differences: [] })

/** Counts one verdict; the line is made only for a difference. */
export function count(counter: Counter, verdict: Verdict, line: () => string): void {
  if (verdict === 'same') counter.same++
  else if (verdict === 'not comparable') counter.notComparable++
  else counter.differences.push(line())
}

/** Reads a list of right answers. */
export const readJson = (folder: string, name: string) =>
  JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
