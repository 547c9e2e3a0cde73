import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect } from 'vitest'
import { listBackups, verifyBackup } from '#main/database/backup.ts'
import { removeUnfinishedExports } from '#main/exports/unfinished-export.service.ts'
import { removeHalfStaged } from '#main/imports/left-staging.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { withArchive } from '#test/helpers/test-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/** Right before or after the n-th rename of a file, or statement of the database, whose text holds `of`. */
export type KillPoint = {
  readonly when: 'before' | 'after'
  readonly call: 'rename' | 'statement'
  readonly of: string
  readonly nth?: number
}

/** When a process is killed: at a point of its own work, or so long after it said a word. */
export type KillMoment = KillPoint | { readonly said: string; readonly laterMs?: number }

/** What work-until-killed.ts can do; `place` is the file read, the number of the import or the folder written. */
export type Work = {
  readonly work: 'read' | 'import' | 'undo' | 'compact' | 'backup' | 'everything'
  readonly place?: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const script = fileURLToPath(new URL('./work-until-killed.ts', import.meta.url))
const hook = fileURLToPath(new URL('./kill-at.ts', import.meta.url))

/**
 * Does work in processes that are killed, on copies of an archive. The engine is bundled once, as the program is: from
 * source each of its threads would take a second to start.
 */
export class KilledWork {
  readonly folder = makeTestFolder()
  private readonly bundle = path.join(this.folder, 'bundle')

  async prepare(): Promise<void> {
    const thread = (name: string) => path.join(root, 'src-main', 'threads', `${name}.ts`)
    await build({
      configFile: path.join(root, 'src-main/vite.config.ts'),
      mode: 'work',
      logLevel: 'warn',
      build: {
        outDir: this.bundle,
        sourcemap: false,
        rolldownOptions: {
          input: {
            work: script,
            'writer.worker': thread('writer.worker'),
            'reader.worker': thread('reader.worker'),
            'file-reader.process': thread('file-reader.process'),
          },
        },
      },
    })
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /** A copy of an archive, in a folder of its own. */
  copyOf(archive: string, name: string): string {
    const copy = path.join(this.folder, name, '样例店.kehu')
    fs.cpSync(archive, copy, { recursive: true })
    return copy
  }

  /** Does the work to its end. */
  async finish(archive: string, work: Work): Promise<void> {
    expect(await this.start(archive, work).ended).toEqual([0, null])
  }

  /** Does the work until the moment has come, or to its end when that is sooner. */
  async killAt(archive: string, work: Work, moment: KillMoment): Promise<void> {
    if (!('said' in moment)) {
      expect(await this.start(archive, work, moment).ended).toEqual([null, 'SIGKILL'])
      return
    }
    const { child, ended } = this.start(archive, work)
    let said = ''
    for await (const chunk of child.stdout ?? []) {
      said += String(chunk)
      if (said.split('\n').includes(moment.said)) break
    }
    await new Promise(resolve => setTimeout(resolve, moment.laterMs ?? 0))
    child.kill('SIGKILL')
    await ended
  }

  private start(archive: string, { work, place = '' }: Work, point?: KillPoint) {
    const env = {
      ...process.env,
      NODE_PATH: path.join(root, 'node_modules'),
      NODE_COMPILE_CACHE: path.join(this.folder, 'compiled'),
      ...(point ? { KEHU_KILL_AT: JSON.stringify(point) } : {}),
    }
    const preload = point ? ['--import', hook] : []
    const child = spawn(
      process.execPath,
      [...preload, path.join(this.bundle, 'work.cjs'), archive, work, place],
      { env, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    return { child, ended: once(child, 'exit') }
  }
}

/** Writes a file of orders of one line each; every third customer buys again. */
export function writeOrders(work: KilledWork, name: string, first: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const buyer = Math.floor(((first + index) * 2) / 3)
    const phone = `1380${String(buyer).padStart(7, '0')}`
    return `S${first + index},样例${buyer},${phone},2026-03-01 10:00:00,交易成功,样牌奶粉${index % 40},1,20.00`
  })
  const head = '订单编号,收货人姓名,联系手机,订单创建时间,订单状态,宝贝标题,宝贝数量,买家实付金额'
  const filePath = path.join(work.folder, name)
  fs.writeFileSync(filePath, [head, ...rows, ''].join('\n'))
  return filePath
}

/** What is in no comparison: the search index, which is searched instead, and columns that are read anew when they are missing. */
const derived = /^(search_|column_|stale_row|sqlite_)/

/**
 * Opens an archive as the program does after an unclean end, checks it, and reads every table. What was half done is gone
 * then; a file that was read whole is `offered`.
 */
export function openAfterKill(archive: string): { readonly content: object; readonly offered: string[] } {
  const opened = withArchive(archive, ({ db }, { paths, key }) => {
    const offered = removeHalfStaged(db, paths.folder, key)
    removeUnfinishedExports(db)
    expect(fs.readdirSync(paths.staging).toSorted()).toEqual(offered.map(id => `${id}.db`).toSorted())
    expect(db.prepareRead('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    const { count } = db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM customer').get() as {
      count: number
    }
    expect(searchCustomers(db, '样例', 5).total).toBe(count)
    const tables = db
      .prepareRead<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .filter(({ name }) => !derived.test(name))
    const rowsOf = (table: string) =>
      db
        .prepareRead<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`)
        .all()
        .map(withoutTimes)
        .filter(({ key: name, value }) => name !== 'exports.unfinished' || value !== '[]')
    return { content: Object.fromEntries(tables.map(({ name }) => [name, rowsOf(name)])), offered }
  })
  expect(listBackups(archive).filter(({ file }) => !verifyBackup(file).isGood)).toEqual([])
  expect(leftOvers(path.dirname(archive))).toEqual([])
  return opened
}

const withoutTimes = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/_at$|^elapsed_ms$|^digest$/.test(name)))

/** Files that nobody would ever remove. */
function leftOvers(folder: string): string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[]).filter(name =>
    /\.tmp$|-journal$|-wal$|-shm$|\.lock/.test(name),
  )
}
