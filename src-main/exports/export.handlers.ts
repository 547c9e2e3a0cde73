import type { FileStore } from '#main/attachments/file-store.service.ts'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { listFields } from '#main/fields/field.service.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { defaultExportChoices, ExportChoices } from '#shared/domain/export.ts'
import { type EverythingRequest, type WrittenFolder, writeEverything } from './everything.service.ts'
import {
  columnsOf,
  type ExportJob,
  type ExportRequest,
  type WrittenExport,
  writeExport,
} from './export.service.ts'
import { fieldColumnsOf } from './field-cells.ts'
import { restoreFolder } from './restore-folder.service.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished-export.service.ts'

const choicesKey = 'export.choices'

/** Answers on main: what was chosen last. */
export const exportQueries = (db: ReadableDb) =>
  ({
    'exports.getChoices': () => getSetting(db, choicesKey, ExportChoices) ?? defaultExportChoices,
  }) satisfies Pick<Handlers, 'exports.getChoices'>

/** Runs on a reader of its own. */
export const exportMethods = (db: ReadableDb, archiveMark: string, store: FileStore) => ({
  'internal.export': (request: ExportRequest, job: ExportJob) => writeExport(db, archiveMark, request, job),
  'internal.everything': (request: EverythingRequest, job: ExportJob) =>
    writeEverything(db, archiveMark, store, request, job),
})

/** Runs on the writer: an export is written down, and its choices are kept for the next one. */
export const exportCommands = (
  db: WritableDb,
  store: FileStore,
  act: () => { readonly actor: string; readonly now: string },
) => ({
  'internal.beginExport': ({ unfinished }: { unfinished: string }) => rememberUnfinished(db, unfinished),
  'internal.endExport': ({ unfinished }: { unfinished: string }) => forgetUnfinished(db, unfinished),
  'internal.recordExport': ({ choices, written }: { choices: ExportChoices; written: WrittenExport }) => {
    const { actor, now } = act()
    db.transaction(() => {
      saveSetting(db, choicesKey, choices)
      recordAuditEvent(db, {
        made_at: now,
        actor,
        action: 'export.written',
        subject: subjectOf(choices, written, columnsOf(choices, fieldColumnsOf(listFields(db)))),
        digest: written.sha256,
      })
    })
    return null
  },
  'internal.recordEverything': (written: WrittenFolder) => {
    const { actor, now } = act()
    const rows = Object.fromEntries(written.tables.map(({ name, rowCount }) => [name, rowCount]))
    recordAuditEvent(db, {
      made_at: now,
      actor,
      action: 'export.everything',
      subject: JSON.stringify({ rows }),
      digest: written.sha256,
    })
    return null
  },
  'internal.restoreFolder': ({ folder }: { folder: string }, job: ExportJob) =>
    restoreFolder(db, store, { folder, ...act() }, job),
})

/** What was exported, without a person's data: kind, purpose, counts, columns. */
function subjectOf(
  choices: ExportChoices,
  written: WrittenExport,
  exported: ReturnType<typeof columnsOf>,
): string {
  const { table, format, purpose, isMasked } = choices
  const { rowCount, customerCount, refusedCount } = written
  const columns = exported.map(({ name }) => name)
  return JSON.stringify({ table, format, purpose, isMasked, rowCount, customerCount, refusedCount, columns })
}
