import { expect, test } from 'vitest'
import { listFiles, readSource, wordsOf } from './source-files.ts'

const product = listFiles(['shared', 'src-main', 'src-renderer'])
const filesWhere = (isFound: (file: string) => boolean) => product.filter(isFound)
const hasText = (pattern: RegExp) => (file: string) => wordsOf(file).texts.some(text => pattern.test(text))
const hasName = (names: readonly string[]) => (file: string) =>
  names.some(name => wordsOf(file).names.has(name) || wordsOf(file).texts.includes(name))

/** Names that XML formats are told apart by. They look like addresses and are never fetched. */
const namespaces =
  /http:\/\/(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org|www\.w3\.org|purl\.org)(?![\w.-])/g

test('the product holds no address of the network', () => {
  const isAddress = (text: string) => /\b(https?|wss?|ftp):\/\/\w/i.test(text.replaceAll(namespaces, ''))
  expect(filesWhere(file => wordsOf(file).texts.some(isAddress))).toEqual([])
})

test('no text becomes markup or code, and no lock of the window is opened', () => {
  const openings = [
    'dangerouslySetInnerHTML',
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'eval',
    'Function',
    'webSecurity',
    'nodeIntegration',
    'allowRunningInsecureContent',
    'bypassCSP',
    'openExternal',
    'executeJavaScriptInIsolatedWorld',
    'createFromIconfontCN',
  ]
  expect(openings.filter(name => filesWhere(hasName([name])).length > 0)).toEqual([])
  expect(filesWhere(hasText(/^javascript:|target=.?_blank/))).toEqual([])
})

test('the sandbox is switched off by tests and scripts only, where Chromium runs as root', () => {
  expect(filesWhere(hasText(/--no-sandbox/))).toEqual([])
  expect(filesWhere(file => /sandbox:\s*false/.test(readSource(file)))).toEqual([])
  expect(filesWhere(file => /contextIsolation:\s*false|devTools:\s*true/.test(readSource(file)))).toEqual([])
})

test('an encrypted archive is never written out in clear', () => {
  expect(filesWhere(file => ['serialize', 'backup'].some(name => wordsOf(file).calls.has(name)))).toEqual([])
})

test('dialogs of the browser are not used: on Windows they take the keyboard away', () => {
  const calls = /(?<![.\w])(?:window\.)?(?:alert|confirm|prompt)\(/
  expect(filesWhere(file => file.startsWith('src-renderer/') && calls.test(readSource(file)))).toEqual([])
})

test('texts that people read stand in the catalogues, not in the window or the desktop', () => {
  // A single character is a mark (客, 年), not a text.
  const homes = /^src-renderer\/|^src-main\/(desktop|ipc|main|preload)/
  expect(filesWhere(file => homes.test(file) && hasText(/\p{Script=Han}{2}/u)(file))).toEqual([])
})

test('no test is switched off or left alone', () => {
  const marks = /\b(?:it|test|describe)\.(?:skip|only|todo)\b/
  const tests = listFiles(['test']).filter(file => !file.startsWith('test/architecture/'))
  expect(tests.filter(file => marks.test(readSource(file)))).toEqual([])
})
