import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const idColumn = { mapping: { '1': 'idNumber' } } as const
// The example of the standard; it belongs to nobody.
const table = [
  ['姓名', '身份证号'],
  ['林样一', '11010519491231002x'],
  ['陈样二', '110105194912310021'],
  ['王样三', 110105194912310000],
  ['赵样四', '1101**********002X'],
]
const cards = () =>
  archive.rows('SELECT name, id_number, birth_on, gender FROM customer ORDER BY customer_id')

describe('a column of resident ID numbers', () => {
  it('is left out until it is mapped on purpose', () => {
    archive.import(table)
    expect(archive.rows('SELECT count(id_number) AS n FROM customer')).toEqual([{ n: 0 }])
  })

  it('is taken where the check character is right, and blank where it is not or Excel cut it', () => {
    const outcome = archive.import(table, idColumn)
    expect(cards()).toEqual([
      { name: '林样一', id_number: '11010519491231002X', birth_on: null, gender: null },
      { name: '陈样二', id_number: null, birth_on: null, gender: null },
      { name: '王样三', id_number: null, birth_on: null, gender: null },
      { name: '赵样四', id_number: null, birth_on: null, gender: null },
    ])
    expect(new Set(outcome.cellIssues.map(({ code, count }) => `${code} ${count}`))).toEqual(
      new Set(['id-number-invalid 1', 'number-damaged-by-excel 1']),
    )
  })

  it('fills blank birth dates and genders when that was asked for, and never others', () => {
    archive.import([
      ['姓名', '手机', '出生日期'],
      ['林样一', '13800001107', '1950-01-01'],
    ])
    const update = [
      ['姓名', '身份证号', '手机'],
      ['林样一', '11010519491231002X', '13800001107'],
    ]
    archive.import(update, { ...idColumn, fillFromIdNumber: true })
    expect(cards()).toEqual([
      { name: '林样一', id_number: '11010519491231002X', birth_on: '1950-01-01', gender: 'female' },
    ])
  })
})
