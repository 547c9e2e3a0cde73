import type { FindHints } from './customer-book.ts'
import type { BalanceFacts, CustomerFacts } from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { KnownBalance, Lookups } from './lookups.ts'

/**
 * What the sums of a row are about: a balance that the archive has, none yet (`known` undefined), one that says the same
 * already, or `unclear`: several files were merged and nothing tells of whom the row speaks.
 */
export type BalanceChoice = { readonly known: KnownBalance | undefined } | 'same' | 'unclear'

/**
 * Chooses the opening balance that the sums of a row belong to. A merge keeps the balances of all its files, also several of
 * one source: each goes on being that of its file, told by the key that found the row.
 *
 * Shape: whatever is unclear stays as it is, so that nothing is counted twice and no balance takes another's sums.
 * Example: files of buyers u1 and u2 merged, both with a balance; a row of u2 -> the balance that came with u2's file
 */
export function chooseBalance(
  lookups: Lookups,
  record: CustomerRecord,
  row: { readonly facts: CustomerFacts; readonly hints: FindHints },
  sums: BalanceFacts,
): BalanceChoice {
  const { platform, shop } = row.facts
  const alike = record.listBalances().filter(one => one.platform === platform && one.shop === shop)
  const customerId = record.known?.customerId
  if (customerId === undefined || !lookups.hasMergedFiles(customerId)) return { known: alike[0] }
  const fileId = fileOfRow(lookups, record, row)
  const own = alike.filter(one => lookups.findOrigin('opening_balance', one.balanceId, customerId) === fileId)
  if (own.length === 1) return { known: own[0] }
  if (alike.some(one => hasSameSums(one, sums))) return 'same'
  const isNew = own.length === 0 && (fileId === customerId || (fileId === undefined && alike.length === 0))
  return isNew ? { known: undefined } : 'unclear'
}

/** The file of before any merge that the row's deciding key came from. Empty: undefined when no single one does. */
function fileOfRow(
  lookups: Lookups,
  record: CustomerRecord,
  { facts, hints }: { readonly facts: CustomerFacts; readonly hints: FindHints },
): number | undefined {
  if (hints.ownCustomerId !== undefined) return hints.ownCustomerId
  const keys = [
    ['buyer-id', facts.buyerId],
    ['legacy-number', facts.legacyNumber],
    ['row-hash', hints.rowKey ?? null],
  ] as const
  for (const [kind, value] of keys) {
    const found = value === null ? undefined : lookups.findIdentity(kind, facts.platform, facts.shop, value)
    if (found) return lookups.findOrigin('customer_identity', found.identityId, found.customerId)
  }
  return fileOfPhone(lookups, record, facts)
}

/** Two merged files may have had one phone: then it tells nothing. */
function fileOfPhone(lookups: Lookups, record: CustomerRecord, facts: CustomerFacts): number | undefined {
  const customerId = record.known?.customerId
  const key = facts.phoneKeys[0]
  if (key === undefined || customerId === undefined || lookups.listPhoneOwners(key).length !== 1)
    return undefined
  const contact = lookups.listContacts(customerId).find(one => one.kind === 'phone' && one.key === key)
  return contact && lookups.findOrigin('contact_point', contact.contactId, customerId)
}

function hasSameSums(one: BalanceFacts, other: BalanceFacts): boolean {
  return (
    one.orderCount === other.orderCount &&
    one.spendMinor === other.spendMinor &&
    one.returnCount === other.returnCount &&
    one.lastOn === other.lastOn
  )
}
