import { AppError } from '#shared/contract/app-error.ts'
import { NextProductRequest } from '#shared/domain/next-products.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse next-product --archive A --as-of D --customer NUMBER [--since D]`: what a customer may buy next, each with its reason, as one
 * line.
 */
export const analyseNextProduct: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  const { customer: archiveNumber, since: fromOn = null } = flags
  if (archiveNumber === undefined) throw usage()
  return withEngine(flags, context, async engine => {
    const { customerId } = await engine.call('identities.findByNumber', { archiveNumber })
    const request = NextProductRequest.safeParse({ customerId, fromOn, asOf })
    if (!request.success) throw usage()
    context.write(JSON.stringify(await engine.call('analytics.findNextProducts', request.data)))
    return true
  })
}

const usage = () => new AppError('usage', { commands: '--customer NUMBER [--since YYYY-MM-DD]' })
