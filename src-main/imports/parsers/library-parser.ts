import { decodeHTML } from 'entities'
import { AppError } from '#shared/contract/app-error.ts'
import type { FileFormat } from '#shared/domain/file-format.ts'
import type { RawRow, ReadOptions, SheetInfo } from '../raw-row.ts'
import type { FileBytes } from './file-bytes.ts'
import type { LibrarySource } from './library-source.ts'
import { Allowance, libraryThread } from './library-thread.ts'
import { InflateBudget, readLimits } from './read-limits.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { filterXml, filterXmlText } from './xml-byte-filter.ts'
import { inflateEntry, inflateWhole, type ZipArchive } from './zip-archive.ts'

/** Parts of a package that hold cells, or that tell where they are; drawings, macros and caches stay packed. */
const PARTS_NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|mimetype|content\.xml|styles\.xml|meta-inf\/manifest\.xml|xl\/(?:_rels\/)?workbook\.\w+(?:\.rels)?|xl\/(?:sharedstrings|styles|metadata)\.\w+|xl\/persons\/[^/]*|xl\/(?:work|chart|macro|dialog)sheets\/[^/]*)$/i
const HTML_ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z0-9]{1,30};/i
const HTML_ENTITIES = new RegExp(HTML_ENTITY, 'gi')
const PLAIN_XML = /\.xml$/i
const PROGRESS_OPENED = 0.5

/** What a run of the library needs to know. */
export type LibraryRun = {
  readonly format: FileFormat
  readonly options: ReadOptions
  readonly sink: RowSink
  readonly isCancelled: () => boolean
}

/**
 * Reads a file that the library takes as it stands: xls and et, SYLK.
 *
 * Errors: file-too-large, file-damaged, file-encrypted, sheet-missing, cancelled.
 */
export async function readWithLibrary(
  file: FileBytes,
  run: LibraryRun,
  codePage?: number,
): Promise<ReadResult> {
  const bytes = await readWhole(file)
  const source = { kind: 'whole', bytes, ...(codePage === undefined ? {} : { codePage }) } as const
  try {
    return await readSource(source, file.sizeBytes, run)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-encrypted') throw error
    const plain = await decryptFile(file, run.format, run.options.password, run.isCancelled)
    return await readSource({ kind: 'whole', bytes: plain }, file.sizeBytes, run)
  }
}

/** Reads a file into memory. Errors: file-too-large. */
export async function readWhole(file: FileBytes): Promise<Buffer> {
  if (file.sizeBytes > readLimits.wholeFileBytes) throw new AppError('file-too-large', { limit: 'size' })
  return await file.read(0, file.sizeBytes)
}

/**
 * Reads a text file of XML with the library, without comments and declarations.
 *
 * Errors: as readWithLibrary; file-truncated when the root is not closed.
 */
export async function readXmlWithLibrary(
  file: FileBytes,
  run: LibraryRun,
  rootEnd: RegExp,
): Promise<ReadResult> {
  const filtered = filterXml(await readWhole(file))
  const bytes = filtered.subarray(filtered.indexOf('<'))
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 256))
  if (!rootEnd.test(tail)) throw new AppError('file-truncated')
  return await readSource({ kind: 'whole', bytes: decodeHtmlEntities(bytes) }, file.sizeBytes, run)
}

/** Web shops write the names of HTML (&eacute;) into XML, which knows five only. */
function decodeHtmlEntities(bytes: Buffer): Buffer {
  const xml = bytes.toString('utf8')
  if (!HTML_ENTITY.test(xml)) return bytes
  return Buffer.from(xml.replace(HTML_ENTITIES, entity => decodeHTML(entity)))
}

/** Reads a package (xlsb, ods) with the library, after unpacking its parts within our limits. */
export async function readPackageWithLibrary(
  archive: ZipArchive,
  sizeBytes: number,
  run: LibraryRun,
): Promise<ReadResult> {
  const budget = new InflateBudget()
  const parts: [string, Uint8Array][] = []
  await checkIsOpen(archive, budget)
  for (const entry of archive.entries.values()) {
    const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
    if (!PARTS_NEEDED.test(name)) continue
    const chunks: Buffer[] = []
    for await (const chunk of inflateEntry(archive.zip, entry, budget)) {
      if (run.isCancelled()) throw new AppError('cancelled')
      if (budget.inflatedBytes > readLimits.libraryPackageBytes)
        throw new AppError('file-too-large', { limit: 'inflated' })
      chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    parts.push([name, PLAIN_XML.test(name) ? filterXml(bytes) : bytes])
  }
  return await readSource({ kind: 'package', parts }, sizeBytes, run)
}

/** A locked ods names the key of each part in its manifest; its password is of no use to us. */
async function checkIsOpen(archive: ZipArchive, budget: InflateBudget): Promise<void> {
  const manifest = archive.entries.get('meta-inf/manifest.xml')
  if (!manifest) return
  const xml = filterXmlText(await inflateWhole(archive.zip, manifest, budget))
  if (xml.includes('encryption-data')) throw new AppError('file-encrypted', { format: 'ods' })
}

async function readSource(source: LibrarySource, sizeBytes: number, run: LibraryRun): Promise<ReadResult> {
  const { format, options, sink, isCancelled } = run
  const allowance = new Allowance(sizeBytes, isCancelled)
  const sheets = (await libraryThread.ask({ type: 'open', source }, allowance)) as readonly SheetInfo[]
  const wanted = sheets.map(({ name }) => options.sheetName === undefined || name === options.sheetName)
  if (!wanted.includes(true)) throw new AppError('sheet-missing', { sheet: options.sheetName ?? '' })
  sink.opened({ format, sheets })
  sink.progress?.(sizeBytes * PROGRESS_OPENED, sizeBytes)
  const rowsPerSheet: number[] = []
  for (const [sheetIndex, isWanted] of wanted.entries())
    rowsPerSheet.push(isWanted ? await passSheet(sheetIndex, sink, allowance) : 0)
  sink.progress?.(sizeBytes, sizeBytes)
  return { rowsPerSheet }
}

async function passSheet(sheetIndex: number, sink: RowSink, allowance: Allowance): Promise<number> {
  await libraryThread.ask({ type: 'rows', sheetIndex }, allowance)
  let count = 0
  for (;;) {
    const rows = (await libraryThread.ask({ type: 'next' }, allowance)) as readonly RawRow[] | null
    if (rows === null) return count
    count += rows.length
    await sink.batch({ sheetIndex, rows })
  }
}

/** The password under which Excel keeps workbooks that are only protected against changes. */
const NO_PASSWORD = 'VelvetSweatshop'

/**
 * Opens a workbook behind a password, in memory only.
 *
 * Errors: file-encrypted without a password, password-wrong with another one, file-too-large.
 */
export async function decryptFile(
  file: FileBytes,
  format: string,
  password: string | undefined,
  isCancelled: () => boolean,
): Promise<Buffer> {
  const bytes = await readWhole(file)
  const request = { type: 'decrypt', bytes, password: password ?? NO_PASSWORD } as const
  try {
    const plain = (await libraryThread.ask(request, new Allowance(file.sizeBytes, isCancelled))) as Uint8Array
    return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  } catch (error) {
    const asksForIt =
      password === undefined && error instanceof AppError && /password|encrypted/.test(error.code)
    throw asksForIt ? new AppError('file-encrypted', { format, opens: 1 }) : error
  }
}
