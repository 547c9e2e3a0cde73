import { app } from 'electron'
import type { Log } from './log.ts'

/**
 * Catches what nobody caught: a line in the log without any text of the error, one plain sentence, an orderly end.
 *
 * Chromium's crash reporter is never started, so nothing is collected or sent.
 */
export function guardProcess(log: Log, end: () => void): void {
  process.on('uncaughtException', error => {
    log({ code: 'internal', where: 'main', error })
    end()
  })
  process.on('unhandledRejection', error => log({ code: 'internal', where: 'main.promise', error }))
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit' && reason !== 'killed') log({ code: reason, where: type })
  })
}
