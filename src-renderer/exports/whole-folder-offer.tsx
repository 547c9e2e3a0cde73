import { Button } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useRestoreWhole } from './use-restore-whole.ts'

type WholeFolderOfferProps = {
  readonly folder: { readonly fileToken: string; readonly name: string }
  readonly onDone: () => void
}

/** A folder with everything was dropped: it comes back with one click, where the archive is empty. */
export function WholeFolderOffer({ folder, onDone }: WholeFolderOfferProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data: counts } = useRequest('archives.counts', {})
  const { restore, isRunning, error } = useRestoreWhole()
  const isEmpty = counts !== undefined && counts.customers + counts.orders === 0
  const bringBack = async () => {
    if (await restore(folder.fileToken)) onDone()
  }
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <Note
        action={
          <span className="row">
            {isEmpty && !isReadOnly && (
              <Button type="primary" loading={isRunning} onClick={() => void bringBack()}>
                {t('exports.offer.act')}
              </Button>
            )}
            <Button disabled={isRunning} onClick={onDone}>
              {t('exports.offer.leave')}
            </Button>
          </span>
        }
      >
        {t(isEmpty && !isReadOnly ? 'exports.offer' : 'exports.offer.notEmpty', { name: folder.name })}
      </Note>
    </>
  )
}
