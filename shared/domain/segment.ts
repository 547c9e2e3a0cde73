import { z } from 'zod'
import { ScoreRange } from './rfm.ts'

/**
 * The fixed colours of segments: the word says what to do (keep the value, grow, hold, win back), Hi and Lo how much it
 * matters. Several segments may share one; a colour never stands without the segment's name.
 */
export const SegmentColorKey = z.enum([
  'valueHi',
  'growHi',
  'holdHi',
  'winHi',
  'valueLo',
  'growLo',
  'holdLo',
  'winLo',
  'none',
])
/** The fixed colours of segments. */
export type SegmentColorKey = z.infer<typeof SegmentColorKey>

/** How a segment is called: by the catalogue's text for `segment.<code>`, or by `name` as the operator typed it. */
export const SegmentLabel = z.object({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().trim().min(1).max(50).nullable(),
  colorKey: SegmentColorKey,
})
/** How a segment is called: by the catalogue's text for `segment.<code>`, or by `name` as the operator typed it. */
export type SegmentLabel = z.infer<typeof SegmentLabel>

/** A segment and the scores that belong to it; all three ranges must hold. */
export const SegmentRule = SegmentLabel.extend({ r: ScoreRange, f: ScoreRange, m: ScoreRange })
/** A segment and the scores that belong to it; all three ranges must hold. */
export type SegmentRule = z.infer<typeof SegmentRule>

/** The class of customers without a counted purchase: outside the scores, part of every rule set, always last. */
export const noPurchaseSegment: SegmentLabel = { code: 'no-purchase', name: null, colorKey: 'none' }

/**
 * Segments in the order in which they are tried: the first that matches wins, `otherwise` takes the rest.
 *
 * Shape: codes are unique, also against `otherwise` and the class without a purchase.
 */
export const SegmentRuleSet = z
  .object({ segments: z.array(SegmentRule).min(1).max(50), otherwise: SegmentLabel })
  .refine(({ segments, otherwise }) => {
    const codes = [...segments, otherwise, noPurchaseSegment].map(segment => segment.code)
    return new Set(codes).size === codes.length
  }, 'codes must differ')
/** Segments in the order in which they are tried: the first that matches wins, `otherwise` takes the rest. */
export type SegmentRuleSet = z.infer<typeof SegmentRuleSet>
