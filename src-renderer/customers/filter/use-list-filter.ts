import { useState } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import type { CustomerFilter, FilterField, FilterRequest } from '#shared/domain/customer-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

/** The group that is being entered, and the field with which a new one begins. */
export type EditedGroup = { readonly index: number; readonly field?: FilterField }

/** The filter of the list: its words, which group is being entered, and what changes it. Afterwards `focusList` is called. */
export function useListFilter(where: FilterRequest | null, focusList: () => void) {
  const asOf = useReferenceDay()
  const [edited, setEdited] = useState<EditedGroup | null>(null)
  const words = useFilterWords(where !== null || edited !== null, where?.asOf ?? asOf)
  const close = () => {
    setEdited(null)
    // A dialog that goes gives the focus back to what opened it, which may have gone too.
    setTimeout(focusList)
  }
  const change = (filter: CustomerFilter | null) => {
    close()
    if (asOf) customerList.filterBy(filter && { filter, asOf })
  }
  const changeAndAdd = (filter: CustomerFilter) => {
    if (asOf) customerList.filterBy({ filter, asOf })
    setEdited({ index: filter.groups.length })
  }
  const filter = where?.filter ?? null
  return {
    ...{ asOf, words, filter, edited, change, changeAndAdd, close },
    edit: (index: number) => setEdited({ index }),
    add: (field?: FilterField) =>
      setEdited({ index: filter?.groups.length ?? 0, ...(field ? { field } : {}) }),
  }
}
