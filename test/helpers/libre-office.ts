import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** Whether LibreOffice is on this machine; without it its tests are skipped with `libreOfficeReason` in their name. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
export const libreOfficeReason = hasLibreOffice ? '' : ' (LibreOffice is missing)'

/** Turns a file into another format, as somebody who saves it there. */
export function convertThere(file: string, extension: string, filter = ''): string {
  const folder = path.dirname(file)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office-profile')}`
  const args = [profile, '--headless', '--convert-to', `${extension}${filter}`, '--outdir', folder, file]
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
  return path.join(folder, `${path.basename(file, path.extname(file))}.${extension}`)
}

/** Changes texts of cells and saves the file in a format, as somebody who edits it there; the file before is gone. */
export function editThere(
  file: string,
  edits: readonly (readonly [from: string, to: string])[],
  extension = 'xlsx',
): string {
  const sheet = convertThere(file, 'fods')
  const edited = edits.reduce(
    (xml, [from, to]) => {
      expect(xml).toContain(`>${from}<`)
      return xml.replaceAll(`>${from}<`, `>${to}<`)
    },
    fs.readFileSync(sheet, 'utf8'),
  )
  fs.rmSync(file)
  fs.writeFileSync(sheet, edited)
  return convertThere(sheet, extension)
}
