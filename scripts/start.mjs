// Runs the built program as a user gets it: app:// pages, every lock on, no port open.
import { runElectron } from './run-electron.mjs'

const { child, stop } = runElectron(process.argv.slice(2))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
child.on('exit', code => process.exit(code ?? 1))
