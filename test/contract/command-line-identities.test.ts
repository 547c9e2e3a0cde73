import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { LaterEdit, LaterPart, PartKind } from '#shared/domain/customer-merge.ts'
import { DuplicatePair, DuplicateReason } from '#shared/domain/duplicate.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/*
 * What the lines of `duplicates`, `merge` and `split` hold, for whoever reads them by a program. The steps build on each
 * other, in the order in which somebody would go through an archive.
 */
let folder: string

/** Runs the command line in the scratch folder: its lines as JSON, and its exit code. */
async function kehu(...words: string[]): Promise<{ lines: Record<string, unknown>[]; code: number }> {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>)
  return { code: await runCommandLine(words, { write, folder, language: 'zh-CN' }), lines }
}
const inArchive = (...words: string[]) => kehu(...words, '--archive', 'A.kehu')
const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)

const DuplicatesLine = z.strictObject({
  total: z.int(),
  counts: z.partialRecord(DuplicateReason, z.int()),
  safe: z.int(),
  pairs: z.array(DuplicatePair),
  elapsedMs: z.int(),
})
const MergeLine = z.strictObject({
  changeSetId: z.int().positive(),
  into: z.strictObject({ customerId: z.int(), archiveNumber: z.string() }),
  from: z.array(z.string()),
})
const SafeMergeLine = z.strictObject({ merged: z.int(), changeSetId: z.int().nullable() })
const SplitLine = z.strictObject({
  changeSetId: z.int().positive(),
  customerId: z.int(),
  survivorId: z.int(),
  returned: z.record(PartKind, z.int()),
  later: z.array(
    LaterPart.pick({ kind: true, id: true, label: true, reason: true }).extend({
      to: z.enum(['survivor', 'other']),
    }),
  ),
  edits: z.array(LaterEdit),
  removed: z.array(z.strictObject({ kind: PartKind, id: z.int(), label: z.string() })),
})
const SplitBuyerLine = z.strictObject({
  changeSetId: z.int().positive(),
  customerId: z.int(),
  archiveNumber: z.string(),
  orderCount: z.int(),
})

const ofOrders = '订单编号,买家会员名,收货人姓名,联系手机,订单创建时间,订单状态,买家实付金额\n'

beforeAll(async () => {
  folder = makeTestFolder()
  const phone = '13800001107'
  write(
    'members.csv',
    `会员ID,姓名,手机号\nm1,林样一,${phone}\nm2,林样一,${phone}\nm3,王示例,${phone}\nm4,张样三,13900002208\nm5,赵样五,13500005510\n`,
  )
  // Whoever has no number of the archive, and then m5 with the same phone: both are one beyond doubt.
  write('plain.csv', '姓名,手机号\n赵样五,13600004410\n')
  write('phone.csv', '会员ID,姓名,手机号\nm5,赵样五,13600004410\n')
  write('orders.csv', `${ofOrders}S1,b1,张样三,13900002208,2026-03-01 20:15:00,交易成功,198.00\n`)
  await kehu('create', 'A.kehu')
  await inArchive('import', 'members.csv', 'plain.csv', 'phone.csv', 'orders.csv')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('duplicates tells how many pairs there are, by reason, and each with its reasons', async () => {
  const { lines, code } = await inArchive('duplicates', '--limit', '2')
  expect([code, lines.length]).toEqual([0, 1])
  const found = DuplicatesLine.parse(lines[0])
  // m1 with m2, m1 with m3 who has another name, and both of 赵样五.
  expect([found.total, found.counts['phone-and-name'], found.counts.phone, found.safe]).toEqual([3, 2, 1, 1])
  expect(found.pairs).toHaveLength(2)
  expect(found.pairs[0]).toMatchObject({
    survivor: { archiveNumber: 'X-000001' },
    other: { archiveNumber: 'X-000002' },
    reasons: [{ code: 'phone-and-name', value: '138****1107' }],
  })
})

test('merge --safe merges what needs no look', async () => {
  const { lines } = await inArchive('merge', '--safe')
  expect(SafeMergeLine.parse(lines[0])).toMatchObject({ merged: 1, changeSetId: expect.any(Number) })
})

test('merge puts named files into one, split says what went back and where each later order went', async () => {
  const merged = await inArchive(
    ...['merge', '--into', 'X-000001', '--from', 'X-000004', '--take', 'name=X-000004'],
  )
  expect(MergeLine.parse(merged.lines[0])).toMatchObject({
    into: { archiveNumber: 'X-000001' },
    from: ['X-000004'],
  })
  write('later.csv', `${ofOrders}S2,b1,张样三,13900002208,2026-04-01 20:15:00,交易成功,30.00\n`)
  await inArchive('import', 'later.csv')
  const split = SplitLine.parse((await inArchive('split', '--customer', 'X-000004')).lines[0])
  expect(split.returned.order).toBe(1)
  expect(split.later).toMatchObject([{ kind: 'order', label: 'S2', to: 'other', reason: 'buyer-id' }])
})

test('split --buyer moves one buyer ID with its orders into a new file', async () => {
  const { lines, code } = await inArchive('split', '--customer', 'X-000004', '--buyer', 'b1')
  expect(code).toBe(0)
  expect(SplitBuyerLine.parse(lines[0])).toMatchObject({ archiveNumber: 'X-000007', orderCount: 2 })
})

test('what is asked wrongly is answered with the usage', async () => {
  const wrong = [
    ['duplicates', '--reason', 'moon'],
    ['merge', '--into', 'X-000001'],
    ['merge', '--safe', '--into', 'X-000001', '--from', 'X-000002'],
    ['split'],
    ['split', '--customer', 'X-000001', '--later', 'moon'],
  ]
  for (const words of wrong) {
    const { lines, code } = await inArchive(...words)
    expect([code, lines.length], words.join(' ')).toEqual([2, 1])
    expect(lines[0]).toMatchObject({ error: { code: 'usage' } })
  }
})

test('a file that is not merged cannot be split, one that is not there cannot be merged', async () => {
  const answers = [
    await inArchive('split', '--customer', 'X-000004'),
    await inArchive('merge', '--into', 'X-000001', '--from', 'X-999999'),
  ]
  for (const { lines } of answers) expect(lines).toMatchObject([{ error: { code: 'not-found' } }])
})
