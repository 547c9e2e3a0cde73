import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string
beforeAll(async () => {
  folder = makeTestFolder()
  await kehu('create', 'A.kehu')
  await kehu('create', 'B.kehu')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

async function kehu(...words: string[]) {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>)
  const code = await runCommandLine(words, { write, folder, language: 'zh-CN' })
  return { code, lines }
}

function write(name: string, text: string): void {
  const place = path.join(folder, name)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, text)
}

const presetFile = JSON.stringify({
  format: 'kehu-import-presets',
  version: 1,
  presets: [
    {
      name: '样例流水',
      platform: '',
      kind: 'orders',
      recognise: [],
      columns: [
        { heading: '票', field: 'orderNumber' },
        { heading: '人', field: 'name' },
        { heading: '话', field: 'phone' },
        { heading: '天', field: 'orderedAt' },
        { heading: '钱', field: 'orderPaid' },
      ],
    },
  ],
})

test('presets are added from a file, listed, chosen by name for an import and written to a file again', async () => {
  write('样例.kehupreset', presetFile)
  const added = await kehu('presets', 'import', '样例.kehupreset', '--archive', 'A.kehu')
  expect(added).toMatchObject({ code: 0, lines: [{ name: '样例流水', isBuiltIn: false, columns: 5 }] })
  const { lines } = await kehu('presets', '--archive', 'A.kehu')
  expect(lines[0]).toMatchObject({ name: '样例流水' })
  expect(lines.filter(line => line.isBuiltIn).map(line => line.preset)).toContain('pdd-orders')

  write('票.csv', '票,人,话,天,钱\nT1,林样一,13800001107,2024-03-05,9.00\n')
  const done = await kehu(
    'import',
    '票.csv',
    '--archive',
    'A.kehu',
    '--preset',
    '样例流水',
    '--shop',
    '样例店',
  )
  expect(done).toMatchObject({ code: 0, lines: [{ created: 1, ordersCreated: 1, rejected: 0 }] })

  expect(await kehu('presets', 'export', 'out.kehupreset', '--archive', 'A.kehu')).toMatchObject({ code: 0 })
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'out.kehupreset'), 'utf8'))).toEqual(
    JSON.parse(presetFile),
  )
}, 60_000)

test('what is wrong with presets is said by name', async () => {
  write('kaputt.kehupreset', '{"format":"kehu-import-presets"')
  const codeOf = async (...words: string[]) => {
    const [line] = (await kehu(...words, '--archive', 'B.kehu')).lines
    return (line?.error as { code: string } | undefined)?.code
  }
  expect(await codeOf('presets', 'import', 'kaputt.kehupreset')).toBe('preset-file-invalid')
  expect(await codeOf('presets', 'import', 'nothing.kehupreset')).toBe('file-missing')
  expect(await codeOf('presets', 'export', 'x.kehupreset', 'nobody')).toBe('preset-missing')
  expect(await codeOf('presets', 'shred')).toBe('usage')
  write('a.csv', '姓名,手机\n林样一,13800001107\n')
  expect(await codeOf('import', 'a.csv', '--preset', 'nobody')).toBe('preset-missing')
  expect(await codeOf('import', 'a.csv', '--header-rows', '9')).toBe('usage')
}, 60_000)

test('a folder is imported file by file; what is skipped in it is named', async () => {
  const month = (number: number) =>
    `订单号,下单时间,收货人,手机,实付\nM${number},2024-0${number}-05,林样一,13800001107,9.00\n`
  write('账/1月.csv', month(1))
  write('账/旧/2月.csv', month(2))
  write('账/~$1月.xlsx', 'lock')
  write('账/照片.jpg', 'jpg')
  const { code, lines } = await kehu('import', '账', 'missing.csv', '--archive', 'B.kehu', '--shop', '样例店')
  expect(code).toBe(2)
  const byFile = new Map(lines.map(line => [line.file, line]))
  expect(byFile.get(path.join('账', '1月.csv'))).toMatchObject({ ordersCreated: 1 })
  expect(byFile.get(path.join('账', '旧', '2月.csv'))).toMatchObject({
    ordersCreated: 1,
    remembered: { platform: '', shop: '样例店' },
    newColumns: [],
    removedColumns: [],
  })
  expect(byFile.get(path.join('账', '~$1月.xlsx'))).toEqual({
    file: path.join('账', '~$1月.xlsx'),
    skipped: 'temporary',
  })
  expect(byFile.get(path.join('账', '照片.jpg'))).toMatchObject({ skipped: 'unknown-kind' })
  expect(byFile.get('missing.csv')).toMatchObject({ error: { code: 'file-missing' } })
  expect(lines).toHaveLength(5)
}, 60_000)
