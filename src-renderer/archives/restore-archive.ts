import { call, toAppError } from '#renderer/ipc/client.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'

/**
 * Puts an archive back to a backup and opens it; without an archive it becomes a new one. The screen it was started from is gone by
 * the time it fails, so a failure stands under the title bar.
 */
export async function restoreArchive(backupToken: string, archiveToken: string | null): Promise<void> {
  showWindowError(null)
  try {
    await call('archives.restore', { backupToken, archiveToken })
  } catch (error) {
    showWindowError(toAppError(error))
  }
}
