import { type CustomerListState, customerList, useListState } from '#renderer/customers/customer-list.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { SavedView, ViewContent } from '#shared/domain/saved-view.ts'

const noViews: readonly SavedView[] = []

const contentOf = ({ where, sort, columns, frozenCount }: CustomerListState): ViewContent => ({
  filter: where?.filter ?? null,
  ...{ sort, columns: columns && [...columns], frozenCount },
  widths: { ...customerList.getWidths() },
})

/** Widths alone make no other view. */
const isSame = (one: ViewContent, other: ViewContent) => keyOf(one) === keyOf(other)
const keyOf = ({ filter, sort, columns = null }: ViewContent) => JSON.stringify([filter, sort, columns])

/** The saved views, the one that was opened last, and the list as it would be saved now. */
export function useCurrentView(): {
  readonly views: readonly SavedView[]
  readonly current: SavedView | undefined
  readonly content: ViewContent
  /** The list is otherwise than in the view that was opened last. */
  readonly isChanged: boolean
} {
  const state = useListState()
  const { data: views = noViews } = useRequest('views.list', {})
  const current = views.find(({ viewId }) => viewId === state.viewId)
  const content = contentOf(state)
  return { views, current, content, isChanged: current !== undefined && !isSame(content, current.content) }
}
