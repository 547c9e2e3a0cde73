import { useSyncExternalStore } from 'react'
import type { ForeignFile } from '#shared/contract/files.contract.ts'

/** A file that waits to be looked at by the import wizard. */
export type WaitingFile = Pick<ForeignFile, 'fileToken' | 'name' | 'skipped' | 'folder'>

const noFiles: readonly WaitingFile[] = []
let waiting: readonly WaitingFile[] = noFiles
const listeners = new Set<() => void>()

function setWaiting(files: readonly WaitingFile[]): void {
  waiting = files
  for (const listener of listeners) listener()
}

/** Puts files that were dropped or chosen where the import page finds them. */
export function offerFiles(files: readonly WaitingFile[]): void {
  if (files.length > 0) setWaiting([...waiting, ...files])
}

/** Hands the waiting files over; afterwards none are waiting. */
export function takeOfferedFiles(): readonly WaitingFile[] {
  const taken = waiting
  setWaiting(noFiles)
  return taken
}

/** The files that wait, also while no archive is open yet. */
export function useOfferedFiles(): readonly WaitingFile[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => waiting,
  )
}
