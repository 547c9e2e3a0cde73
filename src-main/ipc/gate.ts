import type { z } from 'zod'
import { AppError, type AppErrorData, type Envelope } from '#shared/contract/app-error.ts'
import { findBudgetExcess } from './budget.ts'
import { toAppErrorData } from './to-app-error.ts'

/** What the gate knows of one method. */
type Entry = { readonly request: z.ZodType; readonly response: z.ZodType }

/** What the gate is made of. `answer` gets a request that its schema has accepted. */
export type GateParts<Caller> = {
  readonly contract: Readonly<Record<string, Entry>>
  readonly answer: (method: string, request: unknown, caller: Caller) => unknown
  /** Parse answers too: in development and in tests, so that nothing leaves that the contract does not name. */
  readonly areResponsesChecked: boolean
  readonly log: (code: string, method: string, error: unknown) => void
}

/** Answers one call of a window. Errors: never throws, never rejects. */
export type Gate<Caller> = (
  isTrusted: boolean,
  method: unknown,
  request: unknown,
  caller: Caller,
) => Promise<Envelope<unknown>>

/**
 * Makes the one gate between windows and main: sender, name, size, schema, answer, envelope, in this order.
 *
 * Nothing but the closed list of error codes comes back from a failed call; what was thrown is logged without
 * its text.
 */
export function createGate<Caller>(parts: GateParts<Caller>): Gate<Caller> {
  return async (isTrusted, method, request, caller) => {
    if (!isTrusted) return refuse(new AppError('untrusted-sender').data)
    const name = typeof method === 'string' && Object.hasOwn(parts.contract, method) ? method : undefined
    const entry = name === undefined ? undefined : parts.contract[name]
    if (name === undefined || !entry) return invalid('unknown method')
    const excess = findBudgetExcess(request)
    if (excess) return invalid(`too much: ${excess}`)
    try {
      const value = await parts.answer(name, entry.request.parse(request), caller)
      if (parts.areResponsesChecked) checkResponse(entry, value)
      return { ok: true, value }
    } catch (error) {
      const data = toAppErrorData(error)
      if (data.code === 'internal') parts.log(data.code, name, error)
      return refuse(data)
    }
  }
}

/** An answer that its own schema refuses is a defect of main, not of the request. */
function checkResponse(entry: Entry, value: unknown): void {
  const result = entry.response.safeParse(value)
  if (!result.success) throw new Error('the answer does not fit the contract', { cause: result.error })
}

function refuse(error: AppErrorData): Envelope<never> {
  return { ok: false, error }
}

function invalid(issue: string): Envelope<never> {
  return refuse({ ...new AppError('invalid-request').data, issues: [issue] })
}
