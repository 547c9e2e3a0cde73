import fs from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { writeWorkbook } from '#main/exports/xlsx-writer.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const largeRows = sized(200_000)
const memberCount = 40
const orderCount = 30
/** Every so many rows of the large file one cannot be taken, or has a number that Excel has cut. */
const unreadableEvery = 1000
const cutEvery = 500
const members = '会员.xls'
const shopOrders = '订单报表.csv'
const large = '全部订单.xlsx'
const corrected = '改好的.xlsx'
const countOf = (every: number) => Math.ceil(largeRows / every)

let folder: string
let drop: string
let engine: Engine
let files: Map<string, ForeignFile>
const previews = new Map<string, ImportPreview>()
const outcomes = new Map<string, ImportOutcome>()

const phoneOf = (n: number) => `138${String(n).padStart(8, '0')}`
const nameOf = (n: number) => `林样${'一二三四五六七八九'[n % 9]}${n}`

/** A till's member list as WPS saves it: a title over two merged rows, phones as numbers, a sum below. */
function memberWorkbook(): Uint8Array {
  const width = 4
  const sheet = utils.aoa_to_sheet([
    ['样例小店会员档案', null, null, null],
    Array(width).fill(null),
    ['姓名', '手机号', '家庭地址', '备注'],
    ...Array.from({ length: memberCount }, (_, n) => [
      nameOf(n),
      Number(phoneOf(n)),
      `样例市示例路 ${n} 号`,
      '喜欢䶮䴙鸟图样',
    ]),
    ['合计', null, null, memberCount],
  ])
  sheet['!merges'] = [utils.decode_range('A1:D2')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '会员')
  return new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
}

/** A shop's order list in GBK; the day of one order cannot be read. */
function orderLines(): Uint8Array {
  const lines = Array.from({ length: orderCount }, (_, n) => {
    const day = n === 7 ? '二月三十' : `2024-02-${String(1 + (n % 28)).padStart(2, '0')} 09:30:00`
    return `K${n},${nameOf(n)},${phoneOf(n)},${day},${20 + n}.50,样例围巾`
  })
  const head = '订单编号,收货人姓名,联系手机,订单创建时间,买家实际支付金额,宝贝标题'
  return encodeLegacy(`${[head, ...lines].join('\r\n')}\r\n`, 'gbk')
}

const amountColumn = 5
const known = ['订单编号', '收货人', '手机', '下单时间', '商品', '实付金额', '快递单号']
const headers = [...known, ...Array.from({ length: 30 - known.length }, (_, n) => `自定义${n + 1}`)]

/** Orders of 30 columns; 412345678901234567 typed into a number cell has become 412345678901234000. */
function* largeOrders(): Generator<(string | number)[]> {
  for (let n = 0; n < largeRows; n++) {
    const amount = n % unreadableEvery === 0 ? '面议' : 30 + (n % 90)
    const parcel = n % cutEvery === 0 ? 412_345_678_901_234_000 + n * 1000 : `SF${n}`
    const buyer = memberCount + Math.floor(n / 4)
    const day = `2024-03-${String(1 + (n % 28)).padStart(2, '0')}`
    const row = [`L${n}`, nameOf(buyer), phoneOf(buyer), day, `样例茶叶${n % 50}`, amount, parcel]
    yield [...row, ...Array.from({ length: 30 - row.length }, (_, at) => `值${(n + at) % 100}`)]
  }
}

beforeAll(async () => {
  folder = makeTestFolder()
  drop = path.join(folder, '历年资料')
  fs.mkdirSync(drop)
  fs.writeFileSync(path.join(drop, members), memberWorkbook())
  fs.writeFileSync(path.join(drop, shopOrders), orderLines())
  await writeWorkbook(path.join(drop, large), {
    sheetName: () => '订单',
    columns: headers.map(header => ({ header, widthChars: 12, style: 'plain' })),
    rows: largeOrders(),
  })
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
  files = new Map(engine.files.accept([drop]).map(file => [file.name, file]))
  for (const [name, { fileToken }] of files) previews.set(name, await read(fileToken))
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

const options: ImportPlanOptions = { shop: '', isShopConfirmed: true }

async function read(fileToken: string): Promise<ImportPreview> {
  const { stagingId } = (await engine.run('imports.stage', { fileToken })) as { stagingId: string }
  return engine.call('imports.preview', { stagingId, options })
}

const previewOf = (name: string) => previews.get(name) as ImportPreview
const outcomeOf = (name: string) => outcomes.get(name) as ImportOutcome

async function commit({ stagingId }: ImportPreview): Promise<ImportOutcome> {
  return (await engine.run('imports.commit', { stagingId, options, previewRevision: null })) as ImportOutcome
}

describe('a folder with an old workbook, a GBK list and a large workbook', () => {
  it('is read as three files, each with its own heading row and without a character lost', async () => {
    expect([...files.values()].map(({ name, folder: from, skipped }) => ({ name, from, skipped }))).toEqual(
      [members, large, shopOrders]
        .toSorted((a, b) => [...files.keys()].indexOf(a) - [...files.keys()].indexOf(b))
        .map(name => ({ name, from: '历年资料', skipped: undefined })),
    )
    expect(
      [members, shopOrders, large].map(name => {
        const { format, encoding, headerRow, kind, columns } = previewOf(name)
        return { format, encoding, headerRow, kind, columnCount: columns.length }
      }),
    ).toEqual([
      { format: 'xls', encoding: null, headerRow: 3, kind: 'customers', columnCount: 4 },
      { format: 'text', encoding: 'gb18030', headerRow: 1, kind: 'orders', columnCount: 6 },
      { format: 'xlsx', encoding: null, headerRow: 1, kind: 'orders', columnCount: 30 },
    ])
    expect(JSON.stringify([...previews.values()])).not.toContain('\ufffd')
  })

  it('names every cell in which a spreadsheet program has cut a long number', async () => {
    const { stagingId, cellMarks } = previewOf(large)
    expect(cellMarks).toContainEqual({ kind: 'digits-cut', count: countOf(cutEvery) })
    const { total, cells } = await engine.call('imports.previewCells', {
      stagingId,
      kinds: ['digits-cut'],
      start: 0,
      count: 3,
    })
    expect(total).toBe(countOf(cutEvery))
    expect(cells.map(({ address, header, before }) => [address, header, Number(before)])).toEqual([
      ['G2', '快递单号', 412_345_678_901_234_000],
      ['G502', '快递单号', 412_345_678_901_734_000],
      ['G1002', '快递单号', 412_345_678_902_234_000],
    ])
  })

  it('goes in while the search box answers; imported and rejected rows are all rows of each file', async () => {
    outcomes.set(members, await commit(previewOf(members)))
    outcomes.set(shopOrders, await commit(previewOf(shopOrders)))
    let isEnded = false
    const running = commit(previewOf(large)).finally(() => {
      isEnded = true
    })
    const found = await engine.call('search.customers', { text: '示例路 7 号', limit: 5 })
    expect({ total: found.total, isEnded }).toEqual({ total: 1, isEnded: false })
    outcomes.set(large, await running)

    const rejected: Readonly<Record<string, number>> = {
      [members]: 1,
      [shopOrders]: 1,
      [large]: countOf(unreadableEvery),
    }
    const rows: Readonly<Record<string, number>> = {
      [members]: memberCount + 1,
      [shopOrders]: orderCount,
      [large]: largeRows,
    }
    for (const name of [members, shopOrders, large])
      expect(outcomeOf(name)).toMatchObject({
        rows: rows[name],
        rejected: rejected[name],
        created: Number(rows[name]) - Number(rejected[name]),
        updated: 0,
        unchanged: 0,
      })
    // Every order of the list in GBK is of a member whom the old workbook brought.
    expect(outcomeOf(shopOrders)).toMatchObject({ customersCreated: 0, ordersCreated: orderCount - 1 })
    const { total } = await engine.call('customers.openList', {
      sort: { column: 'name', isDescending: false },
    })
    expect(total).toBe(memberCount + Math.ceil(largeRows / 4))
  })
})

describe('the rows that were sent back', () => {
  it('open as a workbook with a reason; with two cells corrected and dropped again, only these two enter', async () => {
    const { importBatchId } = outcomeOf(large)
    const sentBack = await engine.rejectedRows({ importBatchId, stagingId: null })
    const filePath = path.join(folder, corrected)
    expect(await saveRejectedRows(filePath, sentBack, 'zh-CN')).toMatchObject({
      rowCount: countOf(unreadableEvery),
    })

    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(filePath)
    const sheet = book.worksheets[0] as ExcelJS.Worksheet
    expect(sheet.rowCount).toBe(1 + countOf(unreadableEvery))
    expect(sheet.getRow(1).cellCount).toBe(headers.length + 1)
    expect(sheet.getRow(2).getCell(headers.length + 1).text).toMatch(/^F2 /)
    for (const rowNumber of [2, 3]) sheet.getRow(rowNumber).getCell(amountColumn + 1).value = '88.00'
    await book.xlsx.writeFile(filePath)

    const again = await read(engine.files.register(filePath).fileToken)
    expect(again.corrects).toMatchObject({ importBatchId, fileName: large })
    expect(await commit(again)).toMatchObject({
      rows: countOf(unreadableEvery),
      created: 2,
      rejected: countOf(unreadableEvery) - 2,
      ordersCreated: 2,
    })
    const left = await read(engine.files.register(filePath).fileToken)
    expect(left.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  })
})
