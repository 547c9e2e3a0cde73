import { analyticsRuleQueries } from '#main/analytics/analytics.handlers.ts'
import { attachmentQueries } from '#main/attachments/attachment.handlers.ts'
import { cardQueries } from '#main/cards/card.handlers.ts'
import { changeQueries } from '#main/changes/change.handlers.ts'
import { creditQueries } from '#main/credit/credit.handlers.ts'
import { customerQueries } from '#main/customers/customer.handlers.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { entryQueries } from '#main/entries/entry.handlers.ts'
import { exportQueries } from '#main/exports/export.handlers.ts'
import { fieldQueries } from '#main/fields/field.handlers.ts'
import { funnelQueries } from '#main/funnel/funnel.handlers.ts'
import { identityQueries } from '#main/identities/identity.handlers.ts'
import { importHistoryMainQueries } from '#main/imports/import-history.handlers.ts'
import { importMappingQueries } from '#main/imports/import-mapping.handlers.ts'
import { planQueries } from '#main/plans/plan.handlers.ts'
import { qualityQueries } from '#main/quality/quality.handlers.ts'
import { regionNoteQueries } from '#main/region-notes/region-note.handlers.ts'
import { searchQueries } from '#main/search/search.handlers.ts'
import { settingQueries } from '#main/settings/setting.handlers.ts'
import { tagQueries } from '#main/tags/tag.handlers.ts'
import type { IdLists } from '#main/threads/id-lists.ts'
import { viewQueries } from '#main/views/view.handlers.ts'
import type { Handlers, MethodsOn } from '#shared/contract/contract.ts'

/** The queries that main answers itself, because they end within a frame. */
export const mainQueries = (db: ReadableDb, lists: IdLists, cancelJob: (jobId: number) => boolean) =>
  ({
    ...analyticsRuleQueries(db),
    ...attachmentQueries(db),
    ...cardQueries(db),
    ...changeQueries(db),
    ...customerQueries(db, lists),
    ...entryQueries(db),
    ...regionNoteQueries(db),
    ...exportQueries(db),
    ...fieldQueries(db),
    ...creditQueries(db),
    ...funnelQueries(db),
    ...identityQueries(db),
    ...importHistoryMainQueries(db),
    ...importMappingQueries(db),
    ...planQueries(db),
    ...qualityQueries(db, lists),
    ...searchQueries(db),
    ...settingQueries(db),
    ...tagQueries(db),
    ...viewQueries(db),
    'jobs.cancel': ({ jobId }) => cancelJob(jobId),
  }) satisfies Pick<Handlers, MethodsOn<'main'>>
