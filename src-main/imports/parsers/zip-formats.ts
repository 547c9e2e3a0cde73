import { AppError } from '#shared/contract/app-error.ts'
import type { InflateBudget } from './read-limits.ts'
import { inflateWhole, type ZipArchive } from './zip-archive.ts'

const CONTENT_TYPES = '[content_types].xml'
const MIME_TYPE_BYTES = 200

/** A part that only this format has. */
const formatMarks: readonly (readonly [part: string, format: string])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['index/document.iwa', 'numbers'],
  ['index.zip', 'numbers'],
  ['meta-inf/container.xml', 'epub'],
  ['classes.dex', 'apk'],
  ['meta-inf/manifest.mf', 'jar'],
]

/**
 * Makes sure that a zip file is an xlsx or xlsm workbook.
 *
 * Errors: file-type-unsupported with the format in the details; file-damaged when it should be a workbook and its list
 * of parts is missing.
 */
export async function checkIsWorkbook(archive: ZipArchive, budget: InflateBudget): Promise<void> {
  const { entries } = archive
  const mark = formatMarks.find(([part]) => entries.has(part))
  if (mark) throw unsupported(mark[1])
  const names = [...entries.keys()]
  const looksLikeWorkbook = names.some(name => name.startsWith('xl/'))
  if (entries.has(CONTENT_TYPES) && (looksLikeWorkbook || entries.has('_rels/.rels'))) return
  if (looksLikeWorkbook) throw new AppError('file-damaged')
  throw unsupported(entries.has('mimetype') ? await openDocumentFormat(archive, budget) : 'zip')
}

function unsupported(format: string): AppError {
  return new AppError('file-type-unsupported', { format })
}

async function openDocumentFormat(archive: ZipArchive, budget: InflateBudget): Promise<string> {
  const entry = archive.entries.get('mimetype')
  if (!entry || entry.uncompressedSize > MIME_TYPE_BYTES) return 'zip'
  const type = (await inflateWhole(archive.zip, entry, budget)).toString('latin1')
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  return type.includes('opendocument') ? 'odf' : 'zip'
}
