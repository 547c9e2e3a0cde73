import fs from 'node:fs'
import path from 'node:path'
import { expandFolders } from '#main/engine/expand-folders.ts'
import type { Engine } from '#main/engine/open-engine.ts'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { findManifest } from '#main/exports/restore-folder.service.ts'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportAnalysis, ImportOutcome } from '#shared/contract/imports.contract.ts'
import { type ConflictPolicies, policiesFor, policyField } from '#shared/domain/conflict-policy.ts'
import type { FolderRestored } from '#shared/domain/export-folder.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'
import { ImportTarget } from '#shared/domain/import-field.ts'
import { withEngine } from './archive-commands.ts'
import { type Command, type CommandContext, type Flags, writeError } from './command.ts'

/**
 * `import FILE… --archive A`: one JSON line per file (and sheet, with --all-sheets); a folder stands for the tables in it. What
 * fails does not stop the next one.
 */
export const runImport: Command = async (files, flags, context) => {
  if (files.length === 0) throw new AppError('usage', { commands: 'import FILE|FOLDER… --archive A' })
  const wanted = planOptionsOf(flags)
  const map = mapOf(flags)
  return withEngine(flags, context, async engine => {
    let isEverythingImported = true
    const attempt = async (file: string, sheet: string | null, work: () => Promise<object>) => {
      const about = { file, ...(sheet === null ? {} : { sheet }) }
      try {
        context.write(JSON.stringify({ ...about, ...(await work()) }))
      } catch (error) {
        writeError(toAppErrorData(error), context, about)
        isEverythingImported = false
      }
    }
    for (const named of files) {
      const wholeFolder = path.resolve(context.folder, named)
      if (findManifest(wholeFolder)) {
        await attempt(named, null, () => importWhole(engine, wholeFolder))
        continue
      }
      for (const { file, filePath, skipped } of filesOf(named, context.folder)) {
        if (skipped !== null) {
          context.write(JSON.stringify({ file, skipped }))
          continue
        }
        const first = importFile(engine, filePath, wanted, map, flags, context)
        await attempt(file, flags.sheet ?? null, async () => (await first).answer)
        const others =
          flags['all-sheets'] === true
            ? await first.then(
                done => done.otherSheets,
                () => [],
              )
            : []
        for (const sheetName of others)
          await attempt(
            file,
            sheetName,
            async () =>
              (await importFile(engine, filePath, { ...wanted, sheetName }, map, flags, context)).answer,
          )
      }
    }
    return isEverythingImported
  })
}

/** A file as it was named, or the files of a folder; one that is missing is told by its own line. */
function filesOf(named: string, folder: string) {
  const filePath = path.resolve(folder, named)
  if (!fs.existsSync(filePath)) return [{ file: named, filePath, skipped: null }]
  return expandFolders([filePath]).map(found => ({
    file: found.folder === null ? named : path.join(path.dirname(named), found.folder, found.name),
    filePath: found.filePath,
    skipped: found.skipped,
  }))
}

/** A folder that holds a whole archive goes in as it is, if the archive is empty. */
async function importWhole(engine: Engine, folder: string): Promise<object> {
  const { targetToken } = engine.files.registerTarget(folder, true)
  const { importBatchId, ...rest } = (await engine.run('exports.restoreWhole', {
    targetToken,
  })) as FolderRestored
  return { batchId: importBatchId, ...rest }
}

async function importFile(
  engine: Engine,
  filePath: string,
  wanted: ImportPlanOptions,
  map: Readonly<Record<string, ImportTarget | null>>,
  flags: Flags,
  context: CommandContext,
): Promise<{ readonly answer: object; readonly otherSheets: readonly string[] }> {
  const { fileToken } = engine.files.register(filePath)
  const staged = (await engine.run('imports.stage', {
    fileToken,
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.separator === undefined ? {} : { separator: flags.separator }),
    ...(flags.password === undefined ? {} : { password: flags.password }),
    ...(flags.unremembered === true ? { isUnremembered: true } : {}),
  })) as { stagingId: string }
  const { stagingId } = staged
  try {
    const proposed = await engine.call('imports.preview', { stagingId, options: wanted })
    const options = { ...wanted, mapping: mappingOf(proposed, map) }
    const preview = await engine.call('imports.preview', { stagingId, options })
    refuseOpenQuestions(preview, flags)
    const outcome = (await engine.run('imports.commit', {
      stagingId,
      options,
      previewRevision: null,
      isDryRun: flags['dry-run'] === true,
    })) as ImportOutcome
    if (flags.rejected !== undefined) {
      const query =
        outcome.importBatchId === null
          ? { importBatchId: null, stagingId }
          : { importBatchId: outcome.importBatchId, stagingId: null }
      const rejected = await engine.rejectedRows(query)
      await saveRejectedRows(path.resolve(context.folder, flags.rejected), rejected, context.language)
    }
    const { importBatchId, ...rest } = outcome
    const answer = {
      batchId: importBatchId,
      ...rest,
      stages: await stagesOf(engine, outcome),
      ...recallOf(preview),
      ...(flags.rejected === undefined ? {} : { rejectedFile: flags.rejected }),
    }
    const otherSheets = preview.sheets.filter(
      sheet => sheet.name !== preview.sheetName && !sheet.isHidden && sheet.rowCount > 1,
    )
    return { answer, otherSheets: otherSheets.map(sheet => sheet.name) }
  } finally {
    await engine.call('imports.discard', { stagingId }).catch(() => undefined)
  }
}

/** The four stages that the window shows, with the same counts; what was not written is not analysed. */
async function stagesOf(engine: Engine, outcome: ImportOutcome): Promise<object> {
  const { importBatchId, stages, customersCreated, ordersCreated, linesCreated } = outcome
  const { tidiedCells, damagedCells, identitiesFound, valuesChanged, customersRescored } = stages
  const analysis =
    importBatchId === null ? {} : ((await engine.run('imports.analyse', { importBatchId })) as ImportAnalysis)
  return {
    clean: { rows: outcome.rows, tidiedCells, damagedCells },
    enter: { customersCreated, ordersCreated, linesCreated },
    analyse: { identitiesFound, ...analysis },
    update: { valuesChanged, customersRescored },
  }
}

/** What was taken from memory or from a preset, so that nothing happens unseen. */
function recallOf(preview: ImportPreview): object {
  const { recalled, presetCode, columns } = preview
  const headerOf = (columnIndex: number) => columns[columnIndex]?.header ?? ''
  const renamed = columns.filter(column => column.wasHeader !== null)
  const readAs = {
    ...(preview.encodingOrigin === 'remembered' ? { encoding: preview.encoding } : {}),
    ...(preview.separatorOrigin === 'remembered' ? { separator: preview.separator } : {}),
  }
  return {
    ...(Object.keys(readAs).length === 0 ? {} : { readAsBefore: readAs }),
    ...(presetCode === null ? {} : { preset: presetCode }),
    ...(recalled === null
      ? {}
      : {
          remembered: { platform: recalled.platform, shop: recalled.shop },
          newColumns: recalled.newColumns.map(headerOf),
          renamedColumns: Object.fromEntries(renamed.map(column => [column.header, column.wasHeader])),
          removedColumns: recalled.removedHeaders,
        }),
  }
}

function planOptionsOf(flags: Flags): ImportPlanOptions {
  const { kind, balance } = flags
  if (kind !== undefined && kind !== 'customers' && kind !== 'orders')
    throw new AppError('import-kind-unclear')
  if (balance !== undefined && balance !== 'replace' && balance !== 'skip')
    throw new AppError('usage', { commands: '--balance replace|skip' })
  const headerRow = numberOf(flags['header-row'], 0, 1_048_576, '--header-row N (0: none)')
  const headerRowCount = numberOf(flags['header-rows'], 1, 3, '--header-rows 1|2|3')
  return {
    ...(flags.sheet === undefined ? {} : { sheetName: flags.sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(headerRowCount === undefined ? {} : { headerRowCount }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
    ...(flags.unremembered === true ? { isUnremembered: true } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(flags.platform === undefined ? {} : { platform: flags.platform }),
    shop: flags.shop ?? '',
    isShopConfirmed: flags.shop !== undefined,
    ...(balance === undefined ? {} : { balance }),
    ...(flags.policy === undefined ? {} : { policies: policiesOf(flags.policy) }),
    ...(flags.restore === true ? { restoreFromBin: true } : {}),
  }
}

function numberOf(text: string | undefined, least: number, most: number, usage: string): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new AppError('usage', { commands: usage })
  return value
}

/**
 * Reads --policy: what becomes of values that the archive has, by field.
 *
 * Errors: import-unknown-field; usage for a policy that the field does not have.
 * Example: 'address=fill-blanks,orderPaid=skip' -> { address: 'fill-blanks', orderPaid: 'skip' }
 */
function policiesOf(text: string): ConflictPolicies {
  const policies: ConflictPolicies = {}
  for (const part of text.split(',')) {
    const [name, value] = part.split('=').map(word => word.trim())
    const field = ImportTarget.safeParse(name)
    if (!field.success) throw new AppError('import-unknown-field', { field: name ?? '' })
    const choices = policiesFor(field.data)
    const policy = choices.find(choice => choice === value)
    if (!policy) throw new AppError('usage', { commands: `--policy ${field.data}=${choices.join('|')}` })
    policies[policyField(field.data)] = policy
  }
  return policies
}

/** --map names headers; null leaves a column out. Errors: import-unknown-field. */
function mapOf(flags: Flags): Readonly<Record<string, ImportTarget | null>> {
  if (flags.map === undefined) return {}
  let map: unknown
  try {
    map = JSON.parse(flags.map)
  } catch {
    throw new AppError('usage', { commands: `--map '{"header":"field"}'` })
  }
  const result: Record<string, ImportTarget | null> = {}
  for (const [header, field] of Object.entries(map as Record<string, unknown>)) {
    const parsed = ImportTarget.nullable().safeParse(field)
    if (!parsed.success) throw new AppError('import-unknown-field', { field: String(field) })
    result[header] = parsed.data
  }
  return result
}

function mappingOf(
  preview: ImportPreview,
  map: Readonly<Record<string, ImportTarget | null>>,
): Record<string, ImportTarget | null> {
  const mapping: Record<string, ImportTarget | null> = {}
  for (const column of preview.columns) {
    const field = map[column.header] ?? map[column.header.trim()]
    if (field !== undefined) mapping[String(column.columnIndex)] = field
  }
  return mapping
}

function refuseOpenQuestions(preview: ImportPreview, flags: Flags): void {
  const { questions } = preview
  if (questions.includes('choose-kind') && flags.kind === undefined) throw new AppError('import-kind-unclear')
  if (questions.includes('map-required-field'))
    throw new AppError('import-mapping-incomplete', { fields: preview.missingFields.join(', ') })
  if (questions.includes('shop-differs')) throw new AppError('shop-differs')
  if (questions.includes('balance-overlaps')) throw new AppError('balance-overlaps')
}
