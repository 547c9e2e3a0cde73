// npm run bench [-- --large | --million] [-- --only NAME[,NAME]]: speed and memory beside their floors and peers. A bench is no test: it
// always ends with 0 and says 'not met' where a target is missed.
import fs from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { makeTestFolder } from '#test/helpers/test-database.ts'
import { benchAnalysis } from './analysis-bench.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { type BenchShop, makeBenchShop } from './bench-shop.ts'
import type { BenchSize } from './bench-size.ts'
import { benchDesk } from './desk-bench.ts'
import { benchDuplicates } from './duplicates-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchList } from './list-bench.ts'
import { measureSlowness } from './machine.ts'
import { benchPreview } from './preview-bench.ts'
import { wordTable } from './print-table.ts'
import { benchReading } from './reading-bench.ts'
import { benchRfm } from './rfm-bench.ts'
import { benchSearch } from './search-bench.ts'
import { benchStart } from './start-bench.ts'
import { benchWindow } from './window-bench.ts'
import { benchWriting } from './writing-bench.ts'

const cases: Readonly<Record<string, (context: BenchContext) => Promise<BenchRow[]>>> = {
  reading: benchReading,
  writing: benchWriting,
  preview: benchPreview,
  import: benchImport,
  search: benchSearch,
  list: benchList,
  desk: benchDesk,
  duplicates: benchDuplicates,
  rfm: benchRfm,
  analysis: benchAnalysis,
  start: benchStart,
  window: benchWindow,
}

const usual: BenchSize = {
  customers: 200_000,
  orders: 2_000_000,
  importedCustomers: 10_000,
}
const large: BenchSize = { customers: 1_000_000, orders: 10_000_000, importedCustomers: 100_000 }

/** A million customers for search and list, with orders enough to sort by. */
const million: BenchSize = { customers: 1_000_000, orders: 2_000_000, importedCustomers: 10_000 }

const { values } = parseArgs({
  options: { large: { type: 'boolean' }, million: { type: 'boolean' }, only: { type: 'string' } },
})
const asked = values.only?.split(',') ?? ['']
const names = Object.keys(cases).filter(name => asked.some(one => name.includes(one)))
if (names.length === 0) console.error(`--only takes one of: ${Object.keys(cases).join(', ')}`)

const folder = makeTestFolder()
const size = values.million ? million : values.large ? large : usual
let made: BenchShop | undefined
const shop = async () => {
  made ??= timed('large archive', () => makeBenchShop(folder, size))
  return made
}
const start = clock()
const rows: BenchRow[] = []
const failures: string[] = []
tell(`${os.cpus().length} CPUs, ${weather()}`)
const slowness = await measureSlowness()
tell(`this machine takes ${slowness.toFixed(2)} times as long as the one where the targets were set`)
try {
  for (const name of names) {
    const caseStart = clock()
    try {
      rows.push(...((await cases[name]?.({ size, folder, shop })) ?? []))
      tell(`${name}: ${since(caseStart)}`)
    } catch (error) {
      failures.push(`${name}: not measured: ${error instanceof Error ? error.message : error}`)
    }
    globalThis.gc?.()
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
console.log(
  `Targets of time were set on another machine; this one takes ${slowness.toFixed(2)} times as long.\n`,
)
console.log(wordTable(rows, slowness))
for (const failure of failures) console.log(failure)
console.log(`In all ${since(start)}, ${weather()}. A busy machine raises CPU time too.`)

function timed<T>(what: string, work: () => T): T {
  const begun = clock()
  const value = work()
  tell(`${what}: ${since(begun)}`)
  return value
}

function clock() {
  return { at: performance.now(), cpu: process.cpuUsage() }
}

function since({ at, cpu }: ReturnType<typeof clock>): string {
  const { user, system } = process.cpuUsage(cpu)
  return `${((performance.now() - at) / 1000).toFixed(0)} s by the clock, ${((user + system) / 1e6).toFixed(0)} s CPU here`
}

function weather(): string {
  return `load ${os.loadavg()[0]?.toFixed(1)}`
}

/** Progress goes to standard error: the table stands alone on standard output. */
function tell(text: string): void {
  console.error(`[bench] ${text}`)
}
