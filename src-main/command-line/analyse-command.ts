import { AppError } from '#shared/contract/app-error.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { AnalysisPeriod, RfmRuleSet } from '#shared/domain/rfm-analysis.ts'
import { parseSegmentsFile } from '#shared/domain/segments-file.ts'
import { analyseAbc } from './analyse-abc.ts'
import { analyseBaskets } from './analyse-baskets.ts'
import { analyseCohorts } from './analyse-cohorts.ts'
import { analyseComposition } from './analyse-composition.ts'
import { analyseContribution } from './analyse-contribution.ts'
import { analyseCredit } from './analyse-credit.ts'
import { analyseFunnel } from './analyse-funnel.ts'
import { analyseNextProduct } from './analyse-next-product.ts'
import { analysePortrait } from './analyse-portrait.ts'
import { analysePreferences } from './analyse-preferences.ts'
import { analyseSeasonality } from './analyse-seasonality.ts'
import { analyseSensitivity } from './analyse-sensitivity.ts'
import { analyseTiers } from './analyse-tiers.ts'
import { analyseValue } from './analyse-value.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/** `analyse METHOD --archive A --as-of D`: one analysis, as one line that carries inputs, rules, results and counts. */
export const analyse: Command = ([name = '', ...words], flags, context) => {
  const method = methods[name]
  if (!method)
    throw new AppError('usage', {
      commands: `analyse ${Object.keys(methods).join('|')} --archive A --as-of D`,
    })
  return method(words, flags, context)
}

/** `analyse rfm --archive A --as-of D [--segments FILE]`: counts per segment and every customer's scores. */
const analyseRfm: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  return withEngine(flags, context, async engine => {
    const { currency } = await engine.call('settings.get', {})
    const given =
      flags.segments === undefined ? undefined : readRules(readJson(flags.segments, context), currency)
    const period = given?.period ?? { kind: 'all' as const }
    const { analysis, members } = await engine.call('analytics.listScores', {
      analysis: { asOf, period, ruleSetCode: 'ten-segments' },
      ruleSet: given?.ruleSet ?? null,
    })
    const nameOf = new Map(analysis.segments.map(segment => [segment.code, segment.name]))
    context.write(
      JSON.stringify({
        asOf,
        period: period.kind === 'all' ? null : { months: period.months },
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

const methods: Readonly<Record<string, Command>> = {
  rfm: analyseRfm,
  contribution: analyseContribution,
  value: analyseValue,
  credit: analyseCredit,
  funnel: analyseFunnel,
  tiers: analyseTiers,
  abc: analyseAbc,
  composition: analyseComposition,
  baskets: analyseBaskets,
  sensitivity: analyseSensitivity,
  'next-product': analyseNextProduct,
  portrait: analysePortrait,
  preferences: analysePreferences,
  seasonality: analyseSeasonality,
  cohorts: analyseCohorts,
}

/** Reads a rule file; its version is 1, since it is not kept. Errors: rule-invalid with what is wrong. */
function readRules(json: unknown, currency: CurrencyCode): { period: AnalysisPeriod; ruleSet: RfmRuleSet } {
  const reading = parseSegmentsFile(json, currency)
  if (reading.kind === 'invalid') throw new AppError('rule-invalid', { issues: reading.issues.join('; ') })
  const { period, cutPoints, rules } = reading
  return { period, ruleSet: { code: 'file', name: null, version: 1, cutPoints, ...rules } }
}
