import { writeBenchWorkbook } from './bench-files.ts'
import { memberTable } from './bench-tables.ts'
import { readInProcess } from './reading-bench.ts'

/** What inflating and looking at 100,000 rows of 16 columns took where the targets were set. Units: s of CPU. */
const floorThereSeconds = 0.36
const runs = 3

/**
 * Tells how many times as long this machine takes as the one where the targets were set, by a piece of work that is none
 * of ours; targets in units of time are judged times this.
 *
 * Cost: some seconds, most of them for the file.
 */
export async function measureSlowness(): Promise<number> {
  const file = await writeBenchWorkbook(memberTable(100_000), 'floor.xlsx')
  const seconds: number[] = []
  for (let run = 0; run < runs; run++)
    seconds.push((await readInProcess('inflate-and-look', file)).cpuMs / 1000)
  return Math.min(...seconds) / floorThereSeconds
}
