import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { customerIdsInOrder } from '#main/customers/customer-order.ts'
import { listInitials } from '#main/customers/initials.ts'
import { strokesOfFirst } from '#main/search/stroke.service.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let database: TestDatabase
const names = new Map<number, string>()
beforeAll(() => {
  database = openTestDatabase()
  const random = new SeededRandom(11)
  for (let n = 0; n < 300; n++) {
    const first = random.pick([...'王李张陈黄丁马曾单解欧赵林周吴龙一', 'S', 'a', '9', '𬭎'])
    const name = `${first}${random.pick([...'样例示一二丁'])}${n % 7 === 0 ? '' : random.pick([...'甲乙丙英'])}`
    names.set(createCustomer(database.db, draftOf({ name }), act).customerId, name)
  }
})
afterAll(() => database.close())

const nameOf = (id: number) => names.get(id) ?? ''

test('strokes are counted as on the mainland', () => {
  // 通用规范汉字表: 一 1, 丁 2, 马 3, 王 4, 李 张 陈 7, 林 周 8, 赵 9, 黄 11, 曾 12; in old spelling 馬 10.
  const counted = [...'一丁马王李张陈林周赵黄曾馬'].map(character => strokesOfFirst(character))
  expect(counted).toEqual([1, 2, 3, 4, 7, 7, 7, 8, 8, 9, 11, 12, 10])
  expect(strokesOfFirst('Sam')).toBeUndefined()
  expect(strokesOfFirst('')).toBeUndefined()
})

test('names are ordered by the strokes of each character, names without them first, and backwards the other way round', () => {
  const ids = customerIdsInOrder(database.db, 'nameStrokes', false)
  expect(ids).toHaveLength(300)
  const counts = ids.map(id => strokesOfFirst(nameOf(id)))
  const known = counts.filter(count => count !== undefined)
  expect(known).toEqual(known.toSorted((one, other) => one - other))
  const withoutStrokes = ids.map(nameOf).slice(
    0,
    ids.findIndex(id => nameOf(id).startsWith('一')),
  )
  expect(withoutStrokes.every(name => /^[Sa9]/.test(name))).toBe(true)
  expect(customerIdsInOrder(database.db, 'nameStrokes', true)).toEqual(ids.toReversed())
  const ding = ids.map(nameOf).filter(name => name.startsWith('丁'))
  const second = ding.map(name => strokesOfFirst(name.slice(1)) ?? 0)
  expect(second).toEqual(second.toSorted((one, other) => one - other))
})

/** What reading the whole list finds, without halving. */
function firstPlaces(ids: readonly number[], initialOf: (name: string) => string) {
  const places = new Map<string, number>()
  ids.forEach((id, index) => {
    const initial = initialOf(nameOf(id))
    if (!places.has(initial)) places.set(initial, index)
  })
  return [...places].map(([initial, index]) => ({ initial, index }))
}

test('each letter and each number of strokes is found at its first place, in both directions', () => {
  const letters: Readonly<Record<string, string>> = {
    ...{ 王: 'W', 李: 'L', 张: 'Z', 陈: 'C', 黄: 'H', 丁: 'D', 马: 'M', 曾: 'Z', 单: 'S', 解: 'X', 欧: 'O' },
    ...{ 赵: 'Z', 林: 'L', 周: 'Z', 吴: 'W', 龙: 'L', 一: 'Y', S: 'S', a: 'A', 𬭎: 'H' },
  }
  for (const isDescending of [false, true]) {
    const byPinyin = customerIdsInOrder(database.db, 'name', isDescending)
    expect(listInitials(database.db, Int32Array.from(byPinyin), 'pinyin')).toEqual(
      firstPlaces(byPinyin, name => letters[[...name][0] ?? ''] ?? '#'),
    )
    const byStrokes = customerIdsInOrder(database.db, 'nameStrokes', isDescending)
    expect(listInitials(database.db, Int32Array.from(byStrokes), 'strokes')).toEqual(
      firstPlaces(byStrokes, name => String(strokesOfFirst(name) ?? '#')),
    )
  }
})

test('who was deleted since keeps the place; a row that is gone is passed over; an empty list has none', () => {
  const ids = customerIdsInOrder(database.db, 'name', false)
  deleteCustomers(database.db, [ids[0] ?? 0], act)
  const before = listInitials(database.db, Int32Array.from(ids), 'pinyin')
  const withGap = Int32Array.from(ids.with(0, 999_999))
  expect(listInitials(database.db, withGap, 'pinyin').map(({ initial }) => initial)).toEqual(
    before.map(({ initial }) => initial),
  )
  expect(listInitials(database.db, new Int32Array(0), 'strokes')).toEqual([])
})
