import fs from 'node:fs'
import path from 'node:path'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { importFields } from '#shared/domain/import-field.ts'
import type { Command, CommandContext, Flags } from './command.ts'

const appVersion = '0.1.0'

/** `create A.kehu`: a new archive; import never makes one. */
export const create: Command = async (words, flags, context) => {
  const folder = onlyWord(words, 'create A.kehu', context)
  const currency = CurrencyCode.safeParse(flags.currency ?? 'CNY')
  if (!currency.success) throw new AppError('usage', { commands: 'create A.kehu --currency CNY' })
  createArchiveFolder(folder, db => {
    saveArchiveSettings(db, { currency: currency.data })
  })
  context.write(JSON.stringify({ archive: path.basename(folder), currency: currency.data }))
  return true
}

/** `fields`: the names that --map takes. */
export const listFields: Command = async (_words, _flags, context) => {
  for (const field of importFields)
    context.write(JSON.stringify({ field: field.name, of: field.of, value: field.value, kinds: field.kinds }))
  return true
}

/** `search TEXT --archive A`. */
export const search: Command = async (words, flags, context) => {
  if (words.length === 0) throw new AppError('usage', { commands: 'search TEXT --archive A' })
  return withEngine(flags, context, async engine => {
    const limit = Math.min(200, Math.max(1, Number(flags.limit ?? 50) || 50))
    await engine.whenIndexed()
    const found = await engine.call('search.customers', { text: words.join(' '), limit })
    const rows = found.hits.map(hit => ({
      customerId: hit.customer.customerId,
      archiveNumber: hit.customer.archiveNumber,
      name: hit.customer.name,
      phone: hit.customer.phone,
      address: hit.customer.address,
      matches: hit.matches,
    }))
    context.write(
      JSON.stringify({ total: found.total, isCapped: found.isCapped, rows, elapsedMs: found.elapsedMs }),
    )
    return true
  })
}

/** `stats --archive A`. */
export const showStats: Command = async (_words, flags, context) =>
  withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('archives.stats', {})))
    return true
  })

/** `undo BATCH --archive A [--edited keep|revert]`. */
export const undo: Command = async (words, flags, context) => {
  const importBatchId = Number(words[0])
  const { edited } = flags
  if (!Number.isInteger(importBatchId) || (edited !== undefined && edited !== 'keep' && edited !== 'revert'))
    throw new AppError('usage', { commands: 'undo BATCH --archive A [--edited keep|revert]' })
  return withEngine(flags, context, async engine => {
    if (edited === undefined) {
      const preview = await engine.call('imports.previewUndo', { importBatchId })
      if (preview.conflictCount > 0) {
        context.write(
          JSON.stringify({
            importBatchId,
            conflictCount: preview.conflictCount,
            conflicts: preview.conflicts,
          }),
        )
        throw new AppError('import-conflicts', { count: preview.conflictCount })
      }
    }
    context.write(JSON.stringify(await engine.run('imports.undo', { importBatchId, edited: edited ?? null })))
    return true
  })
}

/** Opens the archive of the flags for one command and closes it afterwards. */
export async function withEngine(
  flags: Flags,
  context: CommandContext,
  work: (engine: Engine) => Promise<boolean>,
): Promise<boolean> {
  if (!flags.archive) throw new AppError('usage', { commands: '--archive A.kehu' })
  const engine = await openEngine({
    archivePath: path.resolve(context.folder, flags.archive),
    appVersion,
    spawnFileReader: spawnFileReaderWithFork,
  })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/** Parses the day of --as-of. */
export function dayOf(flags: Flags): CalendarDate {
  const day = CalendarDate.safeParse(flags['as-of'])
  if (!day.success) throw new AppError('usage', { commands: '--as-of YYYY-MM-DD' })
  return day.data
}

/** Reads a JSON file named by a flag. */
export function readJson(file: string, context: CommandContext): unknown {
  const filePath = path.resolve(context.folder, file)
  if (!fs.existsSync(filePath)) throw new AppError('file-missing', { name: path.basename(filePath) })
  try {
    return JSON.parse(fs.readFileSync(filePath, 'utf8'))
  } catch {
    throw new AppError('rule-invalid')
  }
}

function onlyWord(words: readonly string[], usage: string, context: CommandContext): string {
  const [word] = words
  if (!word || words.length !== 1) throw new AppError('usage', { commands: usage })
  return path.resolve(context.folder, word)
}
