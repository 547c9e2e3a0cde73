import { parentPort, workerData } from 'node:worker_threads'
import { type RestoreRequest, restoreArchive } from '#main/archives/archive.service.ts'
import { blockNetwork } from './network-block.ts'
import type { ThreadMessage } from './thread-messages.ts'
import { toAppErrorData } from './to-app-error-data.ts'

blockNetwork()

const post = (message: ThreadMessage) => parentPort?.postMessage(message)
try {
  const { missingAttachments } = restoreArchive(workerData as RestoreRequest)
  post({ type: 'ready', facts: { missingAttachments } })
} catch (error) {
  post({ type: 'failed', error: toAppErrorData(error) })
}
