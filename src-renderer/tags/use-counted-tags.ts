import { useRequest } from '#renderer/ipc/use-request.ts'
import type { AppErrorData } from '#shared/contract/app-error.ts'
import type { Tag, TagRule } from '#shared/domain/tag.ts'

/** A tag with how many customers have it (undefined while they are counted) and its rule. */
export type CountedTag = Tag & {
  readonly count: number | undefined
  /** Its rule. Empty: undefined for a tag that is put on by hand alone. */
  readonly rule: TagRule | undefined
}

/** Reads all tags by name; the counts come a moment later. */
export function useCountedTags(): {
  readonly tags: readonly CountedTag[] | undefined
  readonly error: AppErrorData | undefined
} {
  const { data, error } = useRequest('tags.list', {}, { keepsPrevious: true })
  const { data: counts } = useRequest('customers.countTags', { customerIds: null }, { keepsPrevious: true })
  const { data: rules } = useRequest('tags.listRules', {}, { keepsPrevious: true })
  const ruleOf = new Map(rules?.map(rule => [rule.tagId, rule]))
  const countOf = new Map(counts?.map(({ tagId, count }) => [tagId, count]))
  return {
    tags: data?.map(tag => ({
      ...tag,
      count: counts ? (countOf.get(tag.tagId) ?? 0) : undefined,
      rule: ruleOf.get(tag.tagId),
    })),
    error: error?.data,
  }
}
