import { z } from 'zod'
import { SavedView } from '#shared/domain/saved-view.ts'
import type { Contract } from './method.ts'

const Written = z.object({ viewId: SavedView.shape.viewId, changeSetId: z.int().nullable() })

export const viewsContract = {
  /** The saved views of the customer list, by name. */
  'views.list': { kind: 'query', on: 'main', request: z.object({}), response: z.array(SavedView) },
  /** Saves a view under a name, replacing the one that has it. */
  'views.save': {
    kind: 'command',
    on: 'writer',
    request: SavedView.omit({ viewId: true }),
    response: Written,
  },
  /** Gives a view another name, which must be free: `name-taken`. */
  'views.rename': {
    kind: 'command',
    on: 'writer',
    request: SavedView.pick({ viewId: true, name: true }),
    response: Written,
  },
  'views.remove': {
    kind: 'command',
    on: 'writer',
    request: SavedView.pick({ viewId: true }),
    response: Written,
  },
} as const satisfies Contract
