import fs from 'node:fs'
import type { LeftStaging } from '#main/imports/left-staging.service.ts'
import type { ThreadClient } from '#main/threads/thread-client.ts'
import type { Response } from '#shared/contract/contract.ts'
import type { FileTokens } from './file-tokens.ts'

/** Lists the files that were read and are not imported yet; a path stays here, outside only its token is known. */
export async function listStaged(
  reader: ThreadClient,
  files: FileTokens,
): Promise<Response<'imports.listStaged'>> {
  const staged = (await reader.call('internal.listStaged', {})) as LeftStaging[]
  return staged.map(({ stagingId, fileName, filePath, sizeBytes, rowCount, stagedAt }) => ({
    ...{ stagingId, fileName, sizeBytes, rowCount, stagedAt },
    fileToken: fs.existsSync(filePath) ? files.register(filePath).fileToken : null,
  }))
}
