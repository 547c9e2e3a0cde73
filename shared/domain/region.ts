import { z } from 'zod'

/**
 * How a region is known: from columns of a file, read out of the text (every part is written, some was concluded, several
 * fit), or set by hand.
 */
export const RegionConfidence = z.enum(['given', 'exact', 'likely', 'unclear', 'corrected'])
export type RegionConfidence = z.infer<typeof RegionConfidence>

/** The region of an address: province, city and district by their official names, as far as they are known. */
export const Region = z.object({
  /** Code of GB/T 2260 of the smallest part that is known. */
  code: z.string().max(6).nullable(),
  province: z.string().max(50).nullable(),
  city: z.string().max(50).nullable(),
  district: z.string().max(50).nullable(),
  confidence: RegionConfidence,
})
export type Region = z.infer<typeof Region>

/** The parts of a region by name. */
export const RegionNames = Region.pick({ province: true, city: true, district: true })
export type RegionNames = z.infer<typeof RegionNames>

/** Provinces with their cities and districts. A city without a name holds what lies directly below its province. */
export const RegionTree = z.array(
  z.object({
    name: z.string(),
    cities: z.array(z.object({ name: z.string(), districts: z.array(z.string()) })),
  }),
)
export type RegionTree = z.infer<typeof RegionTree>
