import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import type { PreviewRow } from '#shared/domain/import-batch.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

const updateCount = sized(500)
const newCount = sized(150)
const sameCount = sized(200)
const archive = new ImportArchive()
afterAll(() => archive.close())

const headings = ['会员编号', '姓名', '手机', '地址', '职业']
const phoneOf = (index: number) => `1380${String(index).padStart(7, '0')}`
const person = (index: number, address: string | null, job: string) => [
  ...[`M${index}`, `样例${index}`, phoneOf(index), address, job],
]
/** Every fifth customer has no address yet. */
const addressOf = (index: number) => (index % 5 === 0 ? null : `样例路 ${index} 号`)
const knownCount = updateCount + sameCount
const before = [
  headings,
  ...Array.from({ length: knownCount }, (_, index) => person(index, addressOf(index), '教师')),
]
const after = [
  headings,
  ...Array.from({ length: updateCount }, (_, index) => person(index, `示范街 ${index} 号`, '医生')),
  ...Array.from({ length: sameCount }, (_, at) => {
    const index = updateCount + at
    return person(index, addressOf(index), '教师')
  }),
  ...Array.from({ length: newCount }, (_, at) => person(knownCount + at, '示范街 0 号', '学生')),
]
const queries = importReaderQueries({
  db: archive.database.readable,
  archivePath: archive.archivePath,
  key: archive.database.key,
  now: () => archive.now,
})
const addresses = () =>
  archive.rows<{ customer_id: number; value: string }>(
    "SELECT customer_id, value FROM contact_point WHERE kind = 'address' ORDER BY contact_point_id",
  )

let stagingId = ''
beforeAll(() => {
  archive.import(before)
  stagingId = archive.stage(after)
})

/** Every row of one verdict, page by page as the window asks for them. */
function rowsOf(verdict: PreviewRow['verdict']): PreviewRow[] {
  const rows: PreviewRow[] = []
  for (let page = queries['imports.previewRows']({ stagingId, verdict, start: 0, count: 200 }); ; ) {
    rows.push(...page.rows)
    if (rows.length >= page.total) return rows
    page = queries['imports.previewRows']({ stagingId, verdict, start: rows.length, count: 200 })
  }
}

describe('500 updates beside new and unchanged rows', () => {
  it('are shown from old to new in every cell, with the counts of new, changed and same', () => {
    const { counts } = queries['imports.preview']({ stagingId, options: { shop: '' } })
    expect(counts).toMatchObject({ created: newCount, updated: updateCount, unchanged: sameCount })
    expect(rowsOf('updated').map(row => row.changes)).toEqual(
      Array.from({ length: updateCount }, (_, index) => [
        { columnIndex: 4, before: '教师', after: '医生' },
        { columnIndex: 3, before: null, after: `示范街 ${index} 号` },
      ]),
    )
    expect(rowsOf('unchanged').every(row => row.changes.length === 0)).toBe(true)
    expect(rowsOf('created')).toHaveLength(newCount)
  })

  it('leave every address that is there when only blanks are to be filled', () => {
    const stood = addresses()
    const options = { shop: '', policies: { address: 'fill-blanks' } } as const
    const shown = queries['imports.preview']({ stagingId, options })
    const addressChanges = rowsOf('updated').flatMap(row =>
      row.changes.filter(change => change.columnIndex === 3),
    )
    const blanks = Math.ceil(updateCount / 5)
    expect(addressChanges).toHaveLength(blanks)
    expect(addressChanges.every(change => change.before === null)).toBe(true)

    const outcome = archive.commit(stagingId, options)
    expect(verdictsOf(outcome)).toEqual(verdictsOf({ ...outcome, ...shown.counts }))
    expect(addresses().slice(0, stood.length)).toEqual(stood)
    expect(addresses()).toHaveLength(stood.length + blanks + newCount)
    expect(archive.rows("SELECT count(*) AS n FROM customer WHERE occupation = '医生'")).toEqual([
      { n: updateCount },
    ])
  })
})
