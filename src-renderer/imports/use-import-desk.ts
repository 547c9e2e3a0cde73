import { useSyncExternalStore } from 'react'
import type { DeskState } from './desk-file.ts'
import { importDesk } from './import-desk.ts'

/** The files of the wizard as they stand now. */
export function useImportDesk(): DeskState {
  return useSyncExternalStore(importDesk.subscribe, importDesk.getState)
}
