import { z } from 'zod'
import type { Contract } from './method.ts'

export const jobsContract = {
  /** Asks a running job to stop; it ends with `cancelled` and leaves nothing behind. False when it had ended already. */
  'jobs.cancel': {
    kind: 'query',
    on: 'main',
    request: z.object({ jobId: z.int() }),
    response: z.boolean(),
  },
} as const satisfies Contract
