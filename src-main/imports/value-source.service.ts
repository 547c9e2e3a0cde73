import { columnOfField } from '#main/customers/card-column.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { prepareFieldCells } from '#main/fields/field-cell.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import type { SourceRow, ValueSource, ValueSubject } from '#shared/domain/value-source.ts'
import { cellAddress, cellText, hiddenCellText } from './cells/cell-preview.ts'
import { findImportBatch } from './import-batch.queries.ts'
import { type CustomerFacts, customerFactsOf, displayName } from './plan/customer-facts.ts'
import { makeRowReader } from './plan/row-reader.ts'
import type { RawRow } from './raw-row.ts'
import { inflateCells } from './row-writer.ts'
import {
  findCellsOfRow,
  findCreation,
  findLastWriting,
  findLineWords,
  findMergedWith,
  findPlace,
  findStoredText,
  listRowsOfRecord,
  type StoredPlace,
} from './value-source.queries.ts'
import { fieldsOf } from './value-source-fields.ts'

const rowsShown = 20

type Batch = NonNullable<ReturnType<typeof findImportBatch>>
type MappedHeader = { readonly header: string; readonly field: ImportTarget | null }

/**
 * Leads a value of a customer's page to where it comes from: its newest valid change, else the act that created its row;
 * of an import the rows and cells of the file that gave it.
 *
 * Shape: of several rows those whose reading is the value; where none reads so (it was put together or settled among
 * rows), all rows of the record with something in those columns. A value that a merge took from another file has the source
 * that it has there.
 * Empty: `unknown` when there is no record of it. Cost: the rows of one import, about 20 ms per 200,000.
 */
export function findSourceOfValue(db: ReadableDb, customerId: number, subject: ValueSubject): ValueSource {
  const writing = findWriting(db, customerId, subject)
  if (!writing) return { origin: 'unknown' }
  const { act, batch, ...asked } = writing
  const { kind, actor, made_at: madeAt } = act
  if (!batch) return { origin: 'edit', madeAt, actor, kind }
  const rows = rowsBehind(db, batch, asked)
  return {
    origin: 'import',
    ...{ madeAt, actor, importBatchId: batch.import_batch_id },
    ...{ fileName: batch.file_name, sheetName: batch.sheet_name, isUndone: batch.state === 'undone' },
    rows: rows.slice(0, rowsShown),
    rowCount: rows.length,
  }
}

/**
 * Says who gave a value and when, and by which file, without reading the rows of that file.
 *
 * Empty: null when there is no record of it.
 */
export function findOriginOfValue(db: ReadableDb, customerId: number, subject: ValueSubject) {
  const writing = findWriting(db, customerId, subject)
  if (!writing) return null
  const { act, batch } = writing
  return { madeAt: act.made_at, actor: act.actor, fileName: batch?.file_name ?? null }
}

/** The act that wrote a value last, in the file that has it: a merge took it from another. Empty: null. */
function findWriting(db: ReadableDb, customerId: number, subject: ValueSubject): Writing | null {
  const place = findPlace(db, customerId, subject, columnOfField)
  const act = place && (findLastWriting(db, place) ?? findCreation(db, place))
  if (!place || !act) return null
  const mergedId = act.kind === 'customers-merged' ? findMergedWith(db, customerId, place) : undefined
  if (mergedId !== undefined) return findWriting(db, mergedId, subject)
  const { import_batch_id: importBatchId } = act
  const batch = importBatchId === null ? undefined : findImportBatch(db, importBatchId)
  return { customerId, subject, place, act, batch }
}

type Asked = {
  readonly customerId: number
  readonly subject: ValueSubject
  readonly place: StoredPlace
}

type Writing = Asked & {
  readonly act: NonNullable<ReturnType<typeof findLastWriting>>
  readonly batch: Batch | undefined
}

function rowsBehind(db: ReadableDb, batch: Batch, asked: Asked): SourceRow[] {
  const { customerId, subject, place } = asked
  const mapping = JSON.parse(batch.mapping) as MappedHeader[]
  const fields = fieldsOf(subject)
  const columns = mapping.flatMap(({ header, field }, columnIndex) =>
    field !== null && fields.has(field) ? [{ columnIndex, header }] : [],
  )
  const salesOrderId = subject.of === 'order' || subject.of === 'line' ? subject.salesOrderId : null
  const rowNumbers = listRowsOfRecord(db, batch.import_batch_id, { customerId, salesOrderId })
  const filled = readRows(db, batch.import_batch_id, rowNumbers).filter(row =>
    columns.some(({ columnIndex }) => cellText(row.cells[columnIndex]) !== ''),
  )
  const isMatch = matcher(db, batch, mapping, subject, place)
  const shownText = subject.of === 'card' && subject.field === 'idNumber' ? hiddenCellText : cellText
  const matching = filled.filter(isMatch)
  return (matching.length > 0 ? matching : filled).map(row => ({
    rowNumber: row.rowNumber,
    cells: columns.flatMap(({ columnIndex, header }) => {
      const text = shownText(row.cells[columnIndex])
      return text === '' ? [] : [{ address: cellAddress(columnIndex, row.rowNumber), header, text }]
    }),
  }))
}

/** Opens each chunk of cells once. */
function readRows(db: ReadableDb, importBatchId: number, rowNumbers: readonly number[]): RawRow[] {
  const chunks = new Map<number, ReadonlyMap<number, RawRow>>()
  return rowNumbers.flatMap(rowNumber => {
    const found = findCellsOfRow(db, importBatchId, rowNumber)
    if (!found) return []
    const rows =
      chunks.get(found.first_row_number) ??
      new Map(inflateCells(found.cells).map(row => [row.rowNumber, row]))
    chunks.set(found.first_row_number, rows)
    return rows.get(rowNumber) ?? []
  })
}

/** Makes the question whether a row, read as the import read it, says the value. */
function matcher(
  db: ReadableDb,
  batch: Batch,
  mapping: readonly MappedHeader[],
  subject: ValueSubject,
  place: StoredPlace,
): (row: RawRow) => boolean {
  if (subject.of === 'order' || subject.of === 'balance') return () => true
  if (subject.of === 'line') {
    const words = findLineWords(db, place.rowId)
    return row => row.cells.some(cell => [words?.title, words?.sub_order_number].includes(cellText(cell)))
  }
  const stored = findStoredText(db, place)
  const factsOf = factsReader(db, batch, mapping)
  return row => isSaid(factsOf(row), subject, stored)
}

function isSaid(facts: CustomerFacts, subject: ValueSubject, stored: string | null): boolean {
  switch (subject.of) {
    case 'card':
      if (subject.field === 'name') return displayName(facts) === stored
      return Object.values(facts.card).some(value => value !== null && value === stored)
    case 'contact':
      return facts.contacts.some(({ kind, value }) => kind === subject.kind && value === subject.value)
    case 'own': {
      const value = facts.fields.get(subject.fieldId)
      return value !== undefined && String(Array.isArray(value) ? value[0] : value) === stored
    }
    case 'tag':
      return facts.tags.includes(subject.name)
    case 'identity':
      return facts.buyerId === subject.value || facts.legacyNumber === subject.value
    default:
      return true
  }
}

function factsReader(db: ReadableDb, batch: Batch, mapping: readonly MappedHeader[]) {
  const { currency, timeZone } = getArchiveSettings(db)
  const read = makeRowReader({
    columns: mapping.flatMap(({ field }, columnIndex) => (field === null ? [] : [{ columnIndex, field }])),
    currency: CurrencyCode.parse(currency),
    timeZone,
    today: dayIn(timeZone, new Date(batch.committed_at)),
    dateOrders: new Map(),
    fieldCells: prepareFieldCells(db),
  })
  return (row: RawRow) => {
    const { values } = read(row.cells)
    const source = { platform: values.platform ?? batch.platform, shop: values.shop ?? batch.shop }
    return customerFactsOf(values, source)
  }
}
