import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId, CustomerKind } from './customer.ts'

/** After so many days in the bin a customer is deleted for good. */
export const binDays = 90

/** One deleted customer. `deletedAt` is an instant in UTC. */
export const BinRow = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  kind: CustomerKind,
  name: z.string(),
  /** The first one. */
  phone: z.string().nullable(),
  orderCount: z.int(),
  lastOn: CalendarDate.nullable(),
  deletedAt: z.string(),
})
export type BinRow = z.infer<typeof BinRow>
