import { useIsMutating, useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AppError } from '#shared/contract/app-error.ts'
import type { PageMethodName } from '#shared/contract/bridge.ts'
import type { MethodsOfKind, Request, Response } from '#shared/contract/contract.ts'
import { call } from './client.ts'

/** A method that is called by an act of the operator. */
export type CommandName = Exclude<PageMethodName, MethodsOfKind<'job'>>

export type Command<M extends CommandName> = {
  /** Never throws: gives undefined when it failed, and `error` then says why. */
  readonly run: (request: Request<M>) => Promise<Response<M> | undefined>
  readonly isRunning: boolean
  readonly error: AppError | null
  readonly clearError: () => void
}

/** A command of the contract as a function, with what has to be shown of it. */
export function useCommand<M extends CommandName>(method: M): Command<M> {
  const { mutateAsync, isPending, error, reset } = useMutation<Response<M>, AppError, Request<M>>({
    mutationKey: [method],
    mutationFn: request => call(method, request),
  })
  const run = useCallback((request: Request<M>) => mutateAsync(request).catch(() => undefined), [mutateAsync])
  return { run, isRunning: isPending, error, clearError: reset }
}

/** True while a command is under way anywhere in the window. */
export function useIsCommandRunning(method: CommandName): boolean {
  return useIsMutating({ mutationKey: [method] }) > 0
}
