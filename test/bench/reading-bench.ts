import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { fileReaderFlags } from '#main/threads/file-reader-client.ts'
import { probeFileReader } from '#test/helpers/file-reader-probe.ts'
import type { BenchContext } from './bench-context.ts'
import { writeBenchHtml, writeBenchText, writeBenchWorkbook, writeBenchXls } from './bench-files.ts'
import type { BenchRow } from './bench-row.ts'
import { memberTable } from './bench-tables.ts'
import type { ReadingFigures } from './reading-task.ts'

const runs = 3
const rowCount = 100_000
/** Near the 65,536 that an .xls can hold. */
const oldRowCount = 60_000

/** Reads 100,000 rows of 16 columns as .xlsx, GBK text and HTML, 60,000 as .xls, in processes of their own, beside peers. */
export async function benchReading({ folder }: BenchContext): Promise<BenchRow[]> {
  const table = memberTable(rowCount)
  return [
    ...(await benchWorkbook(await writeBenchWorkbook(table, 'members.xlsx'))),
    ...(await benchText(writeBenchText(table, folder, 'members.csv'))),
    ...(await benchPage(writeBenchHtml(table, folder, 'members.xls'))),
    ...(await benchOldWorkbook(writeBenchXls(memberTable(oldRowCount), folder, 'old-members.xls'))),
  ]
}

async function benchWorkbook(file: string): Promise<BenchRow[]> {
  const [floor, ours] = await interleaved(['inflate-and-look', 'our-reader'], file)
  const sheetJs = await readInProcess('sheetjs', file)
  requireSame(ours, sheetJs)
  const excelJs = await readInProcess('exceljs', file)
  const process = await probeFileReader(file)
  return [
    {
      name: 'xlsx 100,000 x 16: parse, beside the floor',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: 'inflate and look', value: floor.cpuMs / 1000 },
      target: { kind: 'ratio-at-most', value: 3.5 },
      note: `${filled(ours)} cells`,
    },
    {
      name: 'xlsx 100,000 x 16: parse, beside the library',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: '@e965/xlsx', value: sheetJs.cpuMs / 1000 },
      target: { kind: 'ratio-at-most', value: 1 / 3 },
    },
    {
      name: 'xlsx 100,000 x 16: parse, beside exceljs (streaming)',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: 'exceljs', value: excelJs.cpuMs / 1000 },
      target: { kind: 'ratio-at-most', value: 1 / 3 },
    },
    {
      name: 'xlsx 100,000 x 16: peak of the file reader',
      unit: 'MiB',
      ours: process.peakMebibytes ?? Number.NaN,
      peer: { name: '@e965/xlsx', value: sheetJs.peakMebibytes },
      target: { kind: 'at-most', value: 250 },
    },
  ]
}

async function benchText(file: string): Promise<BenchRow[]> {
  const [papaparse, ours] = await interleaved(['papaparse', 'our-reader'], file)
  requireSame(ours, papaparse)
  const process = await probeFileReader(file)
  return [
    {
      name: 'csv GBK 100,000 x 16: encoding found, parsed',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: 'papaparse', value: papaparse.cpuMs / 1000 },
      target: { kind: 'at-most', value: 0.5 },
      note: `${filled(ours)} cells`,
    },
    {
      name: 'csv GBK 100,000 x 16: peak of the file reader',
      unit: 'MiB',
      ours: process.peakMebibytes ?? Number.NaN,
      peer: { name: 'papaparse', value: papaparse.peakMebibytes },
      target: { kind: 'at-most', value: 120 },
    },
  ]
}

async function benchPage(file: string): Promise<BenchRow[]> {
  const [ours] = await interleaved(['our-reader'], file)
  const process = await probeFileReader(file)
  return [
    {
      name: 'HTML .xls GBK 100,000 x 16: parsed',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      target: { kind: 'at-most', value: 1 },
      note: `${filled(ours)} cells`,
    },
    {
      name: 'HTML .xls GBK 100,000 x 16: peak of the file reader',
      unit: 'MiB',
      ours: process.peakMebibytes ?? Number.NaN,
      target: { kind: 'at-most', value: 150 },
    },
  ]
}

async function benchOldWorkbook(file: string): Promise<BenchRow[]> {
  const ours = await readInProcess('our-reader', file)
  const sheetJs = await readInProcess('sheetjs', file)
  requireSame(ours, sheetJs)
  const process = await probeFileReader(file)
  return [
    {
      name: 'xls 60,000 x 16: parsed in the thread of the library',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: '@e965/xlsx alone', value: sheetJs.cpuMs / 1000 },
      target: { kind: 'at-most', value: 7 },
      note: `${filled(ours)} cells`,
    },
    {
      name: 'xls 60,000 x 16: peak of the file reader',
      unit: 'MiB',
      ours: process.peakMebibytes ?? Number.NaN,
      target: { kind: 'at-most', value: 1024 },
    },
  ]
}

const filled = ({ filledCells }: ReadingFigures) => filledCells.toLocaleString('en')

/** The cheapest run of each task, the runs taken in turn so that all meet the same weather. */
async function interleaved<const Names extends readonly string[]>(
  names: Names,
  file: string,
): Promise<{ [Index in keyof Names]: ReadingFigures }> {
  const best: ReadingFigures[] = []
  for (let run = 0; run < runs; run++)
    for (const [index, name] of names.entries()) {
      const figures = await readInProcess(name, file)
      const former = best[index]
      if (!former || figures.cpuMs < former.cpuMs) best[index] = figures
    }
  return best as { [Index in keyof Names]: ReadingFigures }
}

/** A reader that gives other cells is no peer. */
function requireSame(ours: ReadingFigures, peer: ReadingFigures): void {
  if (ours.filledCells !== peer.filledCells)
    throw new Error(`${ours.filledCells} filled cells here, ${peer.filledCells} at the peer`)
}

/** Runs one reading in a process of its own. */
export async function readInProcess(task: string, file: string): Promise<ReadingFigures> {
  const entry = path.join(import.meta.dirname, 'reading-task.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...flagsFor(task), entry, task, file])
  return JSON.parse(stdout) as ReadingFigures
}

/** Ours runs as the file reader does; the others as they come. */
const flagsFor = (task: string) => (task === 'our-reader' ? fileReaderFlags : [])
