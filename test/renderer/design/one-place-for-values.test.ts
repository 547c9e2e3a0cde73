import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { cssVariables } from '#renderer/design/css-variables.ts'

const root = path.resolve(import.meta.dirname, '../../../src-renderer')
const sources = (fs.readdirSync(root, { recursive: true }) as string[])
  .filter(name => /\.(css|tsx?)$/.test(name) && !name.startsWith(`design${path.sep}`))
  .map(name => ({ name, text: fs.readFileSync(path.join(root, name), 'utf8') }))

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(20)
})

test('no file but the tokens names a colour', () => {
  for (const { name, text } of sources)
    expect(text.match(/['"\s:(]#[0-9a-f]{3,8}\b/gi) ?? [], name).toEqual([])
})

test('no file but the tokens names a font size in px', () => {
  for (const { name, text } of sources)
    expect(text.match(/font(-s|S)ize['"]?:\s*['"]?[\d.]+(px)?/g) ?? [], name).toEqual([])
})

test('every CSS variable that is used is made from the tokens', () => {
  const known = new Set(Object.keys(cssVariables('light')))
  for (const { name, text } of sources)
    for (const [, variable] of text.matchAll(/var\((--[\w-]+)\)/g))
      expect(known, `${name}: ${variable}`).toContain(variable)
})

test('both modes have the same variables', () => {
  expect(Object.keys(cssVariables('dark'))).toEqual(Object.keys(cssVariables('light')))
})
