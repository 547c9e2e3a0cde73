import type { CustomerExportColumn } from '#shared/domain/export.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { maskContactPoint, maskIdNumber } from '#shared/domain/masking.ts'
import { type CellContext, dayCell, majorUnits } from './cell-values.ts'
import type { CardRow, ExportReads } from './export.queries.ts'
import type { ExportCell } from './sheet-xml.ts'

/** A customer with what hangs on the card. */
export type ExportedCustomer = {
  readonly card: CardRow
  readonly contacts: ReadonlyMap<string, readonly string[]>
  readonly tags: readonly string[]
  readonly fields: FieldValues
  readonly buyer:
    | { readonly platform: string; readonly shop: string; readonly id: string; readonly nick: string | null }
    | undefined
}

/** The columns whose cells are made of a customer; the row's key is made of the cells. */
export type CardColumnName = Exclude<CustomerExportColumn, 'ownCustomerKey'>

/**
 * Reads customers for an export, in the order of the ids; `fieldsOf` reads what is wanted beyond the default card.
 *
 * Shape: those in the bin are missing.
 */
export function readCustomers(
  reads: ExportReads,
  ids: readonly number[],
  fieldsOf: (ids: readonly number[]) => ReadonlyMap<number, FieldValues>,
): ExportedCustomer[] {
  const fields = fieldsOf(ids)
  const contacts = new Map<number, Map<string, string[]>>()
  for (const [id, kind, value] of reads.contacts(ids)) {
    const kinds = contacts.get(id) ?? new Map<string, string[]>()
    contacts.set(id, kinds)
    const values = kinds.get(kind)
    if (values) values.push(value)
    else kinds.set(kind, [value])
  }
  const tags = new Map<number, string[]>()
  for (const [id, name] of reads.tags(ids)) tags.set(id, [...(tags.get(id) ?? []), name])
  const buyers = new Map<number, ExportedCustomer['buyer']>()
  for (const [id, platform, shop, buyerId, nick] of reads.buyers(ids))
    if (!buyers.has(id)) buyers.set(id, { platform, shop, id: buyerId, nick })
  return reads.cards(ids).map(card => ({
    card,
    contacts: contacts.get(card.customer_id) ?? noContacts,
    tags: tags.get(card.customer_id) ?? [],
    fields: fields.get(card.customer_id) ?? {},
    buyer: buyers.get(card.customer_id),
  }))
}

const noContacts: ReadonlyMap<string, readonly string[]> = new Map()

/** How each column of a customer is filled. */
export const customerCells: Readonly<
  Record<CardColumnName, (customer: ExportedCustomer, context: CellContext) => ExportCell>
> = {
  archiveNumber: ({ card }) => card.archive_number,
  name: ({ card }) => card.name,
  customerKind: ({ card }, { word }) => word(`customer-kind.${card.kind}`),
  cardType: ({ card }, { word }) => word(`card-type.${card.card_type}`),
  gender: ({ card }, { word }) => (card.gender === null ? null : word(`gender.${card.gender}`)),
  birthOn: ({ card }) => dayCell(card.birth_on),
  occupation: ({ card }) => card.occupation,
  phone: (customer, context) => contactCell(customer, 'phone', context),
  secondPhone: ({ contacts }, { isMasked }) =>
    (contacts.get('phone') ?? [])
      .slice(1)
      .map(phone => (isMasked ? maskContactPoint('phone', phone) : phone))
      .join('、'),
  address: (customer, context) => contactCell(customer, 'address', context),
  email: (customer, context) => contactCell(customer, 'email', context),
  wechat: (customer, context) => contactCell(customer, 'wechat', context),
  tags: ({ tags }) => tags.join('、'),
  source: ({ card }) => card.source,
  note: ({ card }) => card.note,
  legacyNumber: ({ card }) => card.legacy_number,
  platform: ({ buyer }) => buyer?.platform ?? null,
  shop: ({ buyer }) => buyer?.shop ?? null,
  buyerId: ({ buyer }) => buyer?.id ?? null,
  buyerNickname: ({ buyer }) => buyer?.nick ?? null,
  orderCount: ({ card }) => card.order_count,
  spend: ({ card }, context) => majorUnits(card.spend_minor ?? 0, context),
  returnCount: ({ card }) => card.return_count,
  firstOn: ({ card }) => dayCell(card.first_on),
  lastOn: ({ card }) => dayCell(card.last_on),
  contactRefusedOn: ({ card }) => dayCell(card.contact_refused_on),
  createdOn: ({ card }, { dayOf }) => dayCell(dayOf(card.created_at)),
  updatedOn: ({ card }, { dayOf }) => dayCell(dayOf(card.updated_at)),
  idNumber: ({ card }) => (card.id_number === null ? null : maskIdNumber(card.id_number)),
}

function contactCell(
  { contacts }: ExportedCustomer,
  kind: 'phone' | 'address' | 'email' | 'wechat',
  { isMasked }: CellContext,
): string | null {
  const value = contacts.get(kind)?.[0]
  if (value === undefined) return null
  return isMasked ? maskContactPoint(kind, value) : value
}
