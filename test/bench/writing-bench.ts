import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import type { WritingFigures } from './writing-task.ts'

const runs = 2
const rowCount = 100_000

/** Writes 100,000 rows of 16 columns as a styled .xlsx and as GBK text, in processes of their own, beside peers. */
export async function benchWriting({ folder }: BenchContext): Promise<BenchRow[]> {
  const write = (task: string) => writeInProcess(task, path.join(folder, `written-by-${task}`))
  const [ours, csv] = await interleaved(['our-workbook', 'our-csv'], write)
  const excelJs = await write('exceljs')
  const sheetJs = await write('sheetjs')
  const papaparse = await write('papaparse')
  return [
    {
      name: 'xlsx out 100,000 x 16, styled: without making the rows',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: 'exceljs (streaming)', value: excelJs.cpuMs / 1000 },
      target: { kind: 'at-most', value: 3 },
      note: sizes(ours, excelJs),
    },
    {
      name: 'xlsx out 100,000 x 16, styled: beside the library',
      unit: 's CPU',
      ours: ours.cpuMs / 1000,
      peer: { name: '@e965/xlsx (no styles)', value: sheetJs.cpuMs / 1000 },
      target: { kind: 'ratio-at-most', value: 1 },
      note: sizes(ours, sheetJs),
    },
    {
      name: 'xlsx out 100,000 x 16, styled: peak of the process',
      unit: 'MiB',
      ours: ours.peakMebibytes,
      peer: { name: 'exceljs (streaming)', value: excelJs.peakMebibytes },
      target: { kind: 'at-most', value: 200 },
      note: `@e965/xlsx ${sheetJs.peakMebibytes.toFixed(0)}`,
    },
    {
      name: 'csv out 100,000 x 16, GBK: without making the rows',
      unit: 's CPU',
      ours: csv.cpuMs / 1000,
      peer: { name: 'papaparse (UTF-8, all at once)', value: papaparse.cpuMs / 1000 },
      note: `peak ${csv.peakMebibytes.toFixed(0)} MiB, papaparse ${papaparse.peakMebibytes.toFixed(0)}`,
    },
  ]
}

const sizes = (ours: WritingFigures, peer: WritingFigures) =>
  `${ours.fileMebibytes.toFixed(1)} MiB on disk, the peer ${peer.fileMebibytes.toFixed(1)}`

/** The cheapest run of each task, the runs taken in turn so that all meet the same weather. */
async function interleaved<const Names extends readonly string[]>(
  names: Names,
  write: (task: string) => Promise<WritingFigures>,
): Promise<{ [Index in keyof Names]: WritingFigures }> {
  const best: WritingFigures[] = []
  for (let run = 0; run < runs; run++)
    for (const [index, name] of names.entries()) {
      const figures = await write(name)
      const former = best[index]
      if (!former || figures.cpuMs < former.cpuMs) best[index] = figures
    }
  return best as { [Index in keyof Names]: WritingFigures }
}

async function writeInProcess(task: string, file: string): Promise<WritingFigures> {
  const entry = path.join(import.meta.dirname, 'writing-task.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [entry, task, file, String(rowCount)])
  return JSON.parse(stdout) as WritingFigures
}
