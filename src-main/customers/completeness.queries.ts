import type { ReadableDb } from '#main/database/db.ts'
import type { CompletenessKey, CompletenessPart } from '#shared/domain/completeness.ts'
import { CardType, CustomerKind } from '#shared/domain/customer.ts'

/** What a whole file holds, by the kind of customer and the card. */
export type AskedKeys = Readonly<Record<CustomerKind, Readonly<Record<CardType, readonly CompletenessKey[]>>>>

/** The newest day for which a row of `customer` is known to be right; as the index `customer_known_on` has it. */
export const knownOnSql = "max(coalesce(confirmed_on, ''), coalesce(facts_on, substr(created_at, 1, 10)))"

/** Parts of a file that are contact points, as conditions on a row of `contact_point`. */
const pointParts = {
  phone: "point.kind = 'phone'",
  address: "point.kind = 'address'",
  region: "point.kind = 'address' AND point.province IS NOT NULL",
  email: "point.kind = 'email'",
  wechat: "point.kind = 'wechat'",
} as const satisfies Partial<Record<CompletenessPart, string>>

/** Parts of a file that are columns of the card. */
const columnParts = {
  gender: 'gender',
  birthOn: 'birth_on',
  idNumber: 'id_number',
  occupation: 'occupation',
  source: 'source',
  note: 'note',
} as const satisfies Record<Exclude<CompletenessPart, keyof typeof pointParts>, string>

const filledPart: Readonly<Partial<Record<CompletenessKey, string>>> = {
  ...mapValues(
    pointParts,
    condition =>
      `EXISTS (SELECT 1 FROM contact_point AS point WHERE point.customer_id = customer.customer_id AND ${condition})`,
  ),
  ...mapValues(columnParts, name => `(customer.${name} IS NOT NULL)`),
}

function filledSql(key: CompletenessKey): string {
  const part = filledPart[key]
  if (part !== undefined) return part
  const fieldId = Number(key.slice('field:'.length))
  return `EXISTS (SELECT 1 FROM field_value AS own WHERE own.customer_id = customer.customer_id AND own.field_id = ${fieldId})`
}

/** Writes the expression for what a row of `customer` lacks: its keys, each with a blank behind it. */
export function missingSql(asked: AskedKeys): string {
  const branches = cardPlaces.map(({ kind, cardType }) => {
    const keys = asked[kind][cardType].map(key => `CASE WHEN ${filledSql(key)} THEN '' ELSE '${key} ' END`)
    const sql = keys.length === 0 ? "''" : keys.join(' || ')
    return `WHEN customer.kind = '${kind}' AND customer.card_type = '${cardType}' THEN ${sql}`
  })
  return `(CASE ${branches.join(' ')} END)`
}

/** The bit of each part in what the statements of all files pack into a number; above them stands which card it is. */
export const partBits: ReadonlyMap<CompletenessKey, number> = new Map(
  [...Object.keys(pointParts), ...Object.keys(columnParts)].map((part, place) => [
    part as CompletenessPart,
    1 << place,
  ]),
)
/** Which of the six cards a file is, in the order of kinds and of cards within a kind. */
export const cardPlaces = CustomerKind.options.flatMap(kind =>
  CardType.options.map(cardType => ({ kind, cardType })),
)

/** Tells the bits of a contact point; one of an address whose province is known is a region, too. */
export function bitsOfPoint(kind: Exclude<keyof typeof pointParts, 'region'>, hasProvince: boolean): number {
  const isRegion = kind === 'address' && hasProvince
  return (partBits.get(kind) ?? 0) | (isRegion ? (partBits.get('region') ?? 0) : 0)
}

const cardShift = partBits.size
const packFactor = 2 ** 16

const bitsOf = (parts: Readonly<Record<string, string>>) =>
  Object.entries(parts)
    .map(([part, condition]) => `(${condition}) * ${partBits.get(part as CompletenessPart)}`)
    .join(' + ')
const cardPlaceSql = `CASE customer.kind || ' ' || customer.card_type ${cardPlaces
  .map(({ kind, cardType }, place) => `WHEN '${kind} ${cardType}' THEN ${place}`)
  .join(' ')} END`

/** Writes the expression for the bits of the columns of a row of `customer`. */
export const filledColumnsSql = bitsOf(mapValues(columnParts, name => `customer.${name} IS NOT NULL`))

/** The statements that read what all files hold, a number each: the key, then bits. Public for the query-plan test. */
export const filledPartsSql = {
  cards: `
    SELECT json_group_array(packed) AS list FROM (
      SELECT customer_id * ${packFactor} + (${cardPlaceSql}) * ${1 << cardShift}
        + ${filledColumnsSql} AS packed
      FROM customer NOT INDEXED WHERE deleted_at IS NULL ORDER BY customer_id)`,
  // All but regions stand in an index a quarter the size of the table: what is read has to be decrypted.
  points: `
    SELECT json_group_array(customer_id * ${packFactor} + ${bitsOf({ ...pointParts, region: 'FALSE' })}) AS list
    FROM contact_point AS point INDEXED BY contact_point_customer_id`,
  pointsWithRegion: `
    SELECT json_group_array(customer_id * ${packFactor} + ${bitsOf(pointParts)}) AS list
    FROM contact_point AS point NOT INDEXED`,
  ownField:
    'SELECT json_group_array(customer_id) AS list FROM (SELECT DISTINCT customer_id FROM field_value WHERE field_id = ?)',
} as const

function readNumbers(db: ReadableDb, sql: string, ...values: readonly number[]): number[] {
  const row = db.prepareRead<{ list: string }>(sql).get(...values)
  return row ? (JSON.parse(row.list) as number[]) : []
}

/** Reads, of each customer outside the bin, the card and the bits of its columns; in the order of keys. */
export function listFilledColumns(db: ReadableDb) {
  return readNumbers(db, filledPartsSql.cards).map(packed => ({
    customerId: Math.floor(packed / packFactor),
    place: (packed % packFactor) >> cardShift,
    bits: packed & ((1 << cardShift) - 1),
  }))
}

/** Tells the bits of each contact point, those of customers in the bin included; that of a region only where it is asked for. */
export function forEachFilledPoint(
  db: ReadableDb,
  isRegionAsked: boolean,
  visit: (customerId: number, bits: number) => void,
): void {
  const sql = isRegionAsked ? filledPartsSql.pointsWithRegion : filledPartsSql.points
  for (const packed of readNumbers(db, sql)) visit(Math.floor(packed / packFactor), packed % packFactor)
}

/** Lists the customers with a value in a field beyond the default card. */
export function listHavingField(db: ReadableDb, fieldId: number): number[] {
  return readNumbers(db, filledPartsSql.ownField, fieldId)
}

function mapValues<Key extends string>(
  record: Readonly<Record<Key, string>>,
  map: (value: string) => string,
): Record<Key, string> {
  const entries = Object.entries<string>(record).map(([key, value]) => [key, map(value)])
  return Object.fromEntries(entries) as Record<Key, string>
}
