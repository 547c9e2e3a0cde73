import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFile } from '#main/imports/read-file.ts'
import { type ExportOutcome, exportColumns } from '#shared/domain/export.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { createTestArchive, withArchive } from '#test/helpers/test-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'
import { fillSampleShop } from '#test/main/search/sample-shop.ts'

const customers = sized(200_000)
/**
 * What an export of any number of rows may take beyond one of a hundred. The rows themselves are gone as soon as they are
 * written; the memory they had is taken back only when there is need of it, so that 60,000 rows grow nearly as far.
 */
const mostMebibytes = 400
const script = fileURLToPath(new URL('./export-in-child.ts', import.meta.url))

const archive = createTestArchive()
const folder = makeTestFolder()
beforeAll(() =>
  withArchive(archive.folder, ({ db }) =>
    fillSampleShop(db, { customers, ordersPerCustomer: 0.5, products: 50 }),
  ),
)
afterAll(() => {
  archive.remove()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Exports everybody with all columns in a process of its own; what it said, and what it used. */
async function exportAll(format: string) {
  const file = path.join(folder, `all.${format}`)
  const { stdout } = await promisify(execFile)(process.execPath, [script, archive.folder, file, format])
  const said = JSON.parse(stdout) as { outcome: ExportOutcome; grownMebibytes: number; peakMebibytes: number }
  console.info(
    `${format} ${customers} rows: grown by ${said.grownMebibytes.toFixed(0)} MiB to ${said.peakMebibytes.toFixed(0)} MiB, ${said.outcome.elapsedMs} ms`,
  )
  return { file, ...said }
}

it.each(['xlsx', 'csv'])(
  'all customers with all columns go into an %s in bounded memory, none lost',
  async format => {
    const { file, outcome, grownMebibytes } = await exportAll(format)
    expect(outcome).toMatchObject({ rowCount: customers, customerCount: customers })
    expect(grownMebibytes).toBeLessThan(mostMebibytes)
    let rowCount = 0
    let width = 0
    const numbers = new Set<string>()
    const numberAt = exportColumns.customers.findIndex(({ name }) => name === 'archiveNumber')
    const batch = ({ rows }: { rows: readonly { cells: readonly unknown[] }[] }) => {
      for (const { cells } of rows) {
        if (rowCount++ === 0) width = cells.length
        else numbers.add(String(cells[numberAt]))
      }
    }
    await readFile(file, {}, { opened: () => undefined, batch }, () => false)
    expect([rowCount, width]).toEqual([customers + 1, exportColumns.customers.length])
    expect(numbers.size).toBe(customers)
  },
)
