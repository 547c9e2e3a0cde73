import { AppError } from '#shared/contract/app-error.ts'
import { NewestValues } from './newest-values.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'

type List<Result> = { readonly result: Result; readonly indexes: readonly number[] }

const keptLists = 8

/** The lists of members that a reader opened last, each with the analysis it came from: its pages are those of that analysis. */
export class MemberLists<Result extends { readonly columns: ArchiveColumns }> {
  private readonly publishList: (ids: Int32Array) => number
  private readonly lists = new NewestValues<number, List<Result>>(keptLists)

  constructor(publishList: (ids: Int32Array) => number) {
    this.publishList = publishList
  }

  /** Publishes places of a result's columns as a list. */
  open(result: Result, indexes: readonly number[]) {
    const { customerIds, isContactRefused } = result.columns
    const listId = this.publishList(Int32Array.from(indexes, index => customerIds[index] ?? 0))
    this.lists.set(listId, { result, indexes })
    return {
      listId,
      total: indexes.length,
      refusedCount: indexes.filter(index => isContactRefused[index] === 1).length,
    }
  }

  /**
   * Gives a part of a list.
   *
   * Errors: not-found for a list that was let go.
   */
  page({ listId, start, count }: { listId: number; start: number; count: number }): List<Result> {
    const list = this.lists.get(listId)
    if (!list) throw new AppError('not-found')
    return { result: list.result, indexes: list.indexes.slice(start, start + count) }
  }
}
