import fs from 'node:fs'
import path from 'node:path'
import { commitImport } from '#main/imports/commit.service.ts'
import type { OpenedFile, RawCell, RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { appendStaging, beginStaging, finishStaging } from '#main/imports/staging.service.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

/** A table as a file would hold it: rows of cells, the headings among them. */
export type Table = readonly (readonly RawCell[])[]

/** An archive in a folder of its own, with the steps of an import. */
export class ImportArchive {
  readonly database: TestDatabase = openTestDatabase()
  readonly archivePath = path.dirname(this.database.file)
  now = '2026-08-16T02:00:00.000Z'
  private fileCount = 0

  get db() {
    return this.database.db
  }

  readonly archiveMark = '0123456789abcdef'
  get context() {
    return {
      db: this.db,
      archivePath: this.archivePath,
      key: this.database.key,
      archiveMark: '0123456789abcdef',
      act: () => ({ actor: 'tester', now: this.now }),
      setCacheSize: (megabytes: number) =>
        void this.db.prepare(`PRAGMA cache_size = -${1024 * megabytes}`).run(),
    }
  }

  /** Stages a table as one sheet; the answer is its staging id. */
  stage(table: Table, sheetName = ''): string {
    return this.stageRows(
      table.map((cells, index) => ({ rowNumber: index + 1, cells })),
      sheetName,
    )
  }

  stageRows(rows: readonly RawRow[], sheetName = '', fileName = `table-${++this.fileCount}.csv`): string {
    const filePath = path.join(this.archivePath, fileName)
    fs.writeFileSync(filePath, JSON.stringify(rows))
    const { stagingId } = beginStaging(this.db, this.archivePath, {
      fileName,
      filePath,
      sizeBytes: fs.statSync(filePath).size,
    })
    for (let start = 0; start < rows.length; start += 1000) {
      const chunk = rows.slice(start, start + 1000)
      const body = new TextEncoder().encode(JSON.stringify(chunk))
      appendStaging(this.db, { stagingId, sheetIndex: 0, rowCount: chunk.length, body })
    }
    const file: OpenedFile = { format: 'text', sheets: [{ name: sheetName, isHidden: false }] }
    finishStaging(this.db, { stagingId, file, rowsPerSheet: [rows.length] })
    return stagingId
  }

  /** Stages a real file through the file reader's own code. */
  async stageFile(filePath: string): Promise<string> {
    const { stagingId } = beginStaging(this.db, this.archivePath, {
      fileName: path.basename(filePath),
      filePath,
      sizeBytes: fs.statSync(filePath).size,
    })
    let opened: OpenedFile | undefined
    const sink = {
      opened: (file: OpenedFile) => {
        opened = file
      },
      batch: (batch: { sheetIndex: number; rows: readonly RawRow[] }) => {
        const body = new TextEncoder().encode(JSON.stringify(batch.rows))
        appendStaging(this.db, { stagingId, sheetIndex: batch.sheetIndex, rowCount: batch.rows.length, body })
      },
    }
    const { rowsPerSheet } = await readFile(filePath, {}, sink, () => false)
    if (!opened) throw new Error('a file that was read was opened')
    finishStaging(this.db, { stagingId, file: opened, rowsPerSheet })
    return stagingId
  }

  commit(
    stagingId: string,
    options: ImportPlanOptions = {},
    request: { isDryRun?: boolean; previewRevision?: string | null; isCancelled?: () => boolean } = {},
  ): ImportOutcome {
    this.now = new Date(Date.parse(this.now) + 60_000).toISOString()
    return commitImport(
      this.context,
      { stagingId, options, previewRevision: request.previewRevision ?? null, isDryRun: request.isDryRun },
      { isCancelled: request.isCancelled ?? (() => false), progress: () => undefined },
    )
  }

  /** Stages and commits a table; an order file is of no named shop unless the options say otherwise. */
  import(table: Table, options: ImportPlanOptions = {}): ImportOutcome {
    return this.commit(this.stage(table), { shop: '', ...options })
  }

  /** Reads rows of the archive; for expectations. */
  rows<Row = Record<string, unknown>>(sql: string): Row[] {
    return this.db.prepareRead<Row>(sql).all()
  }

  /** All tables that hold the archive's content, for comparing before and after. */
  dump(): Record<string, unknown[]> {
    const tables = [
      ...['customer', 'contact_point', 'customer_identity', 'tag', 'customer_tag', 'product', 'sales_order'],
      ...['order_line', 'refund', 'opening_balance', 'customer_total'],
    ]
    return Object.fromEntries(tables.map(table => [table, this.rows(`SELECT * FROM ${table} ORDER BY 1`)]))
  }

  close(): void {
    this.database.close()
  }
}

/** The verdict counts of an outcome. */
export function verdictsOf({ rows, created, updated, unchanged, rejected }: ImportOutcome) {
  return { rows, created, updated, unchanged, rejected }
}
