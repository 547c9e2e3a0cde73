import { useState } from 'react'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'

/** Puts customers into the bin and says so, with the way back beside it. */
export function useDeleteCustomers() {
  const { tellDone } = useUndo()
  const [isRunning, setRunning] = useState(false)
  /** True when it was done; an error is shown under the title bar. */
  const remove = async (customerIds: SelectedCustomers, doneText: string): Promise<boolean> => {
    setRunning(true)
    try {
      tellDone(doneText, (await call('customers.delete', { customerIds })).changeSetId)
      return true
    } catch (error) {
      showWindowError(toAppError(error))
      return false
    } finally {
      setRunning(false)
    }
  }
  return { remove, isRunning }
}
