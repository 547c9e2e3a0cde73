import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { storeFile, sweepFiles } from '#main/attachments/stored-file.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { putBackValue } from '#main/customers/history/put-back.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { saveLineDetails } from '#main/orders/line-details.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { toPictureValue } from '#shared/domain/attachment.ts'
import {
  attributesOf,
  type LineDetails,
  splitAttributes,
  tradeAttributes,
} from '#shared/domain/line-details.ts'
import { catalogues } from '#shared/i18n/translate.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
let store: FileStore
let customerId: number
beforeEach(() => {
  archive = openTestDatabase()
  const folder = path.join(path.dirname(archive.file), 'attachments')
  fs.mkdirSync(folder)
  store = new FileStore(folder, randomBytes(32))
  customerId = createCustomer(archive.db, draftOf(), act).customerId
  archive.db
    .prepare(
      "INSERT INTO product (product_id, platform, shop, product_key, name) VALUES (7, '', '', 'k', '样裙')",
    )
    .run()
  for (const product of [7, 7, null]) addLine(product)
})
afterEach(() => archive.close())

function addLine(productId: number | null): void {
  const orderId = insertOrder(archive.db, { customerId, orderedOn: '2026-08-16', netMinor: 100 })
  archive.db
    .prepare(
      `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
       VALUES (?, 1, ?, '样裙', 1, 100, 0)`,
    )
    .run(orderId, productId)
}
const dress: LineDetails = {
  trade: 'clothing',
  values: { material: '棉', style: '长款', matching: '配白鞋', colour: '红', designer: '样师' },
}
const none = { details: null, picture: null }
type Content = { details: LineDetails | null; picture: string | null }
const save = (orderLineId: number, content: Content, seen: Content = none, isForProduct = false) =>
  saveLineDetails(archive.db, { orderLineId, isForProduct, seen, content }, act)
const linesOf = (id = customerId) =>
  getCustomerFile(archive.db, id, 10)
    .orders.flatMap(order => order.lines)
    .toSorted((a, b) => a.orderLineId - b.orderLineId)
    .map(({ details, picture }) => ({ details, picture }))
function picture(fileName = '样裙.gif'): string {
  const place = path.join(path.dirname(archive.file), 'source')
  fs.writeFileSync(place, Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1'))
  const { content_name: contentName } = storeFile(archive.db, store, place, { fileName, now: act.now })
  return toPictureValue({ contentName, fileName })
}
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
  }).changeSetId
const sweep = () => sweepFiles(archive.db, store, { kept: new Set(), listBackedUp: () => new Set() })

describe('A23: what an item of an order is like', () => {
  test('is shown with its picture on the order, changed, taken back and done again', () => {
    const content = { details: dress, picture: picture() }
    save(1, content)
    expect(linesOf()).toEqual([content, none, none])
    const { changeSetId } = save(1, none, content)
    expect(linesOf()).toEqual([none, none, none])
    const undone = undo(changeSetId)
    expect(linesOf()).toEqual([content, none, none])
    undo(undone)
    expect([linesOf(), sweep()]).toEqual([[none, none, none], 0])
  })

  test('can be said of all items of the product at once, as one act', () => {
    const content = { details: dress, picture: null }
    const { changeSetId, lines } = save(2, content, none, true)
    expect([lines, linesOf()]).toEqual([2, [content, content, none]])
    undo(changeSetId)
    expect(linesOf()).toEqual([none, none, none])
    expect(save(3, content, none, true).lines).toBe(1)
  })

  test('is one text however its words were typed, and nothing without words', () => {
    save(1, { details: { trade: 'food', values: { origin: ' 样例县 ', flavour: '原味' } }, picture: null })
    const seen = {
      details: { trade: 'food', values: { flavour: '原味', origin: '样例县' } },
      picture: null,
    } as const
    expect(save(1, seen, seen)).toEqual({ changeSetId: null, lines: 0 })
    save(1, { details: { trade: 'food', values: {} }, picture: null }, seen)
    expect(linesOf()[0]).toEqual(none)
  })

  test('is not written over what another wrote meanwhile, nor with a picture that was never stored', () => {
    save(1, { details: dress, picture: null })
    expect(() => save(1, { details: null, picture: picture() })).toThrow('conflict')
    const foreign = `${'a'.repeat(64)}/x.png`
    expect(() => save(2, { details: null, picture: foreign })).toThrow('attachment-missing')
    expect(() => save(2, { details: null, picture: '../x' })).toThrow('attachment-missing')
    expect(() => save(99, none)).toThrow('not-found')
  })

  test('goes with the order in a merge; deleted for good its picture goes from the disk', () => {
    const content = { details: dress, picture: picture() }
    save(1, content)
    const survivorId = createCustomer(archive.db, draftOf({ name: '样例乙' }), act).customerId
    mergeCustomers(archive.db, { survivorId, otherIds: [customerId], sources: {}, importBatchId: null }, act)
    expect(linesOf(survivorId)[0]).toEqual(content)
    deleteCustomers(archive.db, [survivorId], act)
    purgeCustomers(archive.db, [survivorId], act)
    expect([sweep(), store.list().whole]).toEqual([1, []])
  })
})

describe('what an item is like, beyond the order', () => {
  const historyOf = () =>
    getEditHistory(archive.db, customerId, 50).entries.flatMap(({ kind, lines }) =>
      lines.flatMap(({ subject, before, after, putBackId }) =>
        subject.of === 'item'
          ? [{ kind, part: subject.part, title: subject.title, before, after, putBackId }]
          : [],
      ),
    )

  test('stands in the history of the customer, and each of the two is put back for itself', () => {
    const content = { details: dress, picture: picture() }
    save(1, content)
    const red = { trade: 'clothing', values: { colour: '红' } } as const
    save(1, { details: red, picture: null }, content)
    const [words, pictured] = historyOf()
    expect(words).toMatchObject({ kind: 'line-described', part: 'details', title: '样裙' })
    expect(JSON.parse(String(words?.after))).toEqual(red)
    expect(pictured).toMatchObject({ part: 'picture', before: content.picture, after: null })
    const { changeSetId } = putBackValue(archive.db, customerId, words?.putBackId ?? 0, act)
    expect(linesOf()[0]).toEqual({ details: dress, picture: null })
    expect(historyOf()[0]).toMatchObject({ kind: 'value-put-back', part: 'details' })
    putBackValue(archive.db, customerId, pictured?.putBackId ?? 0, act)
    expect(linesOf()[0]).toEqual(content)
    undo(changeSetId)
    expect(linesOf()[0]).toEqual({ details: red, picture: content.picture })
  })

  test('is offered to be put back only while something else stands there, and to no other customer', () => {
    save(1, { details: dress, picture: null })
    const [first] = historyOf()
    expect(first?.putBackId).not.toBeNull()
    const otherId = createCustomer(archive.db, draftOf({ name: '样例乙' }), act).customerId
    expect(() => putBackValue(archive.db, otherId, first?.putBackId ?? 0, act)).toThrow('not-found')
    putBackValue(archive.db, customerId, first?.putBackId ?? 0, act)
    expect(historyOf().at(-1)?.putBackId).toBeNull()
  })

  test('finds its buyer by its words, at once and once indexed, and no more after it was taken back', () => {
    const index = () => {
      while (indexQueuedCustomers(archive.db, 500) > 0);
    }
    const find = () => searchCustomers(archive.db, '配白', 10).hits.map(hit => hit.matches[0]?.field)
    index()
    const { changeSetId } = save(1, { details: dress, picture: null })
    const found = [find()]
    index()
    found.push(find())
    undo(changeSetId)
    found.push(find())
    index()
    expect([...found, find()]).toEqual([['lineDetails'], ['lineDetails'], [], []])
  })
})

describe('the words of the trades', () => {
  test('of clothing are those of the source: 材质 款式 搭配 颜色 设计者', () => {
    const names = tradeAttributes.clothing.map(attribute => catalogues['zh-CN'][`line-detail.${attribute}`])
    expect(names).toEqual(expect.arrayContaining(['材质', '款式', '搭配', '颜色', '设计者']))
  })

  test('have names in both languages, and what stands there from another trade is asked for, too', () => {
    for (const [trade, attributes] of Object.entries(tradeAttributes))
      for (const language of ['zh-CN', 'en'] as const)
        for (const key of [`trade.${trade}`, ...attributes.map(one => `line-detail.${one}`)])
          expect(catalogues[language][key], key).toBeTruthy()
    expect(attributesOf({ trade: 'food', values: { designer: '样师' } })).toEqual([
      ...tradeAttributes.food,
      'designer',
    ])
  })
})

describe('attributes as platforms write them', () => {
  test.each([
    ['颜色分类:白色;尺码:M', undefined, { trade: 'clothing', values: { colour: '白色', size: 'M' } }],
    ['颜色分类：白色；尺码：M', 'home', { trade: 'home', values: { colour: '白色', size: 'M' } }],
    [
      '口味=原味, 净含量=500g, 产地=样例县',
      undefined,
      { trade: 'food', values: { flavour: '原味', netWeight: '500g', origin: '样例县' } },
    ],
    ['Color: Red | Size: 38', undefined, { trade: 'clothing', values: { colour: 'Red', size: '38' } }],
    ['套餐:官方标配;颜色:黑', undefined, { trade: 'clothing', values: { colour: '黑' } }],
    ['尺码:M;尺码:L', undefined, { trade: 'clothing', values: { size: 'M' } }],
    ['白色 M', undefined, null],
    ['时间:12:30', undefined, null],
    ['颜色:', undefined, null],
  ] as const)('%s is read by the names', (text, trade, details) => {
    expect(splitAttributes(text, trade)).toEqual(details)
  })
})
