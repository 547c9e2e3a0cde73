import path from 'node:path'
import type { ArchiveWarning } from '#shared/domain/archive.ts'

/** Folders that a program on the PC keeps equal with a server or with other PCs. */
const cloudFolder =
  /onedrive|dropbox|icloud|google ?drive|nutstore|坚果云|baidu(netdisk|syncdisk)|百度网盘|百度云|阿里云盘|aliyundrive|wps ?(cloud|drive|云)|微云|weiyun|synology ?drive/iu

const toleranceMs = 5 * 60_000

/**
 * Says whether a folder lies where a cloud program copies files while they are being written.
 *
 * Example: 'C:\\Users\\a\\OneDrive\\b.kehu' -> true, '/home/a/档案/b.kehu' -> false
 */
export function isCloudFolder(folder: string): boolean {
  return path
    .resolve(folder)
    .split(/[\\/]/)
    .some(segment => cloudFolder.test(segment))
}

/**
 * Lists what speaks against working with an archive as it lies there.
 *
 * Shape: `newestAt` is the latest instant that the archive or its backups know of, null for a new one; a clock that is up to five
 * minutes behind it is let be.
 * Empty: nothing speaks against it.
 */
export function listArchiveWarnings(folder: string, newestAt: string | null, now: Date): ArchiveWarning[] {
  const isBehind = newestAt !== null && now.getTime() < Date.parse(newestAt) - toleranceMs
  return [
    ...(isCloudFolder(folder) ? (['cloud-folder'] as const) : []),
    ...(isBehind ? (['clock-behind'] as const) : []),
  ]
}
