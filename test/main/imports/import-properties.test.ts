import { describe, expect, it } from 'vitest'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { Previewer } from '#main/imports/preview.service.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { ImportArchive, type Table } from '#test/helpers/import-archive.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

const seeds = Array.from({ length: 24 }, (_, index) => index + 1)
const job = { isCancelled: () => false, progress: () => undefined }

const phones = ['13800001107', '13900002208', '138****1107', '18400001107-8023', '没有', null, null]
const names = ['林样一', '林样一', '陈样二', '林*', '王样三', null]

function customersFile(random: SeededRandom): Table {
  const rows = Array.from({ length: 1 + random.below(30) }, () => [
    random.chance(60) ? `u${random.below(8)}` : null,
    random.pick(names),
    random.pick(phones),
    random.pick(['教师', '医生', null]),
    random.chance(20) ? '乱写' : random.pick(['1988-03-09', '88.3.9', null]),
    random.chance(10) ? '约 5' : random.pick([100, '200.50', null]),
    random.pick([3, '5次', null]),
    random.pick(['2023-05-01', '2024-01-01', null]),
    random.pick(['老客', '老客，母婴', null]),
  ])
  return [['会员ID', '姓名', '手机', '职业', '生日', '累计消费', '消费次数', '最近购买', '标签'], ...rows]
}

function ordersFile(random: SeededRandom): Table {
  const hasSubOrders = random.chance(50)
  const rows = Array.from({ length: 1 + random.below(40) }, () => {
    const number = 1 + random.below(12)
    const part = random.below(3)
    return [
      random.chance(4) ? null : String(number),
      hasSubOrders ? `${number}-${part}` : null,
      random.chance(5) ? '不详' : `2024-0${1 + (number % 9)}-1${part} 10:0${part}:00`,
      random.pick(['等待买家付款', '待发货', '已发货', '交易成功', '交易关闭', null]),
      random.chance(70) ? `u${number % 5}` : null,
      random.pick(names),
      random.pick(phones),
      random.chance(30) ? `样例路 ${random.below(3)} 号` : null,
      random.pick(['样例茶叶', '样例奶粉', '样例纸巾']),
      random.pick([1, 1, 2, -1]),
      random.chance(5) ? null : random.pick([10, '12.5', 3.335]),
      random.pick([null, null, 2, 5]),
      random.chance(5) ? '合计' : null,
    ]
  })
  return [
    [
      '订单编号',
      '子订单编号',
      '下单时间',
      '订单状态',
      '买家ID',
      '收货人',
      '手机',
      '收货地址',
      '商品名称',
      '数量',
      '单价',
      '商品退款金额',
      '订单备注',
    ],
    ...rows,
  ]
}

const countsOf = ({ importBatchId: _id, elapsedMs: _ms, ...counts }: ImportOutcome) => counts

describe('any files, in any order', () => {
  it.each(seeds)('keep the rules of an import (seed %i)', seed => {
    const random = new SeededRandom(seed)
    const archive = new ImportArchive()
    const previewer = new Previewer({
      db: archive.database.readable,
      archivePath: archive.archivePath,
      key: archive.database.key,
      now: () => archive.now,
    })
    const options = { shop: '样例小店', balance: 'replace' } as const
    for (let turn = 0; turn < 4; turn++) {
      const table = random.chance(40) ? customersFile(random) : ordersFile(random)
      const before = archive.dump()
      const stagingId = archive.stage(table)
      const { counts, cellIssues, cellMarks, stages } = previewer.preview(stagingId, options)
      const outcome = archive.commit(stagingId, options)
      expect(countsOf(outcome), 'preview = commit').toEqual({
        ...{ ...counts, cellIssues, cellMarks, stages },
      })
      expect(outcome.created + outcome.updated + outcome.unchanged + outcome.rejected).toBe(outcome.rows)
      expect(outcome.rows).toBe(table.length - 1)
      checkArchive(archive)

      const after = archive.dump()
      const again = archive.import(table, options)
      expect(again, 'the same file again').toMatchObject({ created: 0, updated: 0 })
      expect(archive.dump()).toEqual(after)

      undoImport(
        archive.db,
        { importBatchId: outcome.importBatchId ?? 0, edited: null },
        { actor: 'tester', now: archive.now },
        job,
      )
      expect(archive.dump(), 'taken back').toEqual(before)
      expect(countsOf(archive.import(table, options)), 'imported once more').toEqual({
        ...{ ...counts, cellIssues, cellMarks, stages },
      })
      checkArchive(archive)
    }
    archive.close()
  })
})

/** Money is where it belongs: lines add up to their order, orders to their customer, and references hold. */
function checkArchive(archive: ImportArchive): void {
  expect(
    archive.rows(`SELECT sales_order_id FROM sales_order JOIN order_line USING (sales_order_id) GROUP BY sales_order_id
      HAVING sum(order_line.net_minor) <> sales_order.net_minor OR sum(order_line.refunded_minor) <> sales_order.refunded_minor`),
  ).toEqual([])
  expect(
    archive.rows(`SELECT sales_order_id FROM sales_order LEFT JOIN refund USING (sales_order_id) GROUP BY sales_order_id
      HAVING ifnull(sum(refund.refunded_minor), 0) <> sales_order.refunded_minor`),
  ).toEqual([])
  expect(archive.rows('PRAGMA foreign_key_check')).toEqual([])
  expect(
    archive.rows(`SELECT customer_id FROM customer_total WHERE spend_minor <>
      (SELECT ifnull(sum(net_minor), 0) FROM sales_order WHERE sales_order.customer_id = customer_total.customer_id AND status IN ('paid', 'shipped', 'completed'))
      + (SELECT ifnull(sum(spend_minor), 0) FROM opening_balance WHERE opening_balance.customer_id = customer_total.customer_id)`),
  ).toEqual([])
}
