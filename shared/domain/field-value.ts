import { z } from 'zod'

/** A value as it is stored and sent: an option's key for a choice, the keys in the field's order for several, 0 or 1 for yes-no. */
export const FieldValue = z.union([z.string(), z.number(), z.array(z.int().positive())])
export type FieldValue = z.infer<typeof FieldValue>

/** The values of one customer by the key of the field; a field without a value is missing. */
export const FieldValues = z.record(z.string().regex(/^[1-9]\d*$/), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

/** Tells whether nothing was entered: no value, blanks only, no choice. */
export function isEmptyValue(value: FieldValue | undefined): value is undefined {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
