import { useEffect, useMemo, useState } from 'react'
import type { SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import { call } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Response } from '#shared/contract/contract.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import type { ImportFilter } from '#shared/domain/import-history.ts'

const pageSize = 200

/** The imports that a filter finds: their first page and how many there are. The last answer stays until the next is there. */
export function useHistory(filter: ImportFilter) {
  return useRequest('imports.history', { filter, start: 0, count: pageSize }, { keepsPrevious: true })
}

/** An answer of the history. */
export type FoundImports = Response<'imports.history'>

/** The imports for a grid: the first page is there, the others are read when they are scrolled to. */
export function useHistorySource(filter: ImportFilter, found: FoundImports): SheetSource<ImportBatch> {
  return useMemo(
    () => ({
      count: found.total,
      generation: JSON.stringify([filter, found.total]),
      fetchRange: async (start: number, count: number) => {
        const isHere = start + count <= found.batches.length || found.batches.length === found.total
        if (isHere) return found.batches.slice(start, start + count)
        return (await call('imports.history', { filter, start, count })).batches
      },
    }),
    [filter, found],
  )
}

/** The import at a place of the list; undefined until it is read. */
export function useImportAt(
  filter: ImportFilter,
  found: FoundImports,
  place: number,
): ImportBatch | undefined {
  const here = found.batches[place]
  const isElsewhere = here === undefined && place >= 0 && place < found.total
  const { data } = useRequest(
    'imports.history',
    { filter, start: Math.max(0, place), count: 1 },
    { isEnabled: isElsewhere },
  )
  return here ?? data?.batches[0]
}

/** Where an import stands in the list; null until it is found, and for one that is not in it. */
export function usePlaceOf(
  importBatchId: number | null,
  filter: ImportFilter,
  found: FoundImports,
): number | null {
  const [place, setPlace] = useState<number | null>(null)
  useEffect(() => {
    let isGone = false
    const look = async () => {
      let page = found.batches
      for (let start = 0; page.length > 0 && !isGone; ) {
        const index = page.findIndex(batch => batch.importBatchId === importBatchId)
        if (index >= 0) return start + index
        start += page.length
        page = (await call('imports.history', { filter, start, count: pageSize })).batches
      }
      return null
    }
    const looked = importBatchId === null ? Promise.resolve(null) : look()
    looked.then(at => !isGone && setPlace(at)).catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [importBatchId, filter, found])
  return place
}
