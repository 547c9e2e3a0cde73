import { expect, test } from 'vitest'
import { appendOfflineSwitches, findDrivingSwitches } from '#main/desktop/switches.ts'

function commandLine(...names: string[]) {
  const appended = new Map<string, string | undefined>()
  return {
    appended,
    appendSwitch: (name: string, value?: string) => void appended.set(name, value),
    hasSwitch: (name: string) => names.includes(name),
  }
}

test('no name resolves, except the development server by its number', () => {
  const line = commandLine()
  appendOfflineSwitches(line, false)
  expect(line.appended.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  appendOfflineSwitches(line, true)
  expect(line.appended.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
})

test('an ordinary start has no switch that drives it', () => {
  expect(
    findDrivingSwitches(commandLine('data-dir'), ['kehu', '--data-dir=x', 'inspect', 'a--inspect']),
  ).toEqual([])
})

test('debugging ports and opened locks are found in every spelling', () => {
  expect(findDrivingSwitches(commandLine('remote-debugging-port', 'no-sandbox'), [])).toEqual([
    'remote-debugging-port',
    'no-sandbox',
  ])
  for (const argument of ['--inspect', '--inspect-brk=0', '-inspect', '/inspect-port=1', '--INSPECT=9229'])
    expect(findDrivingSwitches(commandLine(), ['kehu', argument])).toHaveLength(1)
})
