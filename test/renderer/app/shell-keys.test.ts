import { expect, test } from 'vitest'
import { moveToRegion } from '#renderer/app/regions.ts'
import { type ShellActions, shellAction } from '#renderer/app/use-shell-keys.ts'

function press(key: string, keys: Partial<KeyboardEvent> = {}, isInText = false): string[] {
  const done: string[] = []
  const note = (name: string) => (detail?: unknown) =>
    void done.push(detail === undefined ? name : `${name} ${detail}`)
  const actions: ShellActions = {
    focusSearch: note('search'),
    goToEntry: note('go'),
    foldNavigation: note('fold'),
    undo: note('undo'),
    redo: note('redo'),
    moveToRegion: note('region'),
  }
  const pressed = { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys }
  shellAction(pressed, actions, isInText)?.()
  return done
}

const ctrl = { ctrlKey: true }

test.each([
  ['k', ctrl, 'search'],
  ['F3', {}, 'search'],
  ['1', ctrl, 'go 0'],
  ['9', ctrl, 'go 8'],
  ['b', ctrl, 'fold'],
  ['z', ctrl, 'undo'],
  ['Z', { ...ctrl, shiftKey: true }, 'redo'],
  ['y', ctrl, 'redo'],
  ['F6', {}, 'region 1'],
  ['F6', { shiftKey: true }, 'region -1'],
] as const)('%s %j does: %s', (key, keys, expected) => {
  expect(press(key, keys)).toEqual([expected])
})

test('letters alone, Alt and the keys of zoom are not the shell\u2019s', () => {
  expect(press('k')).toEqual([])
  expect(press('1')).toEqual([])
  expect(press('z', { ...ctrl, altKey: true })).toEqual([])
  expect(press('0', ctrl)).toEqual([])
})

test('text that is being typed keeps its own undo', () => {
  expect(press('z', ctrl, true)).toEqual([])
  expect(press('y', ctrl, true)).toEqual([])
  expect(press('k', ctrl, true)).toEqual(['search'])
})

test('F6 goes round the parts of the window and comes back to where one was', () => {
  document.body.innerHTML = `
    <nav data-region="a"><a href="#1">1</a><a href="#2" aria-current="page" id="current">2</a></nav>
    <main data-region="b" tabindex="-1"><button id="first">1</button><button id="second">2</button></main>
    <footer data-region="c" tabindex="-1" id="empty">text</footer>`
  const focused = () => document.activeElement?.id
  moveToRegion(1)
  expect(focused(), 'the navigation begins at the current entry').toBe('current')
  moveToRegion(1)
  expect(focused()).toBe('first')
  document.getElementById('second')?.focus()
  moveToRegion(1)
  expect(focused(), 'a part without controls takes the focus itself').toBe('empty')
  moveToRegion(1)
  expect(focused()).toBe('current')
  moveToRegion(1)
  expect(focused(), 'where it was left').toBe('second')
  moveToRegion(-1)
  moveToRegion(-1)
  expect(focused()).toBe('empty')
  document.body.innerHTML = ''
})
