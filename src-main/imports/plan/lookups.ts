import type { CardColumn } from './customer-facts.ts'
import type { FieldParts } from './record-fields.ts'

/** A key by which a source knows a customer of the archive. */
export type KnownIdentity = {
  readonly identityId: number
  readonly customerId: number
  readonly kind: 'buyer-id' | 'legacy-number' | 'row-hash'
  readonly platform: string
  readonly shop: string
  readonly value: string
  readonly nickname: string | null
}

/** A customer's card as the archive has it; a merged one is already replaced by the survivor. */
export type KnownCustomer = {
  readonly customerId: number
  readonly card: Readonly<Record<CardColumn, string | null>>
  /** Day of the newest facts on the card. */
  readonly factsOn: string
  readonly isInBin: boolean
  /** Without row hashes. */
  readonly identities: readonly KnownIdentity[]
}

/** A contact point of the archive. `position` orders those of a kind, from 0. */
export type KnownContact = {
  readonly contactId: number
  readonly position: number
  readonly kind: string
  readonly key: string
  readonly value: string
}

/** An opening balance of the archive. */
export type KnownBalance = {
  readonly balanceId: number
  readonly platform: string
  readonly shop: string
  readonly orderCount: number
  readonly spendMinor: number
  readonly returnCount: number
  readonly firstOn: string | null
  readonly lastOn: string | null
  readonly coversUntilOn: string
}

/** An order of the archive. */
export type KnownOrder = {
  readonly orderId: number
  readonly customerId: number | null
  readonly orderedAt: string
  readonly status: 'unpaid' | 'paid' | 'shipped' | 'completed' | 'closed'
  readonly statusText: string | null
  readonly isCancellation: boolean
  readonly isCounted: boolean
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly receiverName: string | null
  readonly receiverPhone: string | null
  readonly receiverAddress: string | null
  readonly note: string | null
  readonly flowNote: string | null
  readonly isInBin: boolean
  /** Day up to which the file reached whose values it has; null when that is not known. */
  readonly factsOn: string | null
}

/** A line of an order of the archive. */
export type KnownLine = {
  readonly lineId: number
  readonly lineNumber: number
  readonly subOrderNumber: string | null
  readonly productId: number | null
  readonly title: string
  readonly attributes: string | null
  readonly quantity: number
  readonly unitPriceMicro: number | null
  readonly netMinor: number
  readonly refundedMinor: number
}

/** A refund of an order of the archive. */
export type KnownRefund = {
  readonly refundId: number
  readonly refundedOn: string
  readonly isDateKnown: boolean
}

/** The keys by which a customer is about to be asked for. */
export type AskedCustomer = {
  readonly platform: string
  readonly shop: string
  readonly buyerId: string | null
  readonly legacyNumber: string | null
  readonly rowKey: string | null
  readonly phoneKeys: readonly string[]
  /** The customer's own key where it is known already. */
  readonly customerId: number | null
}

/** What tells an order from all others. */
export type OrderPlace = { readonly platform: string; readonly shop: string; readonly orderKey: string }

/** Tables whose rows a merge moves, as far as an import asks whose they were. */
export type MovedTable = 'customer_identity' | 'contact_point' | 'opening_balance'

/** What a plan asks the archive. Nothing of the same import is ever in the answers. */
export type Lookups = {
  /** Says which customers the next questions are about, so that they can be answered together. */
  expectCustomers(customers: readonly AskedCustomer[]): void
  /** Says which orders the next questions are about. */
  expectOrders(orders: readonly OrderPlace[]): void
  /** Says of which known orders the lines will be asked next. */
  expectLines(orderIds: readonly number[]): void
  findIdentity(
    kind: KnownIdentity['kind'],
    platform: string,
    shop: string,
    value: string,
  ): KnownIdentity | undefined
  /** The key of the customer with an archive number, merged ones as well. */
  findArchiveNumber(archiveNumber: string): number | undefined
  /** Customers with this phone, lowest key first. */
  listPhoneOwners(phoneKey: string): readonly number[]
  /** Customers outside the bin with exactly this name. */
  listNamesakes(name: string): number[]
  getCustomer(customerId: number): KnownCustomer
  /** In the order in which they are shown, by kind. */
  listContacts(customerId: number): readonly KnownContact[]
  listTags(customerId: number): readonly string[]
  /** Values of fields beyond the default card by the field's key. */
  listFields(customerId: number): ReadonlyMap<number, FieldParts>
  /** The first that was entered first. */
  listBalances(customerId: number): readonly KnownBalance[]
  /** Whether other files belong to the customer by a merge. */
  hasMergedFiles(customerId: number): boolean
  /** Whose a row was before any merge; `ownerId`, whose it is now, where none moved it. */
  findOrigin(table: MovedTable, rowId: number, ownerId: number): number
  /** Whether the customer has an order of the source up to a day; a source without a name means every shop. */
  hasOrderUpTo(
    customerId: number,
    source: { readonly platform: string; readonly shop: string },
    day: string,
  ): boolean
  findOrder(platform: string, shop: string, orderKey: string): KnownOrder | undefined
  listLines(orderId: number): readonly KnownLine[]
  listRefunds(orderId: number): KnownRefund[]
  /** Whether an order of this number is known under another platform or shop. */
  hasOrderElsewhere(orderNumber: string, platform: string, shop: string): boolean
  /** The key of a product of the archive. */
  findProduct(platform: string, shop: string, productKey: string): number | undefined
}
