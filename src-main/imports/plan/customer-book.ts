import type { ConflictPolicies } from '#shared/domain/conflict-policy.ts'
import { type CustomerFacts, displayName, hasKey } from './customer-facts.ts'
import { type CustomerPolicies, customerPoliciesOf } from './customer-policies.ts'
import { CustomerRecord, type NewIdentity } from './customer-record.ts'
import type { AskedCustomer, Lookups } from './lookups.ts'

/** What may help to find the customer of facts that carry no deciding key. */
export type FindHints = {
  /** Key of the row where rows stand for themselves: hash and occurrence. */
  readonly rowKey?: string
  /** The customer whom the archive itself exported in this row. */
  readonly ownCustomerId?: number | undefined
  /** The customer of the order when the archive knows it. */
  readonly orderCustomerId?: number | null
}

/** Whom facts belong to. `isSeen`: this very row was imported before. */
export type FoundCustomer = {
  readonly record: CustomerRecord
  readonly isSeen: boolean
  readonly isNew: boolean
}

type Source = Pick<CustomerFacts, 'platform' | 'shop'>
type IdentityKind = NewIdentity['kind']

/**
 * The customers of one import by all keys by which they can be recognised, those of the archive loaded on first sight.
 *
 * The number of an own export is first. Else a buyer ID always decides, then a number of the same source, then the row itself, then the order. A phone decides only
 * where the name is equal, missing or fits a mask and the customer has no other buyer ID of that shop.
 */
export class CustomerBook {
  readonly records: CustomerRecord[] = []
  private readonly lookups: Lookups
  private readonly matchNames: boolean
  private readonly policies: CustomerPolicies
  private readonly keys = new SourceKeys()
  private readonly byPhone = new Map<string, CustomerRecord | CustomerRecord[]>()
  private readonly byName = new Map<string, CustomerRecord>()
  private readonly byCustomerId = new Map<number, CustomerRecord>()

  constructor(
    lookups: Lookups,
    options: { readonly matchNames: boolean; readonly policies: ConflictPolicies },
  ) {
    this.lookups = lookups
    this.matchNames = options.matchNames
    this.policies = customerPoliciesOf(options.policies)
  }

  /** Lets the archive answer together what `find` will ask about many rows; it changes nothing else. */
  expect(coming: readonly { readonly facts: CustomerFacts; readonly hints: FindHints }[]): void {
    const asked: AskedCustomer[] = []
    for (const { facts, hints } of coming) {
      const { platform, shop, buyerId, legacyNumber, phoneKeys } = facts
      const customerId = hints.ownCustomerId ?? hints.orderCustomerId ?? null
      const rowKey = hints.rowKey ?? null
      const isLoaded = customerId !== null && this.byCustomerId.has(customerId)
      const isSeen = buyerId !== null && rowKey === null && this.keys.of(facts)['buyer-id'].has(buyerId)
      if (!isLoaded && !isSeen)
        asked.push({ platform, shop, buyerId, legacyNumber, rowKey, phoneKeys, customerId })
    }
    this.lookups.expectCustomers(asked)
  }

  /** Finds the customer of facts, or opens a new one. Empty: undefined when they name nobody. */
  find(facts: CustomerFacts, hints: FindHints): FoundCustomer | undefined {
    const owner = (kind: IdentityKind, value: string | null | undefined) =>
      value === null || value === undefined ? undefined : this.ownerOf(kind, facts, value)
    const ofRow = owner('row-hash', hints.rowKey)
    const own = hints.ownCustomerId === undefined ? undefined : this.ofArchive(hints.ownCustomerId)
    const known =
      own ??
      owner('buyer-id', facts.buyerId) ??
      this.unlessOtherBuyer(owner('legacy-number', facts.legacyNumber), facts) ??
      this.unlessOtherBuyer(ofRow, facts) ??
      this.unlessOtherBuyer(this.customerOfOrder(hints), facts) ??
      this.ownerOfPhone(facts) ??
      this.namesake(facts)
    if (known) return { record: known, isSeen: ofRow === known, isNew: false }
    if (displayName(facts) === null) return undefined
    return { record: this.open(), isSeen: false, isNew: true }
  }

  /** Remembers by which keys a customer is found from now on. */
  index(record: CustomerRecord, facts: CustomerFacts, rowKey?: string): void {
    if (facts.buyerId !== null) this.keys.of(facts)['buyer-id'].set(facts.buyerId, record)
    if (facts.legacyNumber !== null) this.claim('legacy-number', facts, facts.legacyNumber, record)
    if (rowKey !== undefined) this.claim('row-hash', facts, rowKey, record)
    for (const key of facts.phoneKeys) {
      const owners = this.byPhone.get(key)
      if (!owners) this.byPhone.set(key, record)
      else if (owners instanceof CustomerRecord) {
        if (owners !== record) this.byPhone.set(key, [owners, record])
      } else if (!owners.includes(record)) owners.push(record)
    }
    if (this.matchNames && !hasKey(facts) && facts.card.name !== null && !this.byName.has(facts.card.name))
      this.byName.set(facts.card.name, record)
  }

  /** Loads a customer of the archive, once. */
  ofArchive(customerId: number): CustomerRecord {
    const loaded = this.byCustomerId.get(customerId)
    if (loaded) return loaded
    const known = this.lookups.getCustomer(customerId)
    const record = this.byCustomerId.get(known.customerId) ?? this.open(known)
    this.byCustomerId.set(customerId, record)
    this.byCustomerId.set(known.customerId, record)
    return record
  }

  /** Gives a key to a customer unless it is another's. */
  private claim(kind: IdentityKind, source: Source, value: string, record: CustomerRecord): void {
    const owner = this.ownerOf(kind, source, value)
    if (owner) return
    this.keys.of(source)[kind].set(value, record)
    record.addIdentity({ kind, platform: source.platform, shop: source.shop, value, nickname: null })
  }

  private open(known?: ReturnType<Lookups['getCustomer']>): CustomerRecord {
    const record = new CustomerRecord(this.records.length, this.lookups, this.policies, known)
    this.records.push(record)
    return record
  }

  private ownerOf(kind: IdentityKind, source: Source, value: string): CustomerRecord | undefined {
    const owners = this.keys.of(source)[kind]
    const seen = owners.get(value)
    if (seen !== undefined) return seen ?? undefined
    const known = this.lookups.findIdentity(kind, source.platform, source.shop, value)
    const record = known ? this.ofArchive(known.customerId) : null
    owners.set(value, record)
    return record ?? undefined
  }

  private unlessOtherBuyer(
    record: CustomerRecord | undefined,
    facts: CustomerFacts,
  ): CustomerRecord | undefined {
    if (!record || facts.buyerId === null) return record
    return record.hasOtherBuyerId(facts.platform, facts.shop, facts.buyerId) ? undefined : record
  }

  private customerOfOrder(hints: FindHints): CustomerRecord | undefined {
    const { orderCustomerId } = hints
    return orderCustomerId === null || orderCustomerId === undefined
      ? undefined
      : this.ofArchive(orderCustomerId)
  }

  /** The first who fits: an equal name before one that only can be meant, the archive before the file. */
  private ownerOfPhone(facts: CustomerFacts): CustomerRecord | undefined {
    let compatible: CustomerRecord | undefined
    for (const key of facts.phoneKeys)
      for (const record of this.phoneOwners(key)) {
        if (this.unlessOtherBuyer(record, facts) === undefined) continue
        const match = record.matchName(facts.card.name)
        if (match === 'equal') return record
        if (match === 'compatible') compatible ??= record
      }
    return compatible
  }

  private phoneOwners(key: string): readonly CustomerRecord[] {
    const ofArchive = this.lookups.listPhoneOwners(key).map(customerId => this.ofArchive(customerId))
    const owners = this.byPhone.get(key) ?? []
    const inFile = owners instanceof CustomerRecord ? [owners] : owners
    if (ofArchive.length === 0) return inFile
    return [...new Set([...ofArchive, ...inFile])]
  }

  private namesake(facts: CustomerFacts): CustomerRecord | undefined {
    const { name } = facts.card
    if (!this.matchNames || name === null || hasKey(facts)) return undefined
    const inFile = this.byName.get(name)
    if (inFile) return inFile
    const ids = this.lookups.listNamesakes(name)
    const only = ids.length === 1 ? ids[0] : undefined
    return only === undefined ? undefined : this.ofArchive(only)
  }
}

/** Owners by key. Null: the archive was asked and has nobody, and neither has the file so far. */
type Owners = Map<string, CustomerRecord | null>

/** The keys of the customers by the source that gave them. */
class SourceKeys {
  private readonly bySource = new Map<string, Record<IdentityKind, Owners>>()
  private last: (Source & { readonly owners: Record<IdentityKind, Owners> }) | undefined

  /** Nearly all rows of a file have one source, so it is looked up once, and no key has to name it. */
  of({ platform, shop }: Source): Record<IdentityKind, Owners> {
    if (this.last?.platform === platform && this.last.shop === shop) return this.last.owners
    const place = `${platform}\u001f${shop}`
    const owners = this.bySource.get(place) ?? {
      'buyer-id': new Map(),
      'legacy-number': new Map(),
      'row-hash': new Map(),
    }
    this.bySource.set(place, owners)
    this.last = { platform, shop, owners }
    return owners
  }
}
