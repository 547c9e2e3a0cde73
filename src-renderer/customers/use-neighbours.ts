import { useEffect } from 'react'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { customerList, useCustomerList } from './customer-list.ts'

export type Neighbours = {
  /** Null while unknown, and for a customer who is not in the list. */
  readonly index: number | null
  readonly total: number
  readonly previousId: number | null
  readonly nextId: number | null
}

/** Who stands before and after a customer in the list; undefined until it is known. The list goes on at this customer later. */
export function useNeighbours(customerId: number): Neighbours | undefined {
  const { snapshot } = useCustomerList()
  const { data } = useRequest(
    'customers.findInList',
    { listId: snapshot?.listId ?? 1, customerId },
    { isEnabled: snapshot !== null },
  )
  const index = data?.index ?? null
  useEffect(() => {
    customerList.activeCustomerId = customerId
    if (index !== null) customerList.activeRow = index
  }, [customerId, index])
  return data
}
