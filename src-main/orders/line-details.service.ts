import { isStoredPicture } from '#main/attachments/stored-file.service.ts'
import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { queuePurchasesForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import { LineDetails } from '#shared/domain/line-details.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { findLine, listBuyersOfLines, listLinesOfProduct, updateLineContent } from './line-details.queries.ts'

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
  const changed: number[] = []
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
      if (writeLine(db, recorder, one, content)) changed.push(one.order_line_id)
    }
    afterLines(db, changed)
  })
  return { changeSetId, lines: changed.length }
}

type StoredLine = NonNullable<ReturnType<typeof findLine>>
type StoredContent = { readonly details: string | null; readonly picture: string | null }

/** Writes an item where it is to be another; tells whether it was. */
function writeLine(
  db: WritableDb,
  recorder: ChangeRecorder,
  line: StoredLine,
  content: StoredContent,
): boolean {
  const before = recorder.count
  recorder.updated('order_line', line.order_line_id, 'details', line.details, content.details)
  recorder.updated('order_line', line.order_line_id, 'picture', line.picture, content.picture)
  if (recorder.count === before) return false
  updateLineContent(db, line.order_line_id, content)
  return true
}

function afterLines(db: WritableDb, orderLineIds: readonly number[]): void {
  if (orderLineIds.length === 0) return
  queuePurchasesForIndexing(db, listBuyersOfLines(db, orderLineIds))
  raiseRevision(db, 'customers')
}

/**
 * Puts back what an item of an order was like, or its picture, as the change log holds it; the other of the two stays.
 *
 * Errors: not-found, also in an order in the bin; attachment-missing for a picture that is no longer stored.
 */
export function putBackLine(
  db: WritableDb,
  { orderLineId, part, value }: { orderLineId: number; part: 'details' | 'picture'; value: string | null },
  { actor, now }: Act,
) {
  const changeSetId = changeTogether(db, { kind: 'value-put-back', actor, madeAt: now }, recorder => {
    const line = findLine(db, orderLineId)
    if (!line) throw new AppError('not-found')
    if (part === 'picture') checkPicture(db, value)
    const content = { details: line.details, picture: line.picture, [part]: value }
    if (writeLine(db, recorder, line, content)) afterLines(db, [orderLineId])
  })
  return { changeSetId }
}

/** Words as they are stored, in one order, so that equal details are equal texts. */
export function writeDetails(details: LineDetails | null): string | null {
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
