import { customerList } from '#renderer/customers/customer-list.ts'
import { ConditionsDialog } from '#renderer/customers/filter/conditions-dialog.tsx'
import { ConditionsText } from '#renderer/customers/filter/conditions-text.tsx'
import { TagsPage } from '#renderer/tags/tags-page.tsx'

/** The tags of the archive, with the conditions of the list for those that come and go by a rule. */
export function Page() {
  return (
    <TagsPage
      renderRule={rule => <ConditionsText filter={rule} />}
      renderConditions={request => <ConditionsDialog {...request} />}
      onMerged={(intoId, tagIds) => customerList.followMergedTags(intoId, tagIds)}
    />
  )
}
