import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { RowCache } from './row-cache.ts'
import type { RowRange } from './selection.ts'
import type { SheetSource } from './sheet-column.ts'

const flingRows = 60
const holdMs = 40
const flingPauseMs = 120
const ahead = { before: 20, after: 40 }

/**
 * Loads the rows that are seen and a few around them. While the list is being flung, pages are asked for only once it rests
 * for 40 ms: of what flies past nobody reads a row. A single jump asks at once.
 */
export function useRowCache<Row>(source: SheetSource<Row> | undefined, visible: RowRange): RowCache<Row> {
  const [cache] = useState(() => new RowCache<Row>())
  useSyncExternalStore(cache.subscribe, cache.getVersion)
  useEffect(() => cache.setSource(source), [cache, source])
  const fling = useRef({ first: 0, at: Number.NEGATIVE_INFINITY })
  const { first, last } = visible
  const { epoch } = cache
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new epoch or source asks again for the same rows
  useEffect(() => {
    const now = performance.now()
    const isFar = Math.abs(first - fling.current.first) > flingRows
    const isFlung = isFar && now - fling.current.at < flingPauseMs
    fling.current = { first, at: isFar ? now : fling.current.at }
    const want = () => cache.want(first - ahead.before, last + ahead.after)
    if (!isFlung) {
      want()
      return
    }
    const timer = setTimeout(want, holdMs)
    return () => clearTimeout(timer)
  }, [cache, first, last, epoch, source])
  return cache
}
