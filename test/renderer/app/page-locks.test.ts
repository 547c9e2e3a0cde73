import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'

type Rules = {
  createHTML(text: string): string
  createScriptURL(text: string): string
  createScript?: unknown
}

afterEach(() => vi.unstubAllGlobals())

async function loadLocks() {
  const createPolicy = vi.fn<(name: string, rules: Rules) => void>()
  vi.stubGlobal('trustedTypes', { createPolicy })
  vi.resetModules()
  await import('#renderer/app/page-locks.ts')
  return createPolicy.mock.calls
}

test('there is one policy: text without markup passes, markup and scripts never', async () => {
  const calls = await loadLocks()
  expect(calls.map(([name]) => name)).toEqual(['default'])
  const rules = calls[0]?.[1]
  expect(rules?.createHTML('.a{color:red}')).toBe('.a{color:red}')
  expect(() => rules?.createHTML('<img>')).toThrow(TypeError)
  expect(() => rules?.createScriptURL('app://main/a.js')).toThrow(TypeError)
  expect(rules?.createScript).toBeUndefined()
})

test('schemas check without building code from text', async () => {
  await loadLocks()
  const built = vi.fn()
  vi.stubGlobal(
    'Function',
    new Proxy(Function, {
      construct(target, parts) {
        built()
        return Reflect.construct(target, parts)
      },
    }),
  )
  expect(z.object({ a: z.string() }).parse({ a: 'x' })).toEqual({ a: 'x' })
  expect(built).not.toHaveBeenCalled()
})
