import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { followTags } from '#shared/domain/customer-filter.ts'
import { type SavedView, ViewContent } from '#shared/domain/saved-view.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { deleteView, findStoredView, insertView, listStoredViews, updateView } from './view.queries.ts'

/** Lists the saved views by the pinyin of their names. One whose content is no longer understood is left out. */
export function listViews(db: ReadableDb): SavedView[] {
  return listStoredViews(db)
    .flatMap(({ customer_view_id: viewId, name, content }) => {
      const read = ViewContent.safeParse(JSON.parse(content))
      return read.success ? [{ viewId, name, content: read.data }] : []
    })
    .map(view => ({ view, key: nameSortKey(view.name) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ view }) => view)
}

/**
 * Saves a view under a name, replacing the one that has it; one act, taken back as one.
 *
 * Empty: changeSetId null when it holds just that already.
 */
export function saveView(db: WritableDb, draft: Omit<SavedView, 'viewId'>, act: Act) {
  const name = toStoredText(draft.name)
  const content = JSON.stringify(draft.content)
  const known = findNamed(db, name)
  let viewId = known?.customer_view_id ?? 0
  const changeSetId = changeTogether(db, factsOf('view-saved', act), recorder => {
    if (known) {
      recorder.updated('customer_view', viewId, 'content', known.content, content)
      updateView(db, viewId, { content })
    } else {
      viewId = insertView(db, { name, content })
      recorder.inserted('customer_view', viewId)
    }
  })
  return { viewId, changeSetId }
}

/** Gives a view another name. Errors: not-found; name-taken when another view has it. */
export function renameView(db: WritableDb, viewId: number, typed: string, act: Act) {
  const name = toStoredText(typed)
  const changeSetId = changeTogether(db, factsOf('view-renamed', act), recorder => {
    const before = findStoredView(db, viewId)
    if (!before) throw new AppError('not-found')
    if ((findNamed(db, name)?.customer_view_id ?? viewId) !== viewId) throw new AppError('name-taken')
    recorder.updated('customer_view', viewId, 'name', before.name, name)
    updateView(db, viewId, { name })
  })
  return { viewId, changeSetId }
}

/** Removes a view; the customers stay as they are. Errors: not-found. */
export function removeView(db: WritableDb, viewId: number, act: Act) {
  const changeSetId = changeTogether(db, factsOf('view-removed', act), recorder => {
    if (!findStoredView(db, viewId)) throw new AppError('not-found')
    recorder.deleting('customer_view', viewId)
    deleteView(db, viewId)
  })
  return { viewId, changeSetId }
}

/** Lets saved views ask for the tag that was put in the place of others, as a part of that act. */
export function followMergedTags(
  db: WritableDb,
  recorder: ChangeRecorder,
  intoId: number,
  gone: ReadonlySet<number>,
): void {
  for (const { viewId, content } of listViews(db)) {
    const followed = content.filter && followTags(content.filter, intoId, gone)
    const [before, after] = [content, { ...content, filter: followed }].map(one => JSON.stringify(one))
    if (before === after || before === undefined || after === undefined) continue
    recorder.updated('customer_view', viewId, 'content', before, after)
    updateView(db, viewId, { content: after })
  }
}

const findNamed = (db: ReadableDb, name: string) => listStoredViews(db).find(view => view.name === name)

const factsOf = (kind: string, { actor, now }: Act) => ({ kind, actor, madeAt: now })
