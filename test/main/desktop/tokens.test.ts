import { expect, test } from 'vitest'
import { createTokens } from '#main/desktop/tokens.ts'
import { AppError } from '#shared/contract/app-error.ts'

test('a token leads back to its path and the same path keeps its token', () => {
  const tokens = createTokens('file-missing')
  const token = tokens.issue('/folder/a.xlsx')
  expect(tokens.issue('/folder/a.xlsx')).toBe(token)
  expect(tokens.issue('/folder/b.xlsx')).not.toBe(token)
  expect(tokens.resolve(token)).toBe('/folder/a.xlsx')
})

test('a token says nothing about its path', () => {
  expect(createTokens('file-missing').issue('/folder/a.xlsx')).toMatch(/^[0-9a-f-]{36}$/)
})

test('whatever was not issued here is refused, a path most of all', () => {
  const tokens = createTokens('file-missing')
  tokens.issue('/folder/a.xlsx')
  const strange = createTokens('file-missing').issue('/folder/a.xlsx')
  for (const text of ['/folder/a.xlsx', strange, '', '__proto__'])
    expect(() => tokens.resolve(text)).toThrow(new AppError('file-missing'))
})
