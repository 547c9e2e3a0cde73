import { z } from 'zod'
import type { Contract } from './method.ts'

/** What Ctrl+Z would take back next. `kind` is worded by the catalogue (`change.<kind>`). */
export const UndoStep = z.object({
  changeSetId: z.int(),
  kind: z.string(),
  madeAt: z.string(),
  importBatchId: z.int().nullable(),
})
export type UndoStep = z.infer<typeof UndoStep>

export const changesContract = {
  'changes.nextSteps': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({ undo: UndoStep.nullable(), redo: UndoStep.nullable() }),
  },
  /** Takes back one change set. An import answers `import-conflicts`: it has its own dialog. */
  'changes.undo': {
    kind: 'command',
    on: 'writer',
    request: z.object({ changeSetId: z.int().positive() }),
    response: z.object({ changeSetId: z.int() }),
  },
} as const satisfies Contract
