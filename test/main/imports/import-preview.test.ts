import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importCommands, importReaderQueries } from '#main/imports/import.handlers.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const reader = () =>
  importReaderQueries({
    db: archive.database.readable,
    archivePath: archive.archivePath,
    key: archive.database.key,
    now: () => archive.now,
  })
const preview = (stagingId: string, options: ImportPlanOptions = {}) =>
  contract['imports.preview'].response.parse(reader()['imports.preview']({ stagingId, options }))

const ledger = [
  ['样例小店流水'],
  ['订单号', '下单时间', '买家ID', '收货人', '商品', '数量', '单价'],
  ['1', '2024-03-05', 'u1', '林样一', '样例茶叶', 1, '30.00'],
  ['2', '不详', 'u1', '林样一', '样例茶叶', 1, '30.00'],
  ['3', '2024-03-06', null, null, '样例茶叶', 2, '30.00'],
]

describe('a preview', () => {
  it('shows sheet, headings, mapping, samples, counts and the first rejected rows', () => {
    const shown = preview(archive.stage(ledger, '三月'))
    expect(shown).toMatchObject({
      fileName: 'table-1.csv',
      format: 'text',
      sheets: [{ name: '三月', isHidden: false, rowCount: 5 }],
      sheetName: '三月',
      headerRow: 2,
      titleRows: ['样例小店流水'],
      kind: 'orders',
      platform: '',
      shop: null,
      missingFields: [],
      questions: ['choose-shop'],
      sameFileImportedAt: null,
    })
    expect(shown.columns.map(column => [column.header, column.field, column.origin])).toEqual([
      ['订单号', 'orderNumber', 'proposed'],
      ['下单时间', 'orderedAt', 'proposed'],
      ['买家ID', 'buyerId', 'proposed'],
      ['收货人', 'name', 'proposed'],
      ['商品', 'productTitle', 'proposed'],
      ['数量', 'quantity', 'proposed'],
      ['单价', 'unitPrice', 'proposed'],
    ])
    expect(shown.columns[0]?.samples).toEqual(['1', '2', '3'])
    expect(shown.counts).toMatchObject({
      rows: 3,
      created: 2,
      rejected: 1,
      ordersCreated: 2,
      customersCreated: 1,
      rowsWithoutCustomer: 1,
    })
    expect(shown.rejectedRows).toEqual([
      {
        rowNumber: 4,
        verdict: 'rejected',
        cells: ['2', '不详', 'u1', '林样一', '样例茶叶', '1', '30.00'],
        changes: [],
        reason: 'date-unreadable',
        reasonCell: 'B4',
        blanks: [],
        reasonText: '不详',
      },
    ])
    expect(archive.rows('SELECT * FROM sales_order')).toEqual([])
  })

  it('shows what each row of an update changes, from old to new', () => {
    const table = (name: string, refund: string | null, status: string) => [
      ['订单号', '下单时间', '订单状态', '买家ID', '收货人', '手机', '商品', '数量', '单价', '退款金额'],
      ['1', '2024-03-05', status, 'u1', name, null, '样例茶叶', 1, 30, refund],
    ]
    archive.import(table('林样一', null, '待发货'))
    const next = [
      ...table('林样一', '12.5', '已完成'),
      ['2', '2024-03-09', '待发货', 'u1', '林样乙', '13800001107', '样例茶叶', 1, 30, null],
    ]
    const shown = preview(archive.stage(next), { shop: '' })
    expect(shown.rows.map(row => [row.verdict, row.changes])).toEqual([
      [
        'updated',
        [
          { columnIndex: 2, before: 'paid', after: 'completed' },
          { columnIndex: 9, before: '0.00', after: '12.50' },
        ],
      ],
      [
        'created',
        [
          { columnIndex: 4, before: '林样一', after: '林样乙' },
          { columnIndex: 5, before: null, after: '13800001107' },
        ],
      ],
    ])
  })

  it('shows how the sums of an old archive change, and nothing where they stay', () => {
    const table = (spend: string, lastOn: string) => [
      ['姓名', '手机', '累计消费', '消费次数', '最近购买'],
      ['林样一', '13800001107', spend, 3, lastOn],
    ]
    archive.import(table('120.50', '2024-03-05'))
    const shown = preview(archive.stage(table('150.50', '2024-04-09')))
    expect(shown.rows.map(row => row.changes)).toEqual([
      [
        { columnIndex: 2, before: '120.50', after: '150.50' },
        { columnIndex: 4, before: '2024-03-05', after: '2024-04-09' },
      ],
    ])
    expect(preview(archive.stage(table('120.50', '2024-03-05'))).rows[0]).toMatchObject({
      verdict: 'unchanged',
      changes: [],
    })
  })

  it('obeys what the operator chooses: sheet, header row, kind, mapping, platform and shop', () => {
    const stagingId = archive.stage([
      ['甲', '乙'],
      ['姓', '名'],
      ['林样一', '13800001107'],
    ])
    const shown = preview(stagingId, {
      headerRow: 2,
      kind: 'customers',
      mapping: { '0': 'name', '1': 'phone' },
      platform: 'jd',
      shop: '甲店',
    })
    expect(shown).toMatchObject({
      headerRow: 2,
      kind: 'customers',
      platform: 'jd',
      shop: '甲店',
      questions: [],
    })
    expect(shown.columns.map(column => [column.field, column.origin])).toEqual([
      ['name', 'chosen'],
      ['phone', 'chosen'],
    ])
    expect(shown.counts.created).toBe(1)
  })

  it('moves a field that is chosen for another column', () => {
    const shown = preview(
      archive.stage([
        ['姓名', '别名'],
        ['林样一', '样一'],
      ]),
      { mapping: { '1': 'name' } },
    )
    expect(shown.columns.map(column => column.field)).toEqual([null, 'name'])
  })

  it('asks for the kind and for required fields when the headings say nothing', () => {
    const shown = preview(
      archive.stage([
        ['甲栏', '乙栏'],
        ['a', 'b'],
      ]),
    )
    expect(shown.questions).toEqual(['choose-kind', 'map-required-field'])
    expect(shown.missingFields).toEqual(['name'])
    expect(
      preview(
        archive.stage([
          ['订单号', '商品'],
          ['1', '茶'],
        ]),
      ).missingFields,
    ).toEqual(['orderedAt', 'orderPaid'])
  })

  it('says when the very same file was imported, and when its orders are known under another shop', () => {
    archive.import(ledger, { shop: '甲店' })
    const shown = preview(archive.stage(ledger), { shop: '乙店' })
    expect(shown.sameFileImportedAt).toBe(archive.now)
    expect(shown.questions).toEqual(['shop-differs'])
    expect(shown.knownShops).toEqual([{ platform: '', shop: '甲店' }])
  })

  it('asks what happens to orders that an opening balance covers', () => {
    archive.import([
      ['买家ID', '累计消费', '最近购买'],
      ['u1', 500, '2024-03-05'],
    ])
    expect(preview(archive.stage(ledger), { shop: '' }).questions).toEqual(['balance-overlaps'])
    expect(preview(archive.stage(ledger), { shop: '', balance: 'skip' })).toMatchObject({
      questions: [],
      counts: { rejected: 2 },
    })
  })

  it('uses the mapping of the last import with the same headings', () => {
    const table = [
      ['姓名', '暗号'],
      ['林样一', '教师'],
    ]
    archive.import(table, { mapping: { '1': 'occupation' } })
    expect(preview(archive.stage(table)).columns[1]?.field).toBe('occupation')
  })

  it('gives more rows of one verdict on demand, across chunks', () => {
    const many: RawCell[][] = [
      ['姓名', '手机'],
      ...Array.from({ length: 2500 }, (_, index) => [index % 5 === 0 ? '合计' : `样例${index}`, null]),
    ]
    const stagingId = archive.stage(many)
    const queries = reader()
    queries['imports.preview']({ stagingId, options: {} })
    const page = queries['imports.previewRows']({ stagingId, verdict: 'rejected', start: 498, count: 200 })
    expect(page.total).toBe(500)
    expect(page.rows.map(row => row.rowNumber)).toEqual([2492, 2497])
    expect(
      queries['imports.previewRows']({ stagingId, verdict: null, start: 1999, count: 2 }).rows.map(
        row => row.cells[0],
      ),
    ).toEqual(['样例1999', '合计'])
    expect(queries['internal.rejectedRows']({ stagingId, importBatchId: null }).rows).toHaveLength(500)
  })

  it('carries the revision of the data: a commit after a change asks again', () => {
    const stagingId = archive.stage(ledger)
    const { revision } = preview(stagingId, { shop: '' })
    archive.import([['姓名'], ['陈样二']])
    expect(() => archive.commit(stagingId, { shop: '' }, { previewRevision: revision })).toThrow('conflict')
    expect(
      archive.commit(stagingId, { shop: '' }, { previewRevision: preview(stagingId, { shop: '' }).revision })
        .created,
    ).toBe(2)
  })
})

describe('errors of a preview', () => {
  it('name what is wrong with the sheet', () => {
    expect(() => preview('0000000000000000')).toThrow('import-not-staged')
    expect(() => preview('../../etc')).toThrow('import-not-staged')
    expect(() => preview(archive.stage([]))).toThrow('file-empty')
    expect(() =>
      preview(
        archive.stage([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toThrow('import-no-header')
    expect(() => preview(archive.stage(ledger), { sheetName: '四月' })).toThrow('sheet-missing')
  })
})

describe('staging', () => {
  it('is encrypted, is gone after a commit, and can be dropped at any time', () => {
    const commands = importCommands(archive.context)
    const folder = path.join(archive.archivePath, 'staging')
    const stagingId = archive.stage(ledger)
    expect(fs.readFileSync(path.join(folder, `${stagingId}.db`)).includes('林样一')).toBe(false)
    commands['imports.commit'](
      { stagingId, options: { shop: '' }, previewRevision: null },
      { isCancelled: () => false, progress: () => undefined },
    )
    expect(fs.readdirSync(folder)).toEqual([])
    const filePath = path.join(archive.archivePath, 'half.csv')
    fs.writeFileSync(filePath, 'x')
    const half = commands['staging.begin']({ fileName: 'half.csv', filePath, sizeBytes: 1 })
    expect(() => preview(half.stagingId)).toThrow('import-not-staged')
    commands['imports.discard'](half)
    commands['imports.discard'](half)
    expect(fs.readdirSync(folder)).toEqual([])
    expect(() =>
      commands['staging.append']({ ...half, sheetIndex: 0, rowCount: 0, body: new Uint8Array() }),
    ).toThrow('import-not-staged')
  })
})
