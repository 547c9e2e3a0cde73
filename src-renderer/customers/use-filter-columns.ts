import { useCallback, useMemo, useState } from 'react'
import type { FilterRequest } from '#shared/domain/customer-filter.ts'
import { columnOfFilterField } from './filter/filter-draft.ts'

/** The columns of a filter that stand beside the name, so that each row shows why it is in the list. */
export type FilterColumns = {
  readonly keys: readonly string[]
  /** Lets one go back to its own place, or away, until the list is filtered otherwise. */
  readonly release: (key: string) => void
}

/** The columns that show what the list is filtered by, while the filter is on. */
export function useFilterColumns(where: FilterRequest | null): FilterColumns {
  const filter = where?.filter ?? null
  const [released, setReleased] = useState<{ readonly filter: unknown; readonly keys: readonly string[] }>({
    filter: null,
    keys: [],
  })
  const keys = useMemo(() => {
    const gone = released.filter === filter ? released.keys : []
    const asked = filter?.groups.flat().map(({ field }) => columnOfFilterField(field)) ?? []
    return [...new Set(asked)].filter(key => !alwaysFirst.includes(key) && !gone.includes(key))
  }, [filter, released])
  const release = useCallback(
    (key: string) =>
      setReleased(before => ({ filter, keys: [...(before.filter === filter ? before.keys : []), key] })),
    [filter],
  )
  return useMemo(() => ({ keys, release }), [keys, release])
}

const alwaysFirst = ['archiveNumber', 'name']

/** The shown columns with those of a filter behind the name. */
export function withFilterColumns(shown: readonly string[], ofFilter: readonly string[]): readonly string[] {
  if (ofFilter.length === 0) return shown
  const others = shown.filter(key => !ofFilter.includes(key))
  return others.toSpliced(others.indexOf('name') + 1, 0, ...ofFilter)
}

/** The order of the columns without a filter, after one was dragged among those that are seen. */
export function orderAfterMove(
  own: readonly string[],
  seen: readonly string[],
  ofFilter: readonly string[],
  key: string,
): readonly string[] {
  const others = own.filter(one => one !== key)
  const behind = seen.slice(seen.indexOf(key) + 1)
  const next = behind.find(one => others.includes(one) && !ofFilter.includes(one))
  return others.toSpliced(next === undefined ? others.length : others.indexOf(next), 0, key)
}
