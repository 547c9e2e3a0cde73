import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { ReadableDb } from '#main/database/db.ts'
import { listFields } from '#main/fields/field.service.ts'
import { nameOfField } from '#main/fields/field-name.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import {
  type ExportChoices,
  type ExportColumn,
  type ExportColumnName,
  exportColumns,
} from '#shared/domain/export.ts'
import type { Language } from '#shared/i18n/language.ts'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import type { CellContext } from './cell-values.ts'
import { writeCsv } from './csv-writer.ts'
import { ExportRows, type ExportTally } from './export-rows.ts'
import { type FieldColumn, fieldColumnsOf, fieldHeader } from './field-cells.ts'
import { type ColumnStyle, writeUnfinishedWorkbook } from './xlsx-writer.ts'

/** How a long export reports and learns that it is to stop. */
export type ExportJob = {
  readonly isCancelled: () => boolean
  readonly progress: (step: 'export', progress: number, done?: number, total?: number) => void
}

/** What is to be written where. `customerIds` null: the whole archive, orders of nobody known included. */
export type ExportRequest = {
  readonly choices: ExportChoices
  readonly customerIds: readonly number[] | Int32Array | null
  /** With named customers: orders of nobody known as well. */
  readonly hasOrdersOfNobody?: boolean | undefined
  readonly language: Language
  /** Written under this very path; whoever asked gives it its name when all is well. */
  readonly unfinished: string
}

/** What was written. */
export type WrittenExport = ExportTally & {
  readonly rowCount: number
  readonly sizeBytes: number
  readonly sha256: string
}

/**
 * Writes customers or orders as a file, a few hundred rows at a time, all as the archive was when it began.
 *
 * Errors: cancelled, disk-full and the other failures of a disk; the unfinished file is removed then.
 * Cost: bounded memory whatever the number of rows; about 0.1 ms a row.
 */
export async function writeExport(
  db: ReadableDb,
  archiveMark: string,
  request: ExportRequest,
  job: ExportJob,
): Promise<WrittenExport> {
  const release = db.holdSnapshot()
  try {
    return await writeExportNow(db, archiveMark, request, job)
  } finally {
    release()
  }
}

/** Writes an export of what the handle sees at each read. Errors and cost: those of `writeExport`. */
export async function writeExportNow(
  db: ReadableDb,
  archiveMark: string,
  request: ExportRequest,
  job: ExportJob,
): Promise<WrittenExport> {
  try {
    const fields = fieldColumnsOf(listFields(db))
    const rows = new ExportRows(db, {
      ...request,
      archiveMark,
      columns: columnsOf(request.choices, fields),
      fields,
      context: contextOf(db, request),
      onChunk: (done, total) => {
        if (job.isCancelled()) throw new AppError('cancelled')
        job.progress('export', total === 0 ? 1 : done / total, done, total)
      },
    })
    const { rowCount } = await writeFile(rows, request)
    return { ...rows.tally, rowCount, ...digestOf(request.unfinished) }
  } catch (error) {
    fs.rmSync(request.unfinished, { force: true })
    throw error
  }
}

/**
 * Lists the columns of the chosen table in the order in which they were chosen; names of the other table are left out, and
 * fields that are not on the form.
 */
export function columnsOf(
  choices: ExportChoices,
  fields: ReadonlyMap<string, FieldColumn>,
): readonly (ExportColumn & { readonly name: ExportColumnName })[] {
  const names = choices.table === 'customers' ? choices.customerColumns : choices.orderColumns
  return [...new Set(names)].flatMap(
    name =>
      exportColumns[choices.table].find(column => column.name === name) ??
      (choices.table === 'customers' ? (fields.get(name)?.column ?? []) : []),
  )
}

function contextOf(db: ReadableDb, { choices, language }: ExportRequest): CellContext {
  const { currency, timeZone } = getArchiveSettings(db)
  const days = new Map<string, string>()
  const words = new Map<string, string>()
  return {
    isMasked: choices.isMasked,
    currency,
    language,
    word: code => remembered(words, code, () => translateCode(language, code)),
    dayOf: instant => remembered(days, instant.slice(0, 16), () => dayIn(timeZone, new Date(instant))),
  }
}

function remembered(known: Map<string, string>, key: string, make: () => string): string {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function writeFile(
  rows: ExportRows,
  { choices, language, unfinished }: ExportRequest,
): Promise<{ rowCount: number }> {
  const t = makeTranslate(language)
  const header = headerNamer(rows, language)
  const { encoding, separator, purpose, table } = choices
  if (choices.format === 'csv')
    return writeCsv(unfinished, {
      headers: rows.columns.map(({ name }) => header(name)),
      rows: rows.list(),
      encoding,
      separator,
      isForExcel: true,
    })
  const about = () =>
    purpose === 'contact'
      ? t('exports.sheet.contact', { count: rows.tally.refusedCount })
      : translateCode(language, `exports.table.${table}`)
  return writeUnfinishedWorkbook(unfinished, {
    sheetName: about,
    footer: about,
    columns: rows.columns.map(({ name, widthChars, value }) => ({
      header: header(name),
      widthChars,
      style: styles[value],
    })),
    rows: rows.list(),
  })
}

/** Names the columns; fields that are named alike are told apart by their groups. */
function headerNamer({ columns, fields }: ExportRows, language: Language): (name: string) => string {
  const plain = (name: string) => {
    const field = fields.get(name)
    return field ? nameOfField(language, field.field) : translateCode(language, `export-column.${name}`)
  }
  return name => {
    const field = fields.get(name)
    const others = new Set(columns.flatMap(one => (one.name === name ? [] : plain(one.name))))
    return field ? fieldHeader(language, field, others) : plain(name)
  }
}

const styles: Readonly<Record<ExportColumn['value'], ColumnStyle>> = {
  text: 'text',
  date: 'text',
  'date-time': 'text',
  money: 'money',
  'unit-price': 'price',
  number: 'plain',
}

/** Reads the file once more: its size, and the digest by which the audit knows it. */
export function digestOf(filePath: string): { readonly sizeBytes: number; readonly sha256: string } {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  const handle = fs.openSync(filePath, 'r')
  try {
    let sizeBytes = 0
    for (;;) {
      const length = fs.readSync(handle, buffer, 0, buffer.length, null)
      if (length === 0) return { sizeBytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, length))
      sizeBytes += length
    }
  } finally {
    fs.closeSync(handle)
  }
}
