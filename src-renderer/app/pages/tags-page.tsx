import { useNavigate } from 'react-router'
import { paths } from '#renderer/app/paths.ts'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import { ConditionsDialog } from '#renderer/customers/filter/conditions-dialog.tsx'
import { ConditionsText } from '#renderer/customers/filter/conditions-text.tsx'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { TagsPage } from '#renderer/tags/tags-page.tsx'
import type { TagId } from '#shared/domain/tag.ts'

/** The tags of the archive, with the conditions of the list for those that come and go by a rule. */
export function Page() {
  const navigate = useNavigate()
  const { archiveToken } = useOpenArchive()
  const asOf = useReferenceDay()
  const list = (tagId: TagId) => {
    if (!asOf) return
    customerList.open(archiveToken)
    customerList.filterBy({
      filter: { match: 'all', groups: [[{ field: 'tag', test: 'any-of', values: [tagId] }]] },
      asOf,
    })
    void navigate(paths.customers)
  }
  return (
    <TagsPage
      onList={list}
      renderRule={rule => <ConditionsText filter={rule} />}
      renderConditions={request => <ConditionsDialog {...request} />}
      onMerged={(intoId, tagIds) => customerList.followMergedTags(intoId, tagIds)}
    />
  )
}
