import fs from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { openPlainDatabase } from '#main/database/plain-database.ts'
import type { RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

// Leave any time (feature 25): everything in one folder that other programs can read, and back from it.

let folder: string
const customerCount = sized(10_000)
const orderCount = sized(40_000)
const hostileName = '=HYPERLINK("http://example.invalid","x")'
const orderNumberOf = (index: number) => `12345678${String(index).padStart(10, '0')}`

type Answer = Readonly<Record<string, unknown>>

/** Runs the command line and gives the answers of its lines. */
async function kehu(...words: readonly string[]): Promise<{ code: number; answers: Answer[] }> {
  const lines: string[] = []
  const context = { write: (line: string) => void lines.push(line), folder, language: 'zh-CN' as const }
  const code = await runCommandLine(words, context)
  return { code, answers: lines.map(line => JSON.parse(line) as Answer) }
}

/** Rows of a plain SQLite file, for comparing two of them. */
function contentOf(file: string): Record<string, unknown[]> {
  const plain = openPlainDatabase(file)
  const tables = [
    ...['customer', 'contact_point', 'customer_identity', 'tag', 'customer_tag', 'product', 'sales_order'],
    ...['order_line', 'refund', 'opening_balance', 'field_group', 'field_definition', 'field_option'],
    'field_value',
  ]
  const rows = tables.map(table => {
    // The import that brought a record is the new archive's own.
    const all = plain.db.prepareRead<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1`).all()
    return [table, all.map(({ import_batch_id: _batch, ...row }) => row)]
  })
  plain.close()
  return Object.fromEntries(rows)
}

const cellsOf = async (file: string): Promise<readonly (readonly unknown[])[]> => {
  const rows: RawRow[] = []
  const sink = {
    opened: () => undefined,
    batch: (batch: { rows: readonly RawRow[] }) => void rows.push(...batch.rows),
  }
  await readFile(file, {}, sink, () => false)
  return rows.map(row => row.cells)
}

beforeAll(async () => {
  folder = makeTestFolder()
  const csv = (rows: readonly (readonly (string | number)[])[]) => Papa.unparse(rows as string[][])
  const customers = Array.from({ length: customerCount }, (_, index) => [
    index === 0 ? hostileName : `样例${index}`,
    `138${String(index).padStart(8, '0')}`,
    `示例市样板路 ${index} 号`,
    index % 3 === 0 ? '老客、母婴' : '',
    index % 2 === 0 ? '女' : '男',
    index % 5 === 0 ? '120.50' : '',
    index % 5 === 0 ? '2' : '',
    index % 5 === 0 ? '2020-05-01' : '',
  ])
  fs.writeFileSync(
    path.join(folder, 'customers.csv'),
    csv([['姓名', '手机号', '地址', '标签', '性别', '累计消费', '消费次数', '最近购买'], ...customers]),
  )
  const orders = Array.from({ length: orderCount }, (_, index) => [
    orderNumberOf(index),
    `2024-0${1 + (index % 9)}-1${index % 10} 0${index % 10}:30:00`,
    index % 7 === 0 ? '交易关闭' : '交易成功',
    `buyer${index % customerCount}`,
    `样例${(index % (customerCount - 1)) + 1}`,
    `138${String((index % (customerCount - 1)) + 1).padStart(8, '0')}`,
    `样品 ${index % 40}`,
    1 + (index % 3),
    (10 + (index % 90)).toFixed(2),
    index % 11 === 0 ? '1.25' : '',
  ])
  fs.writeFileSync(
    path.join(folder, 'orders.csv'),
    csv([
      [
        ...['订单编号', '付款时间', '订单状态', '买家会员名', '收货人姓名', '联系手机'],
        ...['宝贝标题', '数量', '实付金额', '退款金额'],
      ],
      ...orders,
    ]),
  )
  await kehu('create', 'a.kehu')
  await kehu('import', 'customers.csv', '--archive', 'a.kehu')
  await kehu('import', 'orders.csv', '--archive', 'a.kehu', '--platform', '淘宝', '--shop', '样例店')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('everything in one folder', () => {
  test('holds xlsx and csv of each table, a plain SQLite file, a page that explains them, and nothing unfinished', async () => {
    const { code, answers } = await kehu('export', '--archive', 'a.kehu', '--everything', 'out')
    expect(code).toBe(0)
    expect(answers[0]).toMatchObject({ folderName: 'out', customerCount: expect.any(Number), orderCount })
    const files = fs.readdirSync(path.join(folder, 'out'))
    expect(files.sort()).toEqual(
      [
        'README.md',
        'kehu-export.json',
        'kehu.sqlite',
        'tables',
        '客户.csv',
        '客户.xlsx',
        '订单.csv',
        '订单.xlsx',
      ].sort(),
    )
    const tables = fs.readdirSync(path.join(folder, 'out', 'tables'))
    for (const name of Object.keys(contentOf(path.join(folder, 'out', 'kehu.sqlite'))))
      expect(tables).toEqual(expect.arrayContaining([`${name}.xlsx`, `${name}.csv`]))
    expect(fs.readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
    const page = fs.readFileSync(path.join(folder, 'out', 'README.md'), 'utf8')
    for (const name of ['customer', 'sales_order', 'refund']) expect(page).toContain(`### ${name}`)
    expect(page.match(/`archive_number`/g)).toHaveLength(2)
  })

  test('has order numbers of 18 digits as text, and a name that looks like a formula as a name', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path.join(folder, 'out', '订单.xlsx'))
    const numbers = new Set<unknown>()
    book.worksheets[0]?.eachRow((row, number) => number > 1 && numbers.add(row.getCell(1).value))
    expect(numbers).toEqual(new Set(Array.from({ length: orderCount }, (_, index) => orderNumberOf(index))))
    await book.xlsx.readFile(path.join(folder, 'out', '客户.xlsx'))
    const names: unknown[] = []
    book.worksheets[0]?.eachRow(row => names.push(row.getCell(2).value))
    expect(names).toContain(hostileName)
    const csv = Papa.parse<string[]>(
      fs.readFileSync(path.join(folder, 'out', '客户.csv'), 'utf8').replace('\ufeff', ''),
    )
    expect(csv.data.map(row => row[1])).toContain(`'${hostileName}`)
  })

  test('holds the same rows in each form', async () => {
    const content = contentOf(path.join(folder, 'out', 'kehu.sqlite'))
    for (const table of ['customer', 'order_line', 'refund']) {
      const place = path.join(folder, 'out', 'tables', table)
      const count = (content[table] ?? []).length
      const asXlsx = await cellsOf(`${place}.xlsx`)
      const asCsv = Papa.parse<string[]>(fs.readFileSync(`${place}.csv`, 'utf8').trimEnd())
      expect([asXlsx.length - 1, asCsv.data.length - 1]).toEqual([count, count])
    }
  })

  test('is never written over', async () => {
    const { code, answers } = await kehu('export', '--archive', 'a.kehu', '--everything', 'out')
    expect(code).toBe(2)
    expect(answers[0]).toMatchObject({ error: { code: 'file-exists' } })
  })

  test('goes into no archive that holds anything', async () => {
    const { answers } = await kehu('import', 'out', '--archive', 'a.kehu')
    expect(answers[0]).toMatchObject({ error: { code: 'archive-not-empty' } })
  })

  test('goes into an empty archive with the same counts, numbers, tags, cards, dates and orders', async () => {
    await kehu('create', 'b.kehu')
    const { code } = await kehu('import', 'out', '--archive', 'b.kehu')
    expect(code).toBe(0)
    const stats = await Promise.all(['a.kehu', 'b.kehu'].map(name => kehu('stats', '--archive', name)))
    expect(stats[1]?.answers).toEqual(stats[0]?.answers)
    await kehu('export', '--archive', 'b.kehu', '--everything', 'again')
    expect(contentOf(path.join(folder, 'again', 'kehu.sqlite'))).toEqual(
      contentOf(path.join(folder, 'out', 'kehu.sqlite')),
    )
    const rfm = await Promise.all(
      ['a.kehu', 'b.kehu'].map(name => kehu('analyse', 'rfm', '--archive', name, '--as-of', '2024-12-31')),
    )
    expect(rfm[1]?.answers[0]?.scores).toEqual(rfm[0]?.answers[0]?.scores)
    const found = await kehu('search', '样例7', '--archive', 'b.kehu')
    expect(found.answers[0]?.total).toBeGreaterThan(0)
  })

  test('is taken back as a whole', async () => {
    const { code, answers } = await kehu('undo', '1', '--archive', 'b.kehu')
    expect(code).toBe(0)
    expect(answers[0]).toMatchObject({ ordersRemoved: orderCount })
    const { answers: stats } = await kehu('stats', '--archive', 'b.kehu')
    expect(stats[0]).toMatchObject({ customers: 0, orders: 0 })
  })

  test('is refused when its SQLite file was changed', async () => {
    fs.appendFileSync(path.join(folder, 'again', 'kehu.sqlite'), 'x')
    await kehu('create', 'c.kehu')
    const { answers } = await kehu('import', 'again', '--archive', 'c.kehu')
    expect(answers[0]).toMatchObject({ error: { code: 'file-damaged' } })
  })
})
