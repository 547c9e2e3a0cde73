import path from 'node:path'
import { expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  fileOfAddress,
  isAllowedRequest,
  isOwnAddress,
  pictureOfAddress,
} from '#main/desktop/content-security.ts'

const folder = path.resolve('/p/renderer')

test('files inside the folder of the page are found with their type', () => {
  expect(fileOfAddress('app://main/assets/a.js', folder)).toEqual({
    file: path.join(folder, 'assets/a.js'),
    type: 'text/javascript; charset=utf-8',
  })
  expect(fileOfAddress('app://main/index.html?x=1#/customers', folder)?.file).toBe(
    path.join(folder, 'index.html'),
  )
})

test('no spelling of a path leaves the folder', () => {
  const up = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '．．', '...', '..;']
  const slash = ['/', '%2f', '%2F', '\\', '%5c', '%5C', '%255c', '%252f', '//', '/./']
  const targets = ['secret.js', 'main/main.js', 'etc/passwd.html']
  let spellings = 0
  for (const dots of up)
    for (const sep of slash)
      for (const target of targets)
        for (const times of [1, 2, 6]) {
          const found = fileOfAddress(`app://main/${`${dots}${sep}`.repeat(times)}${target}`, folder)
          spellings += 1
          if (found) expect(path.relative(folder, found.file)).not.toMatch(/^\.\.|^[/\\]/)
        }
  expect(spellings).toBe(900)
  for (const name of [
    '..%2fsecret.js',
    '%2e%2e%2fsecret.js',
    '..%5csecret.js',
    'C:%5csecret.js',
    '%00.js',
    '%',
  ])
    expect(fileOfAddress(`app://main/${name}`, folder)).toBeUndefined()
})

test('only the kinds of files that the page needs are served', () => {
  for (const name of ['', 'package.json', 'a.js.map', 'a.exe', 'a.node', 'a', '.js/..', 'a.HTML'])
    expect(fileOfAddress(`app://main/${name}`, folder)).toBeUndefined()
})

test('only app://main is our own, whatever is put around it', () => {
  expect(isOwnAddress('app://main/index.html#/')).toBe(true)
  const foreign = [
    'app://main.evil/index.html',
    'app://evil/index.html',
    'app://main:80/index.html',
    'app://user@main/index.html',
    'app:main/index.html',
    'http://main/index.html',
    'file:///app://main/index.html',
    'data:text/html,app://main/',
    '',
  ]
  for (const address of foreign) {
    expect(isOwnAddress(address)).toBe(false)
    expect(fileOfAddress(address, folder)).toBeUndefined()
  }
})

test('the session lets only our own pages, data and blobs through', () => {
  for (const address of ['app://main/a.js', 'data:image/png;base64,AA', 'blob:app://main/1-2'])
    expect(isAllowedRequest(address)).toBe(true)
  const schemes = ['http', 'https', 'ws', 'wss', 'ftp']
  for (const address of [
    ...schemes.map(scheme => `${scheme}://127.0.0.1:5173/`),
    'file:///etc/passwd',
    'blob:http://main/1',
    'blob:app://evil/1',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'about:blank',
  ])
    expect(isAllowedRequest(address)).toBe(false)
})

test('in development the one server with its socket is let through, and no other port', () => {
  const server = 'http://127.0.0.1:5173/'
  expect(isAllowedRequest('http://127.0.0.1:5173/main.tsx', server)).toBe(true)
  expect(isAllowedRequest('ws://127.0.0.1:5173/?token=x', server)).toBe(true)
  expect(isAllowedRequest('http://127.0.0.1:5174/main.tsx', server)).toBe(false)
  expect(isAllowedRequest('http://localhost:5173/main.tsx', server)).toBe(false)
})

test('the policy starts from nothing and allows no inline script, no eval and no foreign source', () => {
  const directives = Object.fromEntries(
    contentSecurityPolicy.split('; ').map(line => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]),
  )
  expect(directives['default-src']).toBe("'none'")
  expect(directives['script-src']).toBe("'self'")
  expect(directives['connect-src']).toBe("'self'")
  expect(directives['require-trusted-types-for']).toBe("'script'")
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/)
})

test('a picture is named by 64 hex digits on our own address, and by nothing else', () => {
  const name = 'ab'.repeat(32)
  expect(pictureOfAddress(`app://main/stored/${name}`)).toEqual({ contentName: name, isThumbnail: false })
  expect(pictureOfAddress(`app://main/stored/${name}/thumbnail`)).toEqual({
    ...{ contentName: name, isThumbnail: true },
  })
  for (const address of [
    ...[
      '',
      '..',
      'ab',
      `${name}a`,
      name.toUpperCase(),
      `../${name}`,
      `..%2f${name}`,
      `${name}/`,
      `${name}/x`,
    ],
    ...[`${name}%00`, `./${name}/../../archive.db`, `${name}/thumbnail/..`],
  ].map(rest => `app://main/stored/${rest}`))
    expect(pictureOfAddress(address), address).toBeUndefined()
  for (const address of [
    `app://evil/stored/${name}`,
    `https://main/stored/${name}`,
    `app://x@main/stored/${name}`,
    'x',
  ])
    expect(pictureOfAddress(address), address).toBeUndefined()
})
