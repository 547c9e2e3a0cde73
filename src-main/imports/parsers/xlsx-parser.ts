import type { Entry } from 'yauzl'
import { AppError } from '#shared/contract/app-error.ts'
import type { ReadOptions } from '../raw-row.ts'
import { BlockCutter } from './block-cutter.ts'
import type { SheetContext } from './cell-scanner.ts'
import { InflateBudget, readLimits } from './read-limits.ts'
import { RowBatcher } from './row-batcher.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { SharedStrings } from './shared-strings.ts'
import { SharedStringsScanner } from './shared-strings-scanner.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { readPackage, type SheetPart } from './xlsx-package.ts'
import { readCellStyles } from './xlsx-styles.ts'
import { XmlByteFilter } from './xml-byte-filter.ts'
import { XmlPrefixFilter } from './xml-prefix-filter.ts'
import { inflateEntry, type ZipArchive } from './zip-archive.ts'

/** One run over a workbook: what is open, who listens, what has been used up. */
type Run = {
  readonly archive: ZipArchive
  readonly budget: InflateBudget
  readonly sink: RowSink
  readonly isCancelled: () => boolean
  readonly totalBytes: number
}

/**
 * Reads the rows of an xlsx or xlsm workbook, transitional, strict or with prefixed tags: the sheets in the order of the workbook, or only the one asked for.
 *
 * Shape: the count of rows stands at the place of its sheet; sheets that were not asked for have 0.
 * Errors: the file- codes, sheet-missing, xlsx-variant-unsupported, cancelled; damage found in a sheet carries its name
 * and the number of the last good row. Rows given before an error are not to be used.
 * Cost: CPU about three times that of inflating; memory is the shared strings, one 256 KB block and one batch.
 */
export async function readXlsx(
  archive: ZipArchive,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const budget = new InflateBudget()
  const workbook = await readPackage(archive, budget)
  const wanted = workbook.sheets.map(
    ({ info }) => options.sheetName === undefined || info.name === options.sheetName,
  )
  if (!wanted.includes(true)) throw new AppError('sheet-missing', { sheet: options.sheetName ?? '' })
  sink.opened({ format: 'xlsx', sheets: workbook.sheets.map(({ info }) => info) })
  const parts = workbook.sheets.filter((_, index) => wanted[index])
  const totalBytes = storedBytes([workbook.sharedStrings, ...parts.map(({ entry }) => entry)])
  const run = { archive, budget, sink, isCancelled, totalBytes: budget.readBytes + totalBytes }
  const strings = await readStrings(run, workbook.sharedStrings)
  const context = { strings, styles: readCellStyles(workbook.stylesXml), is1904: workbook.is1904 }
  const rowsPerSheet: number[] = []
  for (const [index, sheet] of workbook.sheets.entries())
    rowsPerSheet.push(wanted[index] ? await readSheet(run, context, sheet, index) : 0)
  return { rowsPerSheet }
}

function storedBytes(entries: readonly (Entry | null)[]): number {
  return entries.reduce((sum, entry) => sum + (entry?.compressedSize ?? 0), 0)
}

async function* readMarkup(run: Run, entry: Entry): AsyncGenerator<Buffer> {
  const filter = new XmlByteFilter()
  const prefix = new XmlPrefixFilter()
  for await (const chunk of inflateEntry(run.archive.zip, entry, run.budget)) {
    if (run.isCancelled()) throw new AppError('cancelled')
    run.sink.progress?.(Math.min(run.budget.readBytes, run.totalBytes), run.totalBytes)
    const markup = prefix.push(filter.push(chunk))
    if (markup.length > 0) yield markup
  }
  for (const last of [prefix.push(filter.finish()), prefix.finish()]) if (last.length > 0) yield last
}

async function readStrings(run: Run, entry: Entry | null): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (!entry) return strings
  const scanner = new SharedStringsScanner(strings)
  const startBytes = run.budget.readBytes
  for await (const markup of readMarkup(run, entry)) {
    scanner.push(markup)
    checkKeptStrings(strings, run.budget.readBytes - startBytes)
  }
  scanner.finish()
  return strings
}

/** Strings stay in memory, so a part that shrank too well is refused before it fills it. */
function checkKeptStrings(strings: SharedStrings, readBytes: number): void {
  const { keptStringsFloorBytes, keptRatio } = readLimits
  if (strings.keptBytes > keptStringsFloorBytes && strings.keptBytes > keptRatio * readBytes)
    throw new AppError('file-bomb', { limit: 'strings' })
}

async function readSheet(
  run: Run,
  context: SheetContext,
  sheet: SheetPart,
  sheetIndex: number,
): Promise<number> {
  if (!sheet.entry) return 0
  const scanner = new SheetScanner(context)
  const cutter = new BlockCutter('<row', '</sheetData>', readLimits.rowBytes)
  const batcher = new RowBatcher(sheetIndex, batch => run.sink.batch(batch))
  const scan = async (block: Buffer) => {
    scanner.feed(block)
    for (let row = scanner.nextRow(); row; row = scanner.nextRow())
      if (batcher.add(row)) await batcher.flush()
  }
  try {
    for await (const markup of readMarkup(run, sheet.entry)) {
      const block = scanner.isPastRows ? null : cutter.push(markup)
      if (block) await scan(block)
    }
    if (!scanner.isPastRows) await scan(cutter.finish())
    scanner.finish()
  } catch (error) {
    throw withPlace(error, sheet.info.name, scanner.rowNumber)
  }
  await batcher.flush()
  return batcher.rowCount
}

function withPlace(error: unknown, sheet: string, row: number): unknown {
  if (!(error instanceof AppError) || error.code === 'cancelled') return error
  return new AppError(error.code, { ...error.data.details, sheet, row })
}
