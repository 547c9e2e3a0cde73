// biome-ignore-all lint/style/useFilenamingConvention: zh-CN is the language's own spelling

import { analyses } from './zh-CN/analyses.ts'
import { attachments } from './zh-CN/attachments.ts'
import { calls } from './zh-CN/calls.ts'
import { cardFields } from './zh-CN/card-fields.ts'
import { cards } from './zh-CN/cards.ts'
import { cells } from './zh-CN/cells.ts'
import { commandLine } from './zh-CN/command-line.ts'
import { common } from './zh-CN/common.ts'
import { contribution } from './zh-CN/contribution.ts'
import { credit } from './zh-CN/credit.ts'
import { customers } from './zh-CN/customers.ts'
import { desktop } from './zh-CN/desktop.ts'
import { duplicates } from './zh-CN/duplicates.ts'
import { entries } from './zh-CN/entries.ts'
import { errors } from './zh-CN/errors.ts'
import { exportFolder } from './zh-CN/export-folder.ts'
import { exportTexts } from './zh-CN/exports.ts'
import { fields } from './zh-CN/fields.ts'
import { filter } from './zh-CN/filter.ts'
import { funnel } from './zh-CN/funnel.ts'
import { importHistory } from './zh-CN/import-history.ts'
import { imports } from './zh-CN/imports.ts'
import { lineDetails } from './zh-CN/line-details.ts'
import { plans } from './zh-CN/plans.ts'
import { portrait } from './zh-CN/portrait.ts'
import { presets } from './zh-CN/presets.ts'
import { quality } from './zh-CN/quality.ts'
import { regionNotes } from './zh-CN/region-notes.ts'
import { reports } from './zh-CN/reports.ts'
import { search } from './zh-CN/search.ts'
import { segments } from './zh-CN/segments.ts'
import { settings } from './zh-CN/settings.ts'
import { shell } from './zh-CN/shell.ts'
import { start } from './zh-CN/start.ts'
import { tags } from './zh-CN/tags.ts'

/** The source catalogue: every text of the program by key. */
export const messagesZhCN = {
  ...common,
  ...shell,
  ...desktop,
  ...start,
  ...tags,
  ...entries,
  ...lineDetails,
  ...errors,
  ...imports,
  ...importHistory,
  ...plans,
  ...presets,
  ...quality,
  ...customers,
  ...filter,
  ...funnel,
  ...credit,
  ...duplicates,
  ...search,
  ...segments,
  ...contribution,
  ...portrait,
  ...analyses,
  ...regionNotes,
  ...reports,
  ...settings,
  ...fields,
  ...cardFields,
  ...attachments,
  ...calls,
  ...cards,
  ...cells,
  ...exportTexts,
  ...exportFolder,
  ...commandLine,
} as const

/** The source catalogue's type: other languages must have the same keys. */
export type Messages = typeof messagesZhCN

/** Key of a text. */
export type MessageKey = keyof Messages
