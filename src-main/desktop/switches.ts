/** The part of Electron's `app.commandLine` that is used here. */
type CommandLine = {
  appendSwitch(name: string, value?: string): void
  hasSwitch(name: string): boolean
}

const offlineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['no-pings'],
  ['no-proxy-server'],
]

/** Forbids Chromium's own traffic: name look-ups, updates, pings, WebRTC. To be called before `ready`. */
export function appendOfflineSwitches(commandLine: CommandLine, hasDevelopmentServer: boolean): void {
  for (const [name, value] of offlineSwitches) commandLine.appendSwitch(name, value)
  const exception = hasDevelopmentServer ? ', EXCLUDE 127.0.0.1' : ''
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`)
}

const drivingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'no-sandbox',
]

/**
 * Finds the switches by which another program could drive this one or open its locks.
 *
 * Shape: the names as given, each once.
 * Example: findDrivingSwitches(line, ['app', '--inspect-brk=0']) -> ['inspect-brk']
 */
export function findDrivingSwitches(
  commandLine: Pick<CommandLine, 'hasSwitch'>,
  argv: readonly string[],
): string[] {
  const found = new Set(drivingSwitches.filter(name => commandLine.hasSwitch(name)))
  for (const argument of argv) {
    const name = /^(?:--?|\/)(inspect[a-z-]*)(?:=|$)/i.exec(argument)?.[1]
    if (name) found.add(name.toLowerCase())
  }
  return [...found]
}
