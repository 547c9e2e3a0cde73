import path from 'node:path'
import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  defaultExportChoices,
  ExportChoices,
  type ExportColumnName,
  type ExportScope,
  exportColumns,
} from '#shared/domain/export.ts'
import { OwnColumn } from '#shared/domain/field.ts'
import { languages } from '#shared/i18n/language.ts'
import { translateCode } from '#shared/i18n/translate.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command, CommandContext, Flags } from './command.ts'

const usage =
  'export --archive A --out FILE.xlsx|FILE.csv [--what customers|orders] [--columns a,b] | --everything FOLDER'

/**
 * `export --archive A --out FILE`: customers or orders as xlsx or csv; `--everything FOLDER` makes that folder with
 * everything in it. The answer counts what was written.
 */
export const runExport: Command = async (_words, flags, context) => {
  const { out, everything } = flags
  if (everything !== undefined) return exportEverything(everything, flags, context)
  if (out === undefined) throw new AppError('usage', { commands: usage })
  const choices = choicesOf(flags, out)
  return withEngine(flags, context, async engine => {
    const { targetToken } = engine.files.registerTarget(path.resolve(context.folder, out), false)
    const scope = await scopeOf(engine, flags)
    const { language } = context
    const outcome = await engine.run('exports.write', { targetToken, choices, scope, language })
    context.write(JSON.stringify({ file: out, table: choices.table, ...(outcome as object) }))
    return true
  })
}

function exportEverything(folder: string, flags: Flags, context: CommandContext): Promise<boolean> {
  return withEngine(flags, context, async engine => {
    const { targetToken } = engine.files.registerTarget(path.resolve(context.folder, folder), false)
    const { language } = context
    const outcome = await engine.run('exports.writeEverything', { targetToken, language })
    context.write(JSON.stringify({ folder, ...(outcome as object) }))
    return true
  })
}

function choicesOf(flags: Flags, out: string): ExportChoices {
  const table = flags.what ?? 'customers'
  const encoding = flags.encoding?.toLowerCase() ?? 'utf-8'
  const columns = flags.columns?.split(',').map(name => columnNamed(name.trim(), table))
  const choices = ExportChoices.safeParse({
    ...defaultExportChoices,
    table,
    format: path.extname(out).slice(1).toLowerCase(),
    encoding: /^gb/.test(encoding) ? 'gb18030' : encoding.replace(/^utf8$/, 'utf-8'),
    separator: flags.separator === 'tab' ? '\t' : (flags.separator ?? ','),
    purpose: flags.purpose ?? 'record',
    isMasked: flags.masked === true,
    ...(columns ? { [table === 'orders' ? 'orderColumns' : 'customerColumns']: columns } : {}),
  })
  if (!choices.success) throw new AppError('usage', { commands: usage })
  return choices.data
}

/** A column by its name in JSON (`field:<key>` beyond the default card) or by its header in either language. */
function columnNamed(name: string, table: string): ExportColumnName {
  const beyond = OwnColumn.safeParse(name)
  if (beyond.success) return beyond.data
  const found = exportColumns[table === 'orders' ? 'orders' : 'customers'].find(
    column =>
      column.name === name ||
      languages.some(language => translateCode(language, `export-column.${column.name}`) === name),
  )
  if (!found) throw new AppError('import-unknown-field', { field: name })
  return found.name
}

async function scopeOf(engine: Engine, flags: Flags): Promise<ExportScope> {
  if (flags.segment === undefined) return { of: 'all' }
  const analysis = { asOf: dayOf(flags), period: { kind: 'all' as const }, ruleSetCode: 'ten-segments' }
  const { segments } = await engine.call('analytics.summarizeSegments', analysis)
  const segment = segments.find(
    ({ code, name }) =>
      [code, name].includes(flags.segment ?? '') ||
      languages.some(language => translateCode(language, `segment.${code}`) === flags.segment),
  )
  if (!segment) throw new AppError('segment-missing', { name: flags.segment })
  const { listId } = await engine.call('analytics.openMembers', {
    analysis,
    selector: { kind: 'segment', code: segment.code },
    sort: { column: 'spendMinor', isDescending: true },
  })
  return { of: 'list', listId }
}
