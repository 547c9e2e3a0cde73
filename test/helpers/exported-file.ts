import path from 'node:path'
import { type WrittenExport, writeExport } from '#main/exports/export.service.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { defaultExportChoices, type ExportChoices, exportColumns } from '#shared/domain/export.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ImportArchive, Table } from './import-archive.ts'

/** Every column of both tables. */
export const allColumns: Pick<ExportChoices, 'customerColumns' | 'orderColumns'> = {
  customerColumns: exportColumns.customers.map(({ name }) => name),
  orderColumns: exportColumns.orders.map(({ name }) => name),
}

/** An export of a test archive: the file, what was written, and its rows as the file reader gives them. */
export type ExportedFile = {
  readonly file: string
  readonly written: WrittenExport
  readonly table: Table
}

/** Exports from a test archive with the default choices but for those named; all customers unless some are named. */
export async function exportFrom(
  archive: ImportArchive,
  choices: Partial<ExportChoices>,
  options: {
    readonly language?: Language
    readonly customerIds?: readonly number[]
    readonly hasOrdersOfNobody?: boolean
  } = {},
): Promise<ExportedFile> {
  const all = { ...defaultExportChoices, ...allColumns, ...choices }
  const file = path.join(archive.archivePath, `export-${all.table}-${all.encoding}.${all.format}`)
  const request = {
    choices: all,
    customerIds: options.customerIds ?? null,
    hasOrdersOfNobody: options.hasOrdersOfNobody,
    language: options.language ?? 'zh-CN',
    unfinished: file,
  }
  const job = { isCancelled: () => false, progress: () => undefined }
  const written = await writeExport(archive.db, archive.context.archiveMark, request, job)
  return { file, written, table: await readTable(file) }
}

/** Reads the first sheet of a file as a table. */
export async function readTable(file: string): Promise<Table> {
  const rows: RawRow[] = []
  const sink = {
    opened: () => undefined,
    batch: (batch: { sheetIndex: number; rows: readonly RawRow[] }) => {
      if (batch.sheetIndex === 0) rows.push(...batch.rows)
    },
  }
  await readFile(file, {}, sink, () => false)
  return rows.map(row => row.cells)
}

/** Gives a table in which some cells differ: by row, counted from the first below the headings, and by heading. */
export function withCells(
  table: Table,
  edits: readonly { readonly row: number; readonly header: string; readonly cell: RawCell }[],
): Table {
  const [headers = []] = table
  const edited = table.map(row => [...row])
  for (const { row, header, cell } of edits) {
    const column = headers.indexOf(header)
    const cells = edited[row + 1]
    if (column < 0 || !cells) throw new Error(`no cell at ${row} ${header}`)
    cells[column] = cell
  }
  return edited
}
