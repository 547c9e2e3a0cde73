import type { CardField } from '#shared/domain/card-field.ts'
import { ownColumn } from '#shared/domain/field.ts'
import type { ImportFieldName, ImportTarget } from '#shared/domain/import-field.ts'
import type { OrderField, ValueSubject } from '#shared/domain/value-source.ts'

const ofCard: Readonly<Record<CardField, readonly ImportFieldName[]>> = {
  name: ['name', 'givenName', 'familyName', 'buyerNickname'],
  kind: ['customerKind'],
  cardType: [],
  gender: ['gender'],
  birthOn: ['birthOn'],
  idNumber: ['idNumber'],
  occupation: ['occupation'],
  source: ['source'],
  note: ['customerNote'],
  legacyNumber: ['legacyNumber'],
  contactRefusedOn: [],
}

const ofContact = {
  phone: ['phone', 'secondPhone'],
  address: ['address', 'province', 'city', 'district'],
  email: ['email'],
  wechat: ['wechat'],
} as const satisfies Readonly<Record<string, readonly ImportFieldName[]>>

const ofOrder: Readonly<Record<OrderField, readonly ImportFieldName[]>> = {
  orderedAt: ['orderedAt'],
  status: ['orderStatus'],
  paid: ['orderPaid', 'linePaid', 'unitPrice', 'quantity'],
  refunded: ['orderRefunded', 'lineRefunded', 'refundedOn'],
  receiverName: ['name', 'givenName', 'familyName'],
  receiverPhone: ['phone', 'secondPhone'],
  receiverAddress: ofContact.address,
  note: ['orderNote'],
}

const ofWholeOrder: readonly ImportFieldName[] = [
  ...['orderNumber', 'orderedAt', 'orderStatus', 'orderPaid', 'orderRefunded'],
  ...['productTitle', 'quantity', 'unitPrice', 'linePaid', 'lineRefunded'],
] as ImportFieldName[]

const ofLine: readonly ImportFieldName[] = [
  ...['subOrderNumber', 'productTitle', 'productId', 'sku', 'merchantCode', 'productAttributes'],
  ...['quantity', 'unitPrice', 'linePaid', 'lineRefunded'],
] as ImportFieldName[]

const ofBalance: readonly ImportFieldName[] = [
  ...['openingOrderCount', 'openingSpend', 'openingReturnCount', 'openingFirstOn', 'openingLastOn'],
] as ImportFieldName[]

/** Lists the import fields from which a value can come. */
export function fieldsOf(subject: ValueSubject): ReadonlySet<ImportTarget> {
  return new Set(namesOf(subject))
}

function namesOf(subject: ValueSubject): readonly ImportTarget[] {
  switch (subject.of) {
    case 'card':
      return ofCard[subject.field]
    case 'contact':
      return ofContact[subject.kind]
    case 'own':
      return [ownColumn(subject.fieldId)]
    case 'tag':
      return ['tags']
    case 'identity':
      return subject.kind === 'legacy-number' ? ['legacyNumber'] : ['buyerId', 'buyerNickname']
    case 'balance':
      return ofBalance
    case 'order':
      return subject.field === null ? ofWholeOrder : ofOrder[subject.field]
    case 'line':
      return ofLine
  }
}
