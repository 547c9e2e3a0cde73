import type { RawRow } from '#main/imports/raw-row.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { StoredProfile } from './choose-profile.ts'
import { findHeaderBand, type HeaderBand, headerBandAt } from './header-band.ts'
import { headerKey } from './header-text.ts'
import { isKnownHeader } from './match-headers.ts'
import { headingLikeness } from './recall-mapping.ts'
import { valueKindOf } from './value-kind.ts'

/** Headings in a sheet: the band, the rows below that are looked at, and the heading of each column. */
export type ReadHeadings = {
  readonly band: HeaderBand
  readonly sample: readonly RawRow[]
  /** As they are shown, as wide as the sample is. */
  readonly headings: readonly string[]
  /** As memory compares them: a column without a heading is known by its letters and its values. */
  readonly memorable: readonly string[]
}

const rowsTried = 15

/**
 * Finds the headings of a sheet: where they were pointed at, else where a row has the very headings of a remembered file,
 * else by their looks.
 *
 * Errors: import-no-header.
 */
export function readHeadings(
  head: readonly RawRow[],
  wanted: { readonly headerRow?: number | undefined; readonly headerRowCount?: number | undefined },
  profiles: readonly StoredProfile[],
): ReadHeadings {
  if (wanted.headerRow !== undefined)
    return withSample(head, headerBandAt(head, wanted.headerRow, wanted.headerRowCount))
  return withSample(head, rememberedBand(head, profiles) ?? findHeaderBand(head))
}

function rememberedBand(head: readonly RawRow[], profiles: readonly StoredProfile[]): HeaderBand | undefined {
  const counts = [...new Set(profiles.map(profile => profile.headerRowCount))].sort((a, b) => b - a)
  for (const count of counts) {
    const ofCount = profiles.filter(profile => profile.headerRowCount === count)
    const rows = count === 0 ? [0] : head.slice(0, rowsTried).map(row => row.rowNumber)
    for (const row of rows) {
      const band = headerBandAt(head, row, count)
      if (!band) continue
      const { memorable } = withSample(head, band)
      if (ofCount.some(profile => headingLikeness(memorable, profile.columns) === 1)) return band
    }
  }
  return undefined
}

function withSample(head: readonly RawRow[], band: HeaderBand | undefined): ReadHeadings {
  if (!band) throw new AppError('import-no-header')
  const sample = head.filter(row => row.rowNumber > band.lastRow)
  const width = Math.max(band.headings.length, ...sample.map(row => row.cells.length))
  const headings = Array.from({ length: width }, (_, column) => band.headings[column] ?? '')
  const memorable =
    band.rowCount > 0
      ? headings
      : headings.map((letters, column) => `${letters} ${valueKindOf(sample, column)}`)
  return { band, sample, headings, memorable }
}

/**
 * Gives each heading the form in which its words are looked up: whole, or, where only that is known, its last line.
 *
 * Example: '收货人 姓名' -> '收货人姓名'; '基本资料 手机' -> '手机'
 */
export function lookupKeys(headings: readonly string[], rowCount: number): string[] {
  return headings.map(heading => {
    const key = headerKey(heading)
    if (rowCount < 2 || isKnownHeader(key)) return key
    const last = headerKey(heading.split(' ').at(-1) ?? '')
    return isKnownHeader(last) ? last : key
  })
}
