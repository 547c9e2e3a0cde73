import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'
import { messyFiles, writeMessyFiles } from '#test/helpers/messy-files.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-messy-'))
const archive = new ImportArchive()
beforeAll(async () => void (await writeMessyFiles(folder)))
afterAll(() => {
  archive.close()
  fs.rmSync(folder, { recursive: true })
})

it.each(messyFiles)('$name comes in as it was counted by hand, and once', async facts => {
  const file = path.join(folder, facts.name)
  const options = { shop: `样例 ${facts.name.slice(0, 2)}` }
  const outcome = archive.commit(await archive.stageFile(file), options)
  expect(verdictsOf(outcome)).toEqual({
    rows: facts.rows,
    created: facts.rows - facts.rejected,
    updated: 0,
    unchanged: 0,
    rejected: facts.rejected,
  })
  expect(outcome).toMatchObject({ customersCreated: facts.customers, ordersCreated: facts.orders })
  expect(archive.rows('SELECT kind FROM import_batch ORDER BY import_batch_id DESC LIMIT 1')).toEqual([
    { kind: facts.kind },
  ])
  const again = archive.commit(await archive.stageFile(file), options)
  expect(verdictsOf(again)).toMatchObject({ created: 0, updated: 0, rejected: facts.rejected })
})

it('no character was lost on the way', () => {
  const texts = archive.rows<{ text: string }>(
    "SELECT name || coalesce(note, '') AS text FROM customer UNION ALL SELECT value FROM contact_point",
  )
  expect(texts.filter(({ text }) => text.includes('\ufffd'))).toEqual([])
})

it('a birth is kept as far as it is known, and a day of the lunar calendar is not taken for another', () => {
  const births = archive.rows(
    `SELECT birth_on FROM customer JOIN import_batch USING (import_batch_id)
     WHERE file_name LIKE '10 %' ORDER BY customer_id`,
  )
  expect(births.map(({ birth_on }) => birth_on)).toEqual(['1966-05-04', '1966-05', null, '--05-04', null])
})

it('short dates of a column are read year first where the headings are Chinese, day first where they are not', () => {
  const days = (headings: readonly string[], shop: string) => {
    const rows = ['24.3.11', '24.3.15'].map((day, n) => [
      ...[`${shop}${n}`, '样例', `1390000110${n}`],
      ...[day, '10.00'],
    ])
    archive.import([headings, ...rows], { shop })
    return archive
      .rows(`SELECT ordered_on FROM sales_order WHERE shop = '${shop}' ORDER BY order_number`)
      .map(({ ordered_on }) => ordered_on)
  }
  expect(days(['订单号', '客户姓名', '手机', '下单日期', '实付金额'], '示例甲')).toEqual([
    ...['2024-03-11', '2024-03-15'],
  ])
  expect(days(['Order number', 'Name', 'Phone', 'Order date', 'Amount paid'], 'Sample')).toEqual([
    ...['2011-03-24', '2015-03-24'],
  ])
})
