import { z } from 'zod'
import { Call } from '#shared/domain/call-script.ts'
import type { Contract } from './method.ts'

export const callsContract = {
  /**
   * Writes what was answered at a call, by telephone as of today, with a note of service, as one act. An answer for a field
   * that holds another value meanwhile: `conflict`.
   */
  'calls.save': {
    kind: 'command',
    on: 'writer',
    request: Call,
    response: z.object({ changeSetId: z.int().nullable() }),
  },
} as const satisfies Contract
