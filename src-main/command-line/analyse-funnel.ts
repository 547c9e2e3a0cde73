import { AppError } from '#shared/contract/app-error.ts'
import { FunnelRequest } from '#shared/domain/funnel.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse funnel --archive A --as-of D [--from D]`: who stands in which stage since when, how they are judged, and what came of the
 * days after `--from`, as one line.
 */
export const analyseFunnel: Command = async (_words, flags, context) => {
  const request = FunnelRequest.safeParse({ asOf: dayOf(flags), fromOn: flags.from?.at(-1) ?? null })
  if (!request.success) throw new AppError('usage', { commands: '--from YYYY-MM-DD, not after --as-of' })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('funnel.summarize', request.data)))
    return true
  })
}
