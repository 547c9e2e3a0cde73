import type { MergeCard, MergeField } from '#shared/domain/customer-merge.ts'
import type { StoredFile } from './merge.queries.ts'

/** The columns that hold the fields of a card. */
export const columnOfField = {
  name: 'name',
  kind: 'kind',
  cardType: 'card_type',
  gender: 'gender',
  birthOn: 'birth_on',
  occupation: 'occupation',
  source: 'source',
  note: 'note',
  legacyNumber: 'legacy_number',
  contactRefusedOn: 'contact_refused_on',
} as const satisfies Record<MergeField, keyof StoredFile>

/** The fields with their columns, in the order of the card. */
export const cardFields = Object.entries(columnOfField) as [MergeField, (typeof columnOfField)[MergeField]][]

/** Gathers the fields of a card that a merge chooses between. */
export function mergeCardOf(file: StoredFile): MergeCard {
  return {
    customerId: file.customer_id,
    fields: Object.fromEntries(
      cardFields.map(([field, column]) => [field, file[column]]),
    ) as MergeCard['fields'],
  }
}
