import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { findDataFolder, NO_DATA } from '#test/data/data-folder.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const dataFolder = findDataFolder()

let folder: string
beforeAll(() => {
  folder = makeTestFolder()
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function kehu(...words: string[]): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>)
  expect(await runCommandLine(words, { write, folder, language: 'zh-CN' })).toBe(0)
  return lines
}

/** File and rows, from chinese/README.md; each row is a place with a name, which stands for a customer here. */
const tables = {
  'province.csv': 34,
  'district-code.gbk.csv': 350,
  'area.gb18030.csv': 2846,
  'city.utf8bom.csv': 337,
  'macau.csv': 8,
  'province.utf16le.tsv.txt': 34,
}

test.skipIf(dataFolder === null)(
  dataFolder === null
    ? `published tables: ${NO_DATA}`
    : 'published tables in every encoding leave no character in the archive that could not be read',
  async () => {
    const files = path.join(folder, 'tables')
    fs.mkdirSync(files)
    for (const name of Object.keys(tables))
      fs.copyFileSync(path.join(dataFolder ?? '', 'chinese', name), path.join(files, name))
    await kehu('create', 'A.kehu')
    const map = JSON.stringify({ name: 'name', code: 'customerNote', province: null, city: null, area: null })
    const lines = await kehu('import', 'tables', '--archive', 'A.kehu', '--kind', 'customers', '--map', map)
    const rows = lines.map(line => [path.basename(String(line.file)), line.rows, line.rejected])
    expect(Object.fromEntries(rows.map(([name, count]) => [name, count]))).toEqual(tables)
    expect(rows.filter(([, , rejected]) => rejected !== 0)).toEqual([])
    await kehu('export', '--archive', 'A.kehu', '--out', 'all.csv')
    const all = fs.readFileSync(path.join(folder, 'all.csv'), 'utf8')
    expect(all).toContain('石家庄市')
    expect(all).toContain('花地玛堂区')
    expect(all).not.toContain('\ufffd')
  },
)
