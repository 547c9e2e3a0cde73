import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeHalfStaged } from '#main/imports/staging.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { createTestArchive, type TestArchive, withArchive } from '#test/helpers/test-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const script = fileURLToPath(new URL('./import-until-killed.ts', import.meta.url))
const orderCount = 1000
const tables = [
  ...[
    'customer',
    'contact_point',
    'customer_identity',
    'product',
    'sales_order',
    'order_line',
    'customer_total',
  ],
  ...['import_batch', 'import_row', 'import_cells', 'change_set', 'created_range', 'audit_event', 'counter'],
]

let folder: string
let archive: TestArchive
let file: string
let before: unknown
let after: unknown

beforeAll(async () => {
  folder = makeTestFolder()
  archive = createTestArchive()
  const earlier = writeOrders('earlier.csv', 0, 20)
  file = writeOrders('orders.csv', 10, orderCount)
  expect(await once(start(archive.folder, earlier), 'exit')).toEqual([0, null])
  before = contentOf(archive.folder)
  const whole = copyOfArchive('whole')
  expect(await once(start(whole, file), 'exit')).toEqual([0, null])
  after = contentOf(whole)
})
afterAll(() => {
  archive.remove()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Orders of one line each; every third customer buys again. */
function writeOrders(name: string, first: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const buyer = Math.floor(((first + index) * 2) / 3)
    const phone = `1380${String(buyer).padStart(7, '0')}`
    return `S${first + index},样例${buyer},${phone},2026-03-01 10:00:00,交易成功,样牌奶粉${index % 40},1,20.00`
  })
  const head = '订单编号,收货人姓名,联系手机,订单创建时间,订单状态,宝贝标题,宝贝数量,买家实付金额'
  const filePath = path.join(folder, name)
  fs.writeFileSync(filePath, [head, ...rows, ''].join('\n'))
  return filePath
}

function copyOfArchive(name: string): string {
  const copy = path.join(folder, `${name}.kehu`)
  fs.cpSync(archive.folder, copy, { recursive: true })
  return copy
}

function start(archivePath: string, filePath: string): ChildProcess {
  // Every process starts four threads from source: compiled once, they start in half the time.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') }
  return spawn(process.execPath, [script, archivePath, filePath], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Opens the archive as the program does after an unclean end, checks it, and reads what an import writes. */
function contentOf(archivePath: string): unknown {
  return withArchive(archivePath, ({ db }, { paths, key }) => {
    // What was read to its end and not imported is offered again; all else is gone.
    const offered = removeHalfStaged(db, paths.folder, key)
    expect(fs.readdirSync(paths.staging).toSorted()).toEqual(offered.map(id => `${id}.db`).toSorted())
    expect(offered.length).toBeLessThanOrEqual(1)
    expect(db.prepareRead('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    expect(searchCustomers(db, '样例', 5).total).toBe(
      db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM customer').get()?.count,
    )
    return tables.map(table => {
      const rows = db.prepareRead<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
      return [table, rows.map(withoutTimes)]
    })
  })
}

const withoutTimes = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/_at$|^elapsed_ms$|^digest$/.test(name)))

/** Waits until the import says a word. */
async function heard(child: ChildProcess, word: string): Promise<void> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.split('\n').includes(word)) return
  }
}

describe('an import whose process is killed', () => {
  it('would have changed the archive', () => {
    expect(after).not.toEqual(before)
  })

  it.each([
    ['write', 0],
    ['update', 0],
    ['update', 20],
  ])('at %s and %i ms later, leaves the archive as before or with all of it', async (word, ms) => {
    const copy = copyOfArchive(`${word}-${ms}`)
    const child = start(copy, file)
    const ended = once(child, 'exit')
    await heard(child, word)
    await new Promise(resolve => setTimeout(resolve, ms))
    child.kill('SIGKILL')
    await ended
    const left = contentOf(copy)
    const isBefore = JSON.stringify(left) === JSON.stringify(before)
    expect(left).toEqual(isBefore ? before : after)
  })

  it('after it was told as done, holds all of it', async () => {
    const copy = copyOfArchive('committed')
    const child = start(copy, file)
    const ended = once(child, 'exit')
    await heard(child, 'committed')
    child.kill('SIGKILL')
    await ended
    expect(contentOf(copy)).toEqual(after)
  })
})
