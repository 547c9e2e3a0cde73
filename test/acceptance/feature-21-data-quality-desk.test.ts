import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import { unstated } from '#shared/domain/field-source.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/*
 * A customer list of 200,000 good rows with known defects among them, and orders of 2020. What the data check has to count
 * is worked out here by hand:
 *   12 phones of ten digits; 10 birthdays (5 on 30 February, 3 in 1899, 2 ahead); 3 ID numbers with a wrong check
 *   character; 4 phones that Excel wrote as 1.38E+10; 7 addresses in no region; 4 pairs with one phone and two names;
 *   6 rows with name and phone alone (1 of 6 fields), and the 9 buyers of 2020 (phone and address, 2 of 6): 15 of which
 *   less than half is known; those 9 are also the ones of whom nothing newer is known.
 */
const expected = {
  ...{ phone: 12, birthday: 10, 'id-number': 3, region: 7, damaged: 4, unread: 0, stale: 9, incomplete: 15 },
} as const satisfies Record<QualityKind, number>
const expectedPairs = 4

const goodRows = sized(200_000)
const heading = '姓名,手机号,出生日期,身份证号,地址,性别,职业,邮箱'
let next = 0
/** A row without a defect, but for what is named. */
function row(change: { phone?: string; birth?: string; id?: string; address?: string } = {}): string {
  const n = ++next
  const number = String(n).padStart(8, '0')
  const { phone = `138${number}`, birth = '1990-03-09', id = '' } = change
  const address = change.address ?? `浙江省杭州市西湖区样板路${n}号`
  return `样例${n},${phone},${birth},${id},${address},女,教师,s${n}@example.invalid`
}
const rows = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))

function customerList(): string {
  const defects = [
    ...rows(12, n => row({ phone: `138000011${n % 10}` })),
    ...rows(5, () => row({ birth: '1990-02-30' })),
    ...rows(3, () => row({ birth: '1899-01-01' })),
    ...rows(2, () => row({ birth: '2199-01-01' })),
    // The example of GB 11643 ends in X.
    ...rows(3, () => row({ id: '110105194912310021' })),
    ...rows(4, () => row({ phone: '1.38E+10' })),
    ...rows(7, n => row({ address: `样板路${n + 1}号` })),
    ...rows(6, () => `样例${++next},137${String(next).padStart(8, '0')},,,,,,`),
    ...rows(4, n => row({ phone: `1360000000${n}` })),
    ...rows(4, n => row({ phone: `1360000000${n}` })),
  ]
  const good = rows(goodRows, () => row())
  const step = Math.floor(good.length / defects.length)
  defects.forEach((defect, index) => {
    good.splice(index * (step + 1), 0, defect)
  })
  return [heading, ...good].join('\r\n')
}

const orderHeading = '订单编号,收货人姓名,联系手机,收货地址,订单创建时间,买家实际支付金额,宝贝标题'
const orderList = [
  orderHeading,
  ...rows(
    9,
    n => `B${n},样例买家${n},1350000000${n},浙江省宁波市海曙区样板路${n}号,2020-05-01 09:30:00,68.00,样例杯`,
  ),
].join('\r\n')

let folder: string
let engine: Engine

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

/** ID numbers are taken over only where somebody says so. */
async function importText(
  name: string,
  text: string,
  mapping: Record<string, 'idNumber'> = {},
): Promise<void> {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  const [accepted] = engine.files.accept([file])
  const { stagingId } = (await engine.run('imports.stage', { fileToken: accepted?.fileToken ?? '' })) as {
    stagingId: string
  }
  const options = { shop: '', isShopConfirmed: true, mapping }
  await engine.run('imports.commit', { stagingId, options, previewRevision: null })
}

const counts = async () => {
  const { count: incomplete } = await engine.call('quality.countIncomplete', {})
  return { ...(await engine.call('quality.counts', {})), incomplete }
}
async function list(kind: QualityKind): Promise<Finding[]> {
  const { listId, total } = await engine.call('quality.openList', { kind })
  expect(total).toBe(expected[kind])
  const page = await engine.call('quality.listPage', { kind, listId, start: 0, count: 50 })
  return page.filter(finding => finding !== null)
}

it('after an import the desk counts every defect of the file, and nothing else', async () => {
  await importText('客户.csv', customerList(), { '3': 'idNumber' })
  await importText('订单.csv', orderList)
  expect(await counts()).toEqual(expected)
  await engine.run('identities.find', {})
  const pairs = await engine.call('identities.listPairs', {
    ...{ reason: null, importBatchId: null, start: 0, count: 10 },
  })
  expect(pairs?.total).toBe(expectedPairs)
})

it('each finding says what stands in which cell of the file', async () => {
  const phones = await list('phone')
  expect(phones[0]).toMatchObject({
    ...{ field: 'phone', value: null, reason: 'cell-issue.phone-invalid', completeness: 83 },
    cell: { address: 'B2', header: '手机号', text: '1380000110', fileName: '客户.csv' },
  })
  const births = (await list('birthday')).map(({ value, cell, reason }) => [value ?? cell?.text, reason])
  expect(births.toSorted()).toEqual([
    ...rows(3, () => ['1899-01-01', 'birth-too-old']),
    ...rows(5, () => ['1990-02-30', 'cell-issue.birth-date-unreadable']),
    ...rows(2, () => ['2199-01-01', 'cell-issue.birth-date-unreadable']),
  ])
  const damaged = (await list('damaged')).map(({ cell, reason }) => [cell?.text, reason])
  expect(damaged).toEqual(rows(4, () => ['1.38E+10', 'cell-issue.number-damaged-by-excel']))
  expect((await list('id-number')).map(({ cell }) => cell?.text)).toEqual(rows(3, () => '1****************1'))
})

it('ten are put right one after another: the count falls each time, and the field says since when it is known', async () => {
  const today = dayIn('Asia/Shanghai', new Date())
  const { groups } = await engine.call('fields.list', {})
  const field = groups.flatMap(group => group.fields).find(({ code }) => code === 'collection-source')
  const sourceOptionId = field?.options.find(({ code }) => code === 'direct.service')?.optionId ?? null
  const source = { sourceOptionId, methodOptionId: null, planId: null, verifier: '样例店员' }
  const phones = await list('phone')
  for (const [done, { findingId, customerId, value }] of phones.slice(0, 10).entries()) {
    const typed = `1390000000${done}`
    const mending = { kind: 'phone' as const, findingId, field: 'phone' as const, seen: value, typed, source }
    await engine.call('quality.mend', mending)
    expect((await counts()).phone).toBe(11 - done)
    expect(await engine.call('quality.statedValues', { customerId })).toEqual([
      {
        subject: { of: 'contact', kind: 'phone', value: typed },
        source: { ...unstated, ...source, statedOn: today },
      },
    ])
  }
  const { undo } = await engine.call('changes.nextSteps', {})
  await engine.call('changes.undo', { changeSetId: undo?.changeSetId ?? 0 })
  expect((await counts()).phone).toBe(3)
})

it('what is right as it is, is filled in or is confirmed leaves its list too', async () => {
  const [old] = await list('birthday')
  await engine.call('quality.accept', {
    kind: 'birthday',
    findingId: old?.findingId ?? 0,
    note: '见过户口本',
  })
  const [empty] = await list('incomplete')
  expect(empty).toMatchObject({ completeness: 16, field: 'address' })
  const stale = await list('stale')
  await engine.call('quality.confirm', { customerIds: stale.map(({ customerId }) => customerId) })
  expect(await counts()).toMatchObject({ birthday: 9, stale: 0, incomplete: 15 })
})

it('an import that is taken back takes its findings along', async () => {
  await engine.run('imports.undo', { importBatchId: 1, edited: 'revert' })
  expect(await counts()).toMatchObject({ phone: 0, birthday: 0, damaged: 0, region: 0, 'id-number': 0 })
})
