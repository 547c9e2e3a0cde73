import { z } from 'zod'
import { CustomerFilter } from './customer-filter.ts'
import { ListLayout } from './settings.ts'

/** How a list of customers is looked at: whom, in which order, with which columns. */
export const ViewContent = ListLayout.extend({
  filter: CustomerFilter.nullable(),
  sort: ListLayout.shape.sort.unwrap(),
})
/** How a list of customers is looked at: whom, in which order, with which columns. */
export type ViewContent = z.infer<typeof ViewContent>

/** A way of looking at the list that was given a name. */
export const SavedView = z.object({
  viewId: z.int().positive(),
  name: z.string().trim().min(1, { error: 'required' }).max(50, { error: 'too-long' }),
  content: ViewContent,
})
/** A way of looking at the list that was given a name. */
export type SavedView = z.infer<typeof SavedView>
