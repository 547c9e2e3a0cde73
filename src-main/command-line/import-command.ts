import path from 'node:path'
import type { Engine } from '#main/engine/open-engine.ts'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'
import { ImportFieldName } from '#shared/domain/import-field.ts'
import { withEngine } from './archive-commands.ts'
import { type Command, type CommandContext, type Flags, writeError } from './command.ts'

/** `import FILE… --archive A`: one JSON line per file; a file that fails does not stop the next one. */
export const runImport: Command = async (files, flags, context) => {
  if (files.length === 0) throw new AppError('usage', { commands: 'import FILE… --archive A' })
  const wanted = planOptionsOf(flags)
  const map = mapOf(flags)
  return withEngine(flags, context, async engine => {
    let isEverythingImported = true
    for (const file of files) {
      try {
        context.write(
          JSON.stringify({
            file,
            ...(await importFile(engine, path.resolve(context.folder, file), wanted, map, flags, context)),
          }),
        )
      } catch (error) {
        writeError(toAppErrorData(error), context, { file })
        isEverythingImported = false
      }
    }
    return isEverythingImported
  })
}

async function importFile(
  engine: Engine,
  filePath: string,
  wanted: ImportPlanOptions,
  map: Readonly<Record<string, ImportFieldName | null>>,
  flags: Flags,
  context: CommandContext,
): Promise<Readonly<Record<string, unknown>>> {
  const { fileToken } = engine.files.register(filePath)
  const staged = (await engine.run('imports.stage', {
    fileToken,
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
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
      const rejected = await engine.call('imports.rejectedRows', query)
      await saveRejectedRows(path.resolve(context.folder, flags.rejected), rejected, context.language)
    }
    const { importBatchId, ...rest } = outcome
    return {
      batchId: importBatchId,
      ...rest,
      ...(flags.rejected === undefined ? {} : { rejectedFile: flags.rejected }),
    }
  } finally {
    await engine.call('imports.discard', { stagingId }).catch(() => undefined)
  }
}

function planOptionsOf(flags: Flags): ImportPlanOptions {
  const { kind, balance } = flags
  if (kind !== undefined && kind !== 'customers' && kind !== 'orders')
    throw new AppError('import-kind-unclear')
  if (balance !== undefined && balance !== 'replace' && balance !== 'skip')
    throw new AppError('usage', { commands: '--balance replace|skip' })
  const headerRow = flags['header-row'] === undefined ? undefined : Number(flags['header-row'])
  return {
    ...(flags.sheet === undefined ? {} : { sheetName: flags.sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(kind === undefined ? {} : { kind }),
    ...(flags.platform === undefined ? {} : { platform: flags.platform }),
    shop: flags.shop ?? '',
    isShopConfirmed: flags.shop !== undefined,
    ...(balance === undefined ? {} : { balance }),
    ...(flags.restore === true ? { restoreFromBin: true } : {}),
  }
}

/** --map names headers; null leaves a column out. Errors: import-unknown-field. */
function mapOf(flags: Flags): Readonly<Record<string, ImportFieldName | null>> {
  if (flags.map === undefined) return {}
  let map: unknown
  try {
    map = JSON.parse(flags.map)
  } catch {
    throw new AppError('usage', { commands: `--map '{"header":"field"}'` })
  }
  const result: Record<string, ImportFieldName | null> = {}
  for (const [header, field] of Object.entries(map as Record<string, unknown>)) {
    const parsed = ImportFieldName.nullable().safeParse(field)
    if (!parsed.success) throw new AppError('import-unknown-field', { field: String(field) })
    result[header] = parsed.data
  }
  return result
}

function mappingOf(
  preview: ImportPreview,
  map: Readonly<Record<string, ImportFieldName | null>>,
): Record<string, ImportFieldName | null> {
  const mapping: Record<string, ImportFieldName | null> = {}
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
