import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeTogether, type LoggedTable, loggedTables } from '#main/changes/change-log.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer } from '#main/customers/customer.service.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { randomNumbers } from '#test/main/search/sample-shop.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

type Value = string | number | null
type Cell = { readonly table: LoggedTable; readonly rowId: number; readonly column: string }

const customers = 30
const columns = [
  ...(['occupation', 'source', 'note', 'gender'] as const).map(column => ['customer', column] as const),
  ...(['region_code', 'city', 'position'] as const).map(column => ['contact_point', column] as const),
  ...([['customer', 'archive_number']] as const),
]

const read = ({ table, rowId, column }: Cell) =>
  archive.db
    .prepareRead<{ value: Value }>(`SELECT ${column} AS value FROM ${table} WHERE ${loggedTables[table]} = ?`)
    .get(rowId)?.value

const write = ({ table, rowId, column }: Cell, value: Value) =>
  archive.db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${loggedTables[table]} = ?`).run(value, rowId)

/** One act that writes random cells, some of them twice, puts tags on and takes contact points away. */
function actAtRandom(random: () => number, count: number, kind: string) {
  const pick = (most: number) => Math.floor(random() * most)
  const written = new Map<string, { cell: Cell; before: Value }>()
  const setId = changeTogether(archive.db, { kind, actor: 'operator', madeAt: act.now }, recorder => {
    for (let at = 0; at < count; at++) {
      const [table, column] = columns[pick(columns.length)] ?? ['customer', 'note']
      const cell = { table, rowId: 1 + pick(customers), column }
      const before = read(cell)
      const after = valueFor(column, cell.rowId, pick(3), `${kind}${at}`)
      if (before === undefined || before === after) continue
      write(cell, after)
      recorder.updated(table, cell.rowId, column, before, after)
      const key = `${table} ${cell.rowId} ${column}`
      if (!written.has(key)) written.set(key, { cell, before })
    }
    if (kind !== 'rows') return
    for (let tag = 1; tag <= 5; tag++) {
      archive.db.prepare('INSERT INTO tag (name) VALUES (?)').run(`样例签${tag}`)
      recorder.inserted('tag', tag)
      const rowId = archive.db
        .prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)')
        .run(1 + pick(customers), tag).lastInsertRowid
      recorder.inserted('customer_tag', rowId)
      const gone = tag * 3
      recorder.deleting('contact_point', gone)
      archive.db.prepare('DELETE FROM contact_point WHERE contact_point_id = ?').run(gone)
    }
  })
  return { setId: setId ?? 0, written }
}

function valueFor(column: string, rowId: number, choice: number, text: string): Value {
  if (column === 'position') return choice
  if (column === 'gender') return (['female', 'male', null] as const)[choice] ?? null
  if (column === 'archive_number') return `样-${rowId}-${text}`
  return choice === 0 ? null : text
}

const undo = (changeSetId: number, edited: 'keep' | 'revert') =>
  undoChangeSet(archive.db, { changeSetId, edited, actor: 'operator', madeAt: act.now }).changeSetId

const pointsOf = (at: number) => [
  { kind: 'phone' as const, value: `1380000${String(1000 + at)}` },
  { kind: 'address' as const, value: `浙江省杭州市样例路${at}号` },
]

const fill = () => {
  for (let at = 0; at < customers; at++)
    createCustomer(archive.db, draftOf({ name: `样例${at}`, contactPoints: pointsOf(at) }), act)
}

test.each([1, 2, 3, 4])(
  'an act on cells and whole rows is taken back and done again to the letter (%d)',
  seed => {
    fill()
    const before = dumpArchive(archive.db)
    const { setId } = actAtRandom(randomNumbers(seed), 120, 'rows')
    const after = dumpArchive(archive.db)
    expect(after).not.toBe(before)
    // A cell that the act wrote twice is not as its first line left it.
    const undone = undo(setId, 'revert')
    expect(dumpArchive(archive.db)).toBe(before)
    undo(undone, 'revert')
    expect(dumpArchive(archive.db)).toBe(after)
  },
)

test.each([
  [5, 'keep'],
  [6, 'revert'],
  [7, 'keep'],
  [8, 'revert'],
] as const)(
  'what was edited since goes cell by cell as was chosen, all else goes back (%d: %s)',
  (seed, edited) => {
    fill()
    const random = randomNumbers(seed)
    const { setId, written } = actAtRandom(random, 120, 'cells')
    const { written: since } = actAtRandom(random, 40, 'later')
    const now = new Map([...since].map(([key, { cell }]) => [key, read(cell)]))
    const wasTouchedTwice = [...since.keys()].some(key => written.has(key))
    expect(wasTouchedTwice).toBe(true)
    undo(setId, edited)
    for (const [key, { cell, before }] of written) {
      const isEdited = since.has(key) && now.get(key) !== since.get(key)?.before
      expect(read(cell), key).toBe(isEdited && edited === 'keep' ? now.get(key) : before)
    }
    for (const [key, { cell }] of since) if (!written.has(key)) expect(read(cell), key).toBe(now.get(key))
  },
)
