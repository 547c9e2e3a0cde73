import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { readRegion, storedRegion } from '#main/customers/region.service.ts'
import { revealIdNumber } from '#main/customers/reveal-id-number.ts'
import type { WritableDb } from '#main/database/db.ts'
import { compareFiles, filesOfCustomer, getFileByNumber } from '#main/identities/compared-file.service.ts'
import { sharedPointsSql } from '#main/identities/duplicates/duplicate.queries.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { splitIdentity } from '#main/identities/split-identity.service.ts'
import { originSql } from '#main/imports/lookups.queries.ts'
import { findSourceOfValue } from '#main/imports/value-source.service.ts'
import { CardField } from '#shared/domain/card-field.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { OrderField, type ValueSubject } from '#shared/domain/value-source.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'
import { noteStatements, planOf } from '#test/helpers/noted-statements.ts'

/*
 * Every statement that runs when files are compared, merged and split, or a value's source is asked for, on an archive in
 * which there is something to find: none goes through a whole table that grows with the archive.
 */
const archive = new ImportArchive()
afterAll(() => archive.close())

const act = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const phones = (value: string) => [{ kind: 'phone' as const, value }]

beforeAll(() => {
  archive.import([
    ['会员ID', '姓名', '手机', '地址', '标签', '累计消费', '消费次数', '最近购买'],
    ['m1', '林样一', '13800001107', '样例市样板路 1 号', '常客', 100, 1, '2025-12-31'],
    ['m2', '林样二', '13900002208', '样例市样板路 2 号', '常客', 200, 2, '2025-12-31'],
  ])
  archive.import(
    [
      ['订单编号', '下单时间', '买家ID', '收货人', '手机', '宝贝标题', '购买数量', '实付金额'],
      ['甲1', '2026-03-01 10:00', 'b1', '林样一', '13800001107', '样品', 1, 120],
      ['甲2', '2026-03-02 10:00', 'b2', '林样二', '13900002208', '样品', 1, 80],
    ],
    { shop: '样例店', platform: 'taobao', kind: 'orders' },
  )
  mergeCustomers(archive.db, { survivorId: 1, otherIds: [2], sources: {}, importBatchId: null }, act)
  const seen = draftOf({ name: '林样一', contactPoints: phones('13800001107') })
  editCustomer(archive.db, 1, { ...seen, occupation: '教师' }, seen, act)
})

/** Rows of one question, and tables of a few rows: created_range has some for each import, the fields of the form are a few dozen. */
const small =
  /^SCAN (?:wanted|asked|json_each|merged|deeper|act|created_range|topic_revision|setting|counter|\(|sqlite_sequence|CONSTANT|field_(?:group|definition|option))/

function fullScans(work: (db: WritableDb) => unknown): string[] {
  const { db, statements } = noteStatements(archive.db)
  work(db)
  expect(statements.size).toBeGreaterThan(0)
  return [...statements].flatMap(sql =>
    /^\s*(?:BEGIN|COMMIT|PRAGMA|INSERT INTO \w+ \([^)]*\) VALUES)/i.test(sql)
      ? []
      : planOf(archive.db, sql)
          .filter(step => step.startsWith('SCAN ') && !small.test(step))
          .map(step => `${step} | ${sql.replace(/\s+/g, ' ')}`),
  )
}

describe('no statement goes through a whole table', () => {
  it.each<readonly [string, (db: WritableDb) => unknown]>([
    ['of the page of a customer', db => getCustomerFile(db, 1, 100)],
    ['of the files of a customer', db => filesOfCustomer(db, 1)],
    ['of files side by side', db => compareFiles(db, [1, 2].slice(0, 1))],
    ['of finding a file by its number', db => getFileByNumber(db, 'X-000002')],
    ['of the preview of a split', db => previewSplit(db, 1)],
    ['of showing an ID number', db => revealIdNumber(db, 1, act)],
    ['of a region', db => [readRegion(db, '样例市样板路 1 号'), storedRegion(db, '样例市', noRegion)]],
  ])('%s', (_name, work) => {
    expect(fullScans(work)).toEqual([])
  })

  it('of the source of any value on the page', () => {
    const file = getCustomerFile(archive.db, 1, 100)
    const [order] = file.orders
    if (!order) throw new Error('there are orders')
    const subjects: ValueSubject[] = [
      ...CardField.options.map(field => ({ of: 'card' as const, field })),
      ...file.contactPoints.map(({ kind, value }) => ({ of: 'contact' as const, kind, value })),
      ...file.tags.map(name => ({ of: 'tag' as const, name })),
      ...file.identities.map(({ kind, platform, shop, value }) => ({
        ...{ of: 'identity' as const, kind, platform, shop, value },
      })),
      ...file.openingBalances.map(({ openingBalanceId }) => ({ of: 'balance' as const, openingBalanceId })),
      ...[null, ...OrderField.options].map(field => ({
        ...{ of: 'order' as const, salesOrderId: order.salesOrderId, field },
      })),
      { of: 'line', salesOrderId: order.salesOrderId, lineNumber: 1 },
    ]
    expect(new Set(subjects.map(subject => subject.of)).size).toBe(7)
    expect(
      fullScans(db => {
        for (const subject of subjects)
          expect(findSourceOfValue(db, 1, subject).origin, JSON.stringify(subject)).toMatch(
            subject.of === 'card' ? /./ : /import/,
          )
      }),
    ).toEqual([])
  })

  it('of merging, of splitting and of giving a buyer ID a file of its own', () => {
    expect(
      fullScans(db => {
        splitMerge(db, { mergeId: 1, choices: proposedSplit }, act)
        mergeCustomers(db, { survivorId: 1, otherIds: [2], sources: {}, importBatchId: null }, act)
        const [identity] = filesOfCustomer(db, 1).identities.filter(one => one.kind === 'buyer-id')
        splitIdentity(db, { identityId: identity?.identityId ?? 0, name: null }, act)
      }),
    ).toEqual([])
  })
})

it('what several customers share is read in one pass over an index, and from there by its key', () => {
  const plan = planOf(archive.db, sharedPointsSql)
  expect(plan.filter(step => /^(?:SCAN|SEARCH) (?:contact_point|point|customer)/.test(step))).toEqual([
    'SCAN contact_point USING COVERING INDEX contact_point_match_key',
    'SEARCH point USING INDEX contact_point_match_key (match_key=? AND kind=?)',
    expect.stringMatching(/^SEARCH customer USING COVERING INDEX customer_deleted_at/),
  ])
  expect(plan.filter(step => /TEMP B-TREE/.test(step))).toEqual([])
})

it('whose a row was before a merge is the first line of its cell in the change log', () => {
  expect(planOf(archive.db, originSql)).toEqual([
    'SEARCH change USING INDEX change_row (table_name=? AND row_id=? AND column_name=?)',
  ])
})

const noRegion = {
  ...{ region_code: null, province: null, city: null, district: null, region_confidence: null },
}
