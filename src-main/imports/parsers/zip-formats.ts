import { AppError } from '#shared/contract/app-error.ts'
import type { InflateBudget } from './read-limits.ts'
import { unsupportedFormat } from './unsupported-format.ts'
import { inflateWhole, type ZipArchive } from './zip-archive.ts'

const CONTENT_TYPES = '[content_types].xml'
const MIME_TYPE_BYTES = 200

/** A part that only this format has. */
const formatMarks: readonly (readonly [part: string, format: string])[] = [
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['index/document.iwa', 'numbers'],
  ['index.zip', 'numbers'],
  ['meta-inf/container.xml', 'epub'],
  ['classes.dex', 'apk'],
  ['meta-inf/manifest.mf', 'jar'],
]

/**
 * Tells which kind of workbook a zip file is.
 *
 * Errors: file-type-unsupported or file-is-archive with the format in the details; file-damaged when it should be a
 * workbook and its list of parts is missing.
 */
export async function workbookFormat(
  archive: ZipArchive,
  budget: InflateBudget,
): Promise<'xlsx' | 'xlsb' | 'ods'> {
  const { entries } = archive
  const mark = formatMarks.find(([part]) => entries.has(part))
  if (mark) throw unsupportedFormat(mark[1])
  if (entries.has('xl/workbook.bin')) return 'xlsb'
  const names = [...entries.keys()]
  const looksLikeWorkbook = names.some(name => name.startsWith('xl/'))
  if (entries.has(CONTENT_TYPES) && (looksLikeWorkbook || entries.has('_rels/.rels'))) return 'xlsx'
  if (looksLikeWorkbook) throw new AppError('file-damaged')
  const format = entries.has('mimetype') ? await openDocumentFormat(archive, budget) : 'zip'
  if (format === 'ods') return format
  throw unsupportedFormat(format)
}

async function openDocumentFormat(archive: ZipArchive, budget: InflateBudget): Promise<string> {
  const entry = archive.entries.get('mimetype')
  if (!entry || entry.uncompressedSize > MIME_TYPE_BYTES) return 'zip'
  const type = (await inflateWhole(archive.zip, entry, budget)).toString('latin1')
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  return type.includes('opendocument') ? 'odf' : 'zip'
}
