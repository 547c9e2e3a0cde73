import path from 'node:path'
import { readFileAsLines } from '#main/imports/read-lines.ts'
import { AppError, type AppErrorCode, type AppErrorData } from '#shared/contract/app-error.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import type { Command } from './command.ts'

/** `read FILE…`: what the file reader sees, nothing guessed; a file that cannot be read does not stop the next one. */
export const readFiles: Command = async (files, flags, context) => {
  if (files.length === 0) throw new AppError('usage', { commands: 'read FILE…' })
  let isEverythingRead = true
  const options = {
    ...(flags.sheet === undefined ? {} : { sheetName: flags.sheet }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.password === undefined ? {} : { password: flags.password }),
  }
  const messageOf = (code: AppErrorCode, details?: AppErrorData['details']) =>
    errorText(context.language, { code, ...(details ? { details } : {}) })
  for (const file of files)
    isEverythingRead =
      (await readFileAsLines(path.resolve(context.folder, file), file, options, context.write, messageOf)) &&
      isEverythingRead
  return isEverythingRead
}
