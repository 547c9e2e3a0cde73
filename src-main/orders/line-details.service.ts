import { isStoredPicture } from '#main/attachments/stored-file.service.ts'
import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import { LineDetails } from '#shared/domain/line-details.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { findLine, listLinesOfProduct, updateLineContent } from './line-details.queries.ts'

/** What an item is like, and its picture. */
type LineContent = { readonly details: LineDetails | null; readonly picture: string | null }

/** Reads what an item is like from its column. Empty: null for nothing, and for what a later program wrote. */
export function readDetails(details: string | null): LineDetails | null {
  return details === null ? null : (LineDetails.safeParse(JSON.parse(details)).data ?? null)
}

/**
 * Writes what an item of an order is like and its picture, or those of all items of its product.
 *
 * Errors: not-found, also in an order in the bin; conflict when something else stands there than was seen; attachment-missing for
 * a picture that the archive has not stored.
 * Shape: `lines` counts the items that changed. Empty: changeSetId null when none did.
 */
export function saveLineDetails(
  db: WritableDb,
  typed: {
    readonly orderLineId: number
    readonly isForProduct: boolean
    readonly seen: LineContent
    readonly content: LineContent
  },
  { actor, now }: Act,
) {
  const { orderLineId, isForProduct, seen } = typed
  let lines = 0
  const changeSetId = changeTogether(db, { kind: 'line-described', actor, madeAt: now }, recorder => {
    const line = findLine(db, orderLineId)
    if (!line) throw new AppError('not-found')
    const content = { details: writeDetails(typed.content.details), picture: typed.content.picture }
    checkPicture(db, content.picture)
    const isAsSeen = line.details === writeDetails(seen.details) && line.picture === seen.picture
    const isDone = line.details === content.details && line.picture === content.picture
    if (!isAsSeen && !isDone) throw new AppError('conflict', { fields: 'details' })
    const isOfProduct = isForProduct && line.product_id !== null
    for (const one of isOfProduct ? listLinesOfProduct(db, line.product_id ?? 0) : [line]) {
      const before = recorder.count
      recorder.updated('order_line', one.order_line_id, 'details', one.details, content.details)
      recorder.updated('order_line', one.order_line_id, 'picture', one.picture, content.picture)
      if (recorder.count === before) continue
      updateLineContent(db, one.order_line_id, content)
      lines++
    }
    if (lines > 0) raiseRevision(db, 'customers')
  })
  return { changeSetId, lines }
}

/** Words as they are stored, in one order, so that equal details are equal texts. */
function writeDetails(details: LineDetails | null): string | null {
  if (details === null) return null
  const words = Object.entries(details.values)
    .map(([attribute, word]) => [attribute, toStoredText(word ?? '')] as const)
    .filter(([, word]) => word !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return words.length === 0
    ? null
    : JSON.stringify({ trade: details.trade, values: Object.fromEntries(words) })
}

function checkPicture(db: ReadableDb, value: string | null): void {
  if (value === null) return
  const picture = readPictureValue(value)
  if (!picture || !isStoredPicture(db, picture.contentName)) throw new AppError('attachment-missing')
}
