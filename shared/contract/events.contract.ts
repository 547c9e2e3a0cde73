import { z } from 'zod'
import { appErrorCodes } from './app-error.ts'
import { ArchiveState } from './archives.contract.ts'

/** What main announces. An event starts no work: it says that something is different now. */
export const eventsContract = {
  'data.changed': z.object({
    topics: z.array(
      z.enum([
        'customers',
        'orders',
        'rules',
        'imports',
        'settings',
        'changes',
        'search',
        'fields',
        'cards',
        'views',
        'segments',
      ]),
    ),
  }),
  'archive.changed': ArchiveState,
  'job.progressed': z.object({
    jobId: z.int(),
    /** 0..1 */
    progress: z.number(),
    step: z.enum([
      'backup',
      'read',
      'check',
      'clean',
      'write',
      'analyse',
      'update',
      'undo',
      'compact',
      'export',
      'compare',
      'merge',
      'attach',
      'edit',
      'delete',
      'restore',
      'take-back',
    ]),
    done: z.int().optional(),
    total: z.int().optional(),
  }),
  'job.ended': z.object({
    jobId: z.int(),
    result: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({
        ok: z.literal(false),
        error: z.object({
          code: z.enum(appErrorCodes),
          retry: z.boolean(),
          details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      }),
    ]),
  }),
} as const

export type EventName = keyof typeof eventsContract
export type EventData<E extends EventName> = z.infer<(typeof eventsContract)[E]>
/** One announced event with its name. */
export type AppEvent = { [E in EventName]: { readonly name: E; readonly data: EventData<E> } }[EventName]
