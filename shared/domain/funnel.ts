import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** 客户分析, 潜在客户, 目标客户, in this order; `left` is for who is no longer pursued. */
export const FunnelStage = z.enum(['analysis', 'prospect', 'target', 'left'])
export type FunnelStage = z.infer<typeof FunnelStage>

/** Whether a customer means to buy. */
export const Intention = z.enum(['none', 'weak', 'clear'])
export type Intention = z.infer<typeof Intention>

/** Whether a customer is able to buy. In the third stage it is the sub-type: the three cases of the source. */
export const Ability = z.enum(['none', 'weak', 'strong'])
export type Ability = z.infer<typeof Ability>

/** How much of the goods a customer needs. */
export const DemandSize = z.enum(['small', 'medium', 'large'])
export type DemandSize = z.infer<typeof DemandSize>

const reason = z.string().trim().max(1000, { error: 'too-long' }).nullable()

/** What is judged of a customer; null where nobody judged it. Every grade has its reason. */
export const FunnelJudgement = z.object({
  intention: Intention.nullable(),
  intentionReason: reason,
  ability: Ability.nullable(),
  abilityReason: reason,
  demand: DemandSize.nullable(),
  demandNote: reason,
})
export type FunnelJudgement = z.infer<typeof FunnelJudgement>

/** What is missing or wrong for a stage: a part of a move, and a code of the catalogue. */
export type FunnelGap = {
  readonly part: keyof FunnelJudgement | 'note'
  readonly code: 'required' | 'not-clear'
}

/**
 * Lists what keeps a customer from a stage.
 *
 * Shape: 潜在客户 asks for the size of the demand, with which the first stage ends; 目标客户 for a clear intention and a judged
 * ability, the sub-type; who leaves, for why. A grade without its reason is a gap in every stage.
 * Empty: none when the customer may enter.
 * Source: S2 of the source documents (K1 to K4).
 */
export function listFunnelGaps(
  stage: FunnelStage,
  judged: FunnelJudgement & { readonly note: string | null },
): FunnelGap[] {
  const gaps: FunnelGap[] = []
  const ask = (part: FunnelGap['part']) => !judged[part] && gaps.push({ part, code: 'required' })
  if (stage === 'prospect') ask('demand')
  if (stage === 'target') {
    if (judged.intention !== null && judged.intention !== 'clear')
      gaps.push({ part: 'intention', code: 'not-clear' })
    ask('intention')
    ask('ability')
  }
  if (judged.intention !== null) ask('intentionReason')
  if (judged.ability !== null) ask('abilityReason')
  if (stage === 'left') ask('note')
  return gaps
}

/**
 * What is typed of a move into a stage, or of a new judgement within it. Errors: issues are codes of the catalogue
 * (`field-issue.<code>`).
 */
export const FunnelMove = FunnelJudgement.extend({
  stage: FunnelStage,
  movedOn: CalendarDate,
  note: reason,
}).superRefine((move, context) => {
  for (const { part, code } of listFunnelGaps(move.stage, move))
    context.addIssue({ code: 'custom', path: [part], message: code })
})
export type FunnelMove = z.infer<typeof FunnelMove>

/** A move as it was noted. */
export const FunnelStep = FunnelJudgement.extend({
  funnelStepId: z.int().positive(),
  stage: FunnelStage,
  movedOn: CalendarDate,
  note: reason,
})
export type FunnelStep = z.infer<typeof FunnelStep>

/**
 * The star of an important customer: the demand is large, and the first stage is behind.
 *
 * Source: S2: 需求量大的客户，会被列为重要的潜在客户 (K4).
 * Example: isStarred('prospect', 'large') -> true; isStarred('analysis', 'large') -> false
 */
export function isStarred(stage: FunnelStage, demand: DemandSize | null): boolean {
  return demand === 'large' && (stage === 'prospect' || stage === 'target')
}

/** Columns of the board: the stages, the third by its sub-types. */
export const FunnelColumn = z.enum(['analysis', 'prospect', 'target-none', 'target-weak', 'target-strong'])
export type FunnelColumn = z.infer<typeof FunnelColumn>

/** Where a customer stands: in a column of the board, or out of the funnel. */
export const FunnelPlace = z.enum(['outside', ...FunnelColumn.options, 'left'])
export type FunnelPlace = z.infer<typeof FunnelPlace>

/**
 * Names the place of a stage and an ability.
 *
 * Example: placeOf('target', 'weak') -> 'target-weak'; placeOf('prospect', 'weak') -> 'prospect'
 */
export function placeOf(stage: FunnelStage, ability: Ability | null): Exclude<FunnelPlace, 'outside'> {
  return stage === 'target' ? `target-${ability ?? 'none'}` : stage
}

/** Days in a stage, by which the waiting are counted; the last has no end. */
export const ageLimits = [7, 30, 90] as const

/** Who waits how long in a column. `byAge`: up to 7 days, 30, 90, and longer. Units: days. */
export const FunnelColumnCount = z.object({
  column: FunnelColumn,
  customers: z.int(),
  starred: z.int(),
  /** Of them, those who want no contact: they are counted here and stand on no list. */
  refused: z.int(),
  byAge: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  medianDays: z.number().nullable(),
  longestDays: z.int().nullable(),
})
export type FunnelColumnCount = z.infer<typeof FunnelColumnCount>

/** How many customers are judged so; null where nobody judged it. */
export const FunnelCell = z.object({
  intention: Intention.nullable(),
  ability: Ability.nullable(),
  customers: z.int(),
  starred: z.int(),
})
export type FunnelCell = z.infer<typeof FunnelCell>

/**
 * What became of the stays in a stage during a period. atStart + entered = onward + back + left + atEnd.
 *
 * Shape: `onward` went to a later stage, `back` to an earlier one. `rate`: onward of atStart + entered; null for none.
 */
export const StageFlow = z.object({
  stage: z.enum(['analysis', 'prospect', 'target']),
  atStart: z.int(),
  entered: z.int(),
  onward: z.int(),
  back: z.int(),
  left: z.int(),
  atEnd: z.int(),
  rate: z.number().nullable(),
  /** Of the third stage: stays during which the customer bought in the period. */
  bought: z.int().nullable(),
  boughtRate: z.number().nullable(),
})
export type StageFlow = z.infer<typeof StageFlow>

/** Customers by where they stood on the day before the period, and where they stand at its end. */
export const FunnelChange = z.object({ from: FunnelPlace, to: FunnelPlace, customers: z.int() })
export type FunnelChange = z.infer<typeof FunnelChange>

/** Asks where customers stood on a day, and what came of them since another. `fromOn` null: since the first move. */
export const FunnelRequest = z
  .object({ asOf: CalendarDate, fromOn: CalendarDate.nullable() })
  .refine(({ asOf, fromOn }) => fromOn === null || fromOn <= asOf, {
    error: 'days-swapped',
    path: ['fromOn'],
  })
export type FunnelRequest = z.infer<typeof FunnelRequest>

/** The funnel on a day. */
export const FunnelSummary = z.object({
  asOf: CalendarDate,
  fromOn: CalendarDate.nullable(),
  revision: z.string(),
  columns: z.array(FunnelColumnCount),
  /** Who left, on that day. */
  left: z.int(),
  /** All others who are no customers of the bin: nobody put them into the funnel. */
  cells: z.array(FunnelCell),
  flows: z.array(StageFlow),
  /** Places that changed or stayed, without those who stood outside on both days. */
  changes: z.array(FunnelChange),
  /** Of whom an opening balance says that they bought, but not when: they are in no `bought`. */
  balancesLeftOut: z.int(),
})
export type FunnelSummary = z.infer<typeof FunnelSummary>

/** A customer as a card of the board. Units: days. */
export const FunnelCard = FunnelJudgement.extend({
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  stage: FunnelStage,
  since: CalendarDate,
  days: z.int(),
  isStarred: z.boolean(),
  /** Codes of the stages of the decision to buy (K5), else as typed; null where the card says nothing. */
  decisionStage: z.object({ code: z.string().nullable(), name: z.string().nullable() }).nullable(),
})
export type FunnelCard = z.infer<typeof FunnelCard>

/** Which customers are asked for: those of a column or of a cell of intention and ability. */
export const FunnelSelector = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), column: FunnelColumn }),
  z.object({ kind: z.literal('cell'), intention: Intention.nullable(), ability: Ability.nullable() }),
])
export type FunnelSelector = z.infer<typeof FunnelSelector>

/** Cards of a column or cell, the starred first, then who waits longest. */
export const FunnelCards = z.object({
  total: z.int(),
  refusedCount: z.int(),
  cards: z.array(FunnelCard),
})
export type FunnelCards = z.infer<typeof FunnelCards>
