import { z } from 'zod'
import type { Contract } from './method.ts'

/** Why something in a folder is not read. Texts: `imports.skipped.<code>`. */
export const skipReasons = [
  'temporary',
  'unknown-kind',
  'empty',
  'too-many',
  'unreadable',
  'no-tables',
  'whole-export',
] as const
export type SkipReason = (typeof skipReasons)[number]

const ForeignFile = z.object({
  /** '' for a file that is skipped; a folder with a whole export can be brought back by its token. */
  fileToken: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  /** Its place below the folder that was dropped or chosen, that folder's own name first. */
  folder: z.string().optional(),
  skipped: z.enum(skipReasons).optional(),
})

/** A file that was dropped or chosen; the window knows a token and a name, never a path. */
export type ForeignFile = z.infer<typeof ForeignFile>

export const filesContract = {
  'files.choose': { kind: 'command', on: 'desktop', request: z.object({}), response: z.array(ForeignFile) },
  /** The tables of a folder and of the folders in it; what is not read is named. */
  'files.chooseFolder': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: z.array(ForeignFile),
  },
  /** Called by the bridge with the paths of a drop; the window cannot name a path itself. */
  'files.accept': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ paths: z.array(z.string().max(4096)).max(200) }),
    response: z.array(ForeignFile),
  },
} as const satisfies Contract
