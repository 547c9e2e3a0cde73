import { useState } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

/** The filter of the list: its words, which group is being entered, and what changes it. Afterwards `focusList` is called. */
export function useListFilter(where: FilterRequest | null, focusList: () => void) {
  const asOf = useReferenceDay()
  const [editedGroup, setEditedGroup] = useState<number | null>(null)
  const words = useFilterWords(where !== null || editedGroup !== null)
  const close = () => {
    setEditedGroup(null)
    // A dialog that goes gives the focus back to what opened it, which may have gone too.
    setTimeout(focusList)
  }
  const change = (filter: CustomerFilter | null) => {
    close()
    if (asOf) customerList.filterBy(filter && { filter, asOf })
  }
  const filter = where?.filter ?? null
  return {
    ...{ asOf, words, filter, editedGroup, change, close },
    edit: setEditedGroup,
    add: () => setEditedGroup(filter?.groups.length ?? 0),
  }
}
