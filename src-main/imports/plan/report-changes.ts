import { ownColumn } from '#shared/domain/field.ts'
import type { ImportFieldName } from '#shared/domain/import-field.ts'
import type { BalanceFacts, CardColumn, ContactFacts } from './customer-facts.ts'
import { cardColumns } from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { PlanSink } from './plan-result.ts'

const fieldOfColumn: Record<CardColumn, ImportFieldName> = {
  name: 'name',
  kind: 'customerKind',
  gender: 'gender',
  birth_on: 'birthOn',
  id_number: 'idNumber',
  occupation: 'occupation',
  source: 'source',
  note: 'customerNote',
  legacy_number: 'legacyNumber',
}
const fieldOfContact: Record<ContactFacts['kind'], ImportFieldName> = {
  phone: 'phone',
  address: 'address',
  email: 'email',
  wechat: 'wechat',
}
const balanceFields = [
  ['orderCount', 'openingOrderCount'],
  ['spendMinor', 'openingSpend'],
  ['returnCount', 'openingReturnCount'],
  ['firstOn', 'openingFirstOn'],
  ['lastOn', 'openingLastOn'],
] as const satisfies readonly (readonly [keyof BalanceFacts, ImportFieldName])[]
const nothing = () => undefined

/**
 * Notes how a known customer stands before a row is folded in; the answer is called afterwards and tells the sink what
 * the row changed.
 *
 * Empty: nothing is told of new customers, and nothing when the sink does not ask.
 */
export function reportChanges(record: CustomerRecord, ordinal: number, sink: PlanSink): () => void {
  const tell = sink.changed?.bind(sink)
  if (!tell || !record.known) return nothing
  const card = { ...record.card }
  const contactCount = record.newContacts.length
  const tagCount = record.newTags.length
  const contactChanges = record.contactChanges
  const removedTags = record.removedTags
  const nicknames = new Map(record.nicknameChanges)
  const balances = new Map(record.balances)
  const fields = record.statedFields
  return () => {
    for (const column of cardColumns)
      if (card[column] !== record.card[column])
        tell({ ordinal, field: fieldOfColumn[column], before: card[column], after: record.card[column] })
    for (const contact of record.newContacts.slice(contactCount))
      tell({ ordinal, field: fieldOfContact[contact.kind], before: null, after: contact.value })
    for (const [contactId, { before, value }] of record.contactChanges) {
      const stood = contactChanges.get(contactId)?.value ?? before.value
      if (stood !== value)
        tell({
          ordinal,
          field: fieldOfContact[before.kind as ContactFacts['kind']],
          before: stood,
          after: value,
        })
    }
    for (const tag of record.removedTags)
      if (!removedTags.includes(tag)) tell({ ordinal, field: 'tags', before: tag, after: null })
    for (const tag of record.newTags.slice(tagCount))
      tell({ ordinal, field: 'tags', before: null, after: tag })
    for (const [identityId, change] of record.nicknameChanges) {
      const before = nicknames.get(identityId)
      if (before?.after !== change.after)
        tell({ ordinal, field: 'buyerNickname', before: before?.after ?? change.before, after: change.after })
    }
    for (const [fieldId, after] of record.statedFields) {
      const before = fields.get(fieldId) ?? record.listKnownFields().get(fieldId)
      const [stood, stands] = [before ? JSON.stringify(before) : null, JSON.stringify(after)]
      if (stood !== stands) tell({ ordinal, field: ownColumn(fieldId), before: stood, after: stands })
    }
    for (const [place, { known, facts }] of record.balances) {
      const stood = balances.get(place)?.facts ?? known
      for (const [part, field] of balanceFields) {
        const [before, after] = [textOf(stood?.[part]), textOf(facts[part])]
        if (before !== after) tell({ ordinal, field, before, after })
      }
    }
  }
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
