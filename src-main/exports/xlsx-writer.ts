import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { cellStyles, columnName, type ExportCell, rowXml } from './sheet-xml.ts'

export type { ExportCell } from './sheet-xml.ts'

/** A sheet to be written. Columns with `isText` keep their zeros in Excel. */
export type WorkbookSheet = {
  readonly sheetName: string
  readonly columns: readonly {
    readonly header: string
    readonly widthChars: number
    readonly isText: boolean
  }[]
  readonly rows: Iterable<readonly ExportCell[]>
}

/**
 * Writes one sheet as an .xlsx file with a bold, frozen header row.
 *
 * The rows are streamed; the file appears under its name when it is whole.
 * Errors: those of the file system; nothing is left behind then.
 * Cost: about 2 s of CPU for 100,000 rows of 16 columns.
 */
export async function writeWorkbook(
  filePath: string,
  sheet: WorkbookSheet,
): Promise<{ readonly rowCount: number }> {
  const unfinished = path.join(path.dirname(filePath), `.${path.basename(filePath)}.tmp`)
  const counter = { rowCount: 0 }
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(fixedParts(sheet.sheetName)))
    zip.addBuffer(Buffer.from(content), name)
  const output = zip.outputStream as Readable
  const source = Readable.from(sheetChunks(sheet, counter))
  // The zip does not pass a failing source on: its output would wait for ever.
  source.on('error', error => output.destroy(error))
  zip.addReadStream(source, 'xl/worksheets/sheet1.xml')
  zip.end()
  try {
    await pipeline(output, fs.createWriteStream(unfinished))
    fs.renameSync(unfinished, filePath)
    return { rowCount: counter.rowCount }
  } catch (error) {
    fs.rmSync(unfinished, { force: true })
    throw error
  }
}

const chunkChars = 1 << 16

function* sheetChunks(sheet: WorkbookSheet, counter: { rowCount: number }): Generator<Buffer> {
  const { columns, rows } = sheet
  const styles = columns.map(column => (column.isText ? cellStyles.text : cellStyles.plain))
  let chunk = sheetHead(sheet)
  for (const row of rows) {
    counter.rowCount++
    chunk += rowXml(counter.rowCount + 1, row, styles)
    if (chunk.length < chunkChars) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  yield Buffer.from(`${chunk}</sheetData></worksheet>`)
}

function sheetHead({ columns }: WorkbookSheet): string {
  const widths = columns.map((column, index) => {
    const style = column.isText ? ` style="${cellStyles.text}"` : ''
    return `<col min="${index + 1}" max="${index + 1}" width="${column.widthChars}" customWidth="1"${style}/>`
  })
  const headers = rowXml(
    1,
    columns.map(column => column.header),
    columns.map(() => cellStyles.header),
  )
  return `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:${columnName(Math.max(0, columns.length - 1))}1"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${headers}`
}

// Names of XML vocabularies: identifiers that are never fetched.
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'
const main = `${office}/spreadsheetml/2006/main`
const documentRelations = `${office}/officeDocument/2006/relationships`
const packageRelations = `${office}/package/2006/relationships`
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function fixedParts(sheetName: string): Readonly<Record<string, string>> {
  const name = sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1'
  const attribute = name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><sheets><sheet name="${attribute}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${documentRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documentRelations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EFE9"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}
