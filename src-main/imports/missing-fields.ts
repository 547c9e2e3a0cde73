import type { ImportFieldName, ImportKind, ImportTarget } from '#shared/domain/import-field.ts'

const customerKeys: readonly ImportFieldName[] = [
  'ownKey',
  'name',
  'givenName',
  'familyName',
  'phone',
  'buyerId',
  'legacyNumber',
  'buyerNickname',
]

/**
 * Finds what a kind of file cannot do without and this one lacks.
 *
 * Empty: nothing for a file that only adds to known orders (a status, a refund): it needs their number alone.
 */
export function findMissingFields(
  kind: ImportKind,
  columns: readonly { readonly field: ImportTarget | null }[],
): ImportFieldName[] {
  const has = (...fields: ImportTarget[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field))
  if (kind === 'customers') return has(...customerKeys) ? [] : ['name']
  if (has('ownKey') || (has('orderNumber') && has('orderStatus', 'orderRefunded', 'lineRefunded'))) return []
  return [
    ...(has('orderedAt') ? [] : (['orderedAt'] as const)),
    ...(has('orderPaid', 'linePaid', 'unitPrice') ? [] : (['orderPaid'] as const)),
  ]
}
