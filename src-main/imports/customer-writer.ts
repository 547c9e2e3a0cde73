import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import { formatArchiveNumber, takeArchiveNumbers } from '#main/customers/archive-number.service.ts'
import { nameKeysOf } from '#main/customers/name-keys.service.ts'
import { prepareRegions } from '#main/customers/region.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import {
  deleteCustomerTag,
  findCustomerTag,
  findTag,
  prepareStoredValues,
  prepareUpdates,
  regionColumns,
} from './commit.queries.ts'
import { writeFields } from './field-writer.ts'
import { KeyRange } from './key-range.ts'
import type { BalanceChange, ContactChange, CustomerRecord, NewContact } from './plan/customer-record.ts'
import { RowInserter } from './row-inserter.ts'

/** Who commits, when, and into which batch. */
export type CommitAct = {
  readonly actor: string
  readonly now: string
  readonly importBatchId: number
}

const noRegion: readonly null[] = regionColumns.map(() => null)

/** Writes the customers of an import with all that hangs on them. */
export class CustomerWriter {
  /** By record index: the customer's key. */
  readonly ids: number[] = []
  /** Customers of before who differ now in what a card shows. */
  readonly touched = new Set<number>()
  readonly ranges: readonly KeyRange[]
  readonly customers: KeyRange
  private readonly db: WritableDb
  private readonly act: CommitAct
  private readonly recorder: ChangeRecorder
  private readonly contacts: KeyRange
  private readonly identities: KeyRange
  private readonly tags: KeyRange
  private readonly customerTags: KeyRange
  private readonly balances: KeyRange
  private readonly fields: KeyRange
  private readonly insert
  private readonly update
  private readonly stored
  private readonly regionOf: ReturnType<typeof prepareRegions>
  private readonly tagIds = new Map<string, number>()

  constructor(db: WritableDb, act: CommitAct, recorder: ChangeRecorder) {
    this.db = db
    this.act = act
    this.recorder = recorder
    this.customers = new KeyRange(db, 'customer')
    this.contacts = new KeyRange(db, 'contact_point')
    this.identities = new KeyRange(db, 'customer_identity')
    this.tags = new KeyRange(db, 'tag')
    this.customerTags = new KeyRange(db, 'customer_tag')
    this.balances = new KeyRange(db, 'opening_balance')
    this.fields = new KeyRange(db, 'field_value')
    this.ranges = [
      this.customers,
      this.contacts,
      this.identities,
      this.tags,
      this.customerTags,
      this.balances,
      this.fields,
    ]
    const customer = new RowInserter(db, 'customer')
    const tag = new RowInserter(db, 'tag')
    this.insert = {
      customer,
      contact: new RowInserter(db, 'contact_point', [customer]),
      identity: new RowInserter(db, 'customer_identity', [customer]),
      tag,
      customerTag: new RowInserter(db, 'customer_tag', [customer, tag]),
      balance: new RowInserter(db, 'opening_balance', [customer]),
      field: new RowInserter(db, 'field_value', [customer]),
    }
    this.regionOf = prepareRegions(db)
    this.update = prepareUpdates(db)
    this.stored = prepareStoredValues(db)
  }

  /** Writes all records: new ones under the next archive numbers of their class, known ones where they differ. */
  write(records: readonly CustomerRecord[], tick: (done: number) => void): void {
    tick(0)
    const numbers = this.takeNumbers(records)
    records.forEach((record, index) => {
      const customerId = record.known
        ? this.writeKnown(record, record.known.customerId)
        : this.writeNew(record, numbers)
      this.ids[record.index] = customerId
      this.writeChildren(record, customerId)
      if (index % 1000 === 999) tick(index / records.length)
    })
    for (const rows of Object.values(this.insert)) rows.flush()
  }

  private takeNumbers(records: readonly CustomerRecord[]): Map<CustomerKind, () => string> {
    const created = records.filter(record => !record.known)
    const numbers = new Map<CustomerKind, () => string>()
    for (const kind of ['individual', 'company'] as const) {
      const count = created.filter(record => kindOf(record) === kind).length
      if (count === 0) continue
      const { prefix, first } = takeArchiveNumbers(this.db, kind, count)
      let next = first
      numbers.set(kind, () => formatArchiveNumber(prefix, next++))
    }
    return numbers
  }

  private writeNew(record: CustomerRecord, numbers: ReadonlyMap<CustomerKind, () => string>): number {
    const customerId = this.customers.take()
    const { card } = record
    const name = card.name ?? ''
    const keys = nameKeysOf(name)
    const kind = kindOf(record)
    this.insert.customer.add(
      ...[
        customerId,
        numbers.get(kind)?.() ?? '',
        kind,
        'active',
        name,
        keys.name_sort,
        keys.name_strokes,
        card.gender,
        card.birth_on,
      ],
      ...[
        card.id_number,
        card.occupation,
        card.source,
        card.note,
        card.legacy_number,
        record.factsOn,
        this.act.importBatchId,
      ],
      ...[this.act.now, this.act.now],
    )
    return customerId
  }

  private writeKnown(record: CustomerRecord, customerId: number): number {
    if (!record.isChanged && record.factsOn === record.known?.factsOn) return customerId
    const stored = this.stored.customer(customerId)
    if (!stored) throw new Error('a customer that was read is there')
    if (record.isChanged) this.touched.add(customerId)
    const changes = record.cardChanges()
    for (const { column, before, after } of changes)
      this.recorder.updated('customer', customerId, column, before, after)
    const isRenamed = changes.some(({ column }) => column === 'name')
    const keys = isRenamed ? nameKeysOf(record.card.name ?? '') : stored
    for (const column of ['name_sort', 'name_strokes'] as const)
      this.recorder.updated('customer', customerId, column, stored[column], keys[column])
    const isNewer =
      record.factsOn !== null &&
      record.factsOn > (stored.facts_on ?? '') &&
      record.factsOn !== record.known?.factsOn
    const factsOn = isNewer ? record.factsOn : stored.facts_on
    this.recorder.updated('customer', customerId, 'facts_on', stored.facts_on, factsOn)
    if (changes.length > 0 || factsOn !== stored.facts_on) {
      const { card } = record
      this.recorder.updated('customer', customerId, 'updated_at', stored.updated_at, this.act.now)
      this.update.customer(
        ...[
          card.name,
          keys.name_sort,
          keys.name_strokes,
          card.kind,
          card.gender,
          card.birth_on,
          card.id_number,
          card.occupation,
          card.source,
          card.note,
        ],
        ...[card.legacy_number, factsOn, this.act.now, customerId],
      )
    }
    if (record.isRestored) {
      this.recorder.updated('customer', customerId, 'deleted_at', stored.deleted_at, null)
      this.update.restoreCustomer(null, customerId)
    }
    for (const tag of record.removedTags) {
      const linkId = findCustomerTag(this.db, customerId, tag)
      if (linkId === undefined) continue
      this.recorder.deleting('customer_tag', linkId)
      deleteCustomerTag(this.db, linkId)
    }
    for (const [identityId, { before, after }] of record.nicknameChanges) {
      this.recorder.updated('customer_identity', identityId, 'nickname', before, after)
      this.update.nickname(after, identityId)
    }
    return customerId
  }

  private writeChildren(record: CustomerRecord, customerId: number): void {
    const places = new Map<string, number>()
    for (const [contactId, change] of record.contactChanges) this.writeContact(contactId, change)
    for (const contact of record.newContacts) {
      const { kind, value, key } = contact
      const position = places.get(kind) ?? record.countKnownContacts(kind)
      places.set(kind, position + 1)
      const region = this.regionValues(contact)
      this.insert.contact.add(this.contacts.take(), customerId, kind, position, value, key, ...region)
    }
    for (const { kind, platform, shop, value, nickname } of record.newIdentities)
      this.insert.identity.add(this.identities.take(), customerId, kind, platform, shop, value, nickname)
    for (const tag of record.newTags)
      this.insert.customerTag.add(this.customerTags.take(), customerId, this.tagId(tag))
    for (const balance of record.balances.values()) this.writeBalance(balance, customerId)
    const { db, recorder, fields: range, insert } = this
    writeFields({ db, recorder, range, rows: insert.field }, customerId, record.fieldChanges())
  }

  private writeContact(contactId: number, { kind, value, key, names }: ContactChange): void {
    const stored = this.stored.contact(contactId)
    if (!stored) throw new Error('a contact point that was read is there')
    const columns = ['value', 'match_key', ...regionColumns] as const
    const values = [value, key, ...this.regionValues({ kind, value, key, names })]
    columns.forEach((column, index) => {
      this.recorder.updated('contact_point', contactId, column, stored[column], values[index] ?? null)
    })
    this.update.contact(...values, contactId)
  }

  /** In the order of `regionColumns`. */
  private regionValues({ kind, value, key, names }: NewContact): readonly (string | null)[] {
    if (kind !== 'address') return noRegion
    const { code, province, city, district, confidence } = this.regionOf({ value, key, names: names ?? null })
    return [code, province, city, district, confidence]
  }

  private tagId(name: string): number {
    const seen = this.tagIds.get(name) ?? findTag(this.db, name)
    const tagId = seen ?? this.tags.take()
    if (seen === undefined) this.insert.tag.add(tagId, name)
    this.tagIds.set(name, tagId)
    return tagId
  }

  private writeBalance({ platform, shop, known, facts }: BalanceChange, customerId: number): void {
    const { orderCount, spendMinor, returnCount, firstOn, lastOn, coversUntilOn } = facts
    const values = [orderCount, spendMinor, returnCount, firstOn, lastOn, coversUntilOn]
    if (!known) {
      this.insert.balance.add(this.balances.take(), customerId, platform, shop, ...values)
      return
    }
    const log = (column: string, before: string | number | null, after: string | number | null) =>
      this.recorder.updated('opening_balance', known.balanceId, column, before, after)
    log('order_count', known.orderCount, orderCount)
    log('spend_minor', known.spendMinor, spendMinor)
    log('return_count', known.returnCount, returnCount)
    log('first_on', known.firstOn, firstOn)
    log('last_on', known.lastOn, lastOn)
    log('covers_until_on', known.coversUntilOn, coversUntilOn)
    this.update.balance(...values, known.balanceId)
  }
}

function kindOf(record: CustomerRecord): CustomerKind {
  return record.card.kind === 'company' ? 'company' : 'individual'
}
