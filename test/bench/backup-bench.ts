import fs from 'node:fs'
import type { OpenArchive } from '#main/archives/archive-folder.ts'
import { createBackup } from '#main/database/backup.ts'
import type { BenchRow } from './bench-row.ts'
import { measureThread } from './measure.ts'

const unitBytes = 200 * 1024 * 1024

/** Makes one verified backup of an open archive: copied, checked, compared, wrapped, read back. */
export function benchBackup({ paths, vault, key }: OpenArchive): BenchRow {
  const copied = `${paths.database}.copy`
  const copy = measureThread(() => {
    fs.copyFileSync(paths.database, copied)
    const file = fs.openSync(copied, 'r+')
    fs.fsyncSync(file)
    fs.closeSync(file)
  })
  fs.rmSync(copied)
  const now = new Date('2025-01-01T00:00:00Z')
  const options = { folder: paths.folder, vault, key, reason: 'manual', appVersion: '0.1.0', now } as const
  const backup = measureThread(() => createBackup(options))
  const { sizeBytes } = backup.value
  const units = sizeBytes / unitBytes
  return {
    name: 'verified backup, per 200 MB',
    unit: 's CPU',
    ours: backup.cpuMs / 1000 / units,
    peer: { name: 'plain file copy', value: copy.cpuMs / 1000 / units },
    target: { kind: 'at-most', value: 3 },
    note: `${Math.round(sizeBytes / 1024 / 1024)} MiB, ${(backup.wallMs / 1000).toFixed(1)} s by the clock`,
  }
}
