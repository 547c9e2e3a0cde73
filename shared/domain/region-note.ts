import { z } from 'zod'

/** In which respect a region is described. */
export const RegionAspect = z.enum(['culture', 'customs', 'potential', 'policy'])
export type RegionAspect = z.infer<typeof RegionAspect>

/** A region as notes are kept for it; `city` null: the whole province. */
export const RegionPlace = z.object({
  province: z.string().min(1).max(50),
  city: z.string().min(1).max(50).nullable(),
})
export type RegionPlace = z.infer<typeof RegionPlace>

const note = z.string().max(10_000, { error: 'too-long' }).nullable()

/** What is noted of a region; null where nothing is. */
export const RegionNotes = z.object({ culture: note, customs: note, potential: note, policy: note })
export type RegionNotes = z.infer<typeof RegionNotes>

/** A region in which a customer has an address, with what is noted of it. */
export const NotedRegion = z.object({ place: RegionPlace, notes: RegionNotes })
export type NotedRegion = z.infer<typeof NotedRegion>
