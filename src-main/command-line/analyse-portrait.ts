import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type PortraitOwner, PortraitRequest } from '#shared/domain/portrait.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command, Flags } from './command.ts'

/**
 * `analyse portrait --archive A --as-of D --customer NUMBER | --segment CODE [--preset ten-segments] [--months N]`: the portrait of one
 * customer or of a segment, every sentence with its evidence, as one line.
 */
export const analysePortrait: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  const { customer, segment, months, preset: ruleSetCode = 'ten-segments' } = flags
  if ((customer === undefined) === (segment === undefined)) throw usage()
  const period = months === undefined ? { kind: 'all' } : { kind: 'months', months: Number(months) }
  return withEngine(flags, context, async engine => {
    const of = await ownerOf(engine, flags)
    const request = PortraitRequest.safeParse({ of, analysis: { asOf, period, ruleSetCode } })
    if (!request.success) throw usage()
    context.write(JSON.stringify(await engine.call('analytics.getPortrait', request.data)))
    return true
  })
}

async function ownerOf(engine: Engine, { customer, segment }: Flags): Promise<PortraitOwner> {
  if (segment !== undefined) return { kind: 'members', selector: { kind: 'segment', code: segment } }
  const { customerId } = await engine.call('identities.findByNumber', { archiveNumber: customer ?? '' })
  return { kind: 'customer', customerId }
}

const usage = () =>
  new AppError('usage', {
    commands: '--customer NUMBER or --segment CODE [--preset ten-segments|classic-eight] [--months 1..120]',
  })
