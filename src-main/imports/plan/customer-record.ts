import { contactPointKey } from '#main/customers/contact-point.service.ts'
import { fitsMask } from '#main/imports/cells/read-phone.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import {
  type BalanceFacts,
  type CardColumn,
  type ContactFacts,
  type CustomerFacts,
  cardColumns,
  displayName,
} from './customer-facts.ts'
import type { CustomerPolicies } from './customer-policies.ts'
import type { KnownBalance, KnownContact, KnownCustomer, KnownIdentity, Lookups } from './lookups.ts'
import { isMaskedName, looksLikePhone, matchNames, type NameMatch } from './name-match.ts'
import { type FieldChange, type FieldParts, RecordFields } from './record-fields.ts'

/** A contact point that the import adds. */
export type NewContact = Pick<ContactFacts, 'kind' | 'value' | 'key' | 'names'>

/** A contact point of the archive that gets another value. */
export type ContactChange = {
  readonly kind: ContactFacts['kind']
  readonly before: KnownContact
  readonly value: string
  readonly key: string
  readonly names: RegionNames | undefined
}

/** A key that the import adds. */
export type NewIdentity = Omit<KnownIdentity, 'identityId' | 'customerId'>

/** An opening balance as it will be, with what the archive has. */
export type BalanceChange = {
  readonly platform: string
  readonly shop: string
  readonly known: KnownBalance | undefined
  readonly facts: BalanceFacts
}

/** When a fact was stated. `at` is comparable text; `isNew`: the archive does not know the document yet. */
export type FactsTime = { readonly at: string; readonly isNew: boolean }

/** A nick that changes. */
export type NicknameChange = { readonly before: string | null; readonly after: string }

type Card = Record<CardColumn, string | null>
type CardTimes = Record<CardColumn, string | null>

// Most customers of an import have none of these: a million empty maps would cost 200 MB.
const noNicknames: ReadonlyMap<number, NicknameChange> = new Map()
const noBalances: ReadonlyMap<string, BalanceChange> = new Map()
const noTags: readonly string[] = []
// Lists are replaced when they grow: one that is pushed to keeps room for 16 more.
const noContacts: readonly NewContact[] = []
const noIdentities: readonly NewIdentity[] = []
const noContactChanges: ReadonlyMap<number, ContactChange> = new Map()
const noContactTimes: ReadonlyMap<number, string> = new Map()
const noTimes: ReadonlyMap<string, string> = new Map()
const noFields: ReadonlyMap<number, FieldParts> = new Map()
const noFieldChanges: readonly FieldChange[] = []

/** When a row is taken to speak that was imported before: before everything. */
const rowSeenBefore: FactsTime = { at: '', isNew: false }

const noColumn = {
  name: null,
  kind: null,
  gender: null,
  birth_on: null,
  id_number: null,
  occupation: null,
  source: null,
  note: null,
  legacy_number: null,
} as const satisfies Card

/**
 * One customer of an import while its rows are folded: what the archive has, and what the rows add.
 *
 * Filled fields change only from newer facts, blank ones are filled by any; contact points, keys and tags are sets.
 */
export class CustomerRecord {
  readonly index: number
  readonly known: KnownCustomer | undefined
  readonly card: Card
  /** The day of the newest facts. */
  factsOn: string | null
  newContacts: readonly NewContact[] = noContacts
  newIdentities: readonly NewIdentity[] = noIdentities
  newTags: readonly string[] = noTags
  /** Tags that an edited row of an own export no longer has. */
  removedTags: readonly string[] = noTags
  /** By the key of the contact point. */
  contactChanges: ReadonlyMap<number, ContactChange> = noContactChanges
  nicknameChanges: ReadonlyMap<number, NicknameChange> = noNicknames
  balances: ReadonlyMap<string, BalanceChange> = noBalances
  isRestored = false
  private readonly lookups: Lookups
  private readonly policies: CustomerPolicies
  /** When each column of the card was stated in this import. */
  private readonly times: CardTimes = { ...noColumn }
  private nicknameTimes: ReadonlyMap<string, string> = noTimes
  private contactTimes: ReadonlyMap<number, string> = noContactTimes
  private knownContacts: readonly KnownContact[] | undefined
  private knownTags: readonly string[] | undefined
  private knownBalances: readonly KnownBalance[] | undefined
  private fields: RecordFields | undefined
  private knownFields: ReadonlyMap<number, FieldParts> | undefined

  constructor(index: number, lookups: Lookups, policies: CustomerPolicies, known: KnownCustomer | undefined) {
    this.index = index
    this.lookups = lookups
    this.policies = policies
    this.known = known
    this.card = { ...(known ? known.card : noColumn) }
    this.factsOn = known?.factsOn ?? null
  }

  /** How a name fits this customer; a name that was only put in for want of one fits all. */
  matchName(name: string | null): NameMatch {
    return matchNames(name, this.hasOwnName() ? this.card.name : null)
  }

  /** Whether the customer has another buyer ID of the same shop: then a phone proves nothing. */
  hasOtherBuyerId(platform: string, shop: string, buyerId: string): boolean {
    return this.hasIdentity(
      one =>
        one.kind === 'buyer-id' && one.platform === platform && one.shop === shop && one.value !== buyerId,
    )
  }

  /** Folds facts in. True when they change something that is shown. */
  apply(facts: CustomerFacts, time: FactsTime): boolean {
    const changes = [
      this.applyCard(facts, time),
      this.applyBuyerId(facts, time),
      this.addContacts(facts.contacts, time),
      this.addTags(facts.tags),
      this.applyFields(facts, time),
    ]
    const day = time.at.slice(0, 10)
    if (this.factsOn === null || day > this.factsOn) this.factsOn = day
    return changes.includes(true)
  }

  /**
   * Folds in the cells of an own export that were edited: they take the place of what stands there, also of contact
   * points and tags, since the row shows all of them. `hasFirstPhone`: the first phone is among the edited cells.
   */
  applyEdited(facts: CustomerFacts, today: string, hasFirstPhone: boolean): boolean {
    const day = this.factsOn !== null && this.factsOn > today ? this.factsOn : today
    const others = this.apply({ ...facts, contacts: [], tags: [] }, { at: `${day}T24`, isNew: true })
    const replaced = (['phone', 'address', 'email', 'wechat'] as const).map(kind =>
      this.replaceContacts(kind, kind === 'phone' && !hasFirstPhone ? 1 : 0, facts.contacts),
    )
    return [others, ...replaced, this.replaceTags(facts.tags)].includes(true)
  }

  /** Fills in what is wholly missing. For rows that were imported before: what was edited since stays. */
  fillBlanks(facts: CustomerFacts): boolean {
    const kinds = new Set(this.allContacts().map(contact => contact.kind))
    const changes = [
      this.applyCard(facts, rowSeenBefore),
      this.addContacts(
        facts.contacts.filter(({ kind }) => !kinds.has(kind) || this.policies[kind] === 'overwrite'),
        rowSeenBefore,
      ),
      this.applyFields(facts, rowSeenBefore),
    ]
    return changes.includes(true)
  }

  /** What the sums of a source change in a known balance or a new one. Empty: undefined where they are known, or newer ones are. */
  balanceChange(
    { platform, shop }: { readonly platform: string; readonly shop: string },
    facts: BalanceFacts,
    known: KnownBalance | undefined,
  ): BalanceChange | undefined {
    const current = this.balances.get(placeOf({ platform, shop, known }))?.facts ?? known
    if (current && (current.lastOn ?? '') > (facts.lastOn ?? '')) return undefined
    const next = {
      ...facts,
      firstOn: facts.firstOn ?? current?.firstOn ?? null,
      lastOn: facts.lastOn ?? current?.lastOn ?? null,
    }
    return current && sameBalance(current, next) ? undefined : { platform, shop, known, facts: next }
  }

  setBalance(change: BalanceChange): void {
    this.balances = withEntry(this.balances, placeOf(change), change)
  }

  /** Empties balances that orders take the place of. */
  emptyBalance(balance: KnownBalance): void {
    const { platform, shop } = balance
    const facts = {
      orderCount: 0,
      spendMinor: 0,
      returnCount: 0,
      firstOn: null,
      lastOn: null,
      coversUntilOn: '0001-01-01',
    }
    this.setBalance({ platform, shop, known: balance, facts })
  }

  listBalances(): readonly KnownBalance[] {
    this.knownBalances ??= this.known ? this.lookups.listBalances(this.known.customerId) : []
    return this.knownBalances
  }

  addIdentity(identity: NewIdentity): boolean {
    const isThere = this.hasIdentity(
      one =>
        one.kind === identity.kind &&
        one.platform === identity.platform &&
        one.shop === identity.shop &&
        one.value === identity.value,
    )
    if (!isThere) this.newIdentities = [...this.newIdentities, identity]
    return !isThere
  }

  /** The columns of the card that differ from the archive. */
  cardChanges(): {
    readonly column: CardColumn
    readonly before: string | null
    readonly after: string | null
  }[] {
    const before = this.known?.card
    if (!before) return []
    return cardColumns
      .filter(column => before[column] !== this.card[column])
      .map(column => ({ column, before: before[column], after: this.card[column] }))
  }

  /** The fields beyond the default card that differ from the archive. */
  fieldChanges(): readonly FieldChange[] {
    return this.fields?.changes(this.listKnownFields()) ?? noFieldChanges
  }

  /** By field: what the import states beyond the default card; replaced as a whole when it changes. */
  get statedFields(): ReadonlyMap<number, FieldParts> {
    return this.fields?.stated ?? noFields
  }

  /** Values of fields beyond the default card that the archive has. */
  listKnownFields(): ReadonlyMap<number, FieldParts> {
    this.knownFields ??= this.known ? this.lookups.listFields(this.known.customerId) : noFields
    return this.knownFields
  }

  /** Whether anything that is shown differs from the archive. */
  get isChanged(): boolean {
    return (
      this.cardChanges().length +
        this.newContacts.length +
        this.newTags.length +
        this.removedTags.length +
        this.contactChanges.size +
        this.nicknameChanges.size +
        this.balances.size +
        this.fieldChanges().length +
        this.newIdentities.filter(identity => identity.kind !== 'row-hash').length >
        0 || this.isRestored
    )
  }

  /** How many contact points of a kind the archive has: the place of the next one. */
  countKnownContacts(kind: ContactFacts['kind']): number {
    return this.listKnownContacts().filter(contact => contact.kind === kind).length
  }

  private applyCard(facts: CustomerFacts, time: FactsTime): boolean {
    let isChanged = false
    for (const column of cardColumns) {
      const value = column === 'name' ? this.nameFrom(facts) : facts.card[column]
      if (value === null || !this.mayReplace(column, value, time)) continue
      this.times[column] = time.at
      if (this.card[column] === value) continue
      this.card[column] = value
      isChanged = true
    }
    return this.fillImplied(facts) || isChanged
  }

  private fillImplied({ implied }: CustomerFacts): boolean {
    let isChanged = false
    for (const column of ['birth_on', 'gender'] as const) {
      const value = implied?.[column]
      if (value === undefined || this.card[column] !== null) continue
      if (this.known && this.policies[column] === 'skip') continue
      this.card[column] = value
      isChanged = true
    }
    return isChanged
  }

  /** A stand-in for a name never takes the place of anything. */
  private nameFrom(facts: CustomerFacts): string | null {
    return facts.card.name ?? (this.card.name === null ? displayName(facts) : null)
  }

  private mayReplace(column: CardColumn, value: string, time: FactsTime): boolean {
    const policy = this.known ? this.policies[column] : 'newer-wins'
    if (policy === 'skip') return false
    const current = this.card[column]
    if (current === null) return true
    if (column === 'name') {
      if (isMaskedName(value) && this.hasOwnName() && !isMaskedName(current)) return false
      if (!this.hasOwnName()) return true
      if (policy !== 'fill-blanks' && isMaskedName(current) && !isMaskedName(value)) return true
    }
    const stated = this.times[column]
    if (policy === 'fill-blanks' && stated === null) return false
    return policy === 'overwrite' && stated === null ? true : this.isNewer(stated, time)
  }

  /** Within the import the later of two times counts; against the archive its day, if the document is a new one. */
  private isNewer(stated: string | null | undefined, time: FactsTime): boolean {
    if (typeof stated === 'string') return time.at >= stated
    const day = time.at.slice(0, 10)
    const knownDay = this.known?.factsOn ?? ''
    return day > knownDay || (day === knownDay && time.isNew)
  }

  private hasOwnName(): boolean {
    const { name } = this.card
    if (name === null || looksLikePhone(name)) return false
    return !this.hasIdentity(one => one.value === name || one.nickname === name)
  }

  /** The buyer ID of the facts; that it is nobody else's was settled when the customer was found. */
  private applyBuyerId(facts: CustomerFacts, time: FactsTime): boolean {
    const { platform, shop, buyerId: value, nickname } = facts
    if (value === null) return false
    const isSame = (one: NewIdentity) =>
      one.kind === 'buyer-id' && one.platform === platform && one.shop === shop && one.value === value
    const known = this.known?.identities.find(isSame)
    const added = this.newIdentities.find(isSame)
    if (!known && !added) return this.addIdentity({ kind: 'buyer-id', platform, shop, value, nickname })
    const policy = known ? this.policies.nickname : 'newer-wins'
    if (nickname === null || policy === 'skip') return false
    const current = added
      ? added.nickname
      : (this.nicknameChanges.get(known?.identityId ?? 0)?.after ?? known?.nickname ?? null)
    const place = `${platform}\u001f${shop}\u001f${value}`
    const stated = this.nicknameTimes.get(place)
    if (current !== null && stated === undefined && policy === 'fill-blanks') return false
    const isForced = stated === undefined && policy === 'overwrite'
    if (current !== null && !isForced && !this.isNewer(stated, time)) return false
    this.nicknameTimes = withEntry(this.nicknameTimes, place, time.at)
    if (current === nickname) return false
    if (added)
      this.newIdentities = this.newIdentities.map(one => (one === added ? { ...added, nickname } : one))
    else if (known) {
      const change = { before: known.nickname, after: nickname }
      this.nicknameChanges = withEntry(this.nicknameChanges, known.identityId, change)
    }
    return true
  }

  private addContacts(contacts: readonly ContactFacts[], time: FactsTime): boolean {
    const { newContacts, contactChanges } = this
    for (const contact of contacts)
      if (this.mayAdd(contact.kind) && !this.hasSameContact(contact)) this.addContact(contact, time)
    return this.newContacts !== newContacts || this.contactChanges !== contactChanges
  }

  /** Whether a known customer may get a contact point of a kind. */
  private mayAdd(kind: ContactFacts['kind']): boolean {
    const policy = this.known ? this.policies[kind] : 'newer-wins'
    return policy !== 'skip' && (policy !== 'fill-blanks' || this.countKnownContacts(kind) === 0)
  }

  /** Puts a value in the place of the first of its kind that the archive has, unless newer facts did so before. */
  private replaceContact(contact: ContactFacts, key: string, time: FactsTime): boolean {
    const { kind, isMasked } = contact
    if (isMasked || !this.known || this.policies[kind] !== 'overwrite') return false
    const ofKind = this.listKnownContacts().filter(one => one.kind === kind)
    const before = ofKind.toSorted((a, b) => a.position - b.position)[0]
    if (!before) return false
    const stated = this.contactTimes.get(before.contactId)
    if (stated !== undefined && time.at < stated) return false
    // A second number of the same row stands beside the first one.
    if (stated === time.at) return false
    this.contactTimes = withEntry(this.contactTimes, before.contactId, time.at)
    this.changeContact(before, contact, key)
    return true
  }

  /** The same text in the same place spares making the key. */
  private hasSameContact({ kind, value }: ContactFacts): boolean {
    const isSame = (one: { kind: string; value: string }) => one.value === value && one.kind === kind
    return (
      this.newContacts.some(isSame) || (this.known !== undefined && this.listKnownContacts().some(isSame))
    )
  }

  private addContact(contact: ContactFacts, time: FactsTime): void {
    const { kind, value, key: phoneKey, names, isMasked } = contact
    const key = phoneKey || contactPointKey(kind, value)
    const isThere = (one: { kind: string; key: string }) =>
      one.kind === kind && (one.key === key || (isMasked && fitsMask(value, one.key)))
    if (this.newContacts.some(isThere) || (this.known && this.listKnownContacts().some(isThere))) return
    if (this.replaceContact(contact, key, time)) return
    this.newContacts = [...this.newContacts, { kind, value, key, names }]
  }

  private replaceContacts(
    kind: ContactFacts['kind'],
    from: number,
    contacts: readonly ContactFacts[],
  ): boolean {
    const wanted = contacts.filter(contact => contact.kind === kind)
    if (wanted.length === 0 || !this.mayAdd(kind)) return false
    const known = this.listKnownContacts()
      .filter(contact => contact.kind === kind)
      .sort((a, b) => a.position - b.position)
    const countBefore = this.newContacts.length + this.contactChanges.size
    wanted.forEach((contact, index) => {
      const before = known[from + index]
      const key = contact.key || contactPointKey(kind, contact.value)
      const isFree = ![...known, ...this.newContacts].some(one => one.kind === kind && one.key === key)
      if (before && (isFree || before.key === key)) this.changeContact(before, contact, key)
      else this.addContact(contact, rowSeenBefore)
    })
    return this.newContacts.length + this.contactChanges.size > countBefore
  }

  private changeContact(before: KnownContact, { kind, value, names }: ContactFacts, key: string): void {
    if (before.value === value) return
    const change = { kind, before, value, key, names }
    this.contactChanges = withEntry(this.contactChanges, before.contactId, change)
  }

  private replaceTags(tags: readonly string[]): boolean {
    if (tags.length === 0) return false
    const isAdded = this.addTags(tags)
    if (this.policies.tags !== 'newer-wins') return isAdded
    this.removedTags = (this.knownTags ?? noTags).filter(tag => !tags.includes(tag))
    return isAdded || this.removedTags.length > 0
  }

  private addTags(tags: readonly string[]): boolean {
    if (tags.length === 0) return false
    this.knownTags ??= this.known ? this.lookups.listTags(this.known.customerId) : []
    const policy = this.known ? this.policies.tags : 'newer-wins'
    if (policy === 'skip' || (policy === 'fill-blanks' && this.knownTags.length > 0)) return false
    const added = tags.filter(tag => !this.knownTags?.includes(tag) && !this.newTags.includes(tag))
    if (added.length > 0) this.newTags = [...this.newTags, ...added]
    return added.length > 0
  }

  private applyFields({ fields }: CustomerFacts, time: FactsTime): boolean {
    if (fields.size === 0) return false
    this.fields ??= new RecordFields()
    return this.fields.apply(fields, time.at, {
      known: this.listKnownFields(),
      policyOf: fieldId => (this.known && this.policies.fields.get(fieldId)) ?? 'newer-wins',
      isNewer: stated => this.isNewer(stated, time),
    })
  }

  private hasIdentity(isMeant: (one: NewIdentity) => boolean): boolean {
    return this.newIdentities.some(isMeant) || this.known?.identities.some(isMeant) === true
  }

  private listKnownContacts(): readonly KnownContact[] {
    this.knownContacts ??= this.known ? this.lookups.listContacts(this.known.customerId) : []
    return this.knownContacts
  }

  private allContacts(): readonly { readonly kind: string; readonly key: string }[] {
    return this.known ? [...this.listKnownContacts(), ...this.newContacts] : this.newContacts
  }
}

/** A merged customer has several balances of one source, each of which changes by itself. */
function placeOf({ platform, shop, known }: Omit<BalanceChange, 'facts'>): string {
  return `${platform}\u001f${shop}\u001f${known?.balanceId ?? ''}`
}

function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value)
}

function sameBalance(one: BalanceFacts, other: BalanceFacts): boolean {
  return (
    one.orderCount === other.orderCount &&
    one.spendMinor === other.spendMinor &&
    one.returnCount === other.returnCount &&
    one.firstOn === other.firstOn &&
    one.lastOn === other.lastOn &&
    one.coversUntilOn === other.coversUntilOn
  )
}
