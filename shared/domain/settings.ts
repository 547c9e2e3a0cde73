import { z } from 'zod'
import { CallWords } from './call-script.ts'
import { CompletenessRule, defaultCompleteness } from './completeness.ts'
import { CurrencyCode } from './currency.ts'
import { Trade } from './line-details.ts'

/** Choices that live beside the program, not in an archive. */
export const Preferences = z.object({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['compact', 'roomy']),
  isNavigationFolded: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** When the data check takes a file for stale or incomplete, and what counts for that. Units: days; percent. */
export const QualitySettings = z.object({
  staleDays: z.int().min(30).max(3650),
  incompleteBelow: z.int().min(1).max(100),
  completeness: CompletenessRule,
})
export type QualitySettings = z.infer<typeof QualitySettings>

/** Those of an archive in which nothing was chosen. */
export const defaultQuality: QualitySettings = {
  staleDays: 365,
  incompleteBelow: 50,
  completeness: defaultCompleteness,
}

/** Choices of an archive. The currency is set at creation and fixes the number of decimals. */
export const ArchiveSettings = z.object({
  shopName: z.string().trim().max(100),
  currency: CurrencyCode,
  timeZone: z.string(),
  /** Letter before the archive number, by kind of customer. */
  individualPrefix: z.string().regex(/^[A-Z]{1,3}$/),
  companyPrefix: z.string().regex(/^[A-Z]{1,3}$/),
  /** After more days than these without an order the card of a former customer is proposed. */
  idleDays: z.int().min(30).max(3650),
  quality: QualitySettings,
  /** What the shop sells: the attributes of items are offered and read for it. Missing while none was chosen. */
  trade: Trade.optional(),
  /** What is said at a call instead of the standard words. */
  callWords: CallWords.optional(),
})
export type ArchiveSettings = z.infer<typeof ArchiveSettings>

/**
 * How a list was left: its order, the columns that were dragged to another width, which are shown in which order, and how many
 * of them stay in sight. Units: px.
 */
export const ListLayout = z.object({
  sort: z.object({ key: z.string().max(40), direction: z.enum(['ascending', 'descending']) }).nullable(),
  widths: z.record(z.string().max(40), z.int().min(20).max(2000)),
  columns: z.array(z.string().max(40)).max(300).nullable().optional(),
  frozenCount: z.int().min(0).max(300).optional(),
})
export type ListLayout = z.infer<typeof ListLayout>
