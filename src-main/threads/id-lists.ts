/** A list's ids in the order of its sort; at most 4 MB for 1,000,000 customers. */
export type IdList = { readonly listId: number; readonly ids: Int32Array }

const keptLists = 12

/**
 * Keeps the last opened lists of a thread, so that rows can be asked for by index and neighbours be found.
 *
 * Shape: the oldest list is dropped when a thirteenth comes. A list keeps its order until it is opened anew.
 */
export class IdLists {
  private readonly lists = new Map<number, IdList>()

  add(list: IdList): void {
    this.lists.set(list.listId, list)
    for (const listId of this.lists.keys()) {
      if (this.lists.size <= keptLists) return
      this.lists.delete(listId)
    }
  }

  /** Gives a list that is kept other ids; it is dropped when it would have been. */
  replace(list: IdList): void {
    this.lists.set(list.listId, list)
  }

  /** The ids of a list, or undefined when it was dropped: the caller opens it anew. */
  find(listId: number): Int32Array | undefined {
    return this.lists.get(listId)?.ids
  }
}
