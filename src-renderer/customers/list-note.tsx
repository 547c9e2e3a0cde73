import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { customerList, type Snapshot } from './customer-list.ts'

/** How many there are; and, once the archive has moved on, the way to see the list as it is now. */
export function ListNote({ snapshot, isOld }: { snapshot: Snapshot | null; isOld: boolean }) {
  const { t } = useTranslation()
  const { data: now } = useRequest('customers.count', {}, { isEnabled: isOld })
  if (!snapshot || snapshot.total === 0) return null
  const more = now ? now.count - snapshot.total : 0
  const isGrown = isOld && more > 0
  return (
    <>
      <span className="num">{t('customers.count', { count: snapshot.total })}</span>
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
