import type { ReadableDb } from '#main/database/db.ts'
import type { Region, RegionNames, RegionTree } from '#shared/domain/region.ts'
import type { RegionColumns } from './customer.table.ts'
import { contactPointKey } from './customer-draft.ts'
import { parseRegion, regionOf } from './region/parse-region.ts'
import { listPlaces, type Place } from './region/place.ts'
import { findCorrectedRegion, listCorrectedRegions } from './region/region.queries.ts'

const textsRemembered = 20_000

/** Tells the region of an address; what was set by hand for the same address counts before what its text says. */
export function readRegion(db: ReadableDb, address: string): Region {
  return findCorrectedRegion(db, contactPointKey('address', address)) ?? parseRegion(address)
}

/** Gives the stored region of an address; of one that was not looked at yet, what `readRegion` tells. */
export function storedRegion(db: ReadableDb, address: string, columns: RegionColumns): Region {
  const { region_code: code, province, city, district, region_confidence: confidence } = columns
  return confidence === null ? readRegion(db, address) : { code, province, city, district, confidence }
}

/** What an import knows of an address. `names`: columns of the file for province, city and district. */
export type AddressFacts = {
  readonly value: string
  readonly key: string
  readonly names: RegionNames | null
}

/**
 * Prepares telling the regions of many addresses.
 *
 * Cost: the corrections are read once; of 20,000 different texts each is looked at once.
 */
export function prepareRegions(db: ReadableDb): (address: AddressFacts) => Region {
  const corrected = listCorrectedRegions(db)
  const known = new Map<string, Region>()
  return ({ value, key, names }) => {
    const byHand = corrected.get(key)
    if (byHand) return byHand
    if (names) return regionOfColumns(names)
    const seen = known.get(value)
    if (seen) return seen
    const region = parseRegion(value)
    if (known.size < textsRemembered) known.set(value, region)
    return region
  }
}

/**
 * Takes a region as columns of a file give it, under the official names where the parts are known.
 *
 * Example: '浙江', '杭州', '西湖区' -> 浙江省, 杭州市, 西湖区, 330106, given
 */
export function regionOfColumns(names: RegionNames): Region {
  const { province, city, district } = names
  const read = parseRegion([province, city, district].filter(name => name !== null).join(' '))
  const isWhole = (read.district !== null) === (district !== null) && read.province !== null
  return isWhole ? { ...read, confidence: 'given' } : { ...names, code: null, confidence: 'given' }
}

/**
 * Reads a region that was typed by itself.
 *
 * Empty: undefined for what names no place, or several.
 * Example: '杭州西湖区' -> 浙江省, 杭州市, 西湖区
 */
export function regionOfText(text: string): RegionNames | undefined {
  const { code, province, city, district, confidence } = parseRegion(text)
  return code === null || confidence === 'unclear' ? undefined : { province, city, district }
}

/** Takes a region that was picked from the list of regions. Empty: undefined when there is no such place. */
export function regionByHand({ province, city, district }: RegionNames): Region | undefined {
  const place = listPlaces().find(
    one => isCalled(one, district ?? city ?? province) && isBelow(one, province) && isBelow(one, city),
  )
  return place && regionOf(place, 'corrected')
}

function isCalled(place: Place, name: string | null): boolean {
  return place.name === name
}

/** A municipality is its own city. */
function isBelow(place: Place, name: string | null): boolean {
  if (name === null) return true
  for (let one: Place | null = place; one; one = one.parent) if (one.name === name) return true
  return false
}

/** Lists provinces with their cities and districts, as they are picked from. Places directly below a province stand in a city without a name. */
export function listRegionTree(): RegionTree {
  const tree = new Map<string, Map<string, string[]>>()
  for (const place of listPlaces()) {
    const { province, city, district } = regionOf(place, 'given')
    if (province === null) continue
    const cities = tree.get(province) ?? new Map<string, string[]>()
    tree.set(province, cities)
    if (place.level === 'province' || place.isNominal) continue
    const districts = cities.get(city ?? '') ?? []
    cities.set(city ?? '', districts)
    if (district !== null) districts.push(district)
  }
  return [...tree].map(([name, cities]) => ({
    name,
    cities: [...cities].map(([city, districts]) => ({ name: city, districts })),
  }))
}
