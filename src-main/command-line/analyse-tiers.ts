import { AppError } from '#shared/contract/app-error.ts'
import { TierPreset, TierRequest, TierStandard, tierPresets } from '#shared/domain/tiers.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command, CommandContext } from './command.ts'

/**
 * `analyse tiers --archive A --as-of D [--since D] [--preset P] [--rules FILE]`: every customer's tier by a ready standard, as one line.
 * A file of rules names what differs from it.
 */
export const analyseTiers: Command = async (_words, flags, context) => {
  const preset = TierPreset.safeParse(flags.preset ?? 'purchasing-power')
  if (!preset.success) throw new AppError('usage', { commands: `--preset ${TierPreset.options.join('|')}` })
  const ready: TierStandard = tierPresets[preset.data]
  const standard = flags.rules === undefined ? ready : readStandard(ready, flags.rules, context)
  const request = TierRequest.safeParse({ asOf: dayOf(flags), fromOn: flags.since ?? null, standard })
  if (!request.success) throw new AppError('usage', { commands: '--since YYYY-MM-DD' })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.listTiers', request.data)))
    return true
  })
}

function readStandard(ready: TierStandard, file: string, context: CommandContext): TierStandard {
  const given = readJson(file, context)
  const standard = TierStandard.safeParse({ ...ready, ...(given as object), code: 'file', version: 1 })
  if (standard.success) return standard.data
  const issues = standard.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('rule-invalid', { issues: issues.join('; ') })
}
