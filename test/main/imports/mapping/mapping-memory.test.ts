import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import { importHistoryCommands } from '#main/imports/import-history.handlers.ts'
import { importMappingCommands, importMappingQueries } from '#main/imports/import-mapping.handlers.ts'
import { fileNamePattern, isNameOfAnother } from '#main/imports/mapping/file-name-pattern.ts'
import { type KnownColumn, recallColumns } from '#main/imports/mapping/recall-mapping.ts'
import { valueKindOf } from '#main/imports/mapping/value-kind.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const stage = (table: readonly (readonly RawCell[])[], fileName: string) =>
  archive.stageRows(
    table.map((cells, index) => ({ rowNumber: index + 1, cells })),
    '',
    fileName,
  )
const preview = (stagingId: string, options: ImportPlanOptions = {}) => {
  const queries = importReaderQueries({
    db: archive.database.readable,
    archivePath: archive.archivePath,
    key: archive.database.key,
    now: () => archive.now,
  })
  return contract['imports.preview'].response.parse(queries['imports.preview']({ stagingId, options }))
}
const fieldsOf = (shown: ReturnType<typeof preview>) =>
  Object.fromEntries(shown.columns.map(column => [column.header, column.field]))

/** The same file with order numbers of another shop. */
const ofOther = (table: readonly (readonly RawCell[])[]) =>
  table.map(row => row.map(cell => (typeof cell === 'string' ? cell.replace(/^A(?=\d)/, 'B') : cell)))

/** An export of a shop, whose two remark columns are swapped by hand. */
const march: RawCell[][] = [
  ['订单号', '下单时间', '买家ID', '收货人', '手机', '商品', '数量', '实付', '甲栏', '乙栏'],
  ['A1', '2024-03-05', 'u1', '林样一', '13800001101', '样例茶叶', '1', '30.00', '送礼', '老客户'],
  ['A2', '2024-03-06', 'u2', '周范三', '13800001102', '样例茶壶', '1', '50.00', '自用', '新客户'],
]
const byHand: ImportPlanOptions = {
  platform: 'taobao',
  shop: '样例甲店',
  mapping: { '8': 'orderNote', '9': 'productAttributes' },
}
const april: RawCell[][] = [
  ['乙栏', '实付', '订单号', '手机', '买家ID', '收货人', '商品', '数量', '下单时间', '甲栏', '赠品'],
  ['老客户', '31.00', 'A3', '13800001101', 'u1', '林样一', '样例杯', '1', '2024-04-05', '送礼', '茶匙'],
]

describe('the file of next month', () => {
  it('with its columns in another order and a new one asks about the new one only', () => {
    archive.commit(stage(march, '样例甲店订单3月.csv'), byHand)
    const shown = preview(stage(april, '样例甲店订单4月.csv'))
    expect(shown).toMatchObject({ kind: 'orders', platform: 'taobao', shop: '样例甲店' })
    expect(shown.questions).toEqual(['new-columns'])
    expect(shown.recalled).toMatchObject({ shop: '样例甲店', newColumns: [10], removedHeaders: [] })
    expect(fieldsOf(shown)).toEqual({
      订单号: 'orderNumber',
      下单时间: 'orderedAt',
      买家ID: 'buyerId',
      收货人: 'name',
      手机: 'phone',
      商品: 'productTitle',
      数量: 'quantity',
      实付: 'orderPaid',
      甲栏: 'orderNote',
      乙栏: 'productAttributes',
      赠品: null,
    })
    expect(preview(shown.stagingId, { mapping: { '10': null } }).questions).toEqual([])
  })

  it('does not ask again about a column that was left out', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    archive.commit(stage(april, '4月.csv'), { mapping: { '10': null } })
    const shown = preview(stage(april, '5月.csv'))
    expect(shown.questions).toEqual([])
    expect(shown.columns[10]).toMatchObject({ header: '赠品', field: null, origin: 'remembered' })
  })

  it('names a renamed column and a removed one, and asks about neither', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    const renamed = march.map(row => row.filter((_, column) => column !== 6))
    const [headings = [], ...rows] = renamed
    const shown = preview(
      stage(
        [
          headings.map(cell => (cell === '手机' ? '收货人手机号' : cell === '乙栏' ? '乙栏说明' : cell)),
          ...rows,
        ],
        '4月.csv',
      ),
    )
    expect(shown.questions).toEqual([])
    expect(shown.recalled?.removedHeaders).toEqual(['数量'])
    expect(shown.columns.filter(column => column.origin === 'renamed')).toMatchObject([
      { header: '收货人手机号', wasHeader: '手机', field: 'phone' },
      { header: '乙栏说明', wasHeader: '乙栏', field: 'productAttributes' },
    ])
  })

  it('takes a column back that was away for a month', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    archive.commit(
      stage(
        march.map(row => row.slice(0, 9)),
        '4月.csv',
      ),
      {},
    )
    expect(fieldsOf(preview(stage(march, '5月.csv')))).toMatchObject({ 乙栏: 'productAttributes' })
  })
})

describe('a file of another shop', () => {
  it('with a similar heading line is not taken for the known one when its name says so', () => {
    archive.commit(stage(march, '样例甲店订单3月.csv'), byHand)
    const shown = preview(stage(ofOther(march), '样例乙店订单3月.csv'))
    expect(shown.questions).toEqual(['choose-shop'])
    expect(shown.shop).toBeNull()
    expect(shown.recalled?.possibleShops).toEqual([{ platform: 'taobao', shop: '样例甲店' }])
  })

  it('keeps a mapping of its own beside the first one', () => {
    archive.commit(stage(march, '样例甲店订单3月.csv'), byHand)
    archive.commit(stage(ofOther(march), '样例乙店订单3月.csv'), {
      platform: 'taobao',
      shop: '样例乙店',
      mapping: { '8': null, '9': 'orderNote' },
    })
    const open = preview(stage(march, '4月.csv'))
    expect(open.questions).toEqual(['choose-shop'])
    expect(open.recalled?.possibleShops.map(({ shop }) => shop).sort()).toEqual(
      ['样例乙店', '样例甲店'].sort(),
    )
    const first = preview(open.stagingId, { platform: 'taobao', shop: '样例甲店' })
    const second = preview(open.stagingId, { platform: 'taobao', shop: '样例乙店' })
    expect(fieldsOf(first)).toMatchObject({ 甲栏: 'orderNote', 乙栏: 'productAttributes' })
    expect(fieldsOf(second)).toMatchObject({ 甲栏: null, 乙栏: 'orderNote' })
    const named = preview(stage(ofOther(march), '样例乙店4月.csv'))
    expect(named).toMatchObject({ shop: '样例乙店', questions: [] })
  })

  it('is known by a column that names its shop', () => {
    const withShop = (shop: string) => march.map((row, index) => [...row, index === 0 ? '店铺名称' : shop])
    archive.commit(stage(withShop('样例甲店'), '3月.csv'), {
      platform: 'taobao',
      mapping: { '8': 'orderNote' },
    })
    expect(preview(stage(withShop('样例甲店'), '4月.csv')).recalled?.shop).toBe('样例甲店')
    expect(preview(stage(withShop('样例乙店'), '4月.csv')).recalled).toBeNull()
  })

  it('of a proven other platform is not taken for it, however similar its headings are', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    const other = march.map((row, index) => [...row, index === 0 ? '商家实收金额(元)' : '30.00'])
    expect(preview(stage(other, '4月.csv'))).toMatchObject({ platform: 'pdd', recalled: null })
  })

  it('with other headings is none of its files', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    const people: RawCell[][] = [
      ['姓名', '手机', '生日'],
      ['林样一', '13800001101', '1990-01-02'],
    ]
    expect(preview(stage(people, '4月.csv'))).toMatchObject({ kind: 'customers', recalled: null })
  })
})

describe('what is remembered', () => {
  it('of headings in two rows is found again, also where nobody would see that they are two', () => {
    const table: RawCell[][] = [
      ['编', '人', null],
      ['号', '甲', '乙'],
      ['A1', '林样一', '13800001101'],
    ]
    const options = {
      headerRow: 1,
      headerRowCount: 2,
      kind: 'customers',
      mapping: { '0': 'legacyNumber', '1': 'name', '2': 'phone' },
    } as const
    archive.commit(stage(table, '3月.csv'), options)
    expect(preview(stage(table, '4月.csv'))).toMatchObject({
      headerRow: 1,
      headerRowCount: 2,
      kind: 'customers',
      questions: [],
    })
  })

  it('of a sheet without headings is found by its columns and their values', () => {
    const table: RawCell[][] = [
      ['林样一', '13800001101', '1990-01-02'],
      ['周范三', '13800001102', '1991-02-03'],
    ]
    const options = {
      headerRow: 0,
      kind: 'customers',
      mapping: { '0': 'name', '1': 'phone', '2': 'birthOn' },
    } as const
    expect(archive.commit(stage(table, '3月.csv'), options).created).toBe(2)
    const shown = preview(stage([['陈例二', '13800001103', '1992-03-04']], '4月.csv'))
    expect(shown).toMatchObject({ headerRow: 0, headerRowCount: 0, questions: [] })
    expect(shown.columns.map(({ header, field }) => [header, field])).toEqual([
      ['A', 'name'],
      ['B', 'phone'],
      ['C', 'birthOn'],
    ])
  })

  it('of an import that is taken back is what it was before', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    const { importBatchId } = archive.commit(stage(april, '4月.csv'), {
      mapping: { '9': null, '10': 'orderNote' },
    })
    archive.now = '2026-09-01T00:00:00.000Z'
    importHistoryCommands(archive.db, archive.context.act)['imports.undo'](
      { importBatchId: importBatchId ?? 0, edited: 'revert' },
      { isCancelled: () => false, progress: () => undefined },
    )
    expect(fieldsOf(preview(stage(april, '5月.csv')))).toMatchObject({ 甲栏: 'orderNote', 赠品: null })
  })

  it('is listed, and is asked anew once it is forgotten', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    const list = () => importMappingQueries(archive.db)['imports.listProfiles']()
    expect(list()).toMatchObject([
      { kind: 'orders', platform: 'taobao', shop: '样例甲店', headerRowCount: 1 },
    ])
    const before = preview(stage(march, '4月.csv')).revision
    importMappingCommands(archive.context)['imports.forgetProfile']({
      importProfileId: list()[0]?.importProfileId ?? 0,
    })
    expect(list()).toEqual([])
    const after = preview(stage(march, '5月.csv'))
    expect(after).toMatchObject({ recalled: null, questions: ['choose-shop'] })
    expect(after.revision).not.toBe(before)
    expect(() =>
      importMappingCommands(archive.context)['imports.forgetProfile']({ importProfileId: 99 }),
    ).toThrow('not-found')
  })

  it('is left aside when that is asked for', () => {
    archive.commit(stage(march, '3月.csv'), byHand)
    expect(preview(stage(march, '4月.csv'), { isUnremembered: true })).toMatchObject({
      recalled: null,
      questions: ['choose-shop'],
    })
  })
})

describe('columns of last time', () => {
  const known = (
    header: string,
    field: KnownColumn['field'],
    values: KnownColumn['values'],
  ): KnownColumn => ({ header, field, values })
  it('are not taken for a new one of another kind of values, or of words for another field', () => {
    const before = [known('电话', 'phone', 'phone'), known('称呼', 'name', 'text')]
    const found = [
      { header: '电话费', values: 'number' as const },
      { header: '收货地址', values: 'text' as const },
    ]
    expect(recallColumns(found, before, 'customers').map(column => column.known)).toEqual([null, null])
  })

  it('with another name in the same place are found by telling values', () => {
    const before = [known('称呼', 'name', 'text'), known('号头', 'phone', 'phone')]
    const found = [
      { header: '称呼', values: 'text' as const },
      { header: '拨打', values: 'phone' as const },
    ]
    expect(recallColumns(found, before, 'customers')[1]).toMatchObject({
      isRenamed: true,
      known: { header: '号头' },
    })
  })

  it('twice under one heading are told apart by their order', () => {
    const before = [known('备注', 'customerNote', 'text'), known('备注', null, 'text')]
    const found = [
      { header: '备注', values: 'text' as const },
      { header: '备注', values: 'text' as const },
    ]
    expect(recallColumns(found, before, 'customers').map(column => column.known?.field)).toEqual([
      'customerNote',
      null,
    ])
  })
})

it('what stays of a file name is what is no date and no number', () => {
  expect(fileNamePattern('样例旗舰店订单2024年三月(1).xlsx')).toBe('样例旗舰店订单')
  expect(fileNamePattern('2024-03.csv')).toBe('')
  expect(isNameOfAnother('4月.csv', '甲店', ['甲店订单'], ['乙店'])).toBe(false)
  expect(isNameOfAnother('乙店订单4月.csv', '甲店', ['甲店订单'], [])).toBe(true)
  expect(isNameOfAnother('甲店售后.csv', '甲店', ['甲店订单'], [])).toBe(false)
})

it('values are told apart by their looks', () => {
  const kind = (...cells: RawCell[]) =>
    valueKindOf(
      cells.map((cell, index) => ({ rowNumber: index + 1, cells: [cell] })),
      0,
    )
  expect(kind('13800001111', '138****2222')).toBe('phone')
  expect(kind('2024-03-05 12:30', { date: '2024-03-05' })).toBe('date')
  expect(kind('30.00', '¥5')).toBe('number')
  expect(kind('1234567890123456')).toBe('digits')
  expect(kind('a@example.com')).toBe('mail')
  expect(kind('样例', '1', '二')).toBe('text')
  expect(kind(null, '')).toBe('empty')
})
