import { z } from 'zod'
import { batchLimit } from './batch-edit.ts'
import { CustomerId } from './customer.ts'

/** Rows of an open list by their places, both ends included. */
export const SelectedRows = z.object({
  listId: z.int().positive(),
  ranges: z
    .array(z.object({ first: z.int().nonnegative(), last: z.int().nonnegative() }))
    .min(1)
    .max(10_000),
})
export type SelectedRows = z.infer<typeof SelectedRows>

/** Customers of one step: up to ten thousand by their keys, any number by their rows in an open list. */
export const SelectedCustomers = z.union([z.array(CustomerId).min(1).max(batchLimit), SelectedRows])
export type SelectedCustomers = z.infer<typeof SelectedCustomers>
