// One table written as one file, in a process of its own so that nothing else is in its figures.
// node writing-task.ts <task> <file> <rows> -> one line of JSON on standard output
import fs from 'node:fs'
import { createRequire } from 'node:module'
import ExcelJs from 'exceljs'
import Papa from 'papaparse'
import { writeCsv } from '#main/exports/csv-writer.ts'
import { type ExportCell, writeUnfinishedWorkbook } from '#main/exports/xlsx-writer.ts'
import { type BenchCell, memberTable } from './bench-tables.ts'

export type WritingFigures = {
  /** Without what it takes to make the rows. */
  readonly cpuMs: number
  readonly peakMebibytes: number
  readonly fileMebibytes: number
}

const [name = '', file = '', rowCount = '0'] = process.argv.slice(2)
const table = memberTable(Number(rowCount))
const moneyAt = table.headers.indexOf('累计消费')
const widthChars = 18

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  'our-workbook': writeOurs,
  'our-csv': writeOurCsv,
  exceljs: writeWithExcelJs,
  sheetjs: writeWithSheetJs,
  papaparse: writeWithPapaparse,
}

function* exportRows(): Generator<readonly ExportCell[]> {
  for (const row of table.rows()) yield row.map(cellOf)
}

/** As an export writes them: days and moments as text, which comes back as it went. */
function cellOf(cell: BenchCell): ExportCell {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'truth') return cell.value ? '是' : '否'
  if (cell.kind === 'number') return cell.value
  const instant = new Date(Math.round((cell.value - 25_569) * 86_400_000)).toISOString()
  return cell.kind === 'day' ? instant.slice(0, 10) : instant.slice(0, 19).replace('T', ' ')
}

async function writeOurs(): Promise<void> {
  await writeUnfinishedWorkbook(file, {
    sheetName: () => '客户',
    columns: table.headers.map((header, index) => ({
      header,
      widthChars,
      style: index === moneyAt ? 'money' : 'text',
    })),
    rows: exportRows(),
  })
}

async function writeOurCsv(): Promise<void> {
  const { headers } = table
  await writeCsv(file, { headers, rows: exportRows(), encoding: 'gb18030', separator: ',', isForExcel: true })
}

/** Its streaming writer, with the same styles. */
async function writeWithExcelJs(): Promise<void> {
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true })
  const sheet = book.addWorksheet('客户', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = table.headers.map((header, index) => ({
    header,
    width: widthChars,
    style: { numFmt: index === moneyAt ? '#,##0.00' : '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const row of exportRows()) sheet.addRow(row).commit()
  sheet.commit()
  await book.commit()
}

/** It knows no styles. Their code for Node, not the one for browsers: both are in the package. */
async function writeWithSheetJs(): Promise<void> {
  const { utils, writeFile } = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx')
  const sheet = utils.aoa_to_sheet([table.headers, ...exportRows()] as unknown[][], { dense: true })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '客户')
  writeFile(book, file, { bookType: 'xlsx', compression: true })
}

async function writeWithPapaparse(): Promise<void> {
  const rows = [table.headers, ...exportRows()] as unknown[][]
  fs.writeFileSync(file, Papa.unparse(rows, { quotes: true, escapeFormulae: true, newline: '\r\n' }))
}

function cpuMsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const task = tasks[name]
if (!task) throw new Error(`no task ${name}`)
const makingStart = process.cpuUsage()
let cells = 0
for (const row of exportRows()) cells += row.length
const makingMs = cpuMsSince(makingStart)
if (cells === 0) throw new Error('there is nothing to write')
const start = process.cpuUsage()
await task()
const figures: WritingFigures = {
  cpuMs: cpuMsSince(start) - makingMs,
  peakMebibytes: process.resourceUsage().maxRSS / 1024,
  fileMebibytes: fs.statSync(file).size / 2 ** 20,
}
console.log(JSON.stringify(figures))
