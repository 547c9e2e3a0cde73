// Started by open-database.test.ts: commits five rows, writes many more in one transaction and never ends it.
import { writeSync } from 'node:fs'
import { openWritable } from '#main/database/open-database.ts'

const [file = '', key = ''] = process.argv.slice(2)
const migrations = [{ version: 10, name: 'create-sample', sql: 'SELECT 1' }]
const writer = openWritable({
  file,
  key: Buffer.from(key, 'hex'),
  migrations,
  mustCheck: false,
  beforeUpgrade: () => undefined,
})
const insert = writer.db.prepare('INSERT INTO sample (name) VALUES (?)')
writer.db.transaction(() => {
  for (let n = 0; n < 5; n += 1) insert.run(`样例${n}`)
})
writeSync(1, 'committed 5\n')
writer.db.transaction(() => {
  // More than the page cache holds, so that uncommitted pages reach the log.
  for (let n = 0; n < 40_000; n += 1) insert.run(`样例${n}`.repeat(50))
  writeSync(1, 'writing\n')
  for (;;) insert.run('样例')
})
