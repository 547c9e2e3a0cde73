import { fitsMask, type PhoneReading } from '#main/imports/cells/read-phone.ts'
import { isMaskedName } from './name-match.ts'
import type { RowValues } from './row-values.ts'

/** Columns of the card that a file can fill. */
export const cardColumns = [
  'name',
  'kind',
  'gender',
  'birth_on',
  'occupation',
  'source',
  'note',
  'legacy_number',
] as const
export type CardColumn = (typeof cardColumns)[number]

/** Sums of an old archive, as a row states them. Units: minor units. */
export type BalanceFacts = {
  readonly orderCount: number
  readonly spendMinor: number
  readonly returnCount: number
  readonly firstOn: string | null
  readonly lastOn: string | null
  readonly coversUntilOn: string
}

/** A way to reach a customer, with its key for comparison ('' for a masked phone is filled by the record). */
export type ContactFacts = {
  readonly kind: 'phone' | 'address' | 'email' | 'wechat'
  readonly value: string
  readonly isMasked: boolean
}

/** What one row, or the rows of one order, say about a customer. */
export type CustomerFacts = {
  readonly platform: string
  readonly shop: string
  /** Null where it is blank or masked. */
  readonly buyerId: string | null
  readonly legacyNumber: string | null
  readonly nickname: string | null
  /** Digits of the phones that name a person. */
  readonly phoneKeys: readonly string[]
  readonly card: Readonly<Record<CardColumn, string | null>>
  readonly contacts: readonly ContactFacts[]
  readonly tags: readonly string[]
}

const hanCharacter = /\p{Script=Han}/u

/**
 * Gathers what rows say about their customer; of several rows the first filled value counts.
 *
 * Shape: contact points each once, phones first.
 */
export function customerFactsOf(
  rows: readonly RowValues[],
  source: { readonly platform: string; readonly shop: string },
): CustomerFacts {
  const first = <T>(pick: (values: RowValues) => T | null): T | null => {
    for (const values of rows) {
      const value = pick(values)
      if (value !== null) return value
    }
    return null
  }
  const buyerId = first(values => values.buyerId)
  const isHidden = buyerId !== null && isMaskedName(buyerId)
  const phones = rows.flatMap(values => [...(values.phone ?? []), ...(values.secondPhone ?? [])])
  const legacyNumber = first(values => values.legacyNumber)
  return {
    ...source,
    buyerId: isHidden ? null : buyerId,
    legacyNumber,
    nickname: first(values => values.buyerNickname) ?? (isHidden ? buyerId : null),
    phoneKeys: [...new Set(phones.map(phone => phone.key).filter(key => key !== ''))],
    card: {
      name: first(fullName),
      kind: first(values => values.customerKind),
      gender: first(values => values.gender),
      birth_on: first(values => values.birthOn),
      occupation: first(values => values.occupation),
      source: first(values => values.source),
      note: first(values => values.customerNote),
      legacy_number: legacyNumber,
    },
    contacts: [...phoneContacts(phones), ...rows.flatMap(otherContacts)],
    tags: [...new Set(rows.flatMap(values => values.tags ?? []))],
  }
}

/** Says whether facts hold a key by which a customer is recognised again. */
export function hasKey(facts: CustomerFacts): boolean {
  return facts.buyerId !== null || facts.legacyNumber !== null || facts.phoneKeys.length > 0
}

/** The name to show: the person's own, else whatever the source calls the customer. Empty: null without any. */
export function displayName(facts: CustomerFacts): string | null {
  return (
    facts.card.name ??
    facts.nickname ??
    facts.buyerId ??
    facts.legacyNumber ??
    facts.contacts.find(contact => contact.kind === 'phone' && !contact.isMasked)?.value ??
    null
  )
}

/**
 * Reads the opening balance of a row.
 *
 * Shape: money or a day of purchase without a number of orders means at least one order.
 * Empty: undefined when the row states no sum and no day.
 */
export function balanceFactsOf(values: RowValues, today: string): BalanceFacts | undefined {
  const { openingOrderCount, openingSpend, openingReturnCount, openingFirstOn, openingLastOn } = values
  const stated = [openingOrderCount, openingSpend, openingReturnCount, openingFirstOn, openingLastOn]
  if (stated.every(value => value === null)) return undefined
  const hasBought = (openingSpend ?? 0) > 0 || openingFirstOn !== null || openingLastOn !== null
  return {
    orderCount: openingOrderCount ?? (hasBought ? 1 : 0),
    spendMinor: openingSpend ?? 0,
    returnCount: openingReturnCount ?? 0,
    firstOn: openingFirstOn,
    lastOn: openingLastOn,
    coversUntilOn: openingLastOn ?? today,
  }
}

function fullName(values: RowValues): string | null {
  if (values.name !== null) return values.name
  const { givenName, familyName } = values
  if (givenName === null || familyName === null) return givenName ?? familyName
  return hanCharacter.test(familyName) ? familyName + givenName : `${givenName} ${familyName}`
}

/** A masked number says nothing where the number behind it stands beside it. */
function phoneContacts(phones: readonly PhoneReading[]): ContactFacts[] {
  const shown = phones.filter(
    phone => !phone.isMasked || !phones.some(other => fitsMask(phone.value, other.key)),
  )
  return shown.map(({ value, isMasked }) => ({ kind: 'phone' as const, value, isMasked }))
}

function otherContacts(values: RowValues): ContactFacts[] {
  const contact = (kind: ContactFacts['kind'], value: string | null) =>
    value === null ? [] : [{ kind, value, isMasked: false }]
  return [
    ...contact('address', fullAddress(values)),
    ...contact('email', values.email),
    ...contact('wechat', values.wechat),
  ]
}

/** Province, city and district stand before the street unless it names them already. */
function fullAddress(values: RowValues): string | null {
  const { address, province, city, district } = values
  const regions = [province, city, district].filter(part => part !== null)
  const missing = regions.filter((part, index) => !address?.includes(part) && regions.indexOf(part) === index)
  const parts = address === null ? missing : [...missing, address]
  return parts.length === 0 ? null : parts.join(' ')
}
