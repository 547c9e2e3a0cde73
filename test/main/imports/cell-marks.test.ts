import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { type CellMarkKind, cleanedKinds, damageKinds } from '#shared/domain/import-cell.ts'
import { ImportArchive, type Table } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

/** Previews a table; the answer is the counts and the noted cells, each as address, kind, before, after, outcome. */
function look(table: Table, kinds: readonly CellMarkKind[], options: ImportPlanOptions = {}) {
  const queries = importReaderQueries({
    db: archive.database.readable,
    archivePath: archive.archivePath,
    key: archive.database.key,
    now: () => archive.now,
  })
  const stagingId = archive.stage(table)
  const { cellMarks, counts } = queries['imports.preview']({ stagingId, options: { shop: '', ...options } })
  const page = (start: number, count: number) =>
    contract['imports.previewCells'].response.parse(
      queries['imports.previewCells']({ stagingId, kinds: [...kinds], start, count }),
    )
  const { total, cells } = page(0, 200)
  return { cellMarks, counts, total, page, cells }
}

const cleaned = (header: string, ...cells: RawCell[]) =>
  look(
    [['姓名', '手机', header], ...cells.map((cell, at) => [`样例${at}`, `1380000110${at}`, cell])],
    cleanedKinds,
  )
    .cells.filter(cell => cell.address.startsWith('C'))
    .map(({ kind, before, after }) => [kind, before, after])

describe('cells that are stored otherwise than they stand there', () => {
  it('are phones with full-width digits, blanks, dashes, the country code, and several in one cell', () => {
    const spelled = [
      '１３８００００１１０１',
      '+86 138-0000-1102',
      '138 0000 1103',
      '13800001104/13800001105',
    ]
    const plain = ['13800001106', '138****1107', '18400001108-8023']
    const rows = [...spelled, ...plain].map((phone, at) => [`样例${at}`, phone])
    const { cells, cellMarks } = look([['姓名', '手机'], ...rows], ['phone'])
    expect(cells.map(({ after }) => after)).toEqual([
      ...['13800001101', '13800001102', '13800001103', '13800001104 / 13800001105'],
    ])
    expect(cellMarks).toEqual([{ kind: 'phone', count: 4 }])
  })

  it('are dates in every usual spelling', () => {
    expect(
      cleaned(
        '出生日期',
        ...[
          '2004年3月5日',
          '2004-03-05',
          '88.3.5',
          '民国77年3月5日',
          '二〇〇四年三月五日',
          '２００４．３．５',
        ],
      ),
    ).toEqual([
      ['date', '2004年3月5日', '2004-03-05'],
      ['date', '88.3.5', '1988-03-05'],
      ['date', '民国77年3月5日', '1988-03-05'],
      ['date', '二〇〇四年三月五日', '2004-03-05'],
      ['date', '２００４．３．５', '2004-03-05'],
    ])
  })

  it('are genders in other words, money with marks, and texts with odd characters', () => {
    expect(cleaned('性别', '女士', '男', '女')).toEqual([['gender', '女士', 'female']])
    expect(cleaned('累计消费', '1.2万', '￥1,234.50', '1,234.50元', '88.5')).toEqual([
      ['money', '1.2万', '12000.00'],
      ['money', '￥1,234.50', '1234.50'],
      ['money', '1,234.50元', '1234.50'],
    ])
    expect(cleaned('职业', '教⼉师', '教师')).toEqual([['text', '教儿师', '教儿师']])
  })

  it('are asked for page by page', () => {
    const rows = Array.from({ length: 250 }, (_, at) => [
      `样例${at}`,
      `+86 1380000${String(at).padStart(4, '0')}`,
    ])
    const { total, page, cellMarks } = look([['姓名', '手机'], ...rows], ['phone'])
    expect([total, cellMarks]).toEqual([250, [{ kind: 'phone', count: 250 }]])
    const { cells } = page(200, 100)
    expect(cells).toHaveLength(50)
    expect(cells[0]).toMatchObject({ address: 'B202', after: '13800000200', outcome: 'read' })
  })
})

describe('what Excel did to cells', () => {
  const damaged = (table: Table, options: ImportPlanOptions = {}) =>
    look(table, damageKinds, options).cells.map(({ address, kind, before, probably, outcome }) =>
      [address, kind, before, probably ?? '-', outcome].join(' '),
    )

  it('is a character that some program could not say, in a name, an address or a column that is left out', () => {
    const table = [
      ['姓名', '地址', '别的'],
      ['林\ufffd一', '样例路 1 号', null],
      ['陈样二', '示例\ufffd\ufffd路', '\ufffd'],
    ]
    expect(damaged(table)).toEqual([
      'A2 character-lost 林\ufffd一 - kept',
      'B3 character-lost 示例\ufffd\ufffd路 - kept',
      'C3 character-lost \ufffd - left-out',
    ])
  })

  it('is listed row by row, also in a column that is left out', () => {
    const table = [
      ['姓名', '身份证号', '手机'],
      ['林样一', 440301199001010000, '1.38E+10'],
      ['陈样二', '11010519491231002X', 57188886666],
      ['王样三', { error: '#N/A' }, '######'],
    ]
    expect(damaged(table)).toEqual([
      'B2 digits-cut 4******************7 4***************** left-out',
      'C2 exponent 1.38E+10 138******** blank',
      'C3 zeros-lost 57188886666 057188886666 kept',
      'B4 error-value #N/A - left-out',
      'C4 error-value ###### - blank',
    ])
    expect(damaged(table, { mapping: { '1': 'idNumber' } })[0]).toMatch(/blank$/)
  })

  it('takes a row with it where the cell is its key', () => {
    const table = [
      ['订单编号', '下单时间', '实付金额', '商品名称'],
      [123456789012345000, 45356, 10, '样例茶叶'],
      ['1', 45356, 10, '样'.repeat(255)],
    ]
    expect(damaged(table).map(line => line.replace(/样+/, '…'))).toEqual([
      'A2 digits-cut 1.23456789012345E+17 123456789012345*** rejected',
      'B2 serial-date 45356 - rejected',
      'B3 serial-date 45356 - read',
      'D3 text-cut … - kept',
    ])
  })

  it('shows in codes that are shorter than all others of a column with leading zeros', () => {
    const codes = ['00012', '00113', '01234', 12, '20001']
    const table = [['会员编号', '姓名'], ...codes.map((code, at) => [code, `样例${at}`])]
    expect(damaged(table)).toEqual(['A5 zeros-lost 12 00012 kept'])
    const plain = [['会员编号', '姓名'], ...[7, 12, 113].map((code, at) => [code, `样例${at}`])]
    expect(damaged(plain)).toEqual([])
  })
})

describe('a day of the lunar calendar', () => {
  it('is told apart and not converted', () => {
    const outcome = archive.import([
      ['姓名', '出生日期'],
      ['林样一', '农历八月十五'],
      ['陈样二', '正月初一'],
      ['王样三', '1988年3月5日'],
    ])
    expect(outcome.cellIssues).toEqual([{ code: 'date-lunar', count: 2 }])
    expect(archive.rows('SELECT birth_on FROM customer')).toEqual([
      { birth_on: null },
      { birth_on: null },
      { birth_on: '1988-03-05' },
    ])
  })
})
