import { type Query, QueryClient } from '@tanstack/react-query'
import type { AppError } from '#shared/contract/app-error.ts'
import { isAnnounced } from './invalidation.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError
  }
}

/** Main announces what changes, so an answer stays good until then; only what it cannot announce is asked again. */
const staleTime = ({ queryKey }: Query) => (isAnnounced(String(queryKey[0])) ? Number.POSITIVE_INFINITY : 0)

/**
 * The window's memory of answers. There is no network between it and main: nothing waits for "online", nothing is tried twice,
 * and coming back to the window asks nothing.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: staleTime as never,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
