import { expect, test } from 'vitest'
import { isOwnAddress } from '#main/desktop/content-security.ts'
import { type CallSender, isTrustedSender } from '#main/ipc/trusted-sender.ts'

const own = (address: string) => isOwnAddress(address)
const known = new Set([7])

function callFrom(url: string, id = 7, isDestroyed = false): CallSender {
  const frame = { url }
  return { senderFrame: frame, sender: { id, mainFrame: frame, isDestroyed: () => isDestroyed } }
}

test('the top frame of a known window on our own page may call', () => {
  expect(isTrustedSender(callFrom('app://main/index.html#/customers'), known, own)).toBe(true)
})

test('a frame that is gone may not call', () => {
  const call = { ...callFrom('app://main/index.html'), senderFrame: null }
  expect(isTrustedSender(call, known, own)).toBe(false)
  expect(isTrustedSender(callFrom('app://main/index.html', 7, true), known, own)).toBe(false)
})

test('a frame inside the page may not call, even with our own address', () => {
  const call = { ...callFrom('app://main/index.html'), senderFrame: { url: 'app://main/index.html' } }
  expect(isTrustedSender(call, known, own)).toBe(false)
})

test('a window that main did not make may not call', () => {
  expect(isTrustedSender(callFrom('app://main/index.html', 8), known, own)).toBe(false)
})

test('a foreign page in a known window may not call', () => {
  for (const url of [
    'data:text/html,x',
    'app://main.evil/index.html',
    'file:///index.html',
    'about:blank',
    '',
  ])
    expect(isTrustedSender(callFrom(url), known, own)).toBe(false)
})
