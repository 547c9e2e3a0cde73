import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type PreferenceOwner, PreferenceRequest } from '#shared/domain/preferences.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command, Flags } from './command.ts'

/**
 * `analyse preferences --archive A --as-of D [--since D] [--customer NUMBER | --segment CODE]`: what is bought most, at which price and
 * when, as one line; of all without a customer or a segment.
 */
export const analysePreferences: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  if (flags.customer !== undefined && flags.segment !== undefined) throw usage()
  return withEngine(flags, context, async engine => {
    const of = await ownerOf(engine, flags)
    const request = PreferenceRequest.safeParse({ of, asOf, fromOn: flags.since ?? null })
    if (!request.success) throw usage()
    context.write(JSON.stringify(await engine.call('analytics.summarizePreferences', request.data)))
    return true
  })
}

async function ownerOf(engine: Engine, { customer, segment }: Flags): Promise<PreferenceOwner> {
  if (segment !== undefined) return { kind: 'segment', code: segment }
  if (customer === undefined) return { kind: 'all' }
  const { customerId } = await engine.call('identities.findByNumber', { archiveNumber: customer })
  return { kind: 'customer', customerId }
}

const usage = () =>
  new AppError('usage', { commands: '--since YYYY-MM-DD, and --customer NUMBER or --segment CODE' })
