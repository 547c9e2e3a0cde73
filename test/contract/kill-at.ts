// Preloaded into every thread of a process that is to be killed (KEHU_KILL_AT): ends it by SIGKILL right before or after the
// n-th rename of a file, or statement of the database, whose text holds what is named.
import fs from 'node:fs'
import Database from 'better-sqlite3'
import type { KillPoint } from './killed-work.ts'

const point = JSON.parse(process.env.KEHU_KILL_AT ?? 'null') as KillPoint | null
if (point) {
  let left = point.nth ?? 1
  const around = <T>(text: string, work: () => T): T => {
    if (!text.includes(point.of) || --left > 0) return work()
    if (point.when === 'after') work()
    process.kill(process.pid, 'SIGKILL')
    // The signal may come a moment later: until then this thread does nothing more.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    return work()
  }
  if (point.call === 'rename') {
    const rename = fs.renameSync
    fs.renameSync = (from, to) => around(String(from), () => rename(from, to))
  } else {
    type Run = (this: Database.Statement, ...values: unknown[]) => Database.RunResult
    const memory = new Database(':memory:')
    const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as { run: Run }
    memory.close()
    const { run } = statement
    statement.run = function (...values) {
      return around(this.source, () => run.apply(this, values))
    }
  }
}
