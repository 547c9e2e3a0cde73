import type { ImportFieldName, ImportKind } from '#shared/domain/import-field.ts'
import { customerHeaders, customerOnlyHeaders } from './customer-headers.ts'
import { headerKey, looseHeaderKey } from './header-text.ts'
import { orderHeaders } from './order-headers.ts'

type Match = { readonly field: ImportFieldName; readonly rank: number }
type Headers = Partial<Record<ImportFieldName, readonly string[]>>

const matchesByKind: Record<ImportKind, ReadonlyMap<string, readonly Match[]>> = {
  customers: indexHeaders(customerHeaders, customerOnlyHeaders),
  orders: indexHeaders(customerHeaders, orderHeaders),
}

/**
 * Proposes a field for each heading of a kind of file.
 *
 * Shape: one entry per heading, null where nothing fits; no field twice. Of two columns that fit the better word wins,
 * then the left one; a second phone column becomes `secondPhone`.
 * Example: ['姓名', '手机号', '固定电话', '？'], customers -> ['name', 'phone', 'secondPhone', null]
 */
export function matchHeaders(headerKeys: readonly string[], kind: ImportKind): (ImportFieldName | null)[] {
  const candidates = headerKeys.flatMap((key, column) =>
    fieldsOf(key, kind).map(({ field, rank }) => ({ field, rank, column })),
  )
  candidates.sort((a, b) => a.rank - b.rank || a.column - b.column)
  const fields: (ImportFieldName | null)[] = headerKeys.map(() => null)
  const taken = new Set<ImportFieldName>()
  const assign = (field: ImportFieldName, column: number) => {
    if (taken.has(field) || fields[column] !== null) return
    fields[column] = field
    taken.add(field)
  }
  for (const { field, column } of candidates) assign(field, column)
  for (const { field, column } of candidates) if (field === 'phone') assign('secondPhone', column)
  return fields
}

/** Says whether a heading is one of the known ones, of any kind of file. */
export function isKnownHeader(key: string): boolean {
  return fieldsOf(key, 'orders').length > 0 || fieldsOf(key, 'customers').length > 0
}

function fieldsOf(key: string, kind: ImportKind): readonly Match[] {
  if (key === '') return []
  const exact = matchesByKind[kind].get(key)
  if (exact) return exact
  const loose = looseHeaderKey(key)
  const found = loose === key ? undefined : matchesByKind[kind].get(loose)
  return found?.map(({ field, rank }) => ({ field, rank: rank + 0.5 })) ?? []
}

function indexHeaders(...tables: readonly Headers[]): ReadonlyMap<string, readonly Match[]> {
  const index = new Map<string, Match[]>()
  for (const table of tables)
    for (const [field, headers] of Object.entries(table) as [ImportFieldName, readonly string[]][])
      headers.forEach((header, rank) => {
        const key = headerKey(header)
        index.set(key, [...(index.get(key) ?? []), { field, rank }])
      })
  return index
}
