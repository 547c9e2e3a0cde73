import { useSyncExternalStore } from 'react'
import type { AppError } from '#shared/contract/app-error.ts'

let shown: AppError | null = null
const listeners = new Set<() => void>()

/** Shows an error under the title bar: for acts that have no place of their own on the page, such as Ctrl+Z or a drop. */
export function showWindowError(error: AppError | null): void {
  shown = error
  for (const listener of listeners) listener()
}

/** The error that stands under the title bar. */
export function useWindowError(): AppError | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => shown,
  )
}
