import { cellText, hiddenCellText } from '#main/imports/cells/cell-preview.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { type CellMarkKind, damageKinds } from '#shared/domain/import-cell.ts'
import { type ImportFieldName, type ImportTarget, isImportField } from '#shared/domain/import-field.ts'
import type { CellIssueKind, FindingField, MendableField } from '#shared/domain/quality.ts'
import { cellIssueOf } from './cell-verdict.ts'
import type { CellMark } from './cell-watch.ts'
import type { ImportPlan } from './import-plan.ts'
import type { RowReading } from './row-reader.ts'

/** A cell of a customer's row that was not taken over, or that was damaged before it came and stands as it is. */
export type CellIssueNote = {
  readonly ordinal: number
  readonly columnIndex: number
  readonly field: FindingField
  readonly kind: CellIssueKind
  readonly code: string
  readonly text: string
  readonly stored: string | null
}

const mendable: Partial<Record<ImportFieldName, MendableField>> = {
  ...{ name: 'name', phone: 'phone', secondPhone: 'phone', address: 'address', email: 'email' },
  ...{ wechat: 'wechat', gender: 'gender', birthOn: 'birthOn', idNumber: 'idNumber' },
  ...{ occupation: 'occupation', source: 'source', customerNote: 'note' },
}
const kindOfField: Partial<Record<MendableField, CellIssueKind>> = {
  ...{ phone: 'phone', birthOn: 'birthday', idNumber: 'id-number' },
}
/** A day that came as its number was read as meant. */
const damages: ReadonlySet<CellMarkKind> = new Set(damageKinds.filter(kind => kind !== 'serial-date'))
const notesKept = 100_000
const longestText = 500

/** Collects, while rows are read, the cells that the operator will have to look at. Cells beyond 100,000 are left out. */
export class CellIssueBook {
  readonly notes: CellIssueNote[] = []
  private readonly fields: ReadonlyMap<number, ImportTarget>

  constructor({ columns }: Pick<ImportPlan, 'columns'>) {
    this.fields = new Map(
      columns
        .filter(({ field }) => findingField(field))
        .map(({ columnIndex, field }) => [columnIndex, field]),
    )
  }

  /** Takes note of a row; `marks` says which of its cells were damaged. */
  add(
    ordinal: number,
    cells: readonly RawCell[],
    { values, problems }: RowReading,
    marks: readonly CellMark[],
  ): void {
    for (const { columnIndex, field, problem } of problems) {
      const isDamaged =
        problem.code === 'damaged' || problem.code === 'error' || wasDamaged(marks, columnIndex)
      const code = cellIssueOf(field, problem.code)
      this.note(ordinal, cells, columnIndex, { isDamaged, code, stored: null })
    }
    for (const { columnIndex, kind } of marks) {
      if (!damages.has(kind) || problems.some(problem => problem.columnIndex === columnIndex)) continue
      const stored = textOf(values, this.fields.get(columnIndex))
      if (stored !== null) this.note(ordinal, cells, columnIndex, { isDamaged: true, code: kind, stored })
    }
  }

  private note(
    ordinal: number,
    cells: readonly RawCell[],
    columnIndex: number,
    found: { readonly isDamaged: boolean; readonly code: string; readonly stored: string | null },
  ): void {
    const importField = this.fields.get(columnIndex)
    const field = importField && findingField(importField)
    if (field === undefined || this.notes.length >= notesKept) return
    const kind = found.isDamaged ? 'damaged' : (kindOfField[field as MendableField] ?? 'unread')
    const cell = cells[columnIndex]
    const text = (field === 'idNumber' ? hiddenCellText(cell) : cellText(cell)).slice(0, longestText)
    this.notes.push({ ordinal, columnIndex, field, kind, code: found.code, text, stored: found.stored })
  }
}

function findingField(target: ImportTarget): FindingField | undefined {
  return isImportField(target) ? mendable[target] : target
}

function wasDamaged(marks: readonly CellMark[], columnIndex: number): boolean {
  return marks.some(mark => mark.columnIndex === columnIndex && damages.has(mark.kind))
}

/** A damaged cell that was taken over, as it was stored. Empty: null for what is no text. */
function textOf(values: RowReading['values'], field: ImportTarget | undefined): string | null {
  if (field === undefined || !isImportField(field) || field === 'idNumber') return null
  if (field === 'phone' || field === 'secondPhone') return values[field]?.[0]?.value ?? null
  const value = values[field]
  return typeof value === 'string' ? value : null
}
