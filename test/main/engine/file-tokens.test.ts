import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { folderLimits } from '#main/engine/expand-folders.ts'
import { FileTokens } from '#main/engine/file-tokens.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string
beforeEach(() => {
  folder = makeTestFolder()
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content = 'x') => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), content)
}
const accept = (...names: string[]) => new FileTokens().accept(names.map(name => path.join(folder, name)))

it('a folder becomes its tables, those of its folders after them; what is not read is named', () => {
  write('账本/2月.csv')
  write('账本/10月.xlsx')
  write('账本/旧/客户.xls')
  write('账本/~$10月.xlsx')
  write('账本/照片.jpg')
  write('账本/空.csv', '')
  write('账本/.hidden.csv')
  write('账本/旧店.kehu/archive.csv')
  const files = accept('账本')
  expect(
    new Set(files.map(({ name, folder: place, skipped }) => `${place} ${name} ${skipped ?? 'read'}`)),
  ).toEqual(
    new Set([
      '账本 ~$10月.xlsx temporary',
      '账本 2月.csv read',
      '账本 10月.xlsx read',
      '账本 空.csv empty',
      '账本 照片.jpg unknown-kind',
      '账本/旧 客户.xls read',
    ]),
  )
  expect(files.filter(file => file.fileToken === '').length).toBe(3)
  expect(files.findIndex(file => file.name === '2月.csv')).toBeLessThan(
    files.findIndex(file => file.name === '10月.xlsx'),
  )
  expect(files.at(-1)?.name).toBe('客户.xls')
})

it('a file that was named itself is taken whatever it is called', () => {
  write('notes')
  expect(accept('notes')).toMatchObject([
    { name: 'notes', fileToken: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
  expect(() => accept('nothing.csv')).toThrow('file-missing')
})

it('a folder without tables is named, one that goes too deep is cut off, links are not followed', () => {
  fs.mkdirSync(path.join(folder, '空'))
  expect(accept('空')).toMatchObject([{ name: '空', skipped: 'no-tables', fileToken: '' }])
  const deep = Array.from({ length: folderLimits.depth + 2 }, (_, index) => `d${index}`).join('/')
  write(`${deep}/a.csv`)
  fs.symlinkSync(folder, path.join(folder, 'd0', 'loop'))
  expect(accept('d0').map(file => file.skipped)).toEqual(['too-many'])
})

it('a folder with a whole export is no folder of tables: it is offered by a token of its own, also inside another', () => {
  const manifest = {
    ...{ format: 'kehu-export', version: 1, archiveId: 'a', archiveName: '样例店', currency: 'CNY' },
    ...{ exportedAt: '2026-11-22T00:00:00.000Z', databaseSha256: '0'.repeat(64), tables: {} },
  }
  for (const place of ['带走', '资料/带走']) {
    write(`${place}/客户.xlsx`)
    fs.writeFileSync(path.join(folder, place, 'kehu-export.json'), JSON.stringify(manifest))
  }
  write('资料/a.csv')
  const tokens = new FileTokens()
  const files = tokens.accept(['带走', '资料'].map(name => path.join(folder, name)))
  expect(files.map(({ name, skipped }) => [name, skipped])).toEqual([
    ['带走', 'whole-export'],
    ['a.csv', undefined],
    ['带走', 'whole-export'],
  ])
  expect(files.map(({ fileToken }) => path.relative(folder, tokens.pathOf(fileToken)))).toEqual([
    ...['带走', '资料/a.csv', '资料/带走'],
  ])
})

it('of more tables than are taken at once the rest is named', () => {
  for (let index = 0; index < folderLimits.files + 3; index++) write(`多/${index}.csv`)
  const files = accept('多')
  expect(files.filter(file => file.skipped === undefined)).toHaveLength(folderLimits.files)
  expect(files.filter(file => file.skipped === 'too-many')).toHaveLength(3)
})

it('a path is known by its token only', () => {
  write('a.csv')
  const tokens = new FileTokens()
  const [file] = tokens.accept([path.join(folder, 'a.csv')])
  expect(tokens.pathOf(file?.fileToken ?? '')).toBe(path.join(folder, 'a.csv'))
  expect(() => tokens.pathOf('nobody')).toThrow('file-missing')
  expect(() => tokens.register(folder)).toThrow('file-unreadable')
})
