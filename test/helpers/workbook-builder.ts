import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export const MAIN_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_NS = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** What a part of a zip file is made of: a whole, or pieces that are made while it is written. */
export type PartContent = string | Buffer | (() => Iterable<string | Buffer>)

/** A sheet of a test workbook: its rows as XML, or the whole part. */
export type TestSheet = {
  readonly name: string
  readonly rows?: string
  readonly part?: PartContent
  readonly state?: 'hidden' | 'veryHidden'
}

export type TestWorkbook = {
  readonly sheets: readonly TestSheet[]
  /** The inside of each <si>. */
  readonly strings?: readonly string[]
  readonly stringsPart?: PartContent
  /** Format codes or built-in numbers of the cell styles 0, 1, 2 … */
  readonly formats?: readonly (string | number)[]
  readonly is1904?: boolean
  readonly targetBase?: string
  /** Parts that replace those made here; undefined leaves one out. */
  readonly overrides?: Readonly<Record<string, PartContent | undefined>>
}

/** Writes a zip file with these parts in this order and gives its path. */
export async function writeZip(
  parts: Readonly<Record<string, PartContent | undefined>>,
  name: string,
): Promise<string> {
  const zip = new ZipFile()
  for (const [part, content] of Object.entries(parts)) {
    if (content === undefined) continue
    if (typeof content === 'function')
      zip.addReadStream(Readable.from(content(), { objectMode: false }), part)
    else zip.addBuffer(Buffer.from(content as string), part, { compress: content.length > 0 })
  }
  zip.end()
  const file = path.join(makeTemporaryFolder(), name)
  const target = fs.createWriteStream(file)
  await new Promise<void>((resolve, reject) => {
    zip.outputStream.pipe(target).on('finish', resolve).on('error', reject)
  })
  return file
}

/** Writes bytes to a file of their own and gives its path. */
export function writeBytes(bytes: string | Uint8Array, name: string): string {
  const file = path.join(makeTemporaryFolder(), name)
  fs.writeFileSync(file, bytes)
  return file
}

let folder: string | null = null

/** One folder per test process, removed at its end; each call gives a new one inside. */
function makeTemporaryFolder(): string {
  if (folder === null) {
    const made = fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-reader-'))
    process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return fs.mkdtempSync(path.join(folder, 'f'))
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** A worksheet part around rows. */
export function sheetXml(rows: string, root = `xmlns="${MAIN_NS}"`): string {
  return `${HEAD}<worksheet ${root}><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`
}

/** The parts of a workbook by hand-written XML, as Excel lays them out. */
export function workbookParts(workbook: TestWorkbook): Record<string, PartContent | undefined> {
  const { sheets, strings = [], targetBase = '' } = workbook
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE_NS}/${type}" Target="${targetBase}${target}"/>`
  const relations = [
    ...sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation(100, 'styles', 'styles.xml'),
    relation(101, 'sharedStrings', 'sharedStrings.xml'),
  ]
  const sheetTags = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 7}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  const items = strings.map(item => `<si>${item}</si>`).join('')
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE_NS}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE_NS}/relationships"><Relationship Id="rId1" Type="${OFFICE_NS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN_NS}" xmlns:r="${OFFICE_NS}"><workbookPr${workbook.is1904 ? ' date1904="1"' : ''}/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE_NS}/relationships">${relations.reverse().join('')}</Relationships>`,
    'xl/styles.xml': stylesXml(workbook.formats ?? []),
    'xl/sharedStrings.xml':
      workbook.stringsPart ?? `${HEAD}<sst xmlns="${MAIN_NS}" count="${strings.length}">${items}</sst>`,
    ...Object.fromEntries(
      sheets
        .map(({ part, rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, part ?? sheetXml(rows ?? '')])
        .reverse(),
    ),
    ...workbook.overrides,
  }
}

/** Writes a workbook and gives its path. */
export function writeWorkbook(workbook: TestWorkbook, name = 'book.xlsx'): Promise<string> {
  return writeZip(workbookParts(workbook), name)
}

function stylesXml(formats: readonly (string | number)[]): string {
  const own = formats
    .map((format, index) => [164 + index, format] as const)
    .filter(([, format]) => typeof format === 'string')
  const numFmts = own
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(String(code))}"/>`)
    .join('')
  const xfs = formats
    .map((format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + index}"/>`)
    .join('')
  return `${HEAD}<styleSheet xmlns="${MAIN_NS}"><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>`
}
