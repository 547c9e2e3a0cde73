import type { RfmScore, ScoreRange } from '#shared/domain/rfm.ts'
import type { SegmentColorKey, SegmentLabel, SegmentRule, SegmentRuleSet } from '#shared/domain/segment.ts'

/** The lowest scores that count as high in the eight classical classes. */
export type HighLimits = { readonly r: RfmScore; readonly f: RfmScore; readonly m: RfmScore }

/** The segment that takes what no rule of a built-in set takes. */
export const othersSegment: SegmentLabel = { code: 'others', name: null, colorKey: 'none' }

/**
 * The ten named segments.
 *
 * Source: R package rfm, article "RFM - Customer Level Data", in its order; its range table.
 */
export const tenSegments: SegmentRuleSet = {
  segments: [
    rule('champions', 'valueHi', [5, 5], [5, 5], [5, 5]),
    rule('potential-loyalist', 'growHi', [3, 5], [3, 5], [2, 5]),
    rule('loyal-customers', 'valueLo', [2, 4], [2, 4], [2, 4]),
    rule('promising', 'growLo', [3, 4], [1, 3], [3, 5]),
    rule('new-customers', 'growLo', [4, 5], [1, 3], [1, 5]),
    rule('cant-lose-them', 'winHi', [1, 2], [3, 4], [4, 5]),
    rule('at-risk', 'holdHi', [1, 2], [2, 5], [4, 5]),
    rule('need-attention', 'holdLo', [1, 3], [3, 5], [3, 5]),
    rule('about-to-sleep', 'holdLo', [2, 3], [1, 3], [1, 4]),
    rule('lost', 'winLo', [1, 1], [1, 5], [1, 5]),
  ],
  otherwise: othersSegment,
}

/**
 * Gives the eight classical value classes: 重要 by a high M, 一般 by a low one; 价值 R and F high, 发展 only R,
 * 保持 only F, 挽留 neither.
 *
 * Shape: the eight exclude each other and leave nobody over. High means 4 or 5 unless told otherwise: textbooks call
 * high what lies above the average, and fifths scored 1 to 5 have the average 3.
 * Source: the value cube of Chinese customer-management textbooks, each of R, F and M above or below its average.
 */
export function classicEight(high: HighLimits = { r: 4, f: 4, m: 4 }): SegmentRuleSet {
  const classes = [
    classRules('value', true, true),
    classRules('grow', true, false),
    classRules('hold', false, true),
    classRules('win', false, false),
  ]
  return {
    segments: [...classes.map(make => make(high, true)), ...classes.map(make => make(high, false))],
    otherwise: othersSegment,
  }
}

function classRules(act: 'value' | 'grow' | 'hold' | 'win', isRecent: boolean, isFrequent: boolean) {
  return (high: HighLimits, isImportant: boolean): SegmentRule =>
    rule(
      `${isImportant ? 'important' : 'ordinary'}-${act}`,
      `${act}${isImportant ? 'Hi' : 'Lo'}`,
      half(high.r, isRecent),
      half(high.f, isFrequent),
      half(high.m, isImportant),
    )
}

function half(lowestHigh: RfmScore, isHigh: boolean): ScoreRange {
  return isHigh ? [lowestHigh, 5] : [1, lowestHigh - 1]
}

function rule(
  code: string,
  colorKey: SegmentColorKey,
  r: ScoreRange,
  f: ScoreRange,
  m: ScoreRange,
): SegmentRule {
  return { code, name: null, colorKey, r, f, m }
}
