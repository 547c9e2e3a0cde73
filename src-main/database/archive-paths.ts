import path from 'node:path'

/** Names what lies in an archive folder (NAME.kehu). */
export type ArchivePaths = {
  readonly folder: string
  readonly database: string
  readonly lock: string
  readonly attachments: string
  readonly staging: string
  readonly backups: string
}

/** Tells where everything of an archive lies. Reads nothing. */
export function archivePaths(folder: string): ArchivePaths {
  return {
    folder,
    database: path.join(folder, 'archive.db'),
    lock: path.join(folder, 'kehu.lock'),
    attachments: path.join(folder, 'attachments'),
    staging: path.join(folder, 'staging'),
    backups: path.join(folder, 'backups'),
  }
}
