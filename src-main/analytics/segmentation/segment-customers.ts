import type { RfmScores } from '#main/analytics/rfm/rfm-columns.ts'
import {
  noPurchaseSegment,
  type SegmentLabel,
  type SegmentRule,
  type SegmentRuleSet,
} from '#shared/domain/segment.ts'

/**
 * Lists every class that a customer can be in: the rules in order, the one for the rest, the one without a purchase.
 *
 * Shape: the places are the indexes that `assignSegments` gives.
 */
export function listSegments(rules: SegmentRuleSet): readonly (SegmentRule | SegmentLabel)[] {
  return [...rules.segments, rules.otherwise, noPurchaseSegment]
}

/**
 * Puts every customer into exactly one segment: the first whose three ranges hold.
 *
 * Shape: one index into `listSegments` per customer, in order.
 * Empty: no customers give no indexes.
 */
export function assignSegments(scores: RfmScores, rules: SegmentRuleSet): Uint8Array {
  const segmentOfCell = tabulate(rules)
  const noPurchase = rules.segments.length + 1
  const segmentOf = new Uint8Array(scores.r.length)
  for (let index = 0; index < segmentOf.length; index++) {
    const r = scores.r[index] ?? 0
    const cell = cellOf(r, scores.f[index] ?? 0, scores.m[index] ?? 0)
    segmentOf[index] = r === 0 ? noPurchase : (segmentOfCell[cell] ?? 0)
  }
  return segmentOf
}

/** The segment of each of the 125 combinations, so that the rules are tried once and not per customer. */
function tabulate(rules: SegmentRuleSet): Uint8Array {
  const table = new Uint8Array(216)
  for (let r = 1; r <= 5; r++) {
    for (let f = 1; f <= 5; f++) {
      for (let m = 1; m <= 5; m++) {
        const first = rules.segments.findIndex(
          rule => isWithin(r, rule.r) && isWithin(f, rule.f) && isWithin(m, rule.m),
        )
        table[cellOf(r, f, m)] = first < 0 ? rules.segments.length : first
      }
    }
  }
  return table
}

function cellOf(r: number, f: number, m: number): number {
  return (r * 6 + f) * 6 + m
}

function isWithin(score: number, [low, high]: readonly [number, number]): boolean {
  return low <= score && score <= high
}
