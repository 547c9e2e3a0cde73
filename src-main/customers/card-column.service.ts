import { CardField } from '#shared/domain/card-field.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import type { CustomerTable } from './customer.table.ts'

/** The columns that hold the fields of a card. */
export const columnOfField = {
  name: 'name',
  kind: 'kind',
  cardType: 'card_type',
  gender: 'gender',
  birthOn: 'birth_on',
  idNumber: 'id_number',
  occupation: 'occupation',
  source: 'source',
  note: 'note',
  legacyNumber: 'legacy_number',
  contactRefusedOn: 'contact_refused_on',
} as const satisfies Record<CardField, keyof CustomerTable>

/** The fields with their columns, in the order of the card. */
export const cardColumns = CardField.options.map(field => [field, columnOfField[field]] as const)

/**
 * Makes of a stored value of the card what may be shown: a resident ID number leaves the data layer with its middle hidden,
 * and whole only by `revealIdNumber`.
 *
 * Example: 'id_number', '11010519491231002X' -> '1****************X'; 'name', '林样一' -> '林样一'
 */
export function shownCardValue<T extends string | number | null>(column: string, value: T): T | string {
  return column === columnOfField.idNumber && typeof value === 'string' ? maskIdNumber(value) : value
}
