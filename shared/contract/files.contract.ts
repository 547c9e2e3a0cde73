import { z } from 'zod'
import type { Contract } from './method.ts'

const ForeignFile = z.object({ fileToken: z.string(), name: z.string(), sizeBytes: z.number() })

/** A file that was dropped or chosen; the window knows a token and a name, never a path. */
export type ForeignFile = z.infer<typeof ForeignFile>

export const filesContract = {
  'files.choose': { kind: 'command', on: 'desktop', request: z.object({}), response: z.array(ForeignFile) },
  /** Called by the bridge with the paths of a drop; the window cannot name a path itself. */
  'files.accept': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ paths: z.array(z.string().max(4096)).max(200) }),
    response: z.array(ForeignFile),
  },
} as const satisfies Contract
