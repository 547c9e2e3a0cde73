// One reading of one file, in a process of its own so that nothing else is in its figures.
// node reading-task.ts <task> <file> -> one line of JSON on standard output
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { pipeline, Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import ExcelJs from 'exceljs'
import Papa from 'papaparse'
import { fromBufferPromise } from 'yauzl'
import { readFile } from '#main/imports/read-file.ts'

export type ReadingFigures = {
  readonly cpuMs: number
  readonly peakMebibytes: number
  readonly rows: number
  readonly filledCells: number
}

const tasks: Readonly<
  Record<string, (file: string, look: (cells: readonly unknown[]) => void) => Promise<void>>
> = {
  'our-reader': readWithOurs,
  'inflate-and-look': inflateAndLook,
  sheetjs: readWithSheetJs,
  exceljs: readWithExcelJs,
  papaparse: readWithPapaparse,
}

async function readWithOurs(file: string, look: (cells: readonly unknown[]) => void): Promise<void> {
  const batch = ({ rows }: { rows: readonly { cells: readonly unknown[] }[] }) => {
    for (const row of rows) look(row.cells)
  }
  await readFile(file, {}, { opened: () => undefined, batch }, () => false)
}

/** The floor: inflate the sheet and its strings, and look at every byte once. */
async function inflateAndLook(file: string): Promise<void> {
  const zip = await fromBufferPromise(fs.readFileSync(file), { lazyEntries: true })
  let tags = 0
  for await (const entry of zip.eachEntry()) {
    if (!/sheet1|sharedStrings/.test(entry.fileName)) continue
    const stored = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    const inflated = createInflateRaw({ chunkSize: 1 << 18 })
    pipeline(stored, inflated, () => undefined)
    for await (const chunk of inflated as AsyncIterable<Buffer>)
      for (let at = 0; at < chunk.length; at++) if (chunk[at] === 0x3c) tags++
  }
  if (tags === 0) throw new Error('the floor looked at nothing')
}

/** Their code for Node, not the one for browsers: both are in the package. */
async function readWithSheetJs(file: string, look: (cells: readonly unknown[]) => void): Promise<void> {
  const sheetJs = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx')
  const workbook = sheetJs.read(fs.readFileSync(file), {
    dense: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  for (const row of (sheet?.['!data'] ?? []) as ({ v?: unknown } | undefined)[][])
    look(row.map(cell => cell?.v))
}

/** Its streaming reader, which holds the shared strings and gives row by row. */
async function readWithExcelJs(file: string, look: (cells: readonly unknown[]) => void): Promise<void> {
  const workbook = new ExcelJs.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  })
  for await (const sheet of workbook)
    for await (const row of sheet) look(Array.isArray(row.values) ? row.values : [])
}

async function readWithPapaparse(file: string, look: (cells: readonly unknown[]) => void): Promise<void> {
  const decoder = new TextDecoder('gbk')
  const decode = new Transform({
    encoding: 'utf8',
    transform: (bytes: Buffer, _encoding, done) => done(null, decoder.decode(bytes, { stream: true })),
  })
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ',' })
  parser.on('data', look)
  await new Promise<void>((resolve, reject) => {
    parser.on('end', resolve)
    pipeline(
      fs.createReadStream(file, { highWaterMark: 1 << 18 }),
      decode,
      parser,
      error => error && reject(error),
    )
  })
}

const [name = '', file = ''] = process.argv.slice(2)
const task = tasks[name]
if (!task) throw new Error(`no task ${name}`)
let rows = 0
let filledCells = 0
const start = process.cpuUsage()
await task(file, cells => {
  rows++
  for (const cell of cells) if (cell !== null && cell !== undefined && cell !== '') filledCells++
})
const { user, system } = process.cpuUsage(start)
const figures: ReadingFigures = {
  cpuMs: (user + system) / 1000,
  peakMebibytes: process.resourceUsage().maxRSS / 1024,
  rows,
  filledCells,
}
console.log(JSON.stringify(figures))
