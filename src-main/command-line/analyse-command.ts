import { parseSegmentFile } from '#main/analytics/segmentation/segment-rules.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/** `analyse rfm --archive A --as-of D [--segments FILE]`: counts per segment and every customer's scores, as one line. */
export const analyse: Command = async ([method], flags, context) => {
  if (method !== 'rfm') throw new AppError('usage', { commands: 'analyse rfm --archive A --as-of D' })
  const asOf = dayOf(flags)
  return withEngine(flags, context, async engine => {
    const { currency } = await engine.call('settings.get', {})
    const ruleSet =
      flags.segments === undefined ? null : parseSegmentFile(readJson(flags.segments, context), currency)
    const { analysis, members } = await engine.call('analytics.listScores', {
      analysis: { asOf, period: { kind: 'all' }, ruleSetCode: 'ten-segments' },
      ruleSet,
    })
    const nameOf = new Map(analysis.segments.map(segment => [segment.code, segment.name]))
    context.write(
      JSON.stringify({
        asOf,
        period: null,
        ruleSet: { code: analysis.ruleSet.code, version: analysis.ruleSet.version },
        revision: analysis.revision,
        cutPoints: analysis.cutPoints,
        customers: analysis.customerCount,
        noPurchase: analysis.noPurchaseCount,
        segments: analysis.segments.map(segment => ({
          segment: segment.name ?? segment.code,
          customers: segment.customerCount,
          spendMinor: segment.spendMinor,
          averageRecencyDays: segment.averageRecencyDays,
        })),
        scores: members.map(member => ({
          customerId: member.customerId,
          archiveNumber: member.archiveNumber,
          recencyDays: member.recencyDays,
          orderCount: member.orderCount,
          spendMinor: member.spendMinor,
          r: member.r,
          f: member.f,
          m: member.m,
          segment: nameOf.get(member.segmentCode) ?? member.segmentCode,
        })),
      }),
    )
    return true
  })
}
