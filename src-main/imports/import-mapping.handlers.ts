import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { ImportWriterContext } from './commit.service.ts'
import { forgetProfile, listRemembered } from './mapping/import-profile.service.ts'
import {
  addPresets,
  listPresets,
  presetsFromText,
  presetsToText,
  removePreset,
  savePreset,
} from './mapping/presets/preset.service.ts'

/** Answers on main: what is remembered of earlier files, and the presets. */
export const importMappingQueries = (db: ReadableDb) =>
  ({
    'imports.listProfiles': () => listRemembered(db),
    'imports.listPresets': () => listPresets(db),
    'imports.presetsAsText': ({ codes }) => presetsToText(db, codes),
  }) satisfies Pick<Handlers, 'imports.listPresets' | 'imports.listProfiles' | 'imports.presetsAsText'>

/** Runs on the writer: forgetting, and all that changes presets. */
export const importMappingCommands = ({ db, act }: Pick<ImportWriterContext, 'act' | 'db'>) =>
  ({
    'imports.forgetProfile': ({ importProfileId }) => forgetProfile(db, importProfileId),
    'imports.savePreset': request => savePreset(db, request, act().now),
    'imports.deletePreset': ({ code }) => removePreset(db, code),
    'imports.addPresets': ({ text }) => addPresets(db, presetsFromText(text), act().now),
  }) satisfies Pick<
    Handlers,
    'imports.addPresets' | 'imports.deletePreset' | 'imports.forgetProfile' | 'imports.savePreset'
  >
