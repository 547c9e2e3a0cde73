import type { Region, RegionNames } from '#shared/domain/region.ts'
import { regionNames } from './region-words.ts'

/** Regions that were picked in the form, by the text of their address. */
export type PickedRegions = Readonly<Record<string, RegionNames>>

/** The regions of the addresses that the archive holds, by their text. */
export type StoredRegions = ReadonlyMap<string, Region>

/** What the fields of addresses know of regions. */
export type AddressRegions = {
  readonly stored: StoredRegions
  readonly picked: PickedRegions
  readonly onPick: (address: string, names: RegionNames | undefined) => void
  /** The text of an address was written on. */
  readonly onRewrite: (before: string, after: string) => void
}

/** Notes what was picked for an address, or that it counts again as it is read. */
export function pickRegion(
  picked: PickedRegions,
  address: string,
  names: RegionNames | undefined,
): PickedRegions {
  const { [address]: _before, ...others } = picked
  return names ? { ...others, [address]: names } : others
}

/** Lets a region that was set by hand go along while the text of its address is written on. */
export function carryRegion(
  picked: PickedRegions,
  stored: StoredRegions,
  before: string,
  after: string,
): PickedRegions {
  const held = stored.get(before)
  const names = picked[before] ?? (held?.confidence === 'corrected' ? regionNames(held) : undefined)
  const others = pickRegion(picked, before, undefined)
  return names && stored.get(after)?.confidence !== 'corrected' ? { ...others, [after]: names } : others
}
