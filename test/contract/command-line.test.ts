import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { ArchiveStats } from '#shared/domain/archive.ts'
import { importFields } from '#shared/domain/import-field.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const program = path.resolve(import.meta.dirname, '../../src-main/command-line.ts')

let folder: string
beforeAll(() => {
  folder = makeTestFolder()
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

type Answer = { readonly lines: unknown[]; readonly code: number }

/** Runs the command line in this process, in the scratch folder: its lines as JSON, and its exit code. */
async function kehu(...words: string[]): Promise<Answer> {
  const lines: unknown[] = []
  const write = (line: string) => void lines.push(JSON.parse(line))
  return { code: await runCommandLine(words, { write, folder, language: 'zh-CN' }), lines }
}

/** Runs it as the operator does: as a program of its own. */
function kehuProcess(...words: string[]): Answer {
  const env = { ...process.env, INIT_CWD: folder }
  const { stdout, status } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env })
  const lines = stdout.split('\n').filter(Boolean)
  return { code: status ?? -1, lines: lines.map(line => JSON.parse(line) as unknown) }
}

const only = (answer: Answer) => {
  expect(answer.lines).toHaveLength(1)
  return answer.lines[0] as Record<string, unknown>
}

const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)

const ErrorLine = z.strictObject({
  file: z.string().optional(),
  error: z.strictObject({
    code: z.string(),
    message: z.string().min(1),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
})

const ImportLine = z.strictObject({
  file: z.string(),
  batchId: z.int().nullable(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  customersCreated: z.int(),
  customersUpdated: z.int(),
  ordersCreated: z.int(),
  ordersUpdated: z.int(),
  linesCreated: z.int(),
  rowsWithoutCustomer: z.int(),
  cellIssues: z.array(z.strictObject({ code: z.string(), count: z.int().positive() })),
  cellMarks: z.array(z.strictObject({ kind: z.string(), count: z.int().positive() })),
  stages: z.strictObject({
    clean: z.strictObject({ rows: z.int(), tidiedCells: z.int(), damagedCells: z.int() }),
    enter: z.strictObject({ customersCreated: z.int(), ordersCreated: z.int(), linesCreated: z.int() }),
    analyse: z.strictObject({
      identitiesFound: z.int(),
      customersClassed: z.int().optional(),
      pairsSuggested: z.int().optional(),
    }),
    update: z.strictObject({ valuesChanged: z.int(), customersRescored: z.int() }),
  }),
  elapsedMs: z.int(),
  rejectedFile: z.string().optional(),
  preset: z.string().optional(),
  remembered: z.strictObject({ platform: z.string(), shop: z.string() }).optional(),
  newColumns: z.array(z.string()).optional(),
  renamedColumns: z.record(z.string(), z.string()).optional(),
  removedColumns: z.array(z.string()).optional(),
})

/** What was written; not how the columns were known, which the second import takes from memory. */
function countsOf({ file: _, batchId: __, elapsedMs: ___, ...line }: z.infer<typeof ImportLine>) {
  const { rejectedFile, preset, remembered, newColumns, renamedColumns, removedColumns, ...counts } = line
  return counts
}

// Two customers, three orders, one of two lines; a sum row at the end.
const orders = `订单编号,买家会员名,收货人姓名,联系手机,订单创建时间,订单状态,宝贝标题,购买数量,买家实付金额
S1,yangli_1,林样一,13800001107,2026-03-01 20:15:00,交易成功,样牌奶粉,1,198.00
S1,yangli_1,林样一,13800001107,2026-03-01 20:15:00,交易成功,试牌湿巾,2,29.00
S2,yangli_2,周范三,13900002208,2026-04-05 09:00:00,交易成功,范牌纸尿裤,1,72.50
S3,yangli_1,林样一,13800001107,2026-05-06 21:30:00,交易关闭,例牌奶瓶,1,65.00
合计,,,,,,,,364.50
`

describe('read', () => {
  test('gives one line per row with typed cells, then one per file, and goes on after a file that cannot be read', async () => {
    write('a.csv', '编号,名\n007,样例甲\n')
    write('empty.csv', '')
    const { lines, code } = await kehu('read', 'a.csv', 'missing.csv', 'empty.csv')
    expect(code).toBe(2)
    expect(lines.slice(0, 3)).toEqual([
      { file: 'a.csv', sheet: '', row: 1, cells: ['编号', '名'] },
      { file: 'a.csv', sheet: '', row: 2, cells: ['007', '样例甲'] },
      { file: 'a.csv', format: 'text', sheets: [''], rows: 2 },
    ])
    expect(lines.slice(3).map(line => ErrorLine.parse(line).error.code)).toEqual([
      'file-missing',
      'file-empty',
    ])
  })
})

describe('fields', () => {
  test('names what --map takes, as a program of its own', () => {
    const { lines, code } = kehuProcess('fields')
    expect(code).toBe(0)
    expect(lines.map(line => (line as { field: string }).field)).toEqual(
      importFields.map(field => field.name),
    )
  })
})

describe('an archive from the command line', () => {
  test('is created once, imports, answers, takes back and imports again with the same counts', async () => {
    expect(only(await kehu('create', 'A.kehu'))).toEqual({ archive: 'A.kehu', currency: 'CNY' })
    expect(ErrorLine.parse(only(await kehu('create', 'A.kehu'))).error.code).toBe('archive-exists')
    write('orders.csv', orders)

    const first = ImportLine.parse(
      only(await kehu('import', 'orders.csv', '--archive', 'A.kehu', '--rejected', 'rejected.xlsx')),
    )
    expect(first).toMatchObject({
      file: 'orders.csv',
      rows: 5,
      created: 4,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      customersCreated: 2,
      ordersCreated: 3,
      linesCreated: 4,
      rowsWithoutCustomer: 0,
      rejectedFile: 'rejected.xlsx',
      stages: {
        clean: { rows: 5, tidiedCells: 0, damagedCells: 0 },
        enter: { customersCreated: 2, ordersCreated: 3, linesCreated: 4 },
        analyse: { identitiesFound: 2, customersClassed: 2, pairsSuggested: 0 },
        update: { valuesChanged: 0, customersRescored: 0 },
      },
    })
    const rejected = (await kehu('read', 'rejected.xlsx')).lines as { cells?: unknown[] }[]
    expect(rejected[1]?.cells?.[0]).toBe('合计')

    // Paid 198 + 29 + 72.50; the closed order is in the count of orders and not in the revenue.
    const stats = ArchiveStats.parse(only(await kehu('stats', '--archive', 'A.kehu')))
    expect(stats).toMatchObject({
      customers: 2,
      orders: 3,
      orderLines: 4,
      revenue: '299.50',
      firstOrderOn: '2026-03-01',
    })

    const again = ImportLine.parse(only(await kehu('import', 'orders.csv', '--archive', 'A.kehu')))
    expect(again).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
      rejected: 1,
      customersCreated: 0,
      ordersCreated: 0,
    })

    const found = only(await kehu('search', '1107', '--archive', 'A.kehu'))
    expect(found).toMatchObject({ total: 1, isCapped: false })
    expect(found.rows).toMatchObject([{ name: '林样一', phone: '13800001107' }])
    expect(only(await kehu('search', 'lyy', '--archive', 'A.kehu'))).toMatchObject({ total: 1 })
    const media = only(await kehu('report', 'media', '--archive', 'A.kehu'))
    expect(media).toMatchObject({ isOnForm: true, customers: 2, answered: 0, unknown: 2, buyers: 0 })
    expect(media.media).toContainEqual({
      ...{ medium: '短视频', customers: 0, shareOfAnswered: null, buyers: 0, spendMinor: 0 },
    })

    const undone = only(await kehu('undo', String(first.batchId), '--archive', 'A.kehu'))
    expect(undone).toMatchObject({ customersRemoved: 2, ordersRemoved: 3 })
    expect(
      ErrorLine.parse(only(await kehu('undo', String(first.batchId), '--archive', 'A.kehu'))).error.code,
    ).toBe('import-already-undone')
    expect(ArchiveStats.parse(only(await kehu('stats', '--archive', 'A.kehu')))).toMatchObject({
      customers: 0,
      orders: 0,
    })

    const third = ImportLine.parse(only(await kehu('import', 'orders.csv', '--archive', 'A.kehu')))
    expect(countsOf(third)).toEqual(countsOf(first))
  }, 120_000)

  test('is not changed by a dry run, and not made by import', async () => {
    await kehu('create', 'D.kehu')
    write('d.csv', orders)
    const dry = ImportLine.parse(only(await kehu('import', 'd.csv', '--archive', 'D.kehu', '--dry-run')))
    expect(dry).toMatchObject({ batchId: null, created: 4, rejected: 1 })
    expect(ArchiveStats.parse(only(await kehu('stats', '--archive', 'D.kehu')))).toMatchObject({
      customers: 0,
      orders: 0,
    })
    expect(ErrorLine.parse(only(await kehu('import', 'd.csv', '--archive', 'E.kehu'))).error.code).toBe(
      'archive-missing',
    )
    expect(fs.existsSync(path.join(folder, 'E.kehu'))).toBe(false)
  }, 60_000)

  test('takes a mapping by headers and refuses fields that do not exist', async () => {
    await kehu('create', 'M.kehu')
    write('m.csv', '甲列,乙列\n样例甲,13800001107\n')
    const refused = await kehu(
      'import',
      'm.csv',
      '--archive',
      'M.kehu',
      '--kind',
      'customers',
      '--map',
      '{"甲列":"nombre"}',
    )
    expect(refused.code).toBe(2)
    expect(ErrorLine.parse(refused.lines[0]).error.code).toBe('import-unknown-field')
    const line = ImportLine.parse(
      only(
        await kehu(
          'import',
          'm.csv',
          '--archive',
          'M.kehu',
          '--kind',
          'customers',
          '--map',
          '{"甲列":"name","乙列":"phone"}',
        ),
      ),
    )
    expect(line).toMatchObject({ rows: 1, created: 1, customersCreated: 1 })
    expect(only(await kehu('search', '样例甲', '--archive', 'M.kehu'))).toMatchObject({ total: 1 })
  }, 60_000)

  test('takes what becomes of known values by field, and names the choices of one that has others', async () => {
    await kehu('create', 'P.kehu')
    write('p1.csv', '会员编号,姓名,地址\nM1,样例甲,样例路 1 号\n')
    write('p2.csv', '会员编号,姓名,地址\nM1,样例甲,样例路 2 号\n')
    await kehu('import', 'p1.csv', '--archive', 'P.kehu')
    const refused = await kehu('import', 'p2.csv', '--archive', 'P.kehu', '--policy', 'orderPaid=fill-blanks')
    expect(ErrorLine.parse(refused.lines[0]).error).toMatchObject({
      code: 'usage',
      details: { commands: '--policy orderPaid=newer-wins|overwrite|skip' },
    })
    const policy = ['--policy', 'address=fill-blanks,gender=skip']
    const kept = ImportLine.parse(only(await kehu('import', 'p2.csv', '--archive', 'P.kehu', ...policy)))
    expect(kept).toMatchObject({ rows: 1, unchanged: 1, updated: 0 })
  }, 60_000)

  test('scores its customers against a rule file, and by what they contribute', async () => {
    await kehu('create', 'R.kehu')
    write('r.csv', orders)
    await kehu('import', 'r.csv', '--archive', 'R.kehu')
    write(
      'rules.json',
      JSON.stringify({
        period: null,
        cutPoints: { recencyDays: [30, 60, 90, 120], orderCount: [1, 2, 3, 4], spend: [50, 100, 200, 300] },
        segments: [{ name: '常客', r: [1, 5], f: [2, 5], m: [4, 5] }],
        otherwise: '其他',
      }),
    )
    const answer = only(
      await kehu(
        'analyse',
        'rfm',
        '--archive',
        'R.kehu',
        '--as-of',
        '2026-06-01',
        '--segments',
        'rules.json',
      ),
    )
    // 林样一: last counted order 92 days ago (3 edges reached: R 2), one counted order (F 2), 227.00 (M 4).
    // 周范三: 57 days ago (R 4), one order (F 2), 72.50 (M 2).
    expect(answer).toMatchObject({ asOf: '2026-06-01', customers: 2, noPurchase: 0 })
    expect(answer.scores).toMatchObject([
      { recencyDays: 92, orderCount: 1, spendMinor: 22_700, r: 2, f: 2, m: 4, segment: '常客' },
      { recencyDays: 57, orderCount: 1, spendMinor: 7_250, r: 4, f: 2, m: 2, segment: '其他' },
    ])
    const contribution = only(
      await kehu('analyse', 'contribution', '--archive', 'R.kehu', '--as-of', '2026-06-01'),
    )
    // The last 3 months begin on 2026-03-02: the order of 2026-03-01 is in the 36 months only.
    expect(contribution).toMatchObject({ preset: 'as-printed', customers: 2, balancesLeftOut: 0 })
    expect(contribution.scores).toMatchObject([
      { recentMinor: 0, baseMinor: 22_700, scoreMinor: 22_700 },
      { recentMinor: 7_250, baseMinor: 7_250, scoreMinor: 21_750 },
    ])
    // One had bought by the end of March, both by the end of May.
    const months = ['--archive', 'R.kehu', '--matrix', '2026-03', '2026-05']
    const matrix = only(await kehu('analyse', 'contribution', ...months))
    expect(matrix).toMatchObject({
      fromOn: '2026-03-31',
      toOn: '2026-05-31',
      customersBefore: 1,
      customersAfter: 2,
    })
    expect(matrix.monthEnds).toMatchObject([{ on: '2026-03-31', customers: 1 }, {}, { customers: 2 }])
    const analyse = async (method: string, ...flags: string[]) =>
      only(await kehu('analyse', method, '--archive', 'R.kehu', '--as-of', '2026-06-01', ...flags))
    // 227.00 of 299.50 are 75.8 %; by product 198.00 are 66.1 %, with 72.50 they are 90.3 %.
    expect((await analyse('abc')).rows).toMatchObject([
      { rank: 1, netMinor: 22_700, class: 'A' },
      { rank: 2, netMinor: 7_250, class: 'C' },
    ])
    expect((await analyse('abc', '--by', 'product', '--limit', '2')).rows).toMatchObject([
      { name: '样牌奶粉', netMinor: 19_800, class: 'A' },
      { name: '范牌纸尿裤', netMinor: 7_250, class: 'B' },
    ])
    expect(await analyse('composition', '--since', '2026-04-01')).toMatchObject({
      ...{
        before: { fromOn: '2026-01-29', asOf: '2026-03-31' },
        customers: { now: 2, before: 1, change: 1 },
      },
      netMinor: { now: 7_250, before: 22_700, change: -15_450 },
    })
    expect(await analyse('funnel', '--from', '2026-05-01')).toMatchObject({
      ...{ asOf: '2026-06-01', fromOn: '2026-05-01', left: 0, cells: [], changes: [] },
      flows: [{ stage: 'analysis', atStart: 0, rate: null }, { stage: 'prospect' }, { stage: 'target' }],
    })
    expect(await analyse('credit')).toMatchObject({ asOf: '2026-06-01', customers: 0, debtors: [] })
    expect((await analyse('tiers', '--preset', 'purchase-frequency')).tiers).toMatchObject([
      ...[{ customers: 0 }, { customers: 0 }, { tier: 'low', customers: 2 }, { customers: 0 }],
    ])
    const buyers = await analyse('baskets', '--bought', '样牌奶粉', '--not-bought', '范牌纸尿裤')
    expect(buyers).toMatchObject({
      ...{ bought: [{ name: '样牌奶粉' }], notBought: [{ name: '范牌纸尿裤' }], count: 1, refused: 0 },
      customers: [{ spendMinor: 22_700 }],
    })
    expect(await analyse('baskets', '--bought', '范牌纸尿裤')).toMatchObject({ count: 1 })
    // Both bought, one for 227.00: saved, counted by name and by file, kept as a list, listed.
    const spent = { field: 'spendMinor', test: 'number-between', from: 20_000, to: null }
    const rule = {
      kind: 'all',
      parts: [
        { kind: 'condition', condition: spent },
        { kind: 'consent', isRefused: false },
      ],
    }
    write('rule.json', JSON.stringify(rule))
    const segment = async (command: string, ...flags: string[]) =>
      only(await kehu('segment', command, '--archive', 'R.kehu', '--as-of', '2026-06-01', ...flags))
    const made = await segment('create', '--name', '大客户', '--rule', 'rule.json')
    const counts = { asOf: '2026-06-01', customers: 2, count: 1, refusedCount: 0, rule }
    expect(made).toMatchObject({ segmentId: 1, version: 1, frozen: false, ...counts })
    expect(made.parts).toMatchObject([
      { kind: 'all', count: 1, without: 2 },
      { kind: 'condition', count: 1, without: 2 },
      { kind: 'consent', count: 2, without: 1 },
    ])
    expect(await segment('count', '--name', '大客户')).toMatchObject({ ...counts, revision: made.revision })
    const list = ['--name', '六月名单', '--rule', 'rule.json', '--frozen']
    expect(await segment('create', ...list)).toMatchObject({ ...counts, frozen: true })
    expect((await segment('list')).segments).toMatchObject([
      { name: '大客户', frozen: null, count: 1, isDataChanged: false },
      { name: '六月名单', frozen: { asOf: '2026-06-01', memberCount: 1 }, count: 1, gone: { erased: 0 } },
    ])
    const change = (command: string, ...flags: string[]) =>
      kehu('segment', command, '--archive', 'R.kehu', ...flags)
    write('few.json', JSON.stringify({ kind: 'consent', isRefused: true }))
    const changed = await change('change', '--name', '大客户', '--rule', 'few.json')
    expect(only(changed)).toMatchObject({ name: '大客户', version: 2 })
    expect(only(await change('change', '--name', '大客户', '--to', '拒绝过的'))).toMatchObject({
      ...{ name: '拒绝过的', version: 2 },
    })
    expect(await segment('count', '--name', '拒绝过的')).toMatchObject({ count: 0 })
    expect(only(await change('remove', '--name', '拒绝过的'))).toMatchObject({ isRemoved: true })
    expect((await segment('list')).segments).toMatchObject([{ name: '六月名单' }])
    const taken = await kehu('segment', 'create', '--archive', 'R.kehu', ...list)
    expect([taken.code, ErrorLine.parse(taken.lines[0]).error.code]).toEqual([2, 'name-taken'])
    for (const flags of [
      ['baskets', '--bought', '没有的商品'],
      ['abc', '--shares', '0.9,0.1'],
      ['composition', '--ages', '30,20'],
      ['tiers', '--preset', 'x'],
    ]) {
      const refused = await kehu('analyse', ...flags, '--archive', 'R.kehu', '--as-of', '2026-06-01')
      expect([refused.code, ErrorLine.parse(refused.lines[0]).error.code]).toEqual([2, 'usage'])
    }
    const bad = await kehu('analyse', 'rfm', '--archive', 'R.kehu', '--as-of', '2026-02-30')
    expect([bad.code, ErrorLine.parse(bad.lines[0]).error.code]).toEqual([2, 'usage'])
  }, 60_000)
})

describe('analyse credit', () => {
  test('divides a statement from a file as asked, names what it lacks, and refuses what is none', async () => {
    write(
      'statement.json',
      JSON.stringify({ asOf: '2026-06-30', cashAssetsMinor: 300, currentLiabilitiesMinor: 200 }),
    )
    const answer = only(
      await kehu('analyse', 'credit', '--statement', 'statement.json', '--cash', 'textbook'),
    )
    expect(answer).toMatchObject({ readings: { cash: 'textbook', debt: 'as-stated' } })
    expect((answer.ratios as unknown[])[2]).toMatchObject({ ratio: 'cash', reading: 'textbook', value: 1.5 })
    expect((answer.ratios as unknown[])[0]).toMatchObject({
      reason: 'missing',
      items: ['currentAssetsMinor'],
    })
    write('none.json', JSON.stringify({ asOf: '2026-06-30', cash: 300 }))
    const refused = await kehu('analyse', 'credit', '--statement', 'none.json')
    expect([refused.code, ErrorLine.parse(refused.lines[0]).error.code]).toEqual([2, 'invalid-request'])
  })
})

describe('anything else', () => {
  test.each([[[]], [['dance']], [['stats']], [['stats', '--nonsense']]])('%j answers usage', async words => {
    const { lines, code } = await kehu(...words)
    expect(code).toBe(2)
    expect(ErrorLine.parse(lines[0]).error.code).toBe('usage')
  })
})
