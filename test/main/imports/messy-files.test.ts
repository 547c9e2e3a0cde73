import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'
import { messyFiles, writeMessyFiles } from '#test/helpers/messy-files.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-messy-'))
const archive = new ImportArchive()
beforeAll(async () => void (await writeMessyFiles(folder)))
afterAll(() => {
  archive.close()
  fs.rmSync(folder, { recursive: true })
})

it.each(messyFiles)('$name comes in as it was counted by hand, and once', async facts => {
  const file = path.join(folder, facts.name)
  const options = { shop: `样例 ${facts.name.slice(0, 2)}` }
  const outcome = archive.commit(await archive.stageFile(file), options)
  expect(verdictsOf(outcome)).toEqual({
    rows: facts.rows,
    created: facts.rows - facts.rejected,
    updated: 0,
    unchanged: 0,
    rejected: facts.rejected,
  })
  expect(outcome).toMatchObject({ customersCreated: facts.customers, ordersCreated: facts.orders })
  expect(archive.rows('SELECT kind FROM import_batch ORDER BY import_batch_id DESC LIMIT 1')).toEqual([
    { kind: facts.kind },
  ])
  const again = archive.commit(await archive.stageFile(file), options)
  expect(verdictsOf(again)).toMatchObject({ created: 0, updated: 0, rejected: facts.rejected })
})

it('no character was lost on the way', () => {
  const texts = archive.rows<{ text: string }>(
    "SELECT name || coalesce(note, '') AS text FROM customer UNION ALL SELECT value FROM contact_point",
  )
  expect(texts.filter(({ text }) => text.includes('\ufffd'))).toEqual([])
})
