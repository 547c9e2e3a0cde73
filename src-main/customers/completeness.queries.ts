import type { CompletenessKey, CompletenessPart } from '#shared/domain/completeness.ts'
import { CardType, CustomerKind } from '#shared/domain/customer.ts'

/** What a whole file holds, by the kind of customer and the card. */
export type AskedKeys = Readonly<Record<CustomerKind, Readonly<Record<CardType, readonly CompletenessKey[]>>>>

/** The newest day for which a row of `customer` is known to be right; as the index `customer_known_on` has it. */
export const knownOnSql = "max(coalesce(confirmed_on, ''), coalesce(facts_on, substr(created_at, 1, 10)))"

const contact = (kind: string, condition = '') =>
  `EXISTS (SELECT 1 FROM contact_point AS point WHERE point.customer_id = customer.customer_id AND point.kind = '${kind}'${condition})`
const column = (name: string) => `(customer.${name} IS NOT NULL)`

const filledPart: Readonly<Record<CompletenessPart, string>> = {
  phone: contact('phone'),
  address: contact('address'),
  region: contact('address', ' AND point.province IS NOT NULL'),
  email: contact('email'),
  wechat: contact('wechat'),
  gender: column('gender'),
  birthOn: column('birth_on'),
  idNumber: column('id_number'),
  occupation: column('occupation'),
  source: column('source'),
  note: column('note'),
}

function filledSql(key: CompletenessKey): string {
  const part = filledPart[key as CompletenessPart] as string | undefined
  if (part !== undefined) return part
  const fieldId = Number(key.slice('field:'.length))
  return `EXISTS (SELECT 1 FROM field_value AS own WHERE own.customer_id = customer.customer_id AND own.field_id = ${fieldId})`
}

/** Writes, for a row of `customer`, one expression for each list of keys that is asked of it; equal lists share one. */
function byCard(asked: AskedKeys, expression: (keys: readonly CompletenessKey[]) => string): string {
  const cases = CustomerKind.options.flatMap(kind =>
    CardType.options.map(card => ({ kind, card, sql: expression(asked[kind][card]) })),
  )
  const different = new Set(cases.map(({ sql }) => sql))
  if (different.size === 1) return `(${[...different][0]})`
  const branches = cases.map(
    ({ kind, card, sql }) => `WHEN customer.kind = '${kind}' AND customer.card_type = '${card}' THEN ${sql}`,
  )
  return `(CASE ${branches.join(' ')} END)`
}

/**
 * Writes the expression for how complete a row of `customer` is.
 *
 * Units: percent, rounded down. Empty: 100 where nothing is asked.
 */
export function completenessSql(asked: AskedKeys): string {
  return byCard(asked, keys =>
    keys.length === 0 ? '100' : `(${keys.map(filledSql).join(' + ')}) * 100 / ${keys.length}`,
  )
}

/** Writes the expression for what a row of `customer` lacks: its keys, each with a blank behind it. */
export function missingSql(asked: AskedKeys): string {
  return byCard(asked, keys =>
    keys.length === 0
      ? "''"
      : keys.map(key => `CASE WHEN ${filledSql(key)} THEN '' ELSE '${key} ' END`).join(' || '),
  )
}
