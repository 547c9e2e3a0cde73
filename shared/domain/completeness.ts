import { z } from 'zod'
import type { CardType } from './customer.ts'

/** Parts of the default card that can count for how complete a file is; `region` is an address whose province is known. */
export const CompletenessPart = z.enum([
  'phone',
  'address',
  'region',
  'email',
  'wechat',
  'gender',
  'birthOn',
  'idNumber',
  'occupation',
  'source',
  'note',
])
export type CompletenessPart = z.infer<typeof CompletenessPart>

/** What can count: a part of the default card, or `field:<id>` for a field beyond it. */
export const CompletenessKey = z.union([
  CompletenessPart,
  z.templateLiteral(['field:', z.string().regex(/^[1-9]\d{0,9}$/)]),
])
export type CompletenessKey = z.infer<typeof CompletenessKey>

const Keys = z.array(CompletenessKey).min(1).max(100)

/** What a whole file of each card holds. */
export const CompletenessRule = z.object({ lead: Keys, active: Keys, former: Keys })
export type CompletenessRule = z.infer<typeof CompletenessRule>

/** Parts that only a person has: they do not count for companies. */
export const personalParts: readonly CompletenessKey[] = ['gender', 'birthOn', 'idNumber']

const ofCard = ['gender', 'birthOn', 'occupation', 'phone', 'address', 'email'] as const

/** The rule of an archive in which nothing was chosen: the default card, and for leads what is known early. */
export const defaultCompleteness: CompletenessRule = {
  lead: ['phone', 'address', 'source'],
  active: [...ofCard],
  former: [...ofCard],
} satisfies Record<CardType, CompletenessKey[]>
