import { analyses } from './en/analyses.ts'
import { attachments } from './en/attachments.ts'
import { calls } from './en/calls.ts'
import { cardFields } from './en/card-fields.ts'
import { cards } from './en/cards.ts'
import { cells } from './en/cells.ts'
import { commandLine } from './en/command-line.ts'
import { common } from './en/common.ts'
import { contribution } from './en/contribution.ts'
import { credit } from './en/credit.ts'
import { customers } from './en/customers.ts'
import { desktop } from './en/desktop.ts'
import { duplicates } from './en/duplicates.ts'
import { entries } from './en/entries.ts'
import { errors } from './en/errors.ts'
import { exportFolder } from './en/export-folder.ts'
import { exportTexts } from './en/exports.ts'
import { fields } from './en/fields.ts'
import { filter } from './en/filter.ts'
import { funnel } from './en/funnel.ts'
import { importHistory } from './en/import-history.ts'
import { imports } from './en/imports.ts'
import { lineDetails } from './en/line-details.ts'
import { plans } from './en/plans.ts'
import { portrait } from './en/portrait.ts'
import { presets } from './en/presets.ts'
import { quality } from './en/quality.ts'
import { regionNotes } from './en/region-notes.ts'
import { reports } from './en/reports.ts'
import { search } from './en/search.ts'
import { segments } from './en/segments.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { tags } from './en/tags.ts'
import type { Translation } from './message-types.ts'
import type { Messages } from './messages.zh-CN.ts'

/** All texts in English. */
export const messagesEn = {
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
} satisfies Translation<Messages>
