import { z } from 'zod'
import { CustomerId } from '#shared/domain/customer.ts'
import { FileEntry, FileEntryDraft } from '#shared/domain/file-entry.ts'
import type { Contract } from './method.ts'

const EntryId = z.int().positive()

export const entriesContract = {
  /** The lines of a customer's file, the newest day first. */
  'entries.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.array(FileEntry),
  },
  'entries.add': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, entry: FileEntryDraft }),
    response: z.object({ entryId: EntryId, changeSetId: z.int() }),
  },
  /** Changes a line; of another kind it cannot become: `not-found`. */
  'entries.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ entryId: EntryId, entry: FileEntryDraft }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
  'entries.remove': {
    kind: 'command',
    on: 'writer',
    request: z.object({ entryId: EntryId }),
    response: z.object({ changeSetId: z.int() }),
  },
} as const satisfies Contract
