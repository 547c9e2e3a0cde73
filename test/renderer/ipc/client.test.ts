import { expect, test } from 'vitest'
import { acceptDroppedFiles, call } from '#renderer/ipc/client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { installFakeBridge } from '#test/renderer/fake-bridge.ts'

test('a good answer comes out of its envelope', async () => {
  const bridge = installFakeBridge({ 'archives.counts': () => ({ customers: 3, orders: 2, orderLines: 1 }) })
  expect(await call('archives.counts', {})).toEqual({ customers: 3, orders: 2, orderLines: 1 })
  expect(bridge.asked).toEqual([{ method: 'archives.counts', request: {} }])
})

test('an error comes out as an AppError with its code and its facts', async () => {
  installFakeBridge({
    'imports.batch': () => {
      throw new AppError('file-truncated', { row: 8201 })
    },
  })
  const error = await call('imports.batch', { importBatchId: 10 }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).data).toEqual({ code: 'file-truncated', retry: false, details: { row: 8201 } })
})

test('no answer at all is an internal error, whatever was thrown on the way', async () => {
  Object.defineProperty(window, 'kehu', {
    configurable: true,
    value: { api: { 'archives.counts': () => Promise.reject(new TypeError('cannot be cloned')) } },
  })
  await expect(call('archives.counts', {})).rejects.toMatchObject({ code: 'internal' })
})

test('dropped files become tokens, and a drop that is refused says why', async () => {
  const bridge = installFakeBridge()
  bridge.dropped = [{ fileToken: 'token-1', name: '样例.xlsx', sizeBytes: 9 }]
  expect(await acceptDroppedFiles([])).toEqual(bridge.dropped)
  bridge.dropped = new AppError('file-missing')
  await expect(acceptDroppedFiles([])).rejects.toMatchObject({ code: 'file-missing' })
})
