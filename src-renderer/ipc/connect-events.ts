import type { QueryClient } from '@tanstack/react-query'
import { getBridge } from './bridge.ts'
import { acceptArchiveState, invalidateTopics } from './invalidation.ts'
import { jobs } from './jobs.ts'
import { showWindowError } from './window-error.ts'

/** Listens to all that main announces, once for the whole window. Answers the function that stops it. */
export function connectEvents(client: QueryClient): () => void {
  const bridge = getBridge()
  const stops = [
    bridge.onEvent('data.changed', ({ topics }) => invalidateTopics(client, topics)),
    bridge.onEvent('archive.changed', state => {
      acceptArchiveState(client, state)
      if (state.kind !== 'open') jobs.clear()
      if (state.kind === 'opening') showWindowError(null)
    }),
    bridge.onEvent('job.progressed', data => jobs.progressed(data)),
    bridge.onEvent('job.ended', data => jobs.ended(data)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
