import { fitsMask, type PhoneReading } from '#main/imports/cells/read-phone.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { factsOfIdNumber } from '#shared/domain/id-number.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import { isMaskedName } from './name-match.ts'
import type { RowValues } from './row-values.ts'

/** Columns of the card that a file can fill. */
export const cardColumns = [
  'name',
  'kind',
  'gender',
  'birth_on',
  'id_number',
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

/** A way to reach a customer. `key`: the digits of a phone that names a person, else ''. */
export type ContactFacts = {
  readonly kind: 'phone' | 'address' | 'email' | 'wechat'
  readonly value: string
  readonly key: string
  readonly isMasked: boolean
  /** Of an address: province, city and district where the file has columns for them. */
  readonly names?: RegionNames | undefined
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
  /** What may be filled in where the card is blank, since the row only implies it. */
  readonly implied?: { readonly birth_on: string; readonly gender: string }
  readonly contacts: readonly ContactFacts[]
  readonly tags: readonly string[]
  /** By the keys of fields beyond the default card. */
  readonly fields: ReadonlyMap<number, FieldValue>
}

const hanCharacter = /\p{Script=Han}/u
const noPhones: readonly PhoneReading[] = []
const noTags: readonly string[] = []

/**
 * Gathers what a row says about its customer.
 *
 * Shape: phones first.
 */
export function customerFactsOf(
  values: RowValues,
  source: { readonly platform: string; readonly shop: string },
): CustomerFacts {
  const { buyerId, legacyNumber, buyerNickname, phone, secondPhone } = values
  const isHidden = buyerId !== null && isMaskedName(buyerId)
  const phones = secondPhone === null ? (phone ?? noPhones) : [...(phone ?? []), ...secondPhone]
  return {
    platform: source.platform,
    shop: source.shop,
    buyerId: isHidden ? null : buyerId,
    legacyNumber,
    nickname: buyerNickname ?? (isHidden ? buyerId : null),
    phoneKeys: [...new Set(phones.map(one => one.key).filter(key => key !== ''))],
    card: {
      name: fullName(values),
      kind: values.customerKind,
      gender: values.gender,
      birth_on: values.birthOn,
      id_number: values.idNumber,
      occupation: values.occupation,
      source: values.source,
      note: values.customerNote,
      legacy_number: legacyNumber,
    },
    contacts: [...phoneContacts(phones), ...otherContacts(values)],
    tags: values.tags ?? noTags,
    fields: values.fields,
  }
}

/** Adds what the resident ID number implies: day of birth and gender. */
export function withImpliedFacts(facts: CustomerFacts): CustomerFacts {
  const implied = factsOfIdNumber(facts.card.id_number ?? '')
  return implied ? { ...facts, implied: { birth_on: implied.birthOn, gender: implied.gender } } : facts
}

/** Puts the facts of two rows of one order together; where both say something the first counts. */
export function mergeFacts(first: CustomerFacts, second: CustomerFacts): CustomerFacts {
  const card = { ...first.card }
  for (const column of cardColumns) card[column] ??= second.card[column]
  return {
    platform: first.platform,
    shop: first.shop,
    buyerId: first.buyerId ?? second.buyerId,
    legacyNumber: first.legacyNumber ?? second.legacyNumber,
    nickname: first.nickname ?? second.nickname,
    phoneKeys: [...new Set([...first.phoneKeys, ...second.phoneKeys])],
    card,
    contacts: [...first.contacts, ...second.contacts],
    tags: [...new Set([...first.tags, ...second.tags])],
    fields: first.fields,
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
  const contacts: ContactFacts[] = []
  for (const { value, key, isMasked } of phones)
    if (!isMasked || !phones.some(other => fitsMask(value, other.key)))
      contacts.push({ kind: 'phone', value, key, isMasked })
  return contacts
}

function otherContacts(values: RowValues): ContactFacts[] {
  const contacts: ContactFacts[] = []
  const add = (kind: ContactFacts['kind'], value: string | null) => {
    if (value !== null) contacts.push({ kind, value, key: '', isMasked: false })
  }
  const address = fullAddress(values)
  const { province, city, district } = values
  const names = province === null ? undefined : { province, city, district }
  if (address !== null) contacts.push({ kind: 'address', value: address, key: '', isMasked: false, names })
  add('email', values.email)
  add('wechat', values.wechat)
  return contacts
}

/** Province, city and district stand before the street unless it names them already. */
function fullAddress(values: RowValues): string | null {
  const { address, province, city, district } = values
  if (province === null && city === null && district === null) return address
  const regions = [province, city, district].filter(part => part !== null)
  const missing = regions.filter((part, index) => !address?.includes(part) && regions.indexOf(part) === index)
  const parts = address === null ? missing : [...missing, address]
  return parts.length === 0 ? null : parts.join(' ')
}
