import { type ConflictPolicies, type ConflictPolicy, policyOf } from '#shared/domain/conflict-policy.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { CardColumn, ContactFacts } from './customer-facts.ts'

/** What becomes of a known customer's values, by where they are kept. */
export type CustomerPolicies = Readonly<
  Record<CardColumn | ContactFacts['kind'] | 'tags' | 'nickname', ConflictPolicy>
> & {
  /** By the keys of fields beyond the default card, where one was chosen. */
  readonly fields: ReadonlyMap<number, ConflictPolicy>
}

/**
 * Spells the chosen policies out for every place of a customer.
 *
 * Example: { address: 'fill-blanks' } -> address 'fill-blanks', all others 'newer-wins'
 */
export function customerPoliciesOf(policies: ConflictPolicies): CustomerPolicies {
  return {
    name: policyOf(policies, 'name'),
    kind: policyOf(policies, 'customerKind'),
    gender: policyOf(policies, 'gender'),
    birth_on: policyOf(policies, 'birthOn'),
    id_number: policyOf(policies, 'idNumber'),
    occupation: policyOf(policies, 'occupation'),
    source: policyOf(policies, 'source'),
    note: policyOf(policies, 'customerNote'),
    legacy_number: policyOf(policies, 'legacyNumber'),
    phone: policyOf(policies, 'phone'),
    address: policyOf(policies, 'address'),
    email: policyOf(policies, 'email'),
    wechat: policyOf(policies, 'wechat'),
    tags: policyOf(policies, 'tags'),
    nickname: policyOf(policies, 'buyerNickname'),
    fields: new Map(
      Object.entries(policies).flatMap(([name, policy]) => {
        const fieldId = fieldIdOf(name)
        return fieldId === null || !policy ? [] : [[fieldId, policy] as const]
      }),
    ),
  }
}
