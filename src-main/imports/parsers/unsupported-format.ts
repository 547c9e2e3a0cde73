import { AppError } from '#shared/contract/app-error.ts'

/** How a format that is not read is called by those who know it, the same in every language. */
const names: Readonly<Record<string, string>> = {
  html: 'HTML',
  pdf: 'PDF',
  image: 'JPG / PNG / GIF',
  video: 'MP4',
  sqlite: 'SQLite',
  program: 'EXE',
  rtf: 'RTF',
  parquet: 'Parquet',
  wk: 'Lotus 1-2-3',
  doc: 'Word',
  docx: 'Word',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  qpw: 'Quattro Pro',
  numbers: 'Numbers',
  odf: 'OpenDocument',
  epub: 'EPUB',
  apk: 'APK',
  jar: 'JAR',
  xml: 'XML',
  json: 'JSON',
  dif: 'DIF',
  postscript: 'PostScript',
}

const archiveNames: Readonly<Record<string, string>> = {
  zip: 'ZIP',
  rar: 'RAR',
  '7z': '7z',
  gzip: 'GZip',
  bzip2: 'BZip2',
  xz: 'XZ',
  zstd: 'Zstd',
  tar: 'TAR',
}

/** The error for a format that is known and not read: it says what the file is, and for a packed one to unpack it. */
export function unsupportedFormat(format: string): AppError {
  const archive = archiveNames[format]
  if (archive !== undefined) return new AppError('file-is-archive', { format, name: archive })
  const name = names[format]
  return new AppError('file-type-unsupported', name === undefined ? { format } : { format, name })
}
