import { z } from 'zod'
import { LineDetails } from '#shared/domain/line-details.ts'
import { FlowNote } from '#shared/domain/sales-order.ts'
import type { Contract } from './method.ts'

const LineContent = z.object({ details: LineDetails.nullable(), picture: z.string().max(300).nullable() })

export const ordersContract = {
  /** Writes where the goods of an order went and what for. A note that is no longer as it was seen answers `conflict`. */
  'orders.saveFlowNote': {
    kind: 'command',
    on: 'writer',
    request: z.object({ salesOrderId: z.int().positive(), seen: FlowNote, flowNote: FlowNote }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
  /**
   * Writes what an item of an order is like, and its picture; `isForProduct` does so for all items of its product, in one act.
   * What is no longer as it was seen answers `conflict`.
   */
  'orders.saveLineDetails': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      orderLineId: z.int().positive(),
      isForProduct: z.boolean(),
      seen: LineContent,
      content: LineContent,
    }),
    response: z.object({ changeSetId: z.int().nullable(), lines: z.int().nonnegative() }),
  },
} as const satisfies Contract
