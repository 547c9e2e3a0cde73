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

/**
 * Who stands before and after a customer in a list; undefined until it is known. Without a list it is that of all customers, which
 * later goes on at this customer.
 */
export function useNeighbours(customerId: number, otherListId: number | null): Neighbours | undefined {
  const { snapshot, isOld } = useCustomerList()
  const listId = otherListId ?? snapshot?.listId
  const { data } = useRequest(
    'customers.findInList',
    { listId: listId ?? 1, customerId },
    { isEnabled: listId !== undefined },
  )
  const index = data?.index ?? null
  useEffect(() => {
    if (otherListId !== null) return
    customerList.activeCustomerId = customerId
    if (index !== null) customerList.activeRow = index
  }, [customerId, index, otherListId])
  // A new card is not in the list yet; nobody is looking at the list's order now.
  const isLeftOut = otherListId === null && data?.index === null && isOld
  useEffect(() => {
    if (isLeftOut) customerList.refresh()
  }, [isLeftOut])
  return data
}
