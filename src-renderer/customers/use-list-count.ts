import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FilterRequest } from '#shared/domain/customer-filter.ts'

const anything: FilterRequest = {
  filter: { match: 'all', groups: [[{ field: 'name', test: 'filled' }]] },
  asOf: '2000-01-01' as CalendarDate,
}

/** How many customers a filter finds now, all of them without one; undefined until it is known. */
export function useListCount(where: FilterRequest | null, isEnabled: boolean): number | undefined {
  const all = useRequest('customers.count', {}, { isEnabled: isEnabled && where === null })
  const some = useRequest('customers.countFiltered', where ?? anything, {
    isEnabled: isEnabled && where !== null,
    keepsPrevious: true,
  })
  return (where ? some : all).data?.count
}
