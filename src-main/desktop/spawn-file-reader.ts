import { utilityProcess } from 'electron'
import type { SpawnFileReader } from '#main/threads/file-reader-client.ts'
import { threadEntry } from '#main/threads/thread-entry.ts'

const heapMebibytes = 512

/** Starts the file reader as a utility process of Electron: no key, no database, ended by itself on too much memory. */
export const spawnFileReader: SpawnFileReader = () => {
  const child = utilityProcess.fork(threadEntry('file-reader.process'), [], {
    serviceName: 'kehu-file-reader',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${heapMebibytes}`],
  })
  return {
    post: message => child.postMessage(message),
    onMessage: listener => child.on('message', listener),
    onExit: listener => child.on('exit', listener),
    kill: () => child.kill(),
  }
}
