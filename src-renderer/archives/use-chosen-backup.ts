import { useState } from 'react'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'

/** An archive that can be put back. */
export type KnownArchive = { readonly archiveToken: string; readonly name: string }

/** A backup that waits for the last yes, with the archive it is for; null when it becomes a new one. */
type ChosenBackup = { readonly backup: BackupInfo; readonly archive: KnownArchive | null }

/** The backup that was chosen from a list, or from a file elsewhere. */
export function useChosenBackup() {
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  const { run, error, isRunning } = useCommand('archives.chooseBackup')
  const choose = (backup: BackupInfo, archive: KnownArchive | null) => setChosen({ backup, archive })
  const chooseFile = async (archive: KnownArchive | null) => {
    const backup = await run({})
    if (backup) choose(backup, archive)
  }
  return { chosen, choose, chooseFile, forget: () => setChosen(null), error, isAsking: isRunning }
}
