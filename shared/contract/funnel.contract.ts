import { z } from 'zod'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CustomerId } from '#shared/domain/customer.ts'
import {
  FunnelCards,
  FunnelMove,
  FunnelRequest,
  FunnelSelector,
  FunnelStep,
  FunnelSummary,
} from '#shared/domain/funnel.ts'
import { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import type { Contract } from './method.ts'

const Saved = z.object({ changeSetId: z.int().nullable() })

export const funnelContract = {
  /** How a customer went through the funnel, the newest step first. */
  'funnel.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.array(FunnelStep),
  },
  /** Where all customers stand on a day, and what came of those who stood or came there in a period. */
  'funnel.summarize': { kind: 'query', on: 'reader', request: FunnelRequest, response: FunnelSummary },
  /** Cards of a column or cell, the starred first, then who waits longest. */
  'funnel.listCards': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      asOf: CalendarDate,
      selector: FunnelSelector,
      start: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    response: FunnelCards,
  },
  /** Moves a customer, or notes a new judgement; a move with gaps is refused with the parts that are missing. */
  'funnel.move': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, move: FunnelMove }),
    response: Saved,
  },
  /** Puts customers into the first stage; those who stand in a stage stay there. */
  'funnel.enter': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers }),
    response: Saved.extend({ entered: z.int() }),
  },
  'funnel.removeStep': {
    kind: 'command',
    on: 'writer',
    request: z.object({ funnelStepId: z.int().positive() }),
    response: Saved,
  },
} as const satisfies Contract
