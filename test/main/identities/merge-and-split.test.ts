import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FieldSources, proposedSplit, type SplitChoices } from '#shared/domain/customer-merge.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const create = (facts: Parameters<typeof draftOf>[0]) =>
  createCustomer(archive.db, draftOf(facts), act).customerId
const fileOf = (customerId: number) => getCustomerFile(archive.db, customerId, 50)
const later = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const merge = (survivorId: number, otherIds: number[], sources: FieldSources = {}) =>
  mergeCustomers(archive.db, { survivorId, otherIds, sources, importBatchId: null }, later)
const mergeIdOf = (customerId: number) =>
  archive.rows<{ id: number }>(
    `SELECT customer_merge_id AS id FROM customer_merge WHERE customer_id = ${customerId} AND split_change_set_id IS NULL`,
  )[0]?.id ?? 0
const split = (customerId: number, choices: Partial<SplitChoices> = {}) =>
  splitMerge(archive.db, { mergeId: mergeIdOf(customerId), choices: { ...proposedSplit, ...choices } }, later)
const undo = (changeSetId: number) =>
  undoChangeSet(archive.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: later.now })
const phone = (value: string) => ({ kind: 'phone' as const, value })

/** Two files with parts of every kind, some of them the same in both. */
function twoFiles() {
  const first = create({
    name: '林样一',
    occupation: '教师',
    note: '常买奶粉',
    contactPoints: [phone('13800001107'), { kind: 'address', value: '样例市样板路 1 号' }],
    tags: ['老客户', '样品'],
  })
  const second = create({
    name: '林样二',
    gender: 'female',
    birthOn: '1990-01-01',
    note: '周末送货',
    contactRefusedOn: CalendarDate.parse('2026-02-02'),
    contactPoints: [phone('138 0000 1107'), phone('13900002208')],
    tags: ['样品', '批发'],
  })
  insertOrder(archive.db, { customerId: first, orderedOn: '2026-01-02', netMinor: 10_000 })
  insertOrder(archive.db, { customerId: second, orderedOn: '2026-03-04', netMinor: 5_000 })
  const balance = archive.db.prepare(
    `INSERT INTO opening_balance (customer_id, platform, shop, order_count, spend_minor, return_count, covers_until_on)
     VALUES (?, '', '', ?, ?, 0, '2025-12-31')`,
  )
  balance.run(first, 3, 3_000)
  balance.run(second, 2, 2_000)
  const identity = archive.db.prepare(
    "INSERT INTO customer_identity (customer_id, kind, platform, shop, value) VALUES (?, 'buyer-id', 'taobao', ?, ?)",
  )
  identity.run(first, '样例店', `tb-${first}`)
  identity.run(second, '示例店', `tb-${second}`)
  refreshCustomerTotals(archive.db, [first, second])
  return { first, second }
}

function draftFrom(customerId: number) {
  const file = fileOf(customerId)
  return draftOf({
    ...{
      kind: file.kind,
      cardType: file.cardType,
      name: file.name,
      gender: file.gender,
      birthOn: file.birthOn,
      idNumber: file.idNumber,
    },
    ...{ occupation: file.occupation, source: file.source, note: file.note, tags: file.tags },
    contactRefusedOn: file.contactRefusedOn,
    contactPoints: file.contactPoints.map(({ kind, value }) => ({ kind, value })),
  })
}

describe('merging two files', () => {
  it('unites contact points, tags, buyer IDs, balances and orders, and sums them', () => {
    const { first, second } = twoFiles()
    merge(first, [second])
    const file = fileOf(first)
    expect(file.contactPoints.map(point => point.value)).toEqual([
      '13800001107',
      '13900002208',
      '样例市样板路 1 号',
    ])
    expect(file.tags).toEqual(['老客户', '样品', '批发'])
    expect(file.identities.map(one => one.value)).toEqual([`tb-${first}`, `tb-${second}`])
    expect(file.openingBalances.map(one => one.orderCount)).toEqual([3, 2])
    // 2 orders and balances of 3 and 2; 100 + 50 + 30 + 20 yuan.
    expect(file.total).toMatchObject({ orderCount: 7, spendMinor: 20_000 })
    expect(file.orders).toHaveLength(2)
  })

  it('fills blanks of the card, keeps what the survivor has, and keeps a refusal of either', () => {
    const { first, second } = twoFiles()
    merge(first, [second])
    expect(fileOf(first)).toMatchObject({
      name: '林样一',
      occupation: '教师',
      gender: 'female',
      birthOn: '1990-01-01',
      contactRefusedOn: '2026-02-02',
    })
  })

  it('takes the values that were chosen', () => {
    const { first, second } = twoFiles()
    merge(first, [second], { name: second, occupation: second, contactRefusedOn: first })
    expect(fileOf(first)).toMatchObject({ name: '林样二', occupation: null, contactRefusedOn: null })
  })

  it('puts two notes one below the other', () => {
    const [one, other] = [create({ name: '示例甲', note: '甲' }), create({ name: '示例乙', note: '乙' })]
    merge(one, [other])
    expect(fileOf(one).note).toBe('甲\n乙')
  })

  it('takes the merged file out of lists and counts and keeps its number', () => {
    const { first, second } = twoFiles()
    const number = fileOf(second).archiveNumber
    merge(first, [second])
    expect(() => fileOf(second)).toThrow('not-found')
    expect(
      archive.rows(`SELECT archive_number, merged_into_id FROM customer WHERE customer_id = ${second}`),
    ).toEqual([{ archive_number: number, merged_into_id: first }])
    expect(() => merge(first, [second])).toThrow('not-found')
    expect(() => merge(first, [first])).toThrow('invalid-request')
  })

  it('is undone by one step, row for row', () => {
    const { first, second } = twoFiles()
    const before = archive.dump()
    undo(merge(first, [second], { name: second }).changeSetId)
    expect(archive.dump()).toEqual(before)
    expect(archive.rows('SELECT * FROM customer_merge')).toEqual([])
  })
})

describe('splitting', () => {
  it('puts both files back row for row when nothing came later, and can itself be undone', () => {
    const { first, second } = twoFiles()
    const before = archive.dump()
    merge(first, [second], { name: second, note: 'both' })
    const merged = archive.dump()
    const { changeSetId } = split(second)
    expect(archive.dump()).toEqual(before)
    undo(changeSetId)
    expect(archive.dump()).toEqual(merged)
    split(second)
    expect(archive.dump()).toEqual(before)
  })

  it('asks about what came later and puts it where one says', () => {
    const { first, second } = twoFiles()
    merge(first, [second])
    const kept = insertOrder(archive.db, { customerId: first, orderedOn: '2026-05-05', netMinor: 700 })
    const given = insertOrder(archive.db, { customerId: first, orderedOn: '2026-06-06', netMinor: 900 })
    const asked = previewSplit(archive.db, mergeIdOf(second))
    expect(asked.later.map(part => [part.kind, part.id, part.proposed, part.reason])).toEqual([
      ['order', kept, 'survivor', 'unknown'],
      ['order', given, 'survivor', 'unknown'],
    ])
    expect(asked.returning).toEqual({
      order: 1,
      attachment: 0,
      'credit-record': 0,
      'funnel-step': 0,
      'contact-point': 1,
      tag: 1,
      'field-value': 0,
      identity: 1,
      balance: 1,
      entry: 0,
    })
    split(second, { parts: [{ kind: 'order', id: given, side: 'other' }] })
    expect(fileOf(first).orders.map(order => order.salesOrderId)).toContain(kept)
    expect(fileOf(second).orders.map(order => order.salesOrderId)).toEqual([given, expect.any(Number)])
  })

  it('gives an order to the file whose buyer ID or shop it has, else to whom it was sent', () => {
    const { first, second } = twoFiles()
    merge(first, [second])
    const order = (shop: string, receiver: string | null, receiverPhone: string | null) => {
      const id = insertOrder(archive.db, { customerId: first, orderedOn: '2026-05-05', netMinor: 700 })
      archive.db
        .prepare(
          'UPDATE sales_order SET platform = ?, shop = ?, receiver_name = ?, receiver_phone = ? WHERE sales_order_id = ?',
        )
        .run('taobao', shop, receiver, receiverPhone, id)
      return id
    }
    order('示例店', null, null)
    order('样例店', '林样二', null)
    order('新样店', null, '13900002208')
    order('新样店', null, '139****2208')
    order('新样店', '林样二', '13800001107')
    const asked = previewSplit(archive.db, mergeIdOf(second))
    expect(asked.later.map(part => [part.proposed, part.reason])).toEqual([
      ['other', 'shop'],
      ['survivor', 'shop'],
      ['other', 'receiver-phone'],
      ['survivor', 'unknown'],
      ['other', 'receiver-name'],
    ])
  })

  it('keeps, gives or takes back what was edited on the merged card, as one says', () => {
    const choices = ['survivor', 'other', 'before'] as const
    const results = choices.map(choice => {
      const { first, second } = twoFiles()
      merge(first, [second])
      editCustomer(archive.db, first, { ...draftFrom(first), birthOn: '1991-05-05' }, draftFrom(first), later)
      const [edit] = previewSplit(archive.db, mergeIdOf(second)).edits
      expect(edit).toEqual({ field: 'birthOn', merged: '1990-01-01', now: '1991-05-05' })
      split(second, { edits: { birthOn: choice } })
      return [fileOf(first).birthOn, fileOf(second).birthOn]
    })
    expect(results).toEqual([
      ['1991-05-05', '1990-01-01'],
      [null, '1991-05-05'],
      [null, '1990-01-01'],
    ])
  })

  it('brings back a phone that was removed from the merged file, unless it shall stay away', () => {
    for (const removed of ['restore', 'leave'] as const) {
      const { first, second } = twoFiles()
      merge(first, [second])
      const draft = draftFrom(first)
      const contactPoints = draft.contactPoints.filter(point => point.value !== '13900002208')
      editCustomer(archive.db, first, { ...draft, contactPoints }, draft, later)
      expect(previewSplit(archive.db, mergeIdOf(second)).removed.map(part => part.label)).toEqual([
        '13900002208',
      ])
      split(second, { removed })
      const phones = fileOf(second).contactPoints.map(point => point.value)
      expect(phones).toEqual(removed === 'restore' ? ['138 0000 1107', '13900002208'] : ['138 0000 1107'])
    }
  })

  it('works on a chain from either end: the middle takes along what was merged into it', () => {
    const chain = () => {
      const ids = ['甲', '乙', '丙'].map((name, index) => {
        const id = create({ name: `示例${name}`, contactPoints: [phone(`1370000000${index}`)] })
        insertOrder(archive.db, { customerId: id, orderedOn: '2026-01-01', netMinor: 100 * (index + 1) })
        refreshCustomerTotals(archive.db, [id])
        return id
      })
      return ids as [number, number, number]
    }
    const [a, b, c] = chain()
    const before = archive.dump()
    merge(b, [c])
    merge(a, [b])
    split(c)
    split(b)
    expect(archive.dump()).toEqual(before)
    merge(b, [c])
    const withMiddle = archive.dump()
    merge(a, [b])
    split(b)
    expect(archive.dump()).toEqual(withMiddle)
    split(c)
    expect(archive.dump()).toEqual(before)
  })

  it('forgets a value of a merge that is split before a later one took its place', () => {
    const [a, b, c] = [
      create({ name: '示例甲' }),
      create({ name: '示例乙', occupation: '会计' }),
      create({ name: '示例丙', occupation: '厨师' }),
    ]
    const before = archive.dump()
    merge(a, [b])
    merge(a, [c], { occupation: c })
    split(b)
    expect(fileOf(a).occupation).toBe('厨师')
    split(c)
    expect(archive.dump()).toEqual(before)
  })
})
