import { afterEach, beforeEach, expect, it } from 'vitest'
import { ImportArchive, type Table } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const orderHeadings = ['订单编号', '买家ID', '收货人', '手机', '下单时间', '订单状态', '实付金额']
const march: Table = [
  orderHeadings,
  ['S1', 'yang1', '林样一', '+86 138-0000-1107', '2026年3月1日', '交易成功', '￥198.00'],
  ['S2', 'yang2', '周范三', '1.38E+10', '2026-03-02', '已发货', '72.50'],
]

it('counts the cells that were tidied and damaged, and the accounts that became known', () => {
  const { stages, cellMarks } = archive.import(march)
  // Tidied: a phone, a date, a sum of S1. Damaged: the phone of S2.
  expect(cellMarks).toEqual([
    { kind: 'phone', count: 1 },
    { kind: 'date', count: 1 },
    { kind: 'money', count: 1 },
    { kind: 'exponent', count: 1 },
  ])
  expect(stages).toEqual({
    ...{ tidiedCells: 3, damagedCells: 1, identitiesFound: 2, valuesChanged: 0, customersRescored: 0 },
  })
})

it('counts the values that change, and the known customers whose purchases are summed up anew', () => {
  archive.import(march)
  const { stages } = archive.import([
    orderHeadings,
    ['S1', 'yang1', '林样一', '13800001107', '2026-03-01', '交易成功', '198.00'],
    // The status, and a phone that the damaged cell did not give.
    ['S2', 'yang2', '周范三', '13900002208', '2026-03-02', '交易成功', '72.50'],
    ['S3', 'yang1', '林样一', '13800001107', '2026-04-05', '交易成功', '10.00'],
    ['S4', 'yang3', '陈样二', '13700003309', '2026-04-06', '交易成功', '20.00'],
  ])
  // Two values of S2's customer and order, and the phone that S2 is sent to; both known customers, not the new one.
  expect(stages).toMatchObject({ identitiesFound: 1, valuesChanged: 3, customersRescored: 2 })
})

it('counts opening sums that change, and not those that stay', () => {
  const sums = (spend: string, day: string): Table => [
    ['会员ID', '姓名', '累计消费', '消费次数', '最近购买'],
    ['u1', '林样一', spend, '3', day],
    ['u2', '陈样二', '80.00', '1', '2024-01-01'],
  ]
  archive.import(sums('200.00', '2024-01-01'))
  const { stages } = archive.import(sums('260.00', '2024-02-01'))
  expect(stages).toMatchObject({ valuesChanged: 2, customersRescored: 1, identitiesFound: 0 })
})

it('counts the same in a dry run', () => {
  archive.import(march)
  const later: Table = [orderHeadings, ['S2', 'yang2', '周范三', '', '2026-03-02', '交易成功', '72.50']]
  const dry = archive.commit(archive.stage(later), { shop: '' }, { isDryRun: true })
  const { stages } = archive.import(later)
  expect(dry.stages).toEqual(stages)
  expect(stages.valuesChanged).toBe(1)
})
