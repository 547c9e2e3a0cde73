import { useEffect, useRef } from 'react'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Request } from '#shared/contract/contract.ts'

/** Pairs of the last search; the first look at them searches, and so does one after new data came in. */
export function useDuplicateSearch(request: Request<'identities.listPairs'>) {
  const { data, error, refetch } = useRequest('identities.listPairs', request, { keepsPrevious: true })
  const { state, start, cancel } = useJob('identities.find')
  const hasLooked = useRef(false)
  const isOld = data === null || data?.isStale === true
  useEffect(() => {
    if (data === undefined || hasLooked.current) return
    hasLooked.current = true
    if (isOld && state.kind !== 'running') void start({})
  }, [data, isOld, state.kind, start])
  const ended = state.kind === 'ended' ? state.value : null
  useEffect(() => {
    // A search writes nothing, so that nobody announces its end.
    if (ended) void refetch()
  }, [ended, refetch])
  return {
    /** Undefined until it was searched once. */
    pairs: data ?? undefined,
    error: error?.data ?? (state.kind === 'failed' ? state.error.data : null),
    isSearching: state.kind === 'running',
    progress: state.kind === 'running' ? state.progress : 0,
    search: () => void start({}),
    cancel,
  }
}
