import { parseArgs } from 'node:util'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { analyse } from './analyse-command.ts'
import { create, listFields, search, showStats, undo } from './archive-commands.ts'
import { type Command, type CommandContext, commandFlags, type Flags, writeError } from './command.ts'
import { runExport } from './export-command.ts'
import { findDuplicates, merge, split } from './identity-commands.ts'
import { runImport } from './import-command.ts'
import { showImports } from './imports-command.ts'
import { runPresets } from './presets-command.ts'
import { readFiles } from './read-command.ts'
import { showReport } from './report-command.ts'
import { segment } from './segment-command.ts'

const commands: Readonly<Record<string, Command>> = {
  analyse,
  create,
  duplicates: findDuplicates,
  export: runExport,
  fields: listFields,
  import: runImport,
  imports: showImports,
  merge,
  presets: runPresets,
  read: readFiles,
  report: showReport,
  search,
  segment,
  split,
  stats: showStats,
  undo,
}

/**
 * Runs one command of the command line: JSON lines on standard output, one per answer.
 *
 * Shape: answers the exit code: 0, or 2 after `{"error":{"code","message"}}`.
 * Errors: never throws.
 */
export async function runCommandLine(words: readonly string[], context: CommandContext): Promise<0 | 2> {
  try {
    const [name = '', ...rest] = words
    const command = commands[name]
    if (!command) throw new AppError('usage', { commands: Object.keys(commands).join(', ') })
    const { positionals, values } = parseWords(rest)
    return (await command(positionals, values, context)) ? 0 : 2
  } catch (error) {
    writeError(toAppErrorData(error), context)
    return 2
  }
}

function parseWords(words: string[]): { positionals: string[]; values: Flags } {
  try {
    return parseArgs({ args: words, options: commandFlags, allowPositionals: true, strict: true })
  } catch {
    throw new AppError('usage', { commands: Object.keys(commands).join(', ') })
  }
}
