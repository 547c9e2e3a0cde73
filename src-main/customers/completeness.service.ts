import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { type CompletenessKey, personalParts } from '#shared/domain/completeness.ts'
import type { CardType, CustomerKind } from '#shared/domain/customer.ts'
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

/** What is asked of one of the six cards: the bits of its parts, its own fields, and how many of both. */
type AskedOfCard = {
  readonly mask: number
  readonly ownFieldIds: ReadonlySet<number>
  readonly count: number
}

/** What is asked, in the order of `cardPlaces`. */
function askedByPlace(asked: AskedKeys): AskedOfCard[] {
  return cardPlaces.map(({ kind, cardType }) => {
    const keys = [...new Set(asked[kind][cardType])]
    const own = keys.filter(key => key.startsWith('field:')).map(key => Number(key.slice('field:'.length)))
    const mask = keys.reduce((bits, key) => bits | (partBits.get(key) ?? 0), 0)
    return { mask, ownFieldIds: new Set(own), count: keys.length }
  })
}

/** Units: percent, rounded down. Empty: 100 where nothing is asked. */
function toPercent({ mask, count }: AskedOfCard, bits: number, ownFilled: number): number {
  return count === 0 ? 100 : Math.floor(((countBits(bits & mask) + ownFilled) * 100) / count)
}

/**
 * Prepares telling how complete single files are.
 *
 * Shape: `ownFieldIds` are the fields beyond the default card that are asked of any card; `percentOf` takes the bits of a file, as
 * `filledColumnsSql` and `bitsOfPoint` tell them, and which fields of its own it has.
 */
export function prepareCompleteness(asked: AskedKeys) {
  const places = askedByPlace(asked)
  const placeOf = new Map(
    cardPlaces.map(({ kind, cardType }, place) => [`${kind} ${cardType}`, places[place]]),
  )
  return {
    ownFieldIds: [...new Set(places.flatMap(place => [...place.ownFieldIds]))],
    percentOf: (
      card: { readonly kind: CustomerKind; readonly card_type: CardType },
      bits: number,
      ownFields: ReadonlySet<number> = new Set(),
    ): number => {
      const place = placeOf.get(`${card.kind} ${card.card_type}`)
      if (!place) throw new Error('a card is one of six')
      return toPercent(place, bits, [...ownFields].filter(fieldId => place.ownFieldIds.has(fieldId)).length)
    },
  }
}

/**
 * Reads how complete every file outside the bin is: each table once, which is several times cheaper than asking customer by
 * customer.
 *
 * Shape: in the order of entry. Units: percent, rounded down.
 * Cost: some 1.5 µs each.
 */
export function listCompleteness(
  db: ReadableDb,
): { readonly customerId: number; readonly percent: number }[] {
  const asked = askedByPlace(getAskedKeys(db))
  const cards = listFilledColumns(db)
  const keyCount = (cards.at(-1)?.customerId ?? 0) + 1
  const bits = new Uint16Array(keyCount)
  const places = new Uint8Array(keyCount)
  for (const card of cards) {
    bits[card.customerId] = card.bits
    places[card.customerId] = card.place
  }
  // Who is in the bin has a place there too and is not asked for.
  const isRegionAsked = asked.some(({ mask }) => (mask & (partBits.get('region') ?? 0)) !== 0)
  forEachFilledPoint(db, isRegionAsked, (customerId, ofPoint) => {
    bits[customerId] = (bits[customerId] ?? 0) | ofPoint
  })
  const ownFilled = new Uint8Array(keyCount)
  for (const fieldId of new Set(asked.flatMap(place => [...place.ownFieldIds])))
    for (const customerId of listHavingField(db, fieldId))
      if (asked[places[customerId] ?? 0]?.ownFieldIds.has(fieldId))
        ownFilled[customerId] = (ownFilled[customerId] ?? 0) + 1
  return cards.map(({ customerId, place }) => {
    const ofCard = asked[place]
    const percent = ofCard ? toPercent(ofCard, bits[customerId] ?? 0, ownFilled[customerId] ?? 0) : 100
    return { customerId, percent }
  })
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}
