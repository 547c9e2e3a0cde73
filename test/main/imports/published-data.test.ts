import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

const folder = path.join(
  process.env.KEHU_TEST_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/data'),
  'analysis',
)
const retail = path.join(folder, 'online_retail_europe.csv')
const summary = path.join(folder, 'rfm_data_customer.csv')
const isHere = fs.existsSync(retail) && fs.existsSync(summary)
const absent = 'the published data are not here (KEHU_TEST_DATA)'
const job = { isCancelled: () => false, progress: () => undefined }

describe.skipIf(!isHere)(`published data${isHere ? '' : `: ${absent}`}`, () => {
  it('Online Retail comes in as its README counts, twice is nothing new, and back out without a trace', async () => {
    const archive = new ImportArchive()
    const outcome = archive.commit(await archive.stageFile(retail), { shop: '' })
    expect(outcome).toMatchObject({
      ...{ rows: 37_874, created: 37_874, updated: 0, unchanged: 0, rejected: 0 },
      ...{ rowsWithoutCustomer: 1414, linesCreated: 37_874, ordersCreated: 1945, customersCreated: 335 },
    })
    const [figures] =
      archive.rows(`SELECT sum(is_cancellation = 0) AS orders, sum(is_cancellation) AS cancellations,
      sum(net_minor) AS revenue, sum(CASE WHEN customer_id IS NOT NULL THEN net_minor END) AS ofCustomers FROM sales_order`)
    expect(figures).toEqual({
      orders: 1550,
      cancellations: 395,
      revenue: 136_253_767,
      ofCustomers: 133_547_958,
    })
    expect(archive.rows('SELECT sum(net_minor) AS sum FROM order_line')).toEqual([{ sum: 136_253_767 }])
    const before = archive.dump()
    expect(verdictsOf(archive.commit(await archive.stageFile(retail), { shop: '' }))).toEqual({
      ...{ rows: 37_874, created: 0, updated: 0, unchanged: 37_874, rejected: 0 },
    })
    expect(archive.dump()).toEqual(before)
    undoImport(
      archive.db,
      { importBatchId: outcome.importBatchId ?? 0, edited: null },
      { actor: 'tester', now: archive.now },
      job,
    )
    for (const [table, rows] of Object.entries(archive.dump()))
      expect([table, rows.length]).toEqual([table, 0])
    archive.close()
  }, 180_000)

  it('the customer summary of the rfm package comes in as opening balances', async () => {
    const archive = new ImportArchive()
    const outcome = archive.commit(await archive.stageFile(summary))
    expect(outcome).toMatchObject({ rows: 39_999, created: 39_999, rejected: 0, customersCreated: 39_999 })
    expect(
      archive.rows(
        'SELECT count(*) AS count, sum(order_count) AS orders, sum(spend_minor) AS spend FROM opening_balance',
      ),
    ).toEqual([{ count: 39_999, orders: 393_223, spend: 3_753_740_000 }])
    expect(
      archive.rows(
        "SELECT name, last_on, order_count, spend_minor FROM customer JOIN customer_total USING (customer_id) JOIN customer_identity USING (customer_id) WHERE value = '22086'",
      ),
    ).toEqual([{ name: 'Maddalena Erie', last_on: '2006-05-14', order_count: 9, spend_minor: 77_700 }])
    expect(archive.commit(await archive.stageFile(summary)).unchanged).toBe(39_999)
    archive.close()
  }, 180_000)
})
