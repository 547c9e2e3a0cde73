import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchListQueries, searchQueries } from '#main/search/search.handlers.ts'
import { listSearchedIds, searchCustomers } from '#main/search/search.service.ts'
import { searchContract } from '#shared/contract/search.contract.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { addCards, type Card, indexAll } from './customer-cards.ts'

let database: TestDatabase

beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

function store(cards: readonly Card[]): number[] {
  const ids = addCards(database.db, cards)
  indexAll(database.db)
  return ids
}

const search = (text: string, limit = 50) => searchCustomers(database.readable, text, limit)
const namesOf = (text: string) => search(text).hits.map(hit => hit.customer.name)
const marksOf = (text: string) =>
  search(text).hits.map(({ matches }) =>
    matches.map(match => `${match.field}:${match.text.slice(match.start, match.end)}`),
  )

describe('what is found, and where it is marked', () => {
  it.each([
    ['样例', 'name:样例'],
    ['yangli', 'pinyin:样例'],
    ['yl', 'pinyin:样例'],
    ['yly', 'pinyin:样例一'],
    ['li', 'pinyin:例'],
    ['yáng', 'pinyin:样'],
    ['1107', 'phone:1107'],
    ['13800001107', 'phone:138-0000-1107'],
    ['138 0000 1107', 'phone:138-0000-1107'],
    ['138-0000-1107', 'phone:138-0000-1107'],
    ['+86-138-0000-1107', 'phone:138-0000-1107'],
    ['+8613800001107', 'phone:138-0000-1107'],
    ['8613800001107', 'phone:138-0000-1107'],
    ['１３８００００', 'phone:138-0000'],
    ['0000-11', 'phone:0000-11'],
    ['057188886666', 'phone:+86 571 8888 6666'],
    ['(0571)88886666', 'phone:+86 571 8888 6666'],
    ['c007', 'archiveNumber:C007'],
    ['007', 'archiveNumber:007'],
    ['三路', 'address:三路'],
    ['文三路12号', 'address:文三路１２号'],
    ['2号', 'address:２号'],
    ['12', 'address:１２'],
    ['sunny@example', 'email:Sunny@example'],
    ['nny', 'email:nny'],
    ['wx_demo', 'wechat:wx_demo'],
    ['VIP', 'tag:ＶＩＰ'],
    ['香菜', 'note:香菜'],
    ['表示', 'note:表⽰'],
    ['表⽰', 'note:表⽰'],
    ['教师', 'occupation:教师'],
    ['旧-88', 'legacyNumber:旧-88'],
    ['tb998877', 'buyerId:tb998877'],
    ['小店', 'buyerId:小店'],
    ['𬭎', 'note:𬭎'],
    ['👩‍👧', 'note:👩‍👧'],
    ['😀', 'note:😀'],
    ['，', 'note:，'],
    ['20260201000012345', 'orderNumber:20260201000012345'],
    ['20260201', 'orderNumber:20260201'],
    ['012345', 'orderNumber:012345'],
    ['e-77001', 'orderNumber:E-77001'],
    ['龙井', 'product:龙井'],
    ['250g', 'product:250g'],
  ])('%s finds %s', (text, mark) => {
    store([
      { name: '示范' },
      {
        name: '样例一',
        archiveNumber: 'C007',
        phones: ['138-0000-1107', '+86 571 8888 6666'],
        addresses: ['浙江省杭州市文三路１２号'],
        email: 'Sunny@example.com',
        wechat: 'wx_demo_9',
        note: '不要香菜，已表⽰同意 𬭎 👩‍👧😀',
        occupation: '教师',
        legacyNumber: '旧-88',
        tags: ['ＶＩＰ'],
        buyer: { id: 'tb998877', nickname: '示例小店' },
        orders: [{ number: '20260201000012345', products: ['明前龙井 250g'] }, { number: 'E-77001' }],
      },
      { name: '范示' },
    ])
    expect(marksOf(text)).toEqual([[mark]])
    expect(search(text)).toMatchObject({ total: 1, isCapped: false })
  })

  it.each([
    ['a letter inside a word', 'u'],
    ['two letters inside a word', 'nn'],
    ['a digit inside a number', '3'],
    ['another syllable', 'zang'],
    ['the end of an order number from five characters', '12345'],
    ['the start of an order number from seven characters', '2026020'],
    ['the middle of an order number', '0201000012'],
    ['an order in the bin', '88888888'],
    ['a product of an order in the bin', '普洱'],
    ['the traditional form', '樣'],
    ['parts of two fields', '一138'],
  ])('%s finds nobody', (_, text) => {
    store([
      {
        name: '样一',
        phones: ['13800001107'],
        email: 'sunny@example.com',
        orders: [
          { number: '20260201000012345' },
          { number: '88888888', products: ['普洱茶'], isDeleted: true },
        ],
      },
    ])
    expect(search(text)).toEqual({ total: 0, isCapped: false, hits: [] })
  })

  it('takes a single letter or digit as the start of a word or a syllable', () => {
    store([{ name: '样例' }, { name: 'Yoyo' }, { name: '示范', phones: ['95588'] }])
    expect(namesOf('y')).toEqual(['Yoyo', '样例'])
    expect(namesOf('9')).toEqual(['示范'])
  })

  it('finds a masked phone by what is left of it, not across the mask', () => {
    store([{ name: '样例', phones: ['138****1107'] }])
    expect(marksOf('1107')).toEqual([['phone:1107']])
    expect(marksOf('138****1107')).toEqual([['phone:138****1107']])
    expect(namesOf('8110')).toEqual([])
  })

  it('reads polyphonic names both ways', () => {
    store([{ name: '单长乐' }])
    for (const text of ['shan', 'dan', 'scl', 'dzy', 'shanchangle', 'danzhangyue'])
      expect(namesOf(text), text).toEqual(['单长乐'])
  })

  it('gives the row of the list with each hit', () => {
    const [id] = store([{ name: '样例', phones: ['13800001107', '13900002208'], tags: ['示例'] }])
    const { customer } = search('样例').hits[0] ?? {}
    expect(customer).toMatchObject({ customerId: id, name: '样例', phone: '13800001107', tags: ['示例'] })
  })
})

describe('several terms', () => {
  const cards = [
    { name: '李样', note: '发顺丰' },
    { name: '李例', note: '发圆通' },
    { name: '王样', note: '发顺丰' },
    {
      name: '李范',
      phones: ['13800001107'],
      note: '发顺丰',
      orders: [{ number: '55550001', products: ['龙井'] }],
    },
  ]

  it('must all be held by a customer', () => {
    store(cards)
    expect(namesOf('李 顺丰')).toEqual(['李范', '李样'])
    expect(namesOf('顺丰 李')).toEqual(['李范', '李样'])
    expect(namesOf('li 顺丰 1107')).toEqual(['李范'])
    expect(namesOf('李 顺丰 圆通')).toEqual([])
    expect(namesOf('li yang')).toEqual(['李样'])
  })

  it('may be one in the card, one in an order number and one in a product', () => {
    store(cards)
    expect(marksOf('李 55550001 龙井')).toEqual([['name:李', 'orderNumber:55550001', 'product:龙井']])
    expect(namesOf('王 55550001')).toEqual([])
    expect(namesOf('王 龙井')).toEqual([])
  })

  it('are marked one by one, in the order typed', () => {
    store(cards)
    expect(marksOf('顺丰 1107')).toEqual([['note:顺丰', 'phone:1107']])
  })

  it('that are typed twice count once, and blanks of any width part them', () => {
    store(cards)
    expect(marksOf('　李　顺丰\t李 ')).toEqual([
      ['name:李', 'note:顺丰'],
      ['name:李', 'note:顺丰'],
    ])
  })

  it('that are no phone together stay apart', () => {
    store(cards)
    expect(marksOf('138 1107')).toEqual([['phone:138', 'phone:1107']])
  })
})

describe('order and totals', () => {
  it('shows hits in the identifying fields first, each group newest first', () => {
    store([
      { name: '样例甲', note: '西湖' },
      { name: '西湖样' },
      { name: '样例乙', addresses: ['杭州市西湖区'] },
      { name: '西湖例' },
    ])
    expect(namesOf('西湖')).toEqual(['西湖例', '西湖样', '样例乙', '样例甲'])
  })

  it('counts all hits and shows as many as asked for', () => {
    store(Array.from({ length: 30 }, (_, index) => ({ name: `样例${index}` })))
    const found = search('样例', 7)
    expect(found).toMatchObject({ total: 30, isCapped: false })
    expect(found.hits.map(hit => hit.customer.name)).toEqual(
      [29, 28, 27, 26, 25, 24, 23].map(index => `样例${index}`),
    )
  })

  it('counts a customer once who is found by card and by order', () => {
    store([
      { name: '样例', note: '12345678', orders: [{ number: '12345678' }] },
      { name: '示例', orders: [{ number: '12345678' }, { number: '123456789' }] },
      { name: '范例', note: '12345678' },
    ])
    expect(search('12345678')).toMatchObject({ total: 3, isCapped: false })
    expect(search('12345678').hits).toHaveLength(3)
  })

  it('leaves out what the tokens fit but the text does not', () => {
    store([
      { name: '样例', note: '甲乙丙 乙丙丁' },
      { name: '示例', note: '甲乙丙丁' },
    ])
    expect(namesOf('甲乙丙丁')).toEqual(['示例'])
    expect(search('甲乙丙丁')).toMatchObject({ total: 1, isCapped: false })
  })

  it('compares typed separators with what they may separate: digits alone in phones only', () => {
    store([
      { name: '样例', phones: ['01300000'] },
      { name: '示例', note: '13' },
      { name: '范例', note: '1-3' },
    ])
    expect(namesOf('1-3')).toEqual(['样例', '范例'])
    expect(search('1-3')).toMatchObject({ total: 2, isCapped: false })
  })

  it('finds nothing for blanks, control characters or nothing', () => {
    store([{ name: '样例' }])
    for (const text of ['', '  ', '\u200b', '\u3000\t', '\u0000', '\u0001\u0081', '\ufdd0'])
      expect(search(text)).toEqual({ total: 0, isCapped: false, hits: [] })
  })

  it('takes unpaired surrogates and unknown characters as they are stored', () => {
    store([{ name: '样\ud800例' }, { name: '\u{1fae9}\u{323af}\u{e0100}' }])
    expect(search('\ud800').total).toBe(1)
    expect(search('\u{1fae9}').total).toBe(1)
    expect(search('\u{323af}').total).toBe(1)
  })

  it('answers the longest texts that the contract allows', () => {
    store([{ name: '样例', note: '一二三四五六七八九十'.repeat(20) }])
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(0x61 + index))
    const texts = [
      '一二三四五六七八九十'.repeat(20),
      Array.from({ length: 100 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(' '),
      letters
        .flatMap(one => letters.map(other => `${one}${other}`))
        .slice(0, 66)
        .join(' '),
      'zhuangshuangchuang'.repeat(11),
      'a'.repeat(200),
      '1'.repeat(200),
      '-'.repeat(200),
    ]
    for (const text of texts) expect(() => search(text.slice(0, 200)), text).not.toThrow()
    expect(search(texts[0] ?? '').total).toBe(1)
  })

  it('takes signs and quotes of the index language as text', () => {
    store([{ name: '样例', note: 'say "hi" AND (OR) * NEAR' }, { name: '示例' }])
    for (const text of ['"hi"', '(or)', 'and', '*', 'near', "'", '"', '样 OR 例', 'tokens:样'])
      expect(() => search(text), text).not.toThrow()
    expect(namesOf('"hi" (or) *')).toEqual(['样例'])
    expect(namesOf('样 OR 例')).toEqual(['样例'])
  })
})

describe('customers who wait for the index', () => {
  it('are found by their new text and not by their old one', () => {
    const [id = 0] = store([{ name: '样例' }, { name: '示范' }])
    database.db.prepare('UPDATE customer SET name = ? WHERE customer_id = ?').run('林例', id)
    database.db.prepare('INSERT INTO search_queue (customer_id) VALUES (?)').run(id)
    expect(namesOf('样')).toEqual([])
    expect(namesOf('林')).toEqual(['林例'])
    expect(marksOf('lin')).toEqual([['pinyin:林']])
    indexAll(database.db)
    expect(namesOf('样')).toEqual([])
    expect(namesOf('林')).toEqual(['林例'])
  })

  it('are counted with the others, in their place', () => {
    store([{ name: '样例一' }, { name: '样例二' }])
    addCards(database.db, [
      { name: '样例三', orders: [{ number: '77777777', products: ['龙井'] }] },
      { name: '示范', note: '样例' },
    ])
    expect(namesOf('样例')).toEqual(['样例三', '样例二', '样例一', '示范'])
    expect(search('样例', 2)).toMatchObject({ total: 4, isCapped: false })
    expect(marksOf('77777777')).toEqual([['orderNumber:77777777']])
    expect(marksOf('龙井')).toEqual([['product:龙井']])
  })
})

describe('customers in the bin', () => {
  it('are never found, whether indexed, queued or named by an order', () => {
    const ids = store([{ name: '样例', orders: [{ number: '66666666' }] }, { name: '样范' }])
    const remove = database.db.prepare('UPDATE customer SET deleted_at = ? WHERE customer_id = ?')
    remove.run('2026-03-01T00:00:00.000Z', ids[0] ?? 0)
    database.db.prepare('INSERT INTO search_queue (customer_id) VALUES (?)').run(ids[0] ?? 0)
    for (const check of ['queued', 'indexed']) {
      expect(namesOf('样'), check).toEqual(['样范'])
      expect(search('样').total, check).toBe(1)
      expect(namesOf('66666666'), check).toEqual([])
      indexAll(database.db)
    }
  })
})

describe('the filter of a list', () => {
  it('gives the ids of all hits, each once', () => {
    const ids = store([
      { name: '样例', note: '甲乙丙丁' },
      { name: '示范', note: '甲乙丙 乙丙丁' },
      { name: '样范', orders: [{ number: '12345678' }], note: '12345678' },
    ])
    addCards(database.db, [{ name: '样四' }])
    expect(listSearchedIds(database.readable, '样').sort()).toEqual([ids[0], ids[2], (ids[2] ?? 0) + 1])
    expect(listSearchedIds(database.readable, '甲乙丙丁')).toEqual([ids[0]])
    expect(listSearchedIds(database.readable, '12345678')).toEqual([ids[2]])
    expect(listSearchedIds(database.readable, ' ')).toEqual([])
  })

  it('is opened as a list with the newest first', () => {
    const ids = store([{ name: '样例' }, { name: '示范' }, { name: '样范' }])
    const lists: Int32Array[] = []
    const queries = searchListQueries(database.readable, list => lists.push(list))
    expect(queries['search.openList']({ text: '样' })).toEqual({ listId: 1, total: 2 })
    expect([...(lists[0] ?? [])]).toEqual([ids[2], ids[0]])
    expect(queries['search.openList']({ text: '' })).toEqual({ listId: 2, total: 0 })
  })
})

describe('the answer of the contract', () => {
  it('fits its schema', () => {
    store([{ name: '样例', phones: ['13800001107'], orders: [{ number: '12345678', products: ['龙井'] }] }])
    const { 'search.customers': handler } = searchQueries(database.readable)
    for (const text of ['样', 'yl', '1107', '12345678', '龙井'])
      expect(searchContract['search.customers'].response.parse(handler({ text, limit: 10 })).total).toBe(1)
  })
})
