import { expect, test } from 'vitest'
import { nextZoom, windowKeyOf } from '#main/desktop/window-keys.ts'

const press = (key: string, held: Partial<Record<'control' | 'meta' | 'shift' | 'alt', boolean>> = {}) => ({
  type: 'keyDown' as const,
  key,
  control: false,
  meta: false,
  shift: false,
  alt: false,
  ...held,
})

test('Ctrl with plus, minus and zero zooms, with the signs of any keyboard', () => {
  expect(windowKeyOf(press('=', { control: true }), false)).toBe('zoom-in')
  expect(windowKeyOf(press('+', { control: true, shift: true }), false)).toBe('zoom-in')
  expect(windowKeyOf(press('-', { meta: true }), false)).toBe('zoom-out')
  expect(windowKeyOf(press('0', { control: true }), false)).toBe('zoom-reset')
})

test('Ctrl+Shift+N opens a second window, Ctrl+N stays with the page', () => {
  expect(windowKeyOf(press('N', { control: true, shift: true }), false)).toBe('new-window')
  expect(windowKeyOf(press('n', { control: true }), false)).toBeUndefined()
})

test('developer keys do nothing outside development', () => {
  expect(windowKeyOf(press('F12'), true)).toBe('developer-tools')
  expect(windowKeyOf(press('F5'), true)).toBe('reload')
  for (const key of ['F12', 'F5']) expect(windowKeyOf(press(key), false)).toBeUndefined()
  expect(windowKeyOf(press('i', { control: true, shift: true }), false)).toBeUndefined()
  expect(windowKeyOf(press('r', { control: true }), false)).toBeUndefined()
})

test('plain typing, AltGr and key releases belong to the page', () => {
  expect(windowKeyOf(press('-'), false)).toBeUndefined()
  expect(windowKeyOf(press('=', { control: true, alt: true }), false)).toBeUndefined()
  expect(windowKeyOf({ ...press('=', { control: true }), type: 'keyUp' }, false)).toBeUndefined()
})

test('zoom goes in steps from 100 to 150 % and no further', () => {
  expect(nextZoom(1.1, 'zoom-in')).toBe(1.25)
  expect(nextZoom(1.5, 'zoom-in')).toBe(1.5)
  expect(nextZoom(1.25, 'zoom-out')).toBe(1.1)
  expect(nextZoom(1, 'zoom-out')).toBe(1)
  expect(nextZoom(1.5, 'zoom-reset')).toBe(1)
})
