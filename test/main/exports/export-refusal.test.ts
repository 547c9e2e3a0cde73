import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { writeExport } from '#main/exports/export.service.ts'
import { defaultExportChoices } from '#shared/domain/export.ts'
import { allColumns, exportFrom } from '#test/helpers/exported-file.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

// Who refused contact stays out of files for contacting, and an export that ends early leaves nothing.

const orders = [
  ['订单编号', '付款时间', '收货人', '手机', '商品名称', '数量', '实付金额'],
  ['1001', '2024-03-05 12:30:00', '样例甲', '13800000001', '样品 A', 1, 10],
  ['1002', '2024-03-06 12:30:00', '样例乙', '13800000002', '样品 A', 1, 20],
  ['1003', '2024-03-07 12:30:00', '样例丙', '13800000003', '样品 B', 1, 30],
  ['1004', '2024-03-08 12:30:00', '样例乙', '13800000002', '样品 B', 1, 40],
]

describe('of three customers one of whom refused contact', () => {
  let archive: ImportArchive
  beforeEach(() => {
    archive = new ImportArchive()
    archive.import(orders, { kind: 'orders' })
    archive.db.prepare("UPDATE customer SET contact_refused_on = '2024-05-01' WHERE name = '样例乙'").run()
  })
  afterEach(() => archive.close())

  const columnOf = (table: readonly (readonly unknown[])[], header: string) => {
    const at = table[0]?.indexOf(header) ?? -1
    return table.slice(1).map(row => row[at])
  }

  test.each(['xlsx', 'csv'] as const)(
    'a %s for contacting holds the other two and counts her',
    async format => {
      const { table, written } = await exportFrom(archive, { format, purpose: 'contact' })
      expect(columnOf(table, '客户姓名')).toEqual(['样例甲', '样例丙'])
      expect(written).toMatchObject({ rowCount: 2, customerCount: 2, refusedCount: 1 })
    },
  )

  test.each(['xlsx', 'csv'] as const)('her orders are in no %s for contacting either', async format => {
    const { table, written } = await exportFrom(archive, { format, purpose: 'contact', table: 'orders' })
    expect(columnOf(table, '订单号')).toEqual(['1001', '1003'])
    expect(written).toMatchObject({ rowCount: 2, customerCount: 2, refusedCount: 1 })
  })

  test('choosing her by hand does not put her into a file for contacting', async () => {
    const { written } = await exportFrom(archive, { purpose: 'contact' }, { customerIds: [1, 2] })
    expect(written).toMatchObject({ rowCount: 1, customerCount: 1, refusedCount: 1 })
  })

  test('the sheet and its footer say what the file is for and how many are left out', async () => {
    const { file } = await exportFrom(archive, { purpose: 'contact' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    expect(book.worksheets[0]?.name).toBe('联系用（已除去拒绝联系 1 人）')
    expect(book.worksheets[0]?.headerFooter.oddFooter).toContain('已除去拒绝联系 1 人')
  })

  test('the own record holds her with the day', async () => {
    const { table, written } = await exportFrom(archive, { format: 'csv' })
    expect(columnOf(table, '拒绝联系日期')).toEqual([null, '2024-05-01', null])
    expect(written).toMatchObject({ rowCount: 3, refusedCount: 0 })
  })

  test('an export that is stopped leaves no file', async () => {
    const unfinished = path.join(archive.archivePath, 'stopped.tmp')
    const request = {
      choices: { ...defaultExportChoices, ...allColumns },
      customerIds: null,
      language: 'zh-CN' as const,
      unfinished,
    }
    const told: number[] = []
    const job = {
      isCancelled: () => told.length > 0,
      progress: (_step: 'export', done: number) => void told.push(done),
    }
    await expect(writeExport(archive.db, archive.context.archiveMark, request, job)).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(fs.existsSync(unfinished)).toBe(false)
    // The archive is free again: the snapshot of the export does not stay.
    archive.import([
      ['姓名', '手机号'],
      ['样例丁', '13800000004'],
    ])
  })
})

describe('on the command line', () => {
  let folder: string
  beforeAll(async () => {
    folder = makeTestFolder()
    const rows = Array.from({ length: 3000 }, (_, at) => `示例${at},138${String(at).padStart(8, '0')}`)
    fs.writeFileSync(path.join(folder, 'people.csv'), ['姓名,手机号', ...rows].join('\n'))
    await kehu('create', 'shop.kehu')
    await kehu('import', 'people.csv', '--archive', 'shop.kehu')
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  const kehu = async (...words: readonly string[]) => {
    const lines: string[] = []
    const context = { write: (line: string) => void lines.push(line), folder, language: 'zh-CN' as const }
    const code = await runCommandLine(words, context)
    return { code, text: lines.join('\n') }
  }

  test('the purpose of contacting is counted in the answer', async () => {
    const { code, text } = await kehu(
      ...['export', '--archive', 'shop.kehu', '--out', 'list.csv', '--purpose', 'contact'],
    )
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({ rowCount: 3000, customerCount: 3000, refusedCount: 0 })
  })

  test('a file that is there already is not touched', async () => {
    fs.writeFileSync(path.join(folder, 'list.xlsx'), '示例')
    const { code, text } = await kehu('export', '--archive', 'shop.kehu', '--out', 'list.xlsx')
    expect(code).not.toBe(0)
    expect(text).toContain('file-exists')
    expect(fs.readFileSync(path.join(folder, 'list.xlsx'), 'utf8')).toBe('示例')
    expect(fs.readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  const canMount = mountTrial()
  test.skipIf(!canMount).each(['xlsx', 'csv'])(
    `a full disk ends a %s with its own name and leaves nothing${canMount ? '' : ' (skipped: no right to mount)'}`,
    async format => {
      const disk = path.join(folder, `disk-${format}`)
      fs.mkdirSync(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
      try {
        const { code, text } = await kehu(
          'export',
          '--archive',
          'shop.kehu',
          '--out',
          `disk-${format}/list.${format}`,
        )
        expect(code).not.toBe(0)
        expect(text).toContain('disk-full')
        expect(fs.readdirSync(disk)).toEqual([])
      } finally {
        execFileSync('umount', [disk])
      }
    },
  )
})

function mountTrial(): boolean {
  const place = makeTestFolder()
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0
  if (isMounted) spawnSync('umount', [place])
  fs.rmdirSync(place)
  return isMounted
}
