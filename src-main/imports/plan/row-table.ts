import type { RowVerdict } from '#shared/domain/import-batch.ts'
import { type RowReason, rowReasons } from '#shared/domain/import-field.ts'

/** A list of whole numbers that grows; 4 bytes each. */
export class IntList {
  private items = new Int32Array(1024)
  length = 0

  push(value: number): number {
    if (this.length === this.items.length) {
      const grown = new Int32Array(this.items.length * 2)
      grown.set(this.items)
      this.items = grown
    }
    this.items[this.length] = value
    return this.length++
  }

  at(index: number): number {
    return this.items[index] ?? -1
  }

  set(index: number, value: number): void {
    this.items[index] = value
  }
}

/** The order of the verdicts: a row that does several things has the highest. */
const verdicts = ['unchanged', 'updated', 'created', 'rejected'] as const satisfies RowVerdict[]
const rejectedCode = 3
const noColumn = -1

/**
 * What is known of each row of a sheet: its number, its verdict, why it was rejected, and the record it belongs to.
 *
 * Shape: by ordinal. Cost: about 20 bytes a row.
 */
export class RowTable {
  private readonly rowNumbers = new IntList()
  private readonly records = new IntList()
  private readonly verdictCodes = new IntList()
  private readonly reasons = new IntList()
  private readonly columns = new IntList()
  /** How many rows there were at the end of each chunk of the sheet. */
  readonly chunkEnds: number[] = []

  get count(): number {
    return this.rowNumbers.length
  }

  /** Adds a row that changes nothing so far; the answer is its ordinal. */
  add(rowNumber: number): number {
    this.records.push(-1)
    this.verdictCodes.push(0)
    this.reasons.push(-1)
    this.columns.push(noColumn)
    return this.rowNumbers.push(rowNumber)
  }

  reject(ordinal: number, reason: RowReason, columnIndex: number | null): void {
    if (this.isRejected(ordinal)) return
    this.verdictCodes.set(ordinal, rejectedCode)
    this.reasons.set(ordinal, rowReasons.indexOf(reason))
    this.columns.set(ordinal, columnIndex ?? noColumn)
  }

  /** Notes what a row leads to; of several the weightiest stays. */
  raise(ordinal: number, verdict: 'unchanged' | 'updated' | 'created'): void {
    const code = verdicts.indexOf(verdict)
    if (code > this.verdictCodes.at(ordinal)) this.verdictCodes.set(ordinal, code)
  }

  /** Ties a row to the index of its order or customer within the plan. */
  setRecord(ordinal: number, record: number): void {
    this.records.set(ordinal, record)
  }

  isRejected(ordinal: number): boolean {
    return this.verdictCodes.at(ordinal) === rejectedCode
  }

  rowNumberOf(ordinal: number): number {
    return this.rowNumbers.at(ordinal)
  }

  verdictOf(ordinal: number): RowVerdict {
    return verdicts[this.verdictCodes.at(ordinal)] ?? 'unchanged'
  }

  reasonOf(ordinal: number): RowReason | null {
    return rowReasons[this.reasons.at(ordinal)] ?? null
  }

  /** The column of the cell that made a row rejected, from 0. */
  columnOf(ordinal: number): number | null {
    const column = this.columns.at(ordinal)
    return column === noColumn ? null : column
  }

  /** The index of the row's order or customer; -1 when it has none. */
  recordOf(ordinal: number): number {
    return this.records.at(ordinal)
  }

  /** Counts rows by verdict. */
  countVerdicts(): Record<RowVerdict, number> {
    const counts = { unchanged: 0, updated: 0, created: 0, rejected: 0 }
    for (let ordinal = 0; ordinal < this.count; ordinal++) counts[this.verdictOf(ordinal)]++
    return counts
  }
}
