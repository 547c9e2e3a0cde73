import fs from 'node:fs'
import path from 'node:path'
import { createArchiveFolder, openArchiveFolder } from '#main/archives/archive-folder.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable, type WritableDatabase } from '#main/database/open-database.ts'
import { commitAndDiscard } from '#main/imports/commit.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import type { OpenedFile } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { appendStaging, beginStaging, finishStaging } from '#main/imports/staging.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportKind } from '#shared/domain/import-field.ts'
import { benchBackup } from './backup-bench.ts'
import { insertBare } from './bare-inserts.ts'
import type { BenchContext } from './bench-context.ts'
import { writeBenchWorkbook } from './bench-files.ts'
import type { BenchRow } from './bench-row.ts'
import { customerTable, orderTable } from './bench-tables.ts'
import { measureProcess, measureThread } from './measure.ts'

const indexSlice = 1000
const job = { isCancelled: () => false, progress: () => undefined }
const act = { actor: 'operator', now: '2025-01-01T00:00:00.000Z' }

/** What one file cost step by step. Units: ms of CPU. */
type Steps = {
  readonly parse: number
  readonly commit: number
  readonly index: number
  readonly outcome: ImportOutcome
}

/** Imports customers, then their orders, into an empty archive; makes a backup; takes the orders and then the customers back. */
export async function benchImport({ folder, size }: BenchContext): Promise<BenchRow[]> {
  const { importedCustomers } = size
  const files = [
    ['customers', await writeBenchWorkbook(customerTable(importedCustomers), 'customers.xlsx')],
    ['orders', await writeBenchWorkbook(orderTable(importedCustomers), 'orders.xlsx')],
  ] as const
  const archiveFolder = path.join(folder, '样例导入.kehu')
  createArchiveFolder(archiveFolder, () => undefined)
  const archive = openArchiveFolder(archiveFolder)
  const writer = openWritable({
    file: archive.paths.database,
    key: archive.key,
    migrations,
    mustCheck: false,
    beforeUpgrade: () => undefined,
  })
  try {
    const context = {
      db: writer.db,
      archivePath: archiveFolder,
      key: archive.key,
      act: () => act,
      setCacheSize: writer.setCacheSize,
    }
    const start = performance.now()
    const steps: Steps[] = []
    for (const [kind, file] of files) steps.push(await importFile(context, kind, file))
    const wallMs = performance.now() - start
    const bare = insertBare(writer.db, path.join(folder, 'bare.db'), archive.key)
    writer.checkpoint()
    const backup = benchBackup(archive)
    const undoMs = undoAll(writer, steps)
    return [...rowsOf(steps, { bareMs: bare, undoMs, wallMs }), backup]
  } finally {
    writer.close()
    archive.close({ isClean: true })
    fs.rmSync(archiveFolder, { recursive: true })
  }
}

type Context = Parameters<typeof commitAndDiscard>[0]

async function importFile(context: Context, kind: ImportKind, filePath: string): Promise<Steps> {
  const { db, archivePath } = context
  const file = { fileName: path.basename(filePath), filePath, sizeBytes: fs.statSync(filePath).size }
  const { stagingId } = beginStaging(db, archivePath, file)
  const parse = await measureProcess(() => stage(context, stagingId, filePath))
  const request = { stagingId, options: { kind, shop: '样例店' }, previewRevision: null }
  const commit = measureThread(() => commitAndDiscard(context, request, job))
  const index = measureThread(() => indexAll(db))
  if (commit.value.rejected > 0) throw new Error(`${commit.value.rejected} rows rejected`)
  return { parse: parse.cpuMs, commit: commit.cpuMs, index: index.cpuMs, outcome: commit.value }
}

async function stage({ db }: Context, stagingId: string, filePath: string): Promise<void> {
  let opened: OpenedFile | undefined
  const encoder = new TextEncoder()
  const { rowsPerSheet } = await readFile(
    filePath,
    {},
    {
      opened: file => {
        opened = file
      },
      batch: ({ sheetIndex, rows }) =>
        appendStaging(db, {
          stagingId,
          sheetIndex,
          rowCount: rows.length,
          body: encoder.encode(JSON.stringify(rows)),
        }),
    },
    () => false,
  )
  if (!opened) throw new Error('a file that was read was opened')
  finishStaging(db, { stagingId, file: opened, rowsPerSheet })
}

function indexAll(db: WritableDatabase['db']): void {
  while (indexQueuedCustomers(db, indexSlice) > 0);
}

/** Takes the imports back, the last one first, until the index knows it too. Units: ms of CPU. */
function undoAll({ db, setCacheSize }: WritableDatabase, steps: readonly Steps[]): number {
  setCacheSize(128)
  const { cpuMs } = measureThread(() => {
    for (const { outcome } of steps.toReversed()) {
      undoImport(db, { importBatchId: outcome.importBatchId ?? 0, edited: null }, act, job)
      indexAll(db)
    }
  })
  const left = db.prepareRead<{ rows: number }>(
    'SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM sales_order) + (SELECT count(*) FROM order_line) AS rows',
  )
  if (left.get()?.rows !== 0) throw new Error('an undo leaves nothing of its import')
  return cpuMs
}

function rowsOf(
  steps: readonly Steps[],
  costs: { bareMs: number; undoMs: number; wallMs: number },
): BenchRow[] {
  const sum = (pick: (one: Steps) => number) => steps.reduce((total, one) => total + pick(one), 0)
  const customers = sum(({ outcome }) => outcome.customersCreated)
  const orders = sum(({ outcome }) => outcome.ordersCreated)
  const lines = sum(({ outcome }) => outcome.linesCreated)
  const written = customers + orders + lines
  const parse = sum(one => one.parse)
  const commit = sum(one => one.commit)
  const index = sum(one => one.index)
  const perSecond = (ms: number) => written / (ms / 1000)
  return [
    {
      name: 'import: commit to an empty search queue',
      unit: 'rows/s CPU',
      ours: perSecond(commit + index),
      peer: { name: 'bare inserts', value: perSecond(costs.bareMs) },
      target: { kind: 'at-least', value: 30_000 },
      note: [customers, orders, lines].map(count => count.toLocaleString('en')).join(' + '),
    },
    { name: '  read and staged', unit: 's CPU', ours: parse / 1000 },
    {
      name: '  committed',
      unit: 's CPU',
      ours: commit / 1000,
      peer: { name: 'bare inserts', value: costs.bareMs / 1000 },
    },
    {
      name: '  indexed',
      unit: 's CPU',
      ours: index / 1000,
      note: `all three ${(costs.wallMs / 1000).toFixed(1)} s by the clock`,
    },
    {
      name: 'undo of both imports',
      unit: 's CPU',
      ours: costs.undoMs / 1000,
      peer: { name: 'its import', value: (commit + index) / 1000 },
      target: { kind: 'ratio-at-most', value: 0.5 },
    },
  ]
}
