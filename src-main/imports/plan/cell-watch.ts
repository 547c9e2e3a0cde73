import { codeWidth, markOf } from '#main/imports/cells/cell-mark.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { type FieldValueKind, fieldIdOf } from '#shared/domain/field.ts'
import { CellMarkKind } from '#shared/domain/import-cell.ts'
import { type ImportTarget, type ImportValue, importValueOf } from '#shared/domain/import-field.ts'
import type { ImportPlan } from './import-plan.ts'
import type { RowReading } from './row-reader.ts'
import { IntList } from './row-table.ts'
import { columnValue } from './row-values.ts'

/** What was noted of one cell of a row. */
export type CellMark = { readonly columnIndex: number; readonly kind: CellMarkKind }

type WatchedColumn = {
  readonly columnIndex: number
  readonly field: ImportTarget | null
  readonly kind: ImportValue | null
  readonly width: number
}

const kinds = CellMarkKind.options
/** Which cells of the list of fields are written like those of a field beyond the default card. */
const likeKinds: Readonly<Record<FieldValueKind, ImportValue>> = {
  ...{ text: 'text', number: 'quantity', money: 'money', day: 'date' },
  ...{ choice: 'text-list', choices: 'text-list', 'yes-no': 'text-list', image: 'text' },
}
const noMarks: readonly CellMark[] = []
/** Cells beyond this are counted and not listed. */
const marksKept = 100_000

type WatchedPlan = Pick<ImportPlan, 'columns' | 'fieldCells'>

/**
 * Notes, while rows are read, which cells are damaged and which are stored otherwise than they stand there.
 *
 * Cost: 12 bytes for each of at most 100,000 cells; a fraction of a microsecond for a cell that is plain.
 */
export class CellWatch {
  readonly counts = new Map<CellMarkKind, number>()
  private readonly columns: readonly WatchedColumn[]
  private readonly ordinals = new IntList()
  private readonly columnIndexes = new IntList()
  private readonly kindCodes = new IntList()

  /** `sample`: the first rows, which tell how many digits the codes of a column usually have. */
  constructor(plan: WatchedPlan, sample: readonly RawRow[], columnCount: number) {
    const taken = new Set<ImportTarget>()
    const columns: WatchedColumn[] = []
    for (let columnIndex = 0; columnIndex < columnCount; columnIndex++) {
      const field = plan.columns.find(column => column.columnIndex === columnIndex)?.field ?? null
      // Of several columns of one field a row's first filled one counts: the others are not looked at.
      if (field !== null && taken.has(field)) continue
      if (field !== null) taken.add(field)
      const kind = field === null ? null : valueKindOf(field, plan)
      const isCode = kind === 'identifier' || field === 'legacyNumber'
      const width = isCode ? codeWidth(sample.map(row => row.cells[columnIndex])) : 0
      columns.push({ columnIndex, field, kind, width })
    }
    this.columns = columns
  }

  /** Looks at the cells of a row whose fields `takes` accepts; null stands for columns that are not taken over. */
  marksOf(
    cells: readonly RawCell[],
    { values, problems }: RowReading,
    takes: (field: ImportTarget | null) => boolean = () => true,
  ): readonly CellMark[] {
    let marks: CellMark[] | undefined
    for (const { columnIndex, field, kind, width } of this.columns) {
      const cell = cells[columnIndex]
      if (cell === null || cell === undefined || !takes(field)) continue
      const problem =
        problems.length === 0 ? undefined : problems.find(one => one.columnIndex === columnIndex)
      const reading = problem?.problem ?? (field === null ? null : columnValue(values, field))
      const found = markOf(cell, kind, reading, width)
      if (found === undefined) continue
      marks ??= []
      marks.push({ columnIndex, kind: found })
    }
    return marks ?? noMarks
  }

  /** Looks only for what was done to the cells of a row before the file came; no cell is read for it. */
  damageOf(cells: readonly RawCell[]): readonly CellMark[] {
    return this.columns.flatMap(({ columnIndex, kind, width }) => {
      const found = markOf(cells[columnIndex], kind, null, width)
      return found === undefined ? [] : [{ columnIndex, kind: found }]
    })
  }

  add(ordinal: number, marks: readonly CellMark[]): void {
    for (const { columnIndex, kind } of marks) {
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
      if (this.ordinals.length >= marksKept) continue
      this.ordinals.push(ordinal)
      this.columnIndexes.push(columnIndex)
      this.kindCodes.push(kinds.indexOf(kind))
    }
  }

  /** Lists noted cells of some kinds in the order of their rows. */
  list(wanted: ReadonlySet<CellMarkKind>, start: number, count: number): (CellMark & { ordinal: number })[] {
    const found: (CellMark & { ordinal: number })[] = []
    let skipped = 0
    for (let index = 0; index < this.ordinals.length && found.length < count; index++) {
      const kind = kinds[this.kindCodes.at(index)]
      if (kind === undefined || !wanted.has(kind) || skipped++ < start) continue
      found.push({ ordinal: this.ordinals.at(index), columnIndex: this.columnIndexes.at(index), kind })
    }
    return found
  }

  /** The usual number of digits of a column's codes; 0 without one. */
  widthOf(columnIndex: number): number {
    return this.columns.find(column => column.columnIndex === columnIndex)?.width ?? 0
  }
}

function valueKindOf(field: ImportTarget, { fieldCells }: WatchedPlan): ImportValue | null {
  const kind = fieldCells.get(fieldIdOf(field) ?? 0)?.valueKind
  return kind === undefined ? (importValueOf(field) ?? null) : likeKinds[kind]
}
