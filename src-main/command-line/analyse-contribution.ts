import { AppError } from '#shared/contract/app-error.ts'
import { ContributionPreset, ContributionRules, contributionPresets } from '#shared/domain/contribution.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command, CommandContext, Flags } from './command.ts'

/**
 * `analyse contribution --archive A --as-of D [--preset P] [--rules FILE]`: the seven groups and every customer's score, as one line.
 * A file of rules names what differs from the preset.
 */
export const analyseContribution: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  const preset = ContributionPreset.safeParse(flags.preset ?? 'as-printed')
  if (!preset.success) throw new AppError('usage', { commands: '--preset as-printed|corrected' })
  const rules = readRules(preset.data, flags, context)
  return withEngine(flags, context, async engine => {
    const { analysis, members } = await engine.call('analytics.listContribution', { asOf, rules })
    const { revision, customerCount, groups, recent, base, limits, balancesLeftOut } = analysis
    context.write(
      JSON.stringify({
        ...{ asOf, preset: flags.rules === undefined ? preset.data : null, rules, revision },
        ...{ recent, base, limits, customers: customerCount, balancesLeftOut },
        groups: groups.map(({ group, customerCount: customers, ...sums }) => ({ group, customers, ...sums })),
        scores: members,
      }),
    )
    return true
  })
}

function readRules(preset: ContributionPreset, flags: Flags, context: CommandContext): ContributionRules {
  const given = flags.rules === undefined ? {} : readJson(flags.rules, context)
  const rules = ContributionRules.safeParse({ ...contributionPresets[preset], ...(given as object) })
  if (rules.success) return rules.data
  const issues = rules.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('rule-invalid', { issues: issues.join('; ') })
}
