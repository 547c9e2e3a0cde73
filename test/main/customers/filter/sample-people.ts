import type { WritableDb } from '#main/database/db.ts'
import { toPhoneKey } from '#shared/domain/text.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

/** An artificial customer as a plain object, with all that a filter can ask for. */
export type Person = {
  readonly customerId: number
  readonly isDeleted: boolean
  readonly birthOn: string | null
  readonly createdAt: string
  readonly updatedAt: string
  /** Single values by the name of the field in a filter. */
  readonly columns: Readonly<Record<string, string | number | null>>
  readonly points: readonly {
    readonly kind: 'phone' | 'address' | 'email' | 'wechat'
    readonly value: string
    readonly region?: readonly [string, string, string]
  }[]
  readonly tagIds: readonly number[]
  /** Values by the key of the field: 1 text, 4 choice, 20 choices, 21 day, 901 number, 902 money. */
  readonly own: Readonly<Record<string, readonly (string | number)[]>>
}

/** Texts that are asked for besides parts of what there is. */
export const sampleTexts = ['vip', 'ＶＩＰ', '12%', '_', "'", '样', '138 0000', '0000-11', '没有这个']

const regions = [
  ['安徽省', '合肥市', '蜀山区'],
  ['安徽省', '芜湖市', '镜湖区'],
  ['浙江省', '杭州市', '西湖区'],
  ['河南省', '', '济源市'],
] as const
const notes = ['ＶＩＰ价', 'vip 客户', '要发票', '12% 折扣', "O'样", 'a_b', null, null]
const pad = (value: number, length = 2) => String(value).padStart(length, '0')

function personOf(customerId: number, random: SeededRandom): Person {
  const maybe = <T>(percent: number, value: T) => (random.chance(percent) ? value : null)
  const dayOf = (first: number, years: number) =>
    `${first + random.below(years)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`
  const birthOn = random.pick([
    dayOf(1960, 40),
    dayOf(1960, 40).slice(0, 4),
    dayOf(1960, 40).slice(0, 7),
    `--${dayOf(1960, 40).slice(5)}`,
    random.pick(['1988-02-29', '--02-29', '1999-02-21', '2012-03', '2011-02']),
    null,
  ])
  const instant = () =>
    `${dayOf(2024, 2)}T${random.pick(['15:59:59.999', '16:00:00.000', '03:00:00.000', '23:59:59.999'])}Z`
  const number = `138${pad(random.below(100_000_000), 8)}`
  const spelled = random.pick([number, `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`])
  const region = random.pick(regions)
  const hasBought = random.chance(70)
  const lastOn = hasBought ? dayOf(2024, 3) : null
  const someOf = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => from + at).filter(() => random.chance(30))
  return {
    ...{ customerId, birthOn, isDeleted: random.chance(5), createdAt: instant(), updatedAt: instant() },
    columns: {
      name: `${random.pick(['样例', '示例', '林样', 'Sam 样'])}${random.below(50)}`,
      archiveNumber: `X-${pad(customerId, 6)}`,
      kind: random.pick(['individual', 'individual', 'company']),
      cardType: random.pick(['lead', 'active', 'former']),
      gender: random.pick(['female', 'male', null]),
      occupation: random.pick(['教师', '司机', null]),
      source: maybe(30, '展会'),
      note: random.pick(notes),
      legacyNumber: maybe(10, `老${customerId}`),
      contactRefusedOn: maybe(10, dayOf(2025, 3)),
      birthOn,
      orderCount: hasBought ? 1 + random.below(9) : 0,
      spendMinor: hasBought ? random.below(100_000) : 0,
      returnCount: random.below(3),
      firstOn: lastOn,
      lastOn,
    },
    points: [
      ...(random.chance(80) ? [{ kind: 'phone' as const, value: spelled }] : []),
      ...(random.chance(20)
        ? [{ kind: 'phone' as const, value: `0571-8${pad(random.below(9_999_999), 7)}` }]
        : []),
      ...(random.chance(60)
        ? [{ kind: 'address' as const, value: `${region.join('')}样板路${customerId}号`, region }]
        : []),
      ...(random.chance(20) ? [{ kind: 'address' as const, value: '样板路 1 号' }] : []),
      ...(random.chance(20) ? [{ kind: 'email' as const, value: `Sample${customerId}@example.com` }] : []),
      ...(random.chance(20) ? [{ kind: 'wechat' as const, value: `wx_${customerId}` }] : []),
    ],
    tagIds: someOf(1, 4),
    own: {
      ...(random.chance(40) ? { 1: [random.pick(['安徽', '浙江 VIP', '江苏'])] } : {}),
      ...(random.chance(40) ? { 4: [1 + random.below(3)] } : {}),
      ...(random.chance(40) ? { 20: someOf(13, 6) } : {}),
      ...(random.chance(40) ? { 21: [dayOf(2025, 3)] } : {}),
      ...(random.chance(40) ? { 901: [random.below(40) / 4] } : {}),
      ...(random.chance(40) ? { 902: [random.below(5000)] } : {}),
    },
  }
}

/** Makes people; the same seed always makes the same ones. */
export function peopleOf(count: number, seed: number): Person[] {
  const random = new SeededRandom(seed)
  return Array.from({ length: count }, (_, index) => personOf(index + 1, random))
}

/** Fills an empty archive with people, and adds a field for numbers (901) and one for money (902). */
export function fillPeople(db: WritableDb, people: readonly Person[]): void {
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
  db.transaction(() => {
    for (const [field_id, value_kind] of [
      [901, 'number'],
      [902, 'money'],
    ] as const)
      insert('field_definition', {
        field_id,
        field_group_id: 1,
        name: `样项${field_id}`,
        value_kind,
        position: 9,
      })
    for (let tag_id = 1; tag_id <= 4; tag_id++) insert('tag', { tag_id, name: `标签${tag_id}` })
    for (const person of people) insertPerson(insert, person)
    db.prepare("UPDATE topic_revision SET revision = revision + 1 WHERE topic = 'customers'").run()
  })
}

type Insert = (table: string, row: Readonly<Record<string, string | number | null>>) => unknown

function insertPerson(insert: Insert, person: Person): void {
  const { customerId: customer_id, columns } = person
  const column = (name: string) => columns[name] ?? null
  insert('customer', {
    ...{ customer_id, archive_number: column('archiveNumber'), kind: column('kind') },
    ...{ card_type: column('cardType'), name: column('name'), name_sort: column('name') },
    ...{ gender: column('gender'), birth_on: person.birthOn, occupation: column('occupation') },
    ...{ source: column('source'), note: column('note'), legacy_number: column('legacyNumber') },
    ...{ contact_refused_on: column('contactRefusedOn'), created_at: person.createdAt },
    ...{ updated_at: person.updatedAt, deleted_at: person.isDeleted ? person.updatedAt : null },
  })
  insert('customer_total', {
    ...{ customer_id, order_count: column('orderCount'), spend_minor: column('spendMinor') },
    ...{ return_count: column('returnCount'), first_on: column('firstOn'), last_on: column('lastOn') },
  })
  person.points.forEach(({ kind, value, region }, position) => {
    const match_key = kind === 'phone' ? toPhoneKey(value) : `${value} ${position}`
    const [province, city, district] = region ?? [null, null, null]
    insert('contact_point', {
      ...{ customer_id, kind, position, value, match_key },
      ...{ province, city: city || null, district },
    })
  })
  for (const tag_id of person.tagIds) insert('customer_tag', { customer_id, tag_id })
  for (const [field_id, values] of Object.entries(person.own))
    for (const [position, value] of values.entries())
      insert('field_value', { customer_id, field_id: Number(field_id), position, value })
  const { orderCount, spendMinor, lastOn } = columns
  // What the scores are made of: one order with the whole sum, the others of nothing.
  for (let order = 0; order < Number(orderCount); order++)
    insert('sales_order', {
      ...{ customer_id, platform: '', shop: '', order_key: `n:${customer_id}-${order}` },
      ...{ ordered_on: lastOn ?? null, ordered_at_local: lastOn ?? null, status: 'completed' },
      ...{ is_cancellation: 0, is_counted: 1, paid_minor: order === 0 ? Number(spendMinor) : 1 },
      ...{ refunded_minor: 0, net_minor: order === 0 ? Number(spendMinor) : 1 },
      ...{ created_at: person.createdAt, updated_at: person.updatedAt },
    })
}
