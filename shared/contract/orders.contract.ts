import { z } from 'zod'
import { FlowNote } from '#shared/domain/sales-order.ts'
import type { Contract } from './method.ts'

export const ordersContract = {
  /** Writes where the goods of an order went and what for. A note that is no longer as it was seen answers `conflict`. */
  'orders.saveFlowNote': {
    kind: 'command',
    on: 'writer',
    request: z.object({ salesOrderId: z.int().positive(), seen: FlowNote, flowNote: FlowNote }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
} as const satisfies Contract
