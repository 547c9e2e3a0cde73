import { useRef } from 'react'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import type { Settled } from './use-settled.ts'

/** How many findings are asked for at once; those that are seen lie in two pages at most. */
const pageSize = 50

/** A finding as it was first seen. `isOpen`: it is still so; `done`: what was done about it here. */
export type SeenFinding = {
  readonly finding: Finding
  readonly isOpen: boolean
  readonly done: Settled | undefined
}

type FindingsAsked = {
  readonly kind: QualityKind
  readonly listId: number
  readonly seen: RowRange
  readonly current: number
  readonly settled: readonly Settled[]
}

/** The findings of a worklist by their place: undefined until it is read, null for one that was settled before it was seen. */
export function useFindings({ kind, listId, seen, current, settled }: FindingsAsked) {
  const known = useRef(new Map<number, Finding>())
  const pageOf = (place: number) => Math.floor(place / pageSize)
  const first = usePage(kind, listId, pageOf(seen.first), true)
  const last = usePage(kind, listId, pageOf(seen.last), pageOf(seen.last) !== pageOf(seen.first))
  const edited = pageOf(current)
  const own = usePage(kind, listId, edited, edited !== pageOf(seen.first) && edited !== pageOf(seen.last))
  const pages = [first, last, own]
  const findingAt = (place: number): SeenFinding | null | undefined => {
    const page = pages.find(one => one.data && one.page === pageOf(place))
    if (!page?.data) return undefined
    const now = page.data[place % pageSize] ?? null
    if (now) known.current.set(place, now)
    const finding = known.current.get(place)
    if (!finding) return null
    const done = settled.findLast(one => one.findingId === finding.findingId)
    // An answer that is older than the act does not know of it yet; a newer one that has the finding knows that it is back.
    const isOpen = now !== null && (done === undefined || page.readAt > done.at)
    return { finding, isOpen, done: isOpen ? undefined : done }
  }
  return { findingAt, error: pages.find(({ error }) => error)?.error ?? null }
}

function usePage(kind: QualityKind, listId: number, page: number, isEnabled: boolean) {
  const { data, error, dataUpdatedAt } = useRequest(
    'quality.listPage',
    { kind, listId, start: page * pageSize, count: pageSize },
    { isEnabled },
  )
  return { page, data, error, readAt: dataUpdatedAt }
}
