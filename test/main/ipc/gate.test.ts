import { expect, test } from 'vitest'
import { z } from 'zod'
import { createGate, type GateParts } from '#main/ipc/gate.ts'
import { AppError } from '#shared/contract/app-error.ts'

const contract = {
  'numbers.double': { request: z.strictObject({ n: z.number().max(100) }), response: z.number().max(20) },
}

function gateWith(parts: Partial<GateParts<string>> = {}) {
  const calls: unknown[] = []
  const logged: unknown[] = []
  const gate = createGate<string>({
    contract,
    answer: (method, request, caller) => {
      calls.push([method, request, caller])
      return (request as { n: number }).n * 2
    },
    areResponsesChecked: false,
    log: (code, method) => logged.push([code, method]),
    ...parts,
  })
  return { gate, calls, logged }
}

test('a good call is answered in the envelope, with the caller handed on', async () => {
  const { gate, calls } = gateWith()
  expect(await gate(true, 'numbers.double', { n: 4 }, 'window 1')).toEqual({ ok: true, value: 8 })
  expect(calls).toEqual([['numbers.double', { n: 4 }, 'window 1']])
})

test('an untrusted sender is told nothing, not even whether the method exists', async () => {
  const { gate, calls } = gateWith()
  const expected = { ok: false, error: { code: 'untrusted-sender', retry: false } }
  expect(await gate(false, 'numbers.double', { n: 4 }, '')).toEqual(expected)
  expect(await gate(false, 'numbers.unknown', { n: 4 }, '')).toEqual(expected)
  expect(calls).toEqual([])
})

test('a name that the contract does not have is refused, inherited names too', async () => {
  const { gate, calls } = gateWith()
  for (const name of ['numbers.triple', 'toString', '__proto__', 'constructor', 7, null, undefined, {}])
    expect(await gate(true, name, { n: 4 }, '')).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    })
  expect(calls).toEqual([])
})

test('a request that its schema or the budget refuses never reaches the answer', async () => {
  const { gate, calls } = gateWith()
  for (const request of [{ n: 9999 }, { n: 1, more: 1 }, undefined, { n: new Map() }])
    expect(await gate(true, 'numbers.double', request, '')).toMatchObject({
      ok: false,
      error: { code: 'invalid-request', issues: [expect.any(String)] },
    })
  expect(calls).toEqual([])
})

test('an expected failure comes back as its code and is not logged', async () => {
  const { gate, logged } = gateWith({
    answer: () => {
      throw new AppError('not-found')
    },
  })
  expect(await gate(true, 'numbers.double', { n: 1 }, '')).toEqual({
    ok: false,
    error: { code: 'not-found', retry: false },
  })
  expect(logged).toEqual([])
})

test('an unexpected failure comes back as internal and is logged by code and method', async () => {
  const { gate, logged } = gateWith({ answer: () => Promise.reject(new Error('林样一')) })
  const answer = await gate(true, 'numbers.double', { n: 1 }, '')
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal', retry: false } })
  expect(JSON.stringify(answer)).not.toContain('林样一')
  expect(logged).toEqual([['internal', 'numbers.double']])
})

test('where answers are checked, one that does not fit the contract is a defect', async () => {
  const { gate, logged } = gateWith({ areResponsesChecked: true })
  expect(await gate(true, 'numbers.double', { n: 10 }, '')).toEqual({ ok: true, value: 20 })
  expect(await gate(true, 'numbers.double', { n: 11 }, '')).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  })
  expect(logged).toEqual([['internal', 'numbers.double']])
})
