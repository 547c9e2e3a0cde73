import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { ContributionGroup, ContributionPreset } from './contribution.ts'
import { FilterCondition } from './customer-filter.ts'
import { ScoreRange } from './rfm.ts'

/** A rule goes so many levels deep, the top one counted, and has so many parts. */
export const mostRuleLevels = 6
export const mostRuleParts = 100

/** What was bought: anything, some products by their keys, or anything of some categories by their names. */
export const BoughtThing = z.discriminatedUnion('of', [
  z.object({ of: z.literal('anything') }),
  z.object({ of: z.literal('products'), productIds: z.array(z.int().positive()).min(1).max(200) }),
  z.object({ of: z.literal('categories'), names: z.array(z.string().min(1).max(200)).min(1).max(200) }),
])
export type BoughtThing = z.infer<typeof BoughtThing>

/** When: any time, in the last days before the reference day (that day counted), or between two days; both included, null is open. */
export const BoughtWhen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('last-days'), days: z.int().min(0).max(36_500) }),
  z.object({ kind: z.literal('between'), from: CalendarDate.nullable(), to: CalendarDate.nullable() }),
])
export type BoughtWhen = z.infer<typeof BoughtWhen>

/** How much: in so many orders at least, for so much at least (minor units), or not once. */
export const BoughtMeasure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('times'), atLeast: z.int().min(1).max(1_000_000) }),
  z.object({ kind: z.literal('money'), atLeastMinor: z.int().min(1) }),
  z.object({ kind: z.literal('none') }),
])
export type BoughtMeasure = z.infer<typeof BoughtMeasure>

/** Segments that were saved stand among the rule sets under this name, their key as the code of the segment. */
export const savedRuleSet = 'saved'

const hour = z.int().min(0).max(24)

/**
 * One condition of a rule.
 *
 * Shape: `condition` is one of the filter of the customer list, on anything but saved segments. `score` is by the ten segments'
 * limits. `usual-hour`: the two hours with most orders lie from `fromHour` until before `toHour`; 22 to 2 passes midnight.
 * `expected` looks `horizonMonths` ahead; null is open.
 * Units: minor units for money, 0..1 for the chance.
 */
export const RuleLeaf = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('condition'),
    condition: FilterCondition.refine(condition => !asksForSaved(condition), 'a saved segment'),
  }),
  z.object({ kind: z.literal('score'), score: z.enum(['r', 'f', 'm']), range: ScoreRange }),
  z.object({
    kind: z.literal('contribution'),
    preset: ContributionPreset,
    groups: z.array(ContributionGroup).min(1).max(8),
  }),
  z.object({ kind: z.literal('bought'), what: BoughtThing, when: BoughtWhen, measure: BoughtMeasure }),
  z.object({
    kind: z.literal('top-category'),
    names: z.array(z.string().min(1).max(200)).min(1).max(200),
  }),
  z.object({ kind: z.literal('usual-hour'), fromHour: hour, toHour: hour }),
  z.object({
    kind: z.literal('expected'),
    figure: z.enum(['chance-alive', 'purchases', 'value']),
    horizonMonths: z.int().min(1).max(60),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.object({ kind: z.literal('consent'), isRefused: z.boolean() }),
])
export type RuleLeaf = z.infer<typeof RuleLeaf>

/** A part of a rule: a condition, several of which all or any must hold, or one that must not. */
export type RuleNode =
  | RuleLeaf
  | { readonly kind: 'all' | 'any'; readonly parts: readonly RuleNode[] }
  | { readonly kind: 'not'; readonly part: RuleNode }

/** A part that holds others. */
export type RuleBranch = Exclude<RuleNode, RuleLeaf>

const AnyNode: z.ZodType<RuleNode> = z.lazy(() =>
  z.union([
    RuleLeaf,
    z.object({ kind: z.enum(['all', 'any']), parts: z.array(AnyNode).min(1).max(mostRuleParts) }),
    z.object({ kind: z.literal('not'), part: AnyNode }),
  ]),
)

/**
 * Who belongs to a segment, as a tree of conditions. What is meant is named by keys, so that it stays when names change.
 *
 * Shape: at most `mostRuleLevels` levels and `mostRuleParts` parts.
 */
export const SegmentRuleTree = z
  .unknown()
  .refine(value => levelsOf(value) <= mostRuleLevels, 'too many levels')
  .pipe(AnyNode)
  .refine(rule => partsOf(rule).length <= mostRuleParts, 'too many parts')
/** Who belongs to a segment, as a tree of conditions. */
export type SegmentRuleTree = RuleNode

/** Tells whether a part of a rule is a condition and holds no others. */
export function isLeaf(node: RuleNode): node is RuleLeaf {
  return node.kind !== 'all' && node.kind !== 'any' && node.kind !== 'not'
}

/** The parts that stand right below one. */
export function childrenOf(node: RuleNode): readonly RuleNode[] {
  if (isLeaf(node)) return []
  return node.kind === 'not' ? [node.part] : node.parts
}

/**
 * Lists a part with all below it, each before those below it.
 *
 * Example: all[a, not[b]] -> all, a, not, b
 */
export function partsOf(node: RuleNode): readonly RuleNode[] {
  return [node, ...childrenOf(node).flatMap(partsOf)]
}

/** Makes the same rule with other conditions of the customer list. */
export function mapConditions(
  node: RuleNode,
  change: (condition: FilterCondition) => FilterCondition,
): RuleNode {
  if (node.kind === 'condition') return { ...node, condition: change(node.condition) }
  if (node.kind === 'not') return { ...node, part: mapConditions(node.part, change) }
  if (isLeaf(node)) return node
  return { ...node, parts: node.parts.map(part => mapConditions(part, change)) }
}

/** Counts levels without trusting the shape; stops behind the deepest that is allowed. */
function levelsOf(value: unknown, left: number = mostRuleLevels): number {
  if (typeof value !== 'object' || value === null || left === 0) return 1
  const { parts, part } = value as { readonly parts?: unknown; readonly part?: unknown }
  const below = [...(Array.isArray(parts) ? parts : []), ...(part === undefined ? [] : [part])]
  return 1 + below.reduce((most: number, one) => Math.max(most, levelsOf(one, left - 1)), 0)
}

/** Tells whether a condition of the customer list asks for saved segments. */
export function asksForSaved(condition: FilterCondition): boolean {
  if (condition.field !== 'segment' || !('values' in condition)) return false
  return condition.values.some(value => String(value).startsWith(`${savedRuleSet}/`))
}
