import { expect, test } from 'vitest'
import { toFileName, toFileNameWithEnding } from '#shared/domain/file-name.ts'

test('what no system allows in a name becomes an underscore', () => {
  expect(toFileName('报表: 3/4')).toBe('报表_ 3_4')
  expect(toFileName('a\\b*?"<>|\u0000\n')).toBe(`a_b${'_'.repeat(8)}`)
})

test('names that Windows keeps for devices, empty names and dots at the end are avoided', () => {
  expect(toFileName('CON')).toBe('_CON')
  expect(toFileName('lpt1')).toBe('_lpt1')
  expect(toFileName('...')).toBe('_')
  expect(toFileName('报表.')).toBe('报表')
})

test('a very long name is cut', () => {
  expect(toFileName('客'.repeat(300))).toHaveLength(100)
})

test('the ending of a file stays, however long its name', () => {
  expect(toFileNameWithEnding('合同: 1.pdf')).toBe('合同_ 1.pdf')
  expect(toFileNameWithEnding(`${'客'.repeat(300)}.docx`)).toBe(`${'客'.repeat(100)}.docx`)
  expect(toFileNameWithEnding('无后缀')).toBe('无后缀')
  expect(toFileNameWithEnding('con.txt')).toBe('_con.txt')
})
