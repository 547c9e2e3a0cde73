import { useRef } from 'react'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import type { Settled } from './use-settled.ts'

/** How many findings are seen at once. */
export const pageSize = 12

/** A finding as it was first seen. `isOpen`: it is still so; `done`: what was done about it here. */
export type SeenFinding = {
  readonly finding: Finding
  readonly isOpen: boolean
  readonly done: Settled | undefined
}

/** The findings of one page of a worklist; those that were settled stay as they were seen. */
export function usePageOfFindings(
  kind: QualityKind,
  listId: number,
  start: number,
  settled: readonly Settled[],
): {
  readonly rows: readonly (SeenFinding | null)[] | undefined
  readonly error: ReturnType<typeof useRequest>['error']
} {
  const seen = useRef(new Map<number, Finding>())
  const request = { kind, listId, start, count: pageSize }
  const { data, error, dataUpdatedAt } = useRequest('quality.listPage', request)
  const rows = data?.map((finding, index) => {
    const place = start + index
    if (finding) seen.current.set(place, finding)
    const known = seen.current.get(place)
    if (!known) return null
    const done = settled.findLast(one => one.findingId === known.findingId)
    // An answer that is older than the act does not know of it yet; a newer one that has the finding knows that it is back.
    const isOpen = finding !== null && (done === undefined || dataUpdatedAt > done.at)
    return { finding: known, isOpen, done: isOpen ? undefined : done }
  })
  return { rows, error }
}
