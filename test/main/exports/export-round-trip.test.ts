import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { findDataFolder, NO_DATA } from '#test/data/data-folder.ts'
import { exportFrom, withCells } from '#test/helpers/exported-file.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const customerHeaders = [
  ...[
    '姓名',
    '手机号',
    '备用电话',
    '地址',
    '性别',
    '出生日期',
    '客户备注',
    '标签',
    '邮箱',
    '微信号',
    '客户类别',
  ],
]
const customers = [
  customerHeaders,
  [
    ...['样例甲', '13800000001', '13900000001', '浙江省样板市 1 号', '女', '1988-03-09', '=HYPERLINK("x")'],
    ...['VIP、老客', 'a@example.invalid', 'wx-a', '个人'],
  ],
  ['样例乙', '057188886666', null, '示例路 2 号', '男', '1990', '+86 备注', null, null, null, '企业'],
  ['样例丙', '13800000003', null, null, null, '--03-05', '第一行\n第二行', '老客', null, null, null],
]
const orderHeaders = [
  '订单编号',
  '付款时间',
  '订单状态',
  '收货人',
  '手机',
  '收货地址',
  '商品名称',
  '数量',
  '商品金额',
  '退款金额',
]
const orders = [
  orderHeaders,
  [
    '123456789012345678',
    '2024-03-05 12:30:00',
    '交易成功',
    '样例甲',
    '13800000001',
    '甲路',
    '样品 A',
    2,
    99.9,
    null,
  ],
  [
    '123456789012345678',
    '2024-03-05 12:30:00',
    '交易成功',
    '样例甲',
    '13800000001',
    '甲路',
    '样品 B',
    1,
    0.1,
    0.1,
  ],
  [
    '123456789012345000',
    '2024-03-06',
    '等待卖家发货',
    '示例丁',
    '13800000004',
    '丁路',
    '样品 A',
    1,
    50,
    null,
  ],
]

/** Everything but when things were last written. */
const content = () =>
  JSON.parse(
    JSON.stringify(archive.dump(), (key, value) =>
      ['updated_at', 'facts_on', 'first_id', 'last_id'].includes(key) ? undefined : value,
    ),
  )

const reimport = async (file: string) => archive.commit(await archive.stageFile(file))

describe('an export of this archive that is imported again', () => {
  for (const choices of [
    { format: 'xlsx' },
    { format: 'csv' },
    { format: 'csv', encoding: 'gb18030', separator: ';' },
    { format: 'csv', separator: '\t' },
    { format: 'xlsx', isMasked: true },
  ] as const)
    for (const language of ['zh-CN', 'en'] as const)
      test(`changes nothing: ${JSON.stringify(choices)} with headings in ${language}`, async () => {
        archive.import(customers)
        archive.import(orders, { kind: 'orders' })
        const before = content()
        for (const [table, rows] of [
          ['customers', 4],
          ['orders', 3],
        ] as const) {
          const { file, written } = await exportFrom(archive, { ...choices, table }, { language })
          expect(written.rowCount).toBe(rows)
          const outcome = await reimport(file)
          expect(verdictsOf(outcome)).toEqual({ rows, created: 0, updated: 0, unchanged: rows, rejected: 0 })
        }
        expect(content()).toEqual(before)
      })

  test('changes nothing where orders have no number', async () => {
    archive.import([
      ['下单时间', '姓名', '手机', '金额'],
      ['2024-03-05', '样例甲', '13800000001', 12],
      ['2024-03-05', '样例甲', '13800000001', 12],
      ['2024-03-07', '样例乙', '13800000002', 7.5],
    ])
    const before = content()
    const { file } = await exportFrom(archive, { table: 'orders' })
    expect(verdictsOf(await reimport(file))).toMatchObject({ rows: 3, unchanged: 3 })
    expect(content()).toEqual(before)
  })

  test('changes exactly the cells that were edited', async () => {
    archive.import(customers)
    const { table } = await exportFrom(archive, {})
    const outcome = archive.import(
      withCells(table, [
        { row: 0, header: '住址', cell: '示例路 20 号' },
        { row: 0, header: '累计消费', cell: 999 },
        { row: 1, header: '客户姓名', cell: '样例甲改' },
        { row: 1, header: '联系电话', cell: '13700000009' },
        { row: 1, header: '标签', cell: '老客、新标' },
      ]),
    )
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 0, updated: 2, unchanged: 1, rejected: 0 })
    const after = await exportFrom(archive, {})
    const differing = after.table.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const header = after.table[0]?.[column]
        const isOwn = header === '客户标识（请勿改动）' || header === '最近修改'
        return isOwn || JSON.stringify(cell) === JSON.stringify(table[at]?.[column])
          ? []
          : [[at, header, cell]]
      }),
    )
    expect(differing).toEqual([
      [1, '住址', '示例路 20 号'],
      [2, '客户姓名', '样例甲改'],
      [2, '联系电话', '13700000009'],
      [2, '标签', '老客、新标'],
    ])
  })

  test('is taken back with the import', async () => {
    archive.import(customers)
    const before = content()
    const { table } = await exportFrom(archive, {})
    const { importBatchId } = archive.import(
      withCells(table, [
        { row: 1, header: '联系电话', cell: '13700000009' },
        { row: 1, header: '标签', cell: '新标' },
      ]),
    )
    const act = { actor: 'tester', now: '2026-08-20T02:00:00.000Z' }
    undoImport(archive.db, { importBatchId: importBatchId ?? 0, edited: null }, act, {
      isCancelled: () => false,
      progress: () => undefined,
    })
    expect(content()).toEqual(before)
  })

  test('does not bring back what was changed in the archive after the export', async () => {
    archive.import(customers)
    const { table } = await exportFrom(archive, {})
    archive.import([
      ['姓名', '手机号', '职业'],
      ['样例甲', '13800000001', '教师'],
    ])
    archive.db.prepare("UPDATE customer SET name = '样例甲新' WHERE name = '样例甲'").run()
    const outcome = archive.import(withCells(table, [{ row: 1, header: '备注', cell: '改过的备注' }]))
    expect(verdictsOf(outcome)).toMatchObject({ updated: 1, unchanged: 2 })
    expect(archive.rows('SELECT name, occupation, note FROM customer WHERE customer_id = 1')).toEqual([
      { name: '样例甲新', occupation: '教师', note: '改过的备注' },
    ])
  })

  test('finds its customers by number though the file lost every name and phone', async () => {
    archive.import(customers)
    const { table } = await exportFrom(archive, {
      customerColumns: ['archiveNumber', 'ownCustomerKey', 'note'],
    })
    const outcome = archive.import(withCells(table, [{ row: 2, header: '备注', cell: '只改备注' }]))
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 0, updated: 1, unchanged: 2, rejected: 0 })
    expect(archive.rows("SELECT note FROM customer WHERE name = '样例丙'")).toEqual([{ note: '只改备注' }])
  })

  test('takes a row that was added below as a new customer', async () => {
    archive.import(customers)
    const { table } = await exportFrom(archive, {
      customerColumns: ['archiveNumber', 'name', 'phone', 'ownCustomerKey'],
    })
    const outcome = archive.import([...table, [null, '示例新', '13600000001', null]])
    expect(verdictsOf(outcome)).toEqual({ rows: 4, created: 1, updated: 0, unchanged: 3, rejected: 0 })
  })

  test('changes only the edited line of an order', async () => {
    archive.import(orders, { kind: 'orders' })
    const { table } = await exportFrom(archive, { table: 'orders' })
    const outcome = archive.import(withCells(table, [{ row: 0, header: '数量', cell: 3 }]))
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 0, updated: 1, unchanged: 2, rejected: 0 })
    expect(archive.rows('SELECT title, quantity FROM order_line ORDER BY order_line_id')).toEqual([
      { title: '样品 A', quantity: 3 },
      { title: '样品 B', quantity: 1 },
      { title: '样品 A', quantity: 1 },
    ])
  })

  test('brings orders back that are gone', async () => {
    archive.import(customers)
    const { importBatchId } = archive.import(orders, { kind: 'orders' })
    const { table } = await exportFrom(archive, { table: 'orders' })
    const act = { actor: 'tester', now: '2026-08-20T02:00:00.000Z' }
    const job = { isCancelled: () => false, progress: () => undefined }
    undoImport(archive.db, { importBatchId: importBatchId ?? 0, edited: null }, act, job)
    const outcome = archive.import(table)
    expect(outcome).toMatchObject({ ordersCreated: 2, linesCreated: 3, rejected: 0 })
    expect(
      archive.rows(
        'SELECT archive_number FROM customer JOIN sales_order USING (customer_id) WHERE customer_id = 1',
      ),
    ).toHaveLength(1)
  })

  test('is a foreign file to another archive, which gives numbers of its own', async () => {
    archive.import(customers)
    const { file } = await exportFrom(archive, {})
    const other = new ImportArchive()
    other.context.archiveMark = 'fedcba9876543210'
    const outcome = other.commit(await other.stageFile(file))
    expect(verdictsOf(outcome)).toMatchObject({ rows: 3, created: 3 })
    expect(other.rows('SELECT name, note FROM customer ORDER BY name')).toEqual(
      archive.rows('SELECT name, note FROM customer ORDER BY name'),
    )
    other.close()
  })
})

describe('hostile texts', () => {
  const dataFolder = findDataFolder()
  const linesOf = (name: string) =>
    dataFolder === null ? [] : fs.readFileSync(path.join(dataFolder, 'hostile', name), 'utf8').split('\n')
  const naughty = (): string[] => [
    ...(JSON.parse(linesOf('blns-even.json').join('\n')) as string[]),
    ...linesOf('formula-injection-payloadsallthethings.txt'),
    ...linesOf('wfuzz-bad_chars.txt'),
  ]

  test.skipIf(dataFolder === null)(
    `come back unchanged from xlsx and csv${dataFolder ? '' : ` (${NO_DATA})`}`,
    async () => {
      const texts = naughty()
      const rows = texts.map((text, index) => [`示例${index}`, `138${String(index).padStart(8, '0')}`, text])
      archive.import([['姓名', '手机号', '客户备注'], ...rows])
      const before = content()
      const notes = archive.rows<{ note: string | null }>('SELECT note FROM customer ORDER BY customer_id')
      for (const choices of [{ format: 'xlsx' }, { format: 'csv' }] as const) {
        const { file, table } = await exportFrom(archive, choices)
        const noteColumn = table[0]?.indexOf('备注') ?? -1
        if (choices.format === 'xlsx')
          expect(table.slice(1).map(row => row[noteColumn] ?? null)).toEqual(notes.map(({ note }) => note))
        expect(verdictsOf(await reimport(file))).toMatchObject({
          rows: texts.length,
          unchanged: texts.length,
        })
        expect(content()).toEqual(before)
      }
    },
  )
})

describe('orders of nobody known', () => {
  test('follow those of the customers where the list is that of all, once each, and are in no other', async () => {
    const nobody = Array.from({ length: 1200 }, (_, n) => [`N${n}`, '2024-03-05', null, null, '样品 A', 1, 5])
    archive.import(
      [
        ['订单编号', '付款时间', '收货人', '手机', '商品名称', '数量', '实付金额'],
        ...nobody.slice(0, 3),
        ['1001', '2024-03-06', '样例甲', '13800000001', '样品 A', 1, 10],
        ...nobody.slice(3),
      ],
      { kind: 'orders' },
    )
    const customerIds = archive
      .rows<{ id: number }>('SELECT customer_id AS id FROM customer ORDER BY name')
      .map(({ id }) => id)
    const numbersOf = async (options: { customerIds: number[]; hasOrdersOfNobody?: boolean }) => {
      const { table } = await exportFrom(archive, { table: 'orders' }, options)
      return table.slice(1).map(([number]) => number)
    }
    const ofList = await numbersOf({ customerIds })
    const all = nobody.map(([number]) => number)
    expect(ofList).toContain('1001')
    expect(await numbersOf({ customerIds, hasOrdersOfNobody: true })).toEqual([...ofList, ...all])
  })
})
