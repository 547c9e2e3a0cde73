import type { OpenedFile, RememberedReading } from '#main/imports/raw-row.ts'
import type { StagedHead } from '#main/imports/staged-head.ts'
import { readForeignFile, type SpawnFileReader } from '#main/threads/file-reader-client.ts'
import type { ThreadClient } from '#main/threads/thread-client.ts'
import type { RunningJob } from './jobs.ts'

/** What staging needs to know of the file. */
export type StageRequest = {
  readonly filePath: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly encoding: string | undefined
  readonly separator: string | undefined
  readonly password: string | undefined
  /** What was chosen by hand for earlier files. */
  readonly remembered: readonly RememberedReading[]
}

/**
 * Reads a foreign file in its own process and hands its rows on to staging; main only relays, unopened. The first rows of
 * the first sheet that is shown are told at once.
 *
 * Errors: the named error of the file, or cancelled; the staged rows are then dropped and nothing is left.
 */
export async function stageImport(
  writer: ThreadClient,
  spawnFileReader: SpawnFileReader,
  request: StageRequest,
  job: RunningJob,
  onHead: (head: StagedHead) => void,
): Promise<{ stagingId: string }> {
  const { filePath, fileName, sizeBytes, encoding, separator, password, remembered } = request
  const begun = (await writer.call('staging.begin', { fileName, filePath, sizeBytes })) as {
    stagingId: string
  }
  const { stagingId } = begun
  try {
    let opened: OpenedFile | undefined
    let isHeadTold = false
    const options = {
      ...(encoding ? { encoding } : {}),
      ...(separator ? { separator } : {}),
      ...(password ? { password } : {}),
      ...(remembered.length > 0 ? { remembered } : {}),
    }
    const sink = {
      opened: (file: unknown) => {
        opened = file as OpenedFile
      },
      batch: async (body: Uint8Array, sheetIndex: number, rowCount: number) => {
        const own = body.byteOffset === 0 && body.byteLength === body.buffer.byteLength ? body : body.slice()
        if (!isHeadTold && opened && !opened.sheets[sheetIndex]?.isHidden) {
          isHeadTold = true
          onHead({ fileName, sizeBytes, file: opened, sheetIndex, body: own.slice() })
        }
        await writer.call(
          'staging.append',
          { stagingId, sheetIndex, rowCount, body: own },
          { transfer: [own.buffer as ArrayBuffer] },
        )
      },
      progress: (readBytes: number, totalBytes: number) =>
        job.onProgress('read', totalBytes > 0 ? Math.min(1, readBytes / totalBytes) : 0),
    }
    const { rowsPerSheet } = await readForeignFile(spawnFileReader, filePath, options, sink, job.signal)
    await writer.call('staging.finish', { stagingId, file: opened, rowsPerSheet })
    return { stagingId }
  } catch (error) {
    await writer.call('imports.discard', { stagingId }).catch(() => undefined)
    throw error
  }
}
