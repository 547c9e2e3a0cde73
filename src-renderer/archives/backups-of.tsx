import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'
import { BackupTable } from './backup-table.tsx'

type BackupsOfProps = {
  readonly archiveToken: string
  readonly noneText: string
  readonly onRestore: (backup: BackupInfo) => void
}

/** The backups of one archive, open or not. */
export function BackupsOf({ archiveToken, noneText, onRestore }: BackupsOfProps) {
  const { data: backups, error } = useRequest('archives.listBackups', { archiveToken })
  if (error) return <ErrorNote error={error.data} />
  if (!backups) return <Skeleton />
  if (backups.length === 0) return <EmptyState text={noneText} />
  return (
    <div className="backups">
      <BackupTable backups={backups} onRestore={onRestore} />
    </div>
  )
}
