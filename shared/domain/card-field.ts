import { z } from 'zod'

/**
 * Fields of a customer's card that hold one value, in the order of the card. A merge chooses between two of them, a source
 * can be asked for, and all but the old number can be typed. Contact points, tags and buyer IDs are many and not among them.
 */
export const CardField = z.enum([
  'name',
  'kind',
  'cardType',
  'gender',
  'birthOn',
  'idNumber',
  'occupation',
  'source',
  'note',
  'legacyNumber',
  'contactRefusedOn',
])
export type CardField = z.infer<typeof CardField>

/** Fields of the card that the entry form holds. */
export const typedCardFields = CardField.exclude(['legacyNumber']).options
