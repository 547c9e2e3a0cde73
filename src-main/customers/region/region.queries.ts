import type { ReadableDb } from '#main/database/db.ts'
import type { Region } from '#shared/domain/region.ts'

type CorrectedRow = readonly [
  ...[key: string, code: string | null, province: string | null, city: string | null],
  district: string | null,
]

const columns = 'match_key, region_code, province, city, district'

/** The region that was set by hand last for the address with a key. */
export const correctedRegionSql = `SELECT ${columns} FROM contact_point
  WHERE match_key = ? AND region_confidence = 'corrected' ORDER BY contact_point_id DESC LIMIT 1`

/** All regions that were set by hand. */
export const correctedRegionsSql = `SELECT ${columns} FROM contact_point
  WHERE region_confidence = 'corrected' ORDER BY match_key, contact_point_id`

/** Finds the region that was set by hand for an address; of several the one set last. */
export function findCorrectedRegion(db: ReadableDb, addressKey: string): Region | undefined {
  const row = db.prepareReadArrays<CorrectedRow>(correctedRegionSql).get(addressKey)
  return row && toRegion(row)
}

/** Lists all regions that were set by hand, by the key of their address. Cost: there are few. */
export function listCorrectedRegions(db: ReadableDb): Map<string, Region> {
  const rows = db.prepareReadArrays<CorrectedRow>(correctedRegionsSql).all()
  return new Map(rows.map(row => [row[0], toRegion(row)]))
}

function toRegion([, code, province, city, district]: CorrectedRow): Region {
  return { code, province, city, district, confidence: 'corrected' }
}
