import { z } from 'zod'

/** One of five fifths, 5 being the best: the most recent, the most orders, the most spent. */
export const RfmScore = z.int().min(1).max(5)
/** One of five fifths, 5 being the best: the most recent, the most orders, the most spent. */
export type RfmScore = z.infer<typeof RfmScore>

const Edge = z.number()

/**
 * The four limits between the five scores of one measure, none below the one before it.
 *
 * Shape: a value belongs above an edge when it is equal to it or larger. Equal edges leave a score unused, as they do
 * where many customers have the same value.
 */
export const ScoreEdges = z
  .tuple([Edge, Edge, Edge, Edge])
  .refine(([a, b, c, d]) => a <= b && b <= c && c <= d, 'edges must not fall')
/** The four limits between the five scores of one measure, none below the one before it. */
export type ScoreEdges = z.infer<typeof ScoreEdges>

/**
 * The limits of all three measures.
 *
 * Units: days before the reference date (small is good), orders, minor units of money (large is good).
 */
export const RfmCutPoints = z.object({
  recencyDays: ScoreEdges,
  orderCount: ScoreEdges,
  spendMinor: ScoreEdges,
})
/** The limits of all three measures. Units: days (small is good), orders, minor units of money. */
export type RfmCutPoints = z.infer<typeof RfmCutPoints>

/** The lowest and the highest score that a rule accepts, both included. */
export const ScoreRange = z
  .tuple([RfmScore, RfmScore])
  .refine(([low, high]) => low <= high, 'range must not fall')
/** The lowest and the highest score that a rule accepts, both included. */
export type ScoreRange = z.infer<typeof ScoreRange>
