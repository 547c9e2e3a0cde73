import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { AppError } from '#shared/contract/app-error.ts'
import type { PageMethodName } from '#shared/contract/bridge.ts'
import type { MethodsOfKind, Request, Response } from '#shared/contract/contract.ts'
import { call } from './client.ts'

/** A method that only reads. */
export type QueryName = MethodsOfKind<'query'> & PageMethodName

export type RequestOptions = {
  /** False holds the request back, while something it needs is missing. */
  readonly isEnabled?: boolean
  /** The answer to the last request stays until the one to this is there. */
  readonly keepsPrevious?: boolean
  /** Asks again after this time; for facts that main does not announce. */
  readonly refreshMs?: number
}

/** A request with its key, for asking before a page is drawn. */
export function requestOptions<M extends QueryName>(method: M, request: Request<M>) {
  return queryOptions<Response<M>, AppError>({
    queryKey: [method, request],
    queryFn: () => call(method, request),
  })
}

/**
 * Asks main for something and keeps the answer until main announces that it changed. Pages that ask for the same share one answer.
 */
export function useRequest<M extends QueryName>(
  method: M,
  request: Request<M>,
  options: RequestOptions = {},
): UseQueryResult<Response<M>, AppError> {
  const { isEnabled = true, keepsPrevious = false, refreshMs } = options
  return useQuery({
    ...requestOptions(method, request),
    enabled: isEnabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
  } as never)
}
