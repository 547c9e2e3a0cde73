import { z } from 'zod'
import { type ImportFieldName, ImportTarget, isImportField } from './import-field.ts'

/**
 * What becomes of a value that the archive has when a file states another one.
 *
 * `newer-wins`: the value of the newer document stands, blanks are filled. `fill-blanks`: only blanks are filled.
 * `overwrite`: the file's value stands. `skip`: a known record is left as it is, blanks too. A new record takes every
 * value, and a blank cell never clears one.
 */
export const ConflictPolicy = z.enum(['newer-wins', 'fill-blanks', 'overwrite', 'skip'])
export type ConflictPolicy = z.infer<typeof ConflictPolicy>

/** The policies that were chosen, by the leading field of each group; what is left out is `newer-wins`. */
export const ConflictPolicies = z.partialRecord(ImportTarget, ConflictPolicy)
export type ConflictPolicies = z.infer<typeof ConflictPolicies>

/** Fields that make up one value, or one sum, and so share a policy: it is kept under the leading one. */
const leaders: Partial<Record<ImportFieldName, ImportFieldName>> = {
  givenName: 'name',
  familyName: 'name',
  secondPhone: 'phone',
  province: 'address',
  city: 'address',
  district: 'address',
  linePaid: 'orderPaid',
  unitPrice: 'orderPaid',
  quantity: 'orderPaid',
  lineRefunded: 'orderRefunded',
}

const all = ConflictPolicy.options
/** A status or a sum is never blank, and labels are only ever added. */
const choices: Partial<Record<ImportFieldName, readonly ConflictPolicy[]>> = {
  name: all,
  customerKind: ['newer-wins', 'overwrite', 'skip'],
  gender: all,
  birthOn: all,
  occupation: all,
  source: all,
  customerNote: all,
  idNumber: all,
  phone: all,
  address: all,
  email: all,
  wechat: all,
  tags: ['newer-wins', 'fill-blanks', 'skip'],
  buyerNickname: all,
  orderStatus: ['newer-wins', 'overwrite', 'skip'],
  orderPaid: ['newer-wins', 'overwrite', 'skip'],
  orderRefunded: ['newer-wins', 'skip'],
  orderNote: all,
  flowNote: all,
}

/** Names the field under which the policy of a column is kept. Example: 'province' -> 'address' */
export function policyField(field: ImportTarget): ImportTarget {
  return isImportField(field) ? (leaders[field] ?? field) : field
}

/**
 * Lists the policies that make sense for a field, the one in force without a choice first.
 *
 * Empty: fields that are keys, such as the buyer ID, and those that follow rules of their own, such as the order date.
 */
export function policiesFor(field: ImportTarget): readonly ConflictPolicy[] {
  const leader = policyField(field)
  return isImportField(leader) ? (choices[leader] ?? []) : all
}

/** Finds the policy of a field. Example: { address: 'skip' }, 'city' -> 'skip' */
export function policyOf(policies: ConflictPolicies, field: ImportTarget): ConflictPolicy {
  return policies[policyField(field)] ?? 'newer-wins'
}
