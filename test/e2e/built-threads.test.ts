import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { dbfBytes } from '#test/helpers/dbf-builder.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'
import { xlsBytes } from '#test/helpers/xls-builder.ts'
import { launch, type Running } from './launch.ts'

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
type Tools = {
  answered<T>(answer: Answer<T>): T
  ended(jobId: number): Promise<unknown>
  /** Another archive counts its jobs from one again. */
  forgetJobs(): void
}
type PageWindow = { kehu: Bridge; tools: Tools }

const customerCount = 2500

let run: Running
beforeAll(async () => {
  run = await launch()
  await run.page.evaluate(() => {
    const { kehu } = window as unknown as PageWindow
    const results = new Map<number, { ok: boolean; value?: unknown; error?: unknown }>()
    kehu.onEvent('job.ended', ({ jobId, result }) => results.set(jobId, result))
    const tools: Tools = {
      answered(answer) {
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        return answer.value
      },
      async ended(jobId) {
        while (!results.has(jobId)) await new Promise(resolve => setTimeout(resolve, 20))
        const result = results.get(jobId)
        if (!result?.ok) throw new Error(JSON.stringify(result?.error))
        return result.value
      },
      forgetJobs: () => results.clear(),
    }
    Object.assign(window, { tools })
  })
})
afterAll(() => run?.close())

test('in the built program a file is read by its own process, written, searched and taken back', async () => {
  const file = path.join(run.dir, '客户登记.csv')
  const rows = Array.from({ length: customerCount }, (_, index) => {
    const number = String(index).padStart(4, '0')
    return `样例客户${number},1380000${number},示例路 ${index} 号`
  })
  // The sum row is nobody: it is rejected, with its reason.
  writeFileSync(file, `${['姓名,手机,地址', ...rows, '合计,,'].join('\r\n')}\r\n`)
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [filePath],
    })) as typeof dialog.showOpenDialog
  }, file)
  const result = await run.page.evaluate(async () => {
    const { kehu, tools } = window as unknown as PageWindow
    const { api } = kehu
    const { answered, ended } = tools
    answered(await api['archives.create']({ name: '示例小店', currency: 'CNY', isPlaceAsked: false }))
    const [chosen] = answered(await api['files.choose']({}))
    const stage = answered(await api['imports.stage']({ fileToken: chosen?.fileToken ?? '' }))
    const { stagingId } = (await ended(stage.jobId)) as { stagingId: string }
    const options = { kind: 'customers' as const }
    const preview = answered(await api['imports.preview']({ stagingId, options }))
    const commit = answered(
      await api['imports.commit']({ stagingId, options, previewRevision: preview.revision }),
    )
    const outcome = (await ended(commit.jobId)) as {
      importBatchId: number
      created: number
      rejected: number
    }
    const counts = answered(await api['archives.counts']({}))
    const found = answered(await api['search.customers']({ text: '样例客户2499', limit: 10 }))
    return { preview: preview.counts, outcome, counts, found: found.hits.map(hit => hit.customer.name) }
  })
  expect(result.preview).toMatchObject({ rows: customerCount + 1, created: customerCount, rejected: 1 })
  expect(result.outcome).toMatchObject({ created: customerCount, rejected: 1 })
  expect(result.counts.customers).toBe(customerCount)
  expect(result.found).toEqual(['样例客户2499'])

  const { importBatchId } = result.outcome
  const workbook = path.join(run.dir, '退回.xlsx')
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, workbook)
  const saved = await run.page.evaluate(
    async importBatchId =>
      (window as unknown as PageWindow).kehu.api['imports.saveRejectedRows']({
        importBatchId,
        stagingId: null,
      }),
    importBatchId,
  )
  expect(saved).toEqual({ ok: true, value: { fileName: '退回.xlsx', rowCount: 1, damagedCount: 0 } })
  expect(existsSync(workbook)).toBe(true)

  const counts = await run.page.evaluate(async importBatchId => {
    const { kehu, tools } = window as unknown as PageWindow
    const undo = tools.answered(await kehu.api['imports.undo']({ importBatchId, edited: null }))
    await tools.ended(undo.jobId)
    return tools.answered(await kehu.api['archives.counts']({}))
  }, importBatchId)
  expect(counts).toEqual({ customers: 0, orders: 0, orderLines: 0 })
})

test('in the built program an .xls, an .ods and a dBASE table go through the readers of old formats', async () => {
  const headings = ['姓名', '手机', '地址']
  const row = (number: number) => [`样例${number}`, `1390000000${number}`, `示例路 ${number} 号`]
  const book = utils.book_new(utils.aoa_to_sheet([headings, row(2)]), '客户')
  const [text, encode] = ['C', (cell: string) => encodeLegacy(cell, 'gb18030')] as const
  const fields = headings.map(name => ({ name: encode(name), type: text, length: 20 }))
  const files = {
    '会员.xls': xlsBytes({ sheets: [{ name: '客户', rows: [headings, row(1)] }] }),
    '会员.ods': write(book, { type: 'buffer', bookType: 'ods' }) as Uint8Array,
    '会员.dbf': dbfBytes(fields, [row(3).map(encode)], { driver: 0x4d }),
  }
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(path.join(run.dir, name), bytes)
    return path.join(run.dir, name)
  })
  await run.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as typeof dialog.showOpenDialog
  }, paths)
  const result = await run.page.evaluate(async () => {
    const { kehu, tools } = window as unknown as PageWindow
    const { api } = kehu
    const { answered, ended } = tools
    answered(await api['archives.create']({ name: '示例二店', currency: 'CNY', isPlaceAsked: false }))
    tools.forgetJobs()
    const formats: string[] = []
    for (const { fileToken } of answered(await api['files.choose']({})) ?? []) {
      const stage = answered(await api['imports.stage']({ fileToken }))
      const { stagingId } = (await ended(stage.jobId)) as { stagingId: string }
      const options = { kind: 'customers' as const }
      formats.push(answered(await api['imports.preview']({ stagingId, options })).format)
      const commit = answered(await api['imports.commit']({ stagingId, options, previewRevision: null }))
      await ended(commit.jobId)
    }
    const { hits } = answered(await api['search.customers']({ text: '1390000000', limit: 10 }))
    return { formats, names: hits.map(hit => hit.customer.name).sort() }
  })
  expect(result).toEqual({ formats: ['xls', 'ods', 'dbf'], names: ['样例1', '样例2', '样例3'] })
})
