import type { ReadableDb } from '#main/database/db.ts'
import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import type { RecalledProfile } from '#shared/domain/import-mapping.ts'
import { chooseProfile, type ProfileChoice, type StoredProfile } from './choose-profile.ts'
import { type FieldHeaders, withFieldHeaders } from './field-headers.ts'
import { matchHeaders } from './match-headers.ts'
import { mapOwnExport } from './own-export.ts'
import { platformOf } from './platform-fingerprint.ts'
import { recognisePreset } from './presets/apply-preset.ts'
import { findPreset, listPresets } from './presets/preset.service.ts'
import { lookupKeys, type ReadHeadings } from './read-headings.ts'
import {
  type ColumnTexts,
  type SettledColumn,
  type SettledMapping,
  settleByPreset,
  settleByProfile,
  settleByWords,
} from './settle-mapping.ts'
import { valueKindOf } from './value-kind.ts'

/** A sheet whose headings were read, and what was chosen for it. */
export type SheetFacts = {
  readonly fileName: string
  readonly read: ReadHeadings
  readonly options: ImportPlanOptions
  readonly profiles: readonly StoredProfile[]
  readonly knownShops: readonly { readonly platform: string; readonly shop: string }[]
  readonly fields: FieldHeaders
}

/** The columns with their fields, and where those come from. */
export type SettledColumns = {
  readonly settled: SettledMapping
  readonly choice?: ProfileChoice
  readonly presetCode: string | null
  /** The one shop that a column of the file names. */
  readonly namedShop: string | undefined
}

/**
 * Gives the columns their fields: by the preset that was asked for, as an own export, by what is remembered of the source, by a preset that fits,
 * or by the words of the headings; the first that there is.
 *
 * Errors: preset-missing.
 */
export function settleColumns(db: ReadableDb, facts: SheetFacts): SettledColumns {
  const { settled, ...rest } = settleByHeadings(db, facts)
  const { headings, band } = facts.read
  return { ...rest, settled: withFieldHeaders(settled, lookupKeys(headings, band.rowCount), facts.fields) }
}

function settleByHeadings(db: ReadableDb, facts: SheetFacts): SettledColumns {
  const { headings, memorable, sample, band } = facts.read
  const { kind, preset } = facts.options
  const allKeys = lookupKeys(headings, band.rowCount)
  const lookup = allKeys.map(key => (facts.fields.fullNames.has(key) ? '' : key))
  const found = memorable.map((header, column) => ({ header, values: valueKindOf(sample, column) }))
  const texts: ColumnTexts = { lookup, found, sample }
  const namedShop = namedShopOf(texts)
  if (preset !== undefined && preset !== '') {
    const chosen = findPreset(db, preset)
    return { settled: settleByPreset(texts, chosen), presetCode: chosen.code, namedShop }
  }
  const own = mapOwnExport(allKeys, kind, facts.fields)
  if (own) return { settled: own, presetCode: null, namedShop }
  const choice = choose(facts, lookup, namedShop)
  if (choice) return { settled: settleByProfile(texts, choice.profile), choice, presetCode: null, namedShop }
  const fitting = preset === '' ? undefined : recognisePreset(lookup, listPresets(db), kind)
  return fitting
    ? { settled: settleByPreset(texts, fitting), presetCode: fitting.code, namedShop }
    : { settled: settleByWords(texts, kind), presetCode: null, namedShop }
}

function choose(
  { fileName, read, options, profiles, knownShops }: SheetFacts,
  lookup: readonly string[],
  namedShop: string | undefined,
): ProfileChoice | undefined {
  const { kind, platform, shop } = options
  const hasHeadings = read.band.rowCount > 0
  const facts = {
    ...{ fileName, headings: read.memorable, kind, platform, shop, namedShop },
    provenPlatform: platformOf(lookup),
  }
  const sameForm = profiles.filter(profile => profile.headerRowCount > 0 === hasHeadings)
  return chooseProfile(facts, sameForm, knownShops)
}

/** Words what was taken from memory for the preview. */
export function recalledOf(
  { profile, isShopOpen, shops }: ProfileChoice,
  { removedHeaders }: SettledMapping,
  columns: readonly (SettledColumn & { readonly columnIndex: number; readonly header: string })[],
): RecalledProfile {
  const { importProfileId, platform, shop, savedAt } = profile
  const newColumns = columns.filter(column => column.origin === 'new' && column.header !== '')
  return {
    ...{ importProfileId, platform, shop, savedAt },
    possibleShops: isShopOpen ? [...shops] : [],
    removedHeaders: [...removedHeaders],
    newColumns: newColumns.map(column => column.columnIndex),
  }
}

/** The one shop that a column of the file names in all rows that are looked at. */
function namedShopOf({ lookup, sample }: ColumnTexts): string | undefined {
  const column = matchHeaders(lookup, 'orders').indexOf('shop')
  if (column < 0) return undefined
  const shops = new Set(sample.map(row => cellText(row.cells[column])))
  return shops.size === 1 ? [...shops][0] : undefined
}
