import { afterEach, beforeEach, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitMerge } from '#main/identities/split.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const header = [
  '订单编号',
  '下单时间',
  '订单状态',
  '买家ID',
  '收货人',
  '手机',
  '收货地址',
  '实付金额',
  '标签',
]
const shop = { platform: 'taobao', shop: '样例小店', kind: 'orders' } as const
const job = { isCancelled: () => false, progress: () => undefined }
const orderOf = (number: number, buyer: number, random: SeededRandom) => [
  ...[`2024${1000 + number}`, `2024-0${1 + (number % 8)}-11 10:00:00`, '交易成功', `u${buyer}`],
  ...[`样例${buyer}`, `1380000${1000 + buyer}`, `样例市样板路 ${random.below(5)} 号`, 10 + number, null],
]
const liveIds = () =>
  archive
    .rows<{ id: number }>('SELECT customer_id AS id FROM customer WHERE deleted_at IS NULL')
    .map(row => row.id)
const holding = () =>
  archive.rows<{ id: number }>(
    'SELECT customer_merge_id AS id FROM customer_merge WHERE split_change_set_id IS NULL',
  )
const merge = (
  random: SeededRandom,
  act: { actor: string; now: string },
  importBatchId: number | null = null,
) => {
  const ids = liveIds()
  const survivorId = random.pick(ids)
  const otherIds = [...new Set([random.pick(ids), random.pick(ids)])].filter(id => id !== survivorId)
  if (otherIds.length === 0) return undefined
  const sources = random.chance(50)
    ? { name: random.pick([survivorId, ...otherIds]), note: 'both' as const }
    : {}
  return mergeCustomers(archive.db, { survivorId, otherIds, sources, importBatchId }, act).changeSetId
}
const split = (random: SeededRandom, act: { actor: string; now: string }) => {
  const merges = holding()
  if (merges.length === 0) return
  const later = random.pick(['proposed', 'survivor', 'other'] as const)
  const mergeId = random.pick(merges).id
  splitMerge(archive.db, { mergeId, choices: { ...proposedSplit, later } }, act)
}

/** Twelve customers with an order or more each, a note, a tag. */
function fill(random: SeededRandom): void {
  archive.import(
    [header, ...Array.from({ length: 24 }, (_, index) => orderOf(index, index % 12, random))],
    shop,
  )
  for (const id of liveIds()) edit(id, random)
}

function edit(customerId: number, random: SeededRandom): void {
  const {
    kind,
    cardType,
    name,
    gender,
    birthOn,
    occupation,
    source,
    note,
    contactRefusedOn,
    contactPoints: storedPoints,
    tags,
  } = getCustomerFile(archive.db, customerId, 0)
  const contactPoints = storedPoints.map(({ kind, value }) => ({ kind, value }))
  const seen = draftOf({
    ...{
      kind,
      cardType,
      name,
      gender,
      birthOn,
      occupation,
      source,
      note,
      contactRefusedOn,
      contactPoints,
      tags,
    },
  })
  const typed = {
    ...seen,
    note: `记${random.below(100)}`,
    occupation: random.pick(['教师', '会计', null]),
    tags: [...new Set([...tags, `标签${random.below(4)}`])],
    contactPoints: random.chance(30)
      ? [...contactPoints, { kind: 'wechat' as const, value: `sample-${random.below(50)}` }]
      : contactPoints,
  }
  editCustomer(archive.db, customerId, typed, seen, { actor: 'operator', now: archive.now })
}

it('merges and splits in any order leave every row as it was', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = new SeededRandom(seed)
    const act = { actor: 'operator', now: '2027-01-01T00:00:00.000Z' }
    fill(random)
    const before = archive.dump()
    for (let step = 0; step < 30; step++) {
      if (random.chance(60)) {
        const changeSetId = merge(random, act)
        if (changeSetId !== undefined && random.chance(20))
          undoChangeSet(archive.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
      } else split(random, act)
    }
    while (holding().length > 0) split(random, act)
    expect(archive.dump(), `seed ${seed}`).toEqual(before)
    archive.close()
    archive = new ImportArchive()
  }
})

it('with edits and imports between, no order, contact or buyer ID is lost and none is doubled', () => {
  for (let seed = 11; seed <= 14; seed++) {
    const random = new SeededRandom(seed)
    const act = { actor: 'operator', now: '2027-01-01T00:00:00.000Z' }
    fill(random)
    let orderCount = 24
    for (let step = 0; step < 24; step++) {
      const dice = random.below(10)
      if (dice < 4) merge(random, act)
      else if (dice < 6) split(random, act)
      else if (dice < 8) edit(random.pick(liveIds()), random)
      else archive.import([header, orderOf(orderCount++, random.below(14), random)], shop)
    }
    const facts = () => ({
      contacts: archive.rows('SELECT DISTINCT kind, match_key FROM contact_point ORDER BY 1, 2'),
      identities: archive.rows(
        "SELECT kind, value FROM customer_identity WHERE kind = 'buyer-id' ORDER BY 1, 2",
      ),
      orders: archive.rows('SELECT order_number, net_minor FROM sales_order ORDER BY 1'),
    })
    const known = facts()
    while (holding().length > 0) split(random, act)
    expect(facts()).toEqual(known)
    expect(known.orders).toHaveLength(orderCount)
    const homeless = archive.rows(
      `SELECT order_number FROM sales_order LEFT JOIN customer USING (customer_id)
       WHERE customer.customer_id IS NULL OR customer.deleted_at IS NOT NULL`,
    )
    expect(homeless).toEqual([])
    const totals = archive.rows<{ sum: number }>('SELECT sum(order_count) AS sum FROM customer_total')
    expect(totals).toEqual([{ sum: orderCount }])
    archive.close()
    archive = new ImportArchive()
  }
})

it('taking back an import after merges with its customers leaves the archive of before', () => {
  for (let seed = 21; seed <= 26; seed++) {
    const random = new SeededRandom(seed)
    const act = { actor: 'operator', now: '2027-01-01T00:00:00.000Z' }
    fill(random)
    const before = archive.dump()
    const rows = Array.from({ length: 8 }, (_, index) => orderOf(100 + index, 20 + index, random))
    const importBatchId = archive.import([header, ...rows], shop).importBatchId ?? 0
    for (let step = 0; step < 6; step++) merge(random, act, importBatchId)
    undoImport(archive.db, { importBatchId, edited: null }, act, job)
    expect(archive.dump(), `seed ${seed}`).toEqual(before)
    archive.close()
    archive = new ImportArchive()
  }
})
