import { useRequest } from '#renderer/ipc/use-request.ts'
import type { AppErrorData } from '#shared/contract/app-error.ts'
import type { Tag } from '#shared/domain/tag.ts'

/** A tag with how many customers have it; undefined while they are counted. */
export type CountedTag = Tag & { readonly count: number | undefined }

/** Reads all tags by name; the counts come a moment later. */
export function useCountedTags(): {
  readonly tags: readonly CountedTag[] | undefined
  readonly error: AppErrorData | undefined
} {
  const { data, error } = useRequest('tags.list', {}, { keepsPrevious: true })
  const { data: counts } = useRequest('customers.countTags', { customerIds: null }, { keepsPrevious: true })
  const countOf = new Map(counts?.map(({ tagId, count }) => [tagId, count]))
  return {
    tags: data?.map(tag => ({ ...tag, count: counts ? (countOf.get(tag.tagId) ?? 0) : undefined })),
    error: error?.data,
  }
}
