import { describe, expect, it } from 'vitest'
import { checkFile, groupExpectations, listCheckedFiles } from '#test/data/check-file.ts'
import { findDataFolder, NO_DATA } from '#test/data/data-folder.ts'

const folder = findDataFolder()
const expectations = folder === null ? new Map() : groupExpectations(folder)
const files = folder === null ? [] : listCheckedFiles(folder)

describe.skipIf(folder === null)(folder === null ? `published files: ${NO_DATA}` : 'published files', () => {
  it('every workbook and text file with known values gives them, and damaged or protected ones are named', async () => {
    const unexpected: unknown[] = []
    for (const [file, list] of expectations) {
      const report = await checkFile(folder as string, file, list)
      if (report.isUnexpected) unexpected.push([file, report.got, report.differences])
    }
    expect(unexpected).toEqual([])
    expect(expectations.size).toBeGreaterThan(300)
  })

  it('every xlsx and xlsm is read; only a password, real damage and a test version of Excel are refused', async () => {
    const refused: string[] = []
    for (const file of files.filter(name => /\.xls[xm]$/.test(name))) {
      const report = await checkFile(folder as string, file, [])
      if (report.verdict === 'named error') refused.push(`${file}: ${report.got}`)
    }
    expect(refused.map(line => line.replace(/^spreadsheets\//, ''))).toEqual([
      'calamine/issue252.xlsx: file-damaged',
      'calamine/pass_protected.xlsx: file-encrypted, format xlsx, opens 1',
      'exceljs/invalid-xml.xlsx: file-damaged, sheet Sheet1, row 0',
      'poi/54764-2.xlsx: file-damaged, reason doctype',
      'poi/protected_passtika.xlsx: file-encrypted, format xlsx, opens 1',
      'poi/sample-beta.xlsx: xlsx-variant-unsupported, variant beta',
      'poi/xlsx-corrupted.xlsx: file-damaged',
    ])
  })

  it('every other file ends with rows or a named error', async () => {
    for (const file of files.filter(name => !/\.xls[xm]$/.test(name))) {
      const { verdict, got } = await checkFile(folder as string, file, [])
      expect([file, verdict, /internal|cancelled|reader-failed/.test(got)]).toEqual([
        file,
        expect.stringMatching(/^(?:read|named error)$/),
        false,
      ])
    }
    expect(files.length).toBeGreaterThan(500)
  })
})
