import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ArchiveDesk, createArchiveDesk } from '#main/desktop/archive-desk.ts'
import { keepKnownArchives } from '#main/desktop/known-archives.ts'
import { openSettingsFile } from '#main/desktop/settings-file.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'

let dir: string
const desks: ArchiveDesk[] = []
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'desk-'))
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
  rmSync(dir, { recursive: true, force: true })
})

function makeDesk(requiredMark?: string, backUpAfterMs = 900_000) {
  const settings = openSettingsFile(path.join(dir, 'settings.json'), {
    language: 'zh-CN',
    theme: 'system',
    density: 'compact',
    isNavigationFolded: false,
  })
  const events: AppEvent[] = []
  const known = keepKnownArchives(settings)
  const desk = createArchiveDesk({
    known,
    sampleFolder: path.join(dir, 'sample.kehu'),
    sampleName: () => '样例店',
    requiredMark,
    backUpAfterMs,
    appVersion: '1.0.0',
    spawnFileReader: spawnFileReaderWithFork,
    publish: event => void events.push(event),
    log: () => undefined,
  })
  desks.push(desk)
  const kinds = () =>
    events.flatMap(({ name, data }) => (name === 'archive.changed' ? [(data as ArchiveState).kind] : []))
  return { desk, known, events, kinds }
}

const folder = (name: string) => path.join(dir, `${name}.kehu`)
const newShop = (name: string) => ({ folder: folder(name), shopName: name, currency: 'CNY' as const })
const backupsOf = (name: string) =>
  readdirSync(path.join(folder(name), 'backups')).filter(file => file.endsWith('.cbk'))
const draft = (name: string): CustomerDraft => ({
  kind: 'individual',
  cardType: 'active',
  name,
  gender: null,
  birthOn: null,
  idNumber: null,
  occupation: null,
  source: null,
  note: null,
  contactRefusedOn: null,
  contactPoints: [],
  tags: [],
  fields: {},
})
const addCustomer = (desk: ArchiveDesk, name: string) =>
  desk.engine().call('customers.create', { draft: draft(name) } as never)

test('a new archive is open, remembered and announced', async () => {
  const { desk, known, kinds } = makeDesk()
  const state = await desk.create(newShop('示例小店'))
  expect(state).toMatchObject({
    kind: 'open',
    name: '示例小店',
    currency: 'CNY',
    isSample: false,
    lastBackup: null,
  })
  expect(desk.state()).toEqual(state)
  expect(kinds()).toEqual(['opening', 'open'])
  expect(known.list().map(archive => archive.path)).toEqual([folder('示例小店')])
  expect(known.last()).toBe(folder('示例小店'))
  expect(await desk.engine().call('settings.get', {})).toMatchObject({
    shopName: '示例小店',
    currency: 'CNY',
  })
})

test('without an open archive its calls have nothing to answer from', () => {
  expect(() => makeDesk().desk.engine()).toThrow(new AppError('no-archive-open'))
})

test('an archive that is not there is a state with its code, and no new one is made in its place', async () => {
  const { desk, kinds } = makeDesk()
  expect(await desk.open(folder('gone'))).toMatchObject({
    kind: 'problem',
    name: 'gone',
    code: 'archive-missing',
  })
  expect(kinds()).toEqual(['opening', 'problem'])
  expect(existsSync(folder('gone'))).toBe(false)
  expect(() => desk.engine()).toThrow(new AppError('no-archive-open'))
})

test('a name that is taken makes nothing and leaves the open archive open', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('first'))
  await expect(desk.create(newShop('first'))).rejects.toThrow(new AppError('archive-exists'))
  expect(desk.state()).toMatchObject({ kind: 'open', name: 'first' })
})

test('an archive that another program holds is a state, and is free again when that one ends', async () => {
  const first = makeDesk().desk
  await first.create(newShop('shared'))
  const second = makeDesk().desk
  expect(await second.open(folder('shared'))).toMatchObject({ kind: 'problem', code: 'archive-in-use' })
  await first.end()
  expect(await second.open(folder('shared'))).toMatchObject({ kind: 'open' })
})

test('a closing backup is made after changes, and only then', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await addCustomer(desk, '样例客户一')
  await desk.close()
  expect(backupsOf('shop')).toHaveLength(1)
  await desk.open(folder('shop'))
  await desk.close()
  expect(backupsOf('shop')).toHaveLength(1)
  await desk.open(folder('shop'))
  await addCustomer(desk, '样例客户二')
  await desk.close()
  expect(backupsOf('shop')).toHaveLength(2)
})

test('closed by hand the next start opens nothing; ended with the program it opens the same archive', async () => {
  const { desk, known } = makeDesk()
  await desk.create(newShop('shop'))
  await desk.end()
  expect(known.last()).toBe(folder('shop'))
  await desk.open(folder('shop'))
  expect(await desk.close()).toEqual({ kind: 'none' })
  expect(known.last()).toBeNull()
  expect(known.list()).toMatchObject([{ path: folder('shop'), customers: 0 }])
})

test('opening another archive closes the first one in order', async () => {
  const { desk, known } = makeDesk()
  await desk.create(newShop('first'))
  await addCustomer(desk, '样例客户一')
  await desk.create(newShop('second'))
  expect(desk.state()).toMatchObject({ kind: 'open', name: 'second' })
  expect(backupsOf('first')).toHaveLength(1)
  expect(known.list().map(({ path: at, customers }) => [at, customers])).toEqual([
    [folder('second'), null],
    [folder('first'), 1],
  ])
})

test('ways asked for at the same time are taken one after another', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('first'))
  await desk.create(newShop('second'))
  const states = await Promise.all([desk.open(folder('first')), desk.close(), desk.open(folder('second'))])
  expect(states.map(state => state.kind)).toEqual(['open', 'none', 'open'])
  expect(desk.state()).toMatchObject({ kind: 'open', name: 'second' })
})

test('restoring puts the whole archive back, keeps what was there as a backup, and opens it', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await addCustomer(desk, '样例客户一')
  const backup = await desk.backUpNow()
  expect(backup).toMatchObject({ reason: 'manual', isGood: true, counts: { customers: 1 } })
  expect(desk.state()).toMatchObject({ lastBackup: { sequence: backup.sequence } })
  await addCustomer(desk, '样例客户二')
  const state = await desk.restore(folder('shop'), desk.backups.resolve(backup.backupToken))
  expect(state).toMatchObject({ kind: 'open', name: 'shop', lastBackup: { reason: 'restore' } })
  expect(await desk.engine().call('archives.counts', {})).toMatchObject({ customers: 1 })
})

test('after restoring, the window is told how many attached files were not found; after opening it again nothing is said', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  const { customerId } = (await addCustomer(desk, '样例客户一')) as { customerId: number }
  writeFileSync(path.join(dir, '合同.txt'), '样例')
  const { targetToken } = desk.engine().files.registerTarget(path.join(dir, '合同.txt'), false)
  await desk.engine().run('attachments.add', { customerId, fileTokens: [targetToken] })
  const backup = await desk.backUpNow()
  const [name = ''] = readdirSync(path.join(folder('shop'), 'attachments'))
  rmSync(path.join(folder('shop'), 'attachments', name))
  const state = await desk.restore(folder('shop'), desk.backups.resolve(backup.backupToken))
  expect(state).toMatchObject({ kind: 'open', missingAttachments: 1 })
  await desk.close()
  expect(await desk.open(folder('shop'))).not.toHaveProperty('missingAttachments')
})

test('a backup that is damaged changes nothing, and the archive that was open is open again', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await addCustomer(desk, '样例客户一')
  await expect(desk.restore(folder('shop'), path.join(dir, 'settings.json'))).rejects.toThrow(
    new AppError('backup-damaged'),
  )
  expect(desk.state()).toMatchObject({ kind: 'open', name: 'shop' })
  expect(await desk.engine().call('archives.counts', {})).toMatchObject({ customers: 1 })
})

test('on a fresh PC a backup becomes an archive again', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await addCustomer(desk, '样例客户一')
  const backup = desk.backups.resolve((await desk.backUpNow()).backupToken)
  await desk.close()
  expect(await desk.restore(folder('again'), backup)).toMatchObject({ kind: 'open', name: 'again' })
  expect(await desk.engine().call('archives.counts', {})).toMatchObject({ customers: 1 })
})

test('where a mark is required, new archives carry it and others are refused', async () => {
  const { desk } = makeDesk('TEST-MARK')
  await desk.create(newShop('marked'))
  expect(existsSync(path.join(folder('marked'), 'TEST-MARK'))).toBe(true)
  await desk.close()
  rmSync(path.join(folder('marked'), 'TEST-MARK'))
  expect(await desk.open(folder('marked'))).toMatchObject({ kind: 'problem', code: 'archive-foreign' })
})

test('the sample shop has its own name in every language', async () => {
  const { desk } = makeDesk()
  const state = await desk.create({
    folder: path.join(dir, 'sample.kehu'),
    shopName: '样例店',
    currency: 'CNY',
  })
  expect(state).toMatchObject({ kind: 'open', name: '样例店', isSample: true })
})

test('what changed is backed up by itself after a while, once for many changes, and until then it says so', async () => {
  const { desk } = makeDesk(undefined, 30)
  await desk.create(newShop('shop'))
  expect(desk.state()).toMatchObject({ lastBackup: null, isChangedSinceBackup: false })
  await addCustomer(desk, '样例甲')
  await addCustomer(desk, '样例乙')
  await expect
    .poll(() => desk.state(), { timeout: 10_000 })
    .toMatchObject({
      lastBackup: { reason: 'timed', counts: { customers: 2 } },
      isChangedSinceBackup: false,
    })
  expect(backupsOf('shop')).toHaveLength(1)
})

test('a change is known as not backed up until a backup holds it', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await desk.backUpNow()
  await addCustomer(desk, '样例甲')
  await expect.poll(() => desk.state()).toMatchObject({ isChangedSinceBackup: true })
  await desk.backUpNow()
  expect(desk.state()).toMatchObject({ isChangedSinceBackup: false })
})

test('backups that are asked for together are made one after another', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  const made = await Promise.all([desk.backUpNow(), desk.engine().backUp('import'), desk.backUpNow()])
  expect(made.map(one => one.sequence)).toEqual([1, 2, 3])
})

test('an archive in a folder of a cloud program opens, and says where it lies', async () => {
  const { desk } = makeDesk()
  const place = path.join(dir, '我的坚果云', 'shop.kehu')
  expect(await desk.create({ folder: place, shopName: 'shop', currency: 'CNY' })).toMatchObject({
    kind: 'open',
    warnings: ['cloud-folder'],
  })
})

test('an archive that was not closed in order says that it is being checked before it is open', async () => {
  const { desk } = makeDesk()
  await desk.create(newShop('shop'))
  await desk.close()
  // What is left when a program was killed and the next one took its lock over, and was killed as well.
  writeFileSync(path.join(folder('shop'), 'kehu.lock.left'), '')
  const { desk: other, events } = makeDesk()
  expect(await other.open(folder('shop'))).toMatchObject({ kind: 'open' })
  const steps = events.flatMap(({ name, data }) =>
    name === 'archive.changed' && (data as ArchiveState).kind === 'opening'
      ? [(data as Extract<ArchiveState, { kind: 'opening' }>).step]
      : [],
  )
  expect(steps).toEqual(['opening', 'checking'])
})
