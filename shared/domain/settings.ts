import { z } from 'zod'
import { CurrencyCode } from './currency.ts'

/** Choices that live beside the program, not in an archive. */
export const Preferences = z.object({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['compact', 'roomy']),
  isNavigationFolded: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** Choices of an archive. The currency is set at creation and fixes the number of decimals. */
export const ArchiveSettings = z.object({
  shopName: z.string().trim().max(100),
  currency: CurrencyCode,
  timeZone: z.string(),
  /** Letter before the archive number, by kind of customer. */
  individualPrefix: z.string().regex(/^[A-Z]{1,3}$/),
  companyPrefix: z.string().regex(/^[A-Z]{1,3}$/),
})
export type ArchiveSettings = z.infer<typeof ArchiveSettings>
