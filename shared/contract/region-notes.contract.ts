import { z } from 'zod'
import { CustomerId } from '#shared/domain/customer.ts'
import { NotedRegion, RegionNotes, RegionPlace } from '#shared/domain/region-note.ts'
import type { Contract } from './method.ts'

export const regionNotesContract = {
  /** The regions of a customer's addresses, each city after its province, with what is noted of them for all customers there. */
  'regionNotes.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.array(NotedRegion),
  },
  /** Writes what holds for a region. A note that is no longer as it was seen answers `conflict`. */
  'regionNotes.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ place: RegionPlace, seen: RegionNotes, notes: RegionNotes }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
} as const satisfies Contract
