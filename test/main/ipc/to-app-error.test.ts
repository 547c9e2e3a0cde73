import { expect, test } from 'vitest'
import { z } from 'zod'
import { toAppErrorData } from '#main/ipc/to-app-error.ts'
import { AppError } from '#shared/contract/app-error.ts'

test('an expected failure keeps its code and details', () => {
  expect(toAppErrorData(new AppError('file-truncated', { row: 8201 }))).toEqual({
    code: 'file-truncated',
    retry: false,
    details: { row: 8201 },
  })
})

test('a refused request names each issue by its path', () => {
  const result = z.object({ limit: z.number().max(200) }).safeParse({ limit: 9999 })
  const data = toAppErrorData(result.error)
  expect(data).toMatchObject({ code: 'invalid-request', retry: false })
  expect(data.issues).toHaveLength(1)
  expect(data.issues?.[0]).toMatch(/^limit: /)
})

test('a failure of the environment gets the code of its cause', () => {
  const codeOf = (code: string) => toAppErrorData(Object.assign(new Error('x'), { code })).code
  expect(codeOf('ENOSPC')).toBe('disk-full')
  expect(codeOf('SQLITE_FULL')).toBe('disk-full')
  expect(codeOf('SQLITE_CORRUPT_INDEX')).toBe('archive-damaged')
  expect(codeOf('SQLITE_IOERR_FSYNC')).toBe('disk-failed')
})

test('all else is internal, with the place it came from and without its text', () => {
  const data = toAppErrorData(new RangeError('林样一 13800000000'))
  expect(data).toMatchObject({ code: 'internal', retry: false })
  expect(data.details?.place).toMatch(/^RangeError \| .*to-app-error\.test\.ts/)
  expect(JSON.stringify(data)).not.toMatch(/林样一|138/)
  expect(toAppErrorData('林样一')).toEqual({ code: 'internal', retry: false, details: { place: '' } })
  expect(toAppErrorData(undefined)).toMatchObject({ code: 'internal' })
})
