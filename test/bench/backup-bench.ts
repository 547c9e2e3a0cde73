import fs from 'node:fs'
import { openArchiveFolder } from '#main/archives/archive-folder.ts'
import { createBackup } from '#main/database/backup.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { measureThread } from './measure.ts'

const unitBytes = 200 * 1024 * 1024

/** Makes one verified backup of the large archive: copied, checked, compared, wrapped, read back. */
export async function benchBackup({ shop }: BenchContext): Promise<BenchRow[]> {
  const { folder } = await shop()
  const archive = openArchiveFolder(folder)
  try {
    const { vault, key, paths } = archive
    const copied = `${paths.database}.copy.tmp`
    const copy = measureThread(() => {
      fs.copyFileSync(paths.database, copied)
      fs.fsyncSync(fs.openSync(copied, 'r+'))
    })
    fs.rmSync(copied)
    const backup = measureThread(() =>
      createBackup({
        folder,
        vault,
        key,
        reason: 'manual',
        appVersion: '0.1.0',
        now: new Date('2025-01-01T00:00:00Z'),
      }),
    )
    const { sizeBytes, file } = backup.value
    fs.rmSync(file)
    const units = sizeBytes / unitBytes
    return [
      {
        name: 'verified backup, per 200 MB',
        unit: 's CPU',
        ours: backup.cpuMs / 1000 / units,
        peer: { name: 'plain file copy', value: copy.cpuMs / 1000 / units },
        target: { kind: 'at-most', value: 3 },
        note: `${Math.round(sizeBytes / 1024 / 1024)} MiB, ${(backup.wallMs / 1000).toFixed(1)} s by the clock`,
      },
    ]
  } finally {
    archive.close({ isClean: true })
  }
}
