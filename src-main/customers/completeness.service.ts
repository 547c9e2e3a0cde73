import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { type CompletenessKey, personalParts } from '#shared/domain/completeness.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import {
  type AskedKeys,
  cardPlaces,
  forEachFilledPoint,
  listFilledColumns,
  listHavingField,
  partBits,
} from './completeness.queries.ts'

/** Writes the expression for a row of `customer`, for the rooms that list files by their state. */
export { knownOnSql } from './completeness.queries.ts'

/**
 * Tells what a whole file holds, as the archive's settings say.
 *
 * Shape: fields that are not on the form are not asked for, nor what only people have of a company.
 */
export function getAskedKeys(db: ReadableDb): AskedKeys {
  const { completeness } = getArchiveSettings(db).quality
  const { lead, active, former } = completeness
  const hasOwn = [...lead, ...active, ...former].some(key => key.startsWith('field:'))
  const kinds = new Map(
    hasOwn ? fieldsOfForm(db).map(({ customerKind, field }) => [`field:${field.fieldId}`, customerKind]) : [],
  )
  const askedOf = (kind: CustomerKind) => {
    const isAsked = (key: CompletenessKey) => {
      if (!key.startsWith('field:')) return kind === 'individual' || !personalParts.includes(key)
      const owner = kinds.get(key)
      return owner !== undefined && (owner === null || owner === kind)
    }
    return {
      lead: lead.filter(isAsked),
      active: active.filter(isAsked),
      former: former.filter(isAsked),
    }
  }
  return { individual: askedOf('individual'), company: askedOf('company') }
}

/**
 * Reads how complete every file outside the bin is: each table once, which is several times cheaper than the expression for a
 * row, customer by customer.
 *
 * Shape: in the order of entry. Units: percent, rounded down, as `completenessSql` has it.
 * Cost: some 1.5 µs each.
 */
export function listCompleteness(
  db: ReadableDb,
): { readonly customerId: number; readonly percent: number }[] {
  const asked = getAskedKeys(db)
  const askedOf = cardPlaces.map(({ kind, cardType }) => new Set(asked[kind][cardType]))
  const maskOf = askedOf.map(keys => [...keys].reduce((mask, key) => mask | (partBits.get(key) ?? 0), 0))
  const cards = listFilledColumns(db)
  const keyCount = (cards.at(-1)?.customerId ?? 0) + 1
  const bits = new Uint16Array(keyCount)
  const places = new Uint8Array(keyCount)
  for (const card of cards) {
    bits[card.customerId] = card.bits
    places[card.customerId] = card.place
  }
  // Who is in the bin has a place there too and is not asked for.
  const isRegionAsked = askedOf.some(keys => keys.has('region'))
  forEachFilledPoint(db, isRegionAsked, (customerId, ofPoint) => {
    bits[customerId] = (bits[customerId] ?? 0) | ofPoint
  })
  const ownFilled = new Uint8Array(keyCount)
  for (const key of new Set(askedOf.flatMap(keys => [...keys].filter(one => !partBits.has(one)))))
    for (const customerId of listHavingField(db, Number(key.slice('field:'.length))))
      if (askedOf[places[customerId] ?? 0]?.has(key)) ownFilled[customerId] = (ownFilled[customerId] ?? 0) + 1
  return cards.map(({ customerId, place }) => {
    const filled = countBits((bits[customerId] ?? 0) & (maskOf[place] ?? 0)) + (ownFilled[customerId] ?? 0)
    const all = askedOf[place]?.size ?? 0
    return { customerId, percent: all === 0 ? 100 : Math.floor((filled * 100) / all) }
  })
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}
