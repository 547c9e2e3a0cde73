import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { ValueRefusal } from './lifetime-value.ts'
import { SegmentRuleTree } from './segment-rule.ts'
import { SelectedCustomers } from './selected-customers.ts'

export const SegmentId = z.int().positive()
export type SegmentId = z.infer<typeof SegmentId>

/**
 * Why a condition says nothing: the model of expectations refuses, it knows purchases but no value, or what the condition is on is no
 * longer there.
 */
export const RuleRefusal = z.enum([...ValueRefusal.options, 'no-value', 'condition-gone'])
export type RuleRefusal = z.infer<typeof RuleRefusal>

/**
 * How a list that stays as it was came about: on which day, from which data and which version of which segment (null where the
 * rule was not saved).
 */
export const FrozenList = z.object({
  asOf: CalendarDate,
  revision: z.string(),
  from: z.object({ segmentId: SegmentId, version: z.int().positive() }).nullable(),
  memberCount: z.int().nonnegative(),
})
export type FrozenList = z.infer<typeof FrozenList>

const SegmentName = z.string().trim().min(1, { error: 'required' }).max(50, { error: 'too-long' })

/** A segment that was given a name. Shape: `version` counts how often its rule was saved; `frozen` null: who belongs follows the data. */
export const SavedSegment = z.object({
  segmentId: SegmentId,
  name: SegmentName,
  version: z.int().positive(),
  madeAt: z.string(),
  rule: SegmentRuleTree,
  frozen: FrozenList.nullable(),
})
export type SavedSegment = z.infer<typeof SavedSegment>

/** What a segment is made of; with `frozen` the customers too, null for nobody. */
export const SegmentDraft = z.object({
  name: SegmentName,
  rule: SegmentRuleTree,
  frozen: FrozenList.omit({ memberCount: true }).nullable(),
  customerIds: SelectedCustomers.nullable(),
})
export type SegmentDraft = z.infer<typeof SegmentDraft>

/** A rule with the day that it is asked for. */
export const RuleRequest = z.object({ rule: SegmentRuleTree, asOf: CalendarDate })
export type RuleRequest = z.infer<typeof RuleRequest>

const Count = z.int().nonnegative()

/** How many a part of a rule finds, and how many the rule would find without it. Empty: null where a condition says nothing. */
export const RulePartCount = z.object({
  count: Count.nullable(),
  without: Count.nullable(),
  refusal: RuleRefusal.nullable(),
})
export type RulePartCount = z.infer<typeof RulePartCount>

/**
 * Whom a rule finds, in numbers.
 *
 * Shape: `parts` as `partsOf` lists them, the rule itself first. `customerCount` are all who were known on the day.
 * Empty: `count` and `refusedCount` (those who refused contact) null where a condition says nothing that the rule needs.
 */
export const RuleCount = z.object({
  asOf: CalendarDate,
  revision: z.string(),
  customerCount: Count,
  count: Count.nullable(),
  refusedCount: Count.nullable(),
  parts: z.array(RulePartCount),
})
export type RuleCount = z.infer<typeof RuleCount>

/**
 * How many are in a saved segment now.
 *
 * Shape: `gone` of a frozen list: those of its customers who are in the bin, who were erased, and who became one with another of the
 * list. `isDataChanged`: the data are no longer those that the list was made from.
 */
export const SegmentSize = z.object({
  segmentId: SegmentId,
  count: Count.nullable(),
  refusedCount: Count.nullable(),
  refusal: RuleRefusal.nullable(),
  gone: z.object({ inBin: Count, erased: Count, merged: Count }).nullable(),
  isDataChanged: z.boolean(),
})
export type SegmentSize = z.infer<typeof SegmentSize>
