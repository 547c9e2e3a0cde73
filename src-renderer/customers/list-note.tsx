import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type CustomerListState, customerList } from './customer-list.ts'
import { useListCount } from './use-list-count.ts'

type ListNoteProps = Pick<CustomerListState, 'snapshot' | 'where' | 'isOld'>

/** How many there are; and, once the archive has moved on, the way to see the list as it is now. */
export function ListNote({ snapshot, where, isOld }: ListNoteProps) {
  const { t } = useTranslation()
  const { data: all } = useRequest('customers.count', {}, { isEnabled: where !== null })
  const now = useListCount(where, isOld)
  if (!snapshot || (snapshot.total === 0 && !where)) return null
  const { total } = snapshot
  const more = now === undefined ? 0 : now - total
  const isGrown = isOld && more > 0
  return (
    <>
      <span className="num">
        {where && all
          ? t('filter.of', { count: total, total: all.count })
          : t('customers.count', { count: total })}
      </span>
      {isOld && (
        <span className="list-old" role="status">
          <span className="num">
            {isGrown ? t('customers.listGrew', { count: more }) : t('customers.listMoved')}
          </span>
          <LinkButton onClick={() => customerList.refresh()} hint={`${t('customers.listChanged')} (F5)`}>
            {t('customers.refresh')}
          </LinkButton>
        </span>
      )}
    </>
  )
}
