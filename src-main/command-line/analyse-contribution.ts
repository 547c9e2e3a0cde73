import { AppError } from '#shared/contract/app-error.ts'
import { type CalendarDate, CalendarMonth } from '#shared/domain/calendar-date.ts'
import {
  ContributionPreset,
  ContributionRules,
  contributionGroups,
  contributionPresets,
} from '#shared/domain/contribution.ts'
import { MigrationRequest, monthEndAfter } from '#shared/domain/contribution-migration.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command, CommandContext, Flags } from './command.ts'

const usage = {
  matrix: '--matrix FROM TO (YYYY-MM, at most 24 months apart)',
  preset: '--preset as-printed|corrected',
}

/**
 * `analyse contribution --archive A --as-of D [--preset P] [--rules FILE]`: the seven groups and every customer's score, as one line.
 * A file of rules names what differs from the preset. With `--matrix FROM TO`: who moved from which group to which between the ends of
 * two months, and how large the groups were at the ends of the months between.
 */
export const analyseContribution: Command = async (words, flags, context) => {
  if (flags.matrix !== undefined) return showMatrix([flags.matrix, ...words], flags, context)
  const asOf = dayOf(flags)
  const { preset, rules } = readRules(flags, context)
  return withEngine(flags, context, async engine => {
    const { analysis, members } = await engine.call('analytics.listContribution', { asOf, rules })
    const { revision, customerCount, groups, recent, base, limits, balancesLeftOut } = analysis
    context.write(
      JSON.stringify({
        ...{ asOf, preset, rules, revision },
        ...{ recent, base, limits, customers: customerCount, balancesLeftOut },
        groups: groups.map(({ group, customerCount: customers, ...sums }) => ({ group, customers, ...sums })),
        scores: members,
      }),
    )
    return true
  })
}

async function showMatrix(months: readonly string[], flags: Flags, context: CommandContext) {
  const { preset, rules } = readRules(flags, context)
  const [fromOn, toOn, ...others] = months.map(endOf)
  const request = MigrationRequest.safeParse({ fromOn, toOn, rules })
  if (!request.success || others.length > 0) throw new AppError('usage', { commands: usage.matrix })
  return withEngine(flags, context, async engine => {
    const matrix = await engine.call('analytics.summarizeMigration', request.data)
    const between = await engine.call('analytics.listGroupSnapshots', {
      ...{ asOf: request.data.toOn, months: monthsBetween(request.data), rules },
    })
    const { rows, arrived, finding: _, ...sums } = matrix
    context.write(
      JSON.stringify({
        ...{ preset, ...sums, groups: contributionGroups, rows, arrived },
        monthEnds: between.monthEnds,
      }),
    )
    return true
  })
}

/** The last day of a month that is written YYYY-MM. Errors: usage for anything else. */
function endOf(text: string): CalendarDate {
  const month = CalendarMonth.safeParse(text)
  if (!month.success) throw new AppError('usage', { commands: usage.matrix })
  return monthEndAfter(`${month.data}-01` as CalendarDate, 0)
}

function monthsBetween({ fromOn, toOn }: MigrationRequest): number {
  let months = 1
  while (monthEndAfter(fromOn, months) < toOn) months++
  return months
}

function readRules(flags: Flags, context: CommandContext) {
  const preset = ContributionPreset.safeParse(flags.preset ?? 'as-printed')
  if (!preset.success) throw new AppError('usage', { commands: usage.preset })
  const given = flags.rules === undefined ? {} : readJson(flags.rules, context)
  const rules = ContributionRules.safeParse({ ...contributionPresets[preset.data], ...(given as object) })
  if (rules.success) return { preset: flags.rules === undefined ? preset.data : null, rules: rules.data }
  const issues = rules.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('rule-invalid', { issues: issues.join('; ') })
}
