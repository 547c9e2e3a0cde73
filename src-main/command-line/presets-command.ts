import path from 'node:path'
import { writeFileSafely } from '#main/database/safe-files.ts'
import { readPresetFile } from '#main/imports/mapping/presets/preset-file.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportPreset } from '#shared/domain/import-mapping.ts'
import { withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

const usage =
  'presets --archive A | presets export FILE [PRESET…] --archive A | presets import FILE --archive A'

/** `presets`: one JSON line per preset; `presets export FILE [PRESET…]` and `presets import FILE` hand them on. */
export const runPresets: Command = async ([verb, file, ...wanted], flags, context) =>
  withEngine(flags, context, async engine => {
    const write = (preset: ImportPreset) =>
      context.write(
        JSON.stringify({
          preset: preset.code,
          name: preset.name,
          platform: preset.platform,
          kind: preset.kind,
          isBuiltIn: preset.isBuiltIn,
          columns: preset.columns.length,
        }),
      )
    if (verb === undefined) {
      for (const preset of await engine.call('imports.listPresets', {})) write(preset)
      return true
    }
    if ((verb !== 'export' && verb !== 'import') || file === undefined)
      throw new AppError('usage', { commands: usage })
    const filePath = path.resolve(context.folder, file)
    if (verb === 'import') {
      const text = readPresetFile(filePath)
      for (const preset of await engine.call('imports.addPresets', { text })) write(preset)
      return true
    }
    const own = (await engine.call('imports.listPresets', {})).filter(preset => !preset.isBuiltIn)
    const codes = wanted.length > 0 ? wanted : own.map(preset => preset.code)
    if (codes.length === 0) throw new AppError('preset-missing')
    writeFileSafely(filePath, Buffer.from(await engine.call('imports.presetsAsText', { codes })))
    context.write(JSON.stringify({ file, presets: codes.length }))
    return true
  })
