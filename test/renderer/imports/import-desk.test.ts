import { beforeEach, describe, expect, test, vi } from 'vitest'
import { currentFile, type DeskFile } from '#renderer/imports/desk-file.ts'
import { ImportDesk } from '#renderer/imports/import-desk.ts'
import { jobs as jobsOfWindow } from '#renderer/ipc/jobs.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, startFakeMain } from '#test/renderer/render-window.tsx'
import { exampleFile, exampleOutcome, examplePreview } from './example-preview.ts'
import { FakeJobs } from './fake-jobs.ts'

// Each test counts its jobs from one again, as another archive does.
beforeEach(() => jobsOfWindow.clear())

const second = { fileToken: 'f2', name: '订单.csv', sizeBytes: 10 }

/** Lets everything that is under way come to rest. */
const settle = () => new Promise(resolve => setTimeout(resolve, 0))

function startDesk(answers: Answers = {}) {
  const { bridge } = startFakeMain()
  const jobs = new FakeJobs(bridge)
  bridge.use({
    'imports.stage': jobs.start,
    'imports.commit': jobs.start,
    'imports.analyse': jobs.start,
    'imports.preview': ({ stagingId }) => ({ ...examplePreview, stagingId }),
    'imports.discard': () => null,
    'jobs.cancel': ({ jobId }) => {
      jobs.fail(jobId, 'cancelled')
      return true
    },
    ...answers,
  })
  const desk = new ImportDesk()
  const file = (): DeskFile => currentFile(desk.getState()) ?? expect.fail('no file is shown')
  const stages = () => desk.getState().files.map(({ stage }) => stage.kind)
  return { bridge, jobs, desk, file, stages }
}

/** A desk with one file that was read and checked. */
async function startStaged(answers: Answers = {}) {
  const started = startDesk(answers)
  started.desk.addFiles([exampleFile])
  await settle()
  started.jobs.end(1, { stagingId: 'a1' })
  await settle()
  return started
}

describe('reading', () => {
  test('files of one drop are read one after another, and the first is shown', async () => {
    const { desk, jobs, stages, bridge, file } = startDesk()
    desk.addFiles([exampleFile, second])
    await settle()
    expect(stages()).toEqual(['reading', 'waiting'])
    jobs.end(1, { stagingId: 'a1' })
    await settle()
    expect(stages()).toEqual(['staged', 'reading'])
    expect(file().name).toBe(exampleFile.name)
    expect(bridge.requestsOf('imports.stage').map(request => request.fileToken)).toEqual(['f1', 'f2'])
  })

  test('of a file that takes its time the first rows are shown, and columns that are set right meanwhile count', async () => {
    const head = { ...examplePreview, isHeadOnly: true, stagingId: '' }
    const { desk, jobs, bridge, file } = startDesk({ 'imports.previewHead': () => head })
    desk.addFiles([exampleFile])
    await vi.waitFor(() =>
      expect(file().stage).toMatchObject({ kind: 'reading', head: { isHeadOnly: true } }),
    )
    desk.setOptions(1, { mapping: { '1': 'phone' } })
    await settle()
    expect(bridge.requestsOf('imports.previewHead').map(({ options }) => options)).toEqual([
      {},
      { mapping: { '1': 'phone' } },
    ])
    jobs.end(1, { stagingId: 'a1' })
    await settle()
    expect(bridge.requestsOf('imports.preview')).toEqual([
      { stagingId: 'a1', options: { mapping: { '1': 'phone' } } },
    ])
    expect(file().stage).toMatchObject({ kind: 'staged', preview: { isHeadOnly: false } })
  })

  test('a file that cannot be read keeps its error, and the others go on', async () => {
    const { desk, jobs, stages } = startDesk()
    desk.addFiles([exampleFile, second])
    await settle()
    jobs.fail(1, 'file-truncated', { row: 8201 })
    await settle()
    jobs.end(2, { stagingId: 'b2' })
    await settle()
    expect(stages()).toEqual(['unreadable', 'staged'])
    const [failed] = desk.getState().files
    expect(failed?.stage).toMatchObject({
      error: { code: 'file-truncated', data: { details: { row: 8201 } } },
    })
  })

  test('cancelling leaves nothing behind', async () => {
    const { desk, bridge } = startDesk()
    desk.addFiles([exampleFile])
    await settle()
    desk.cancel(1)
    await settle()
    expect(bridge.requestsOf('jobs.cancel')).toEqual([{ jobId: 1 }])
    expect(desk.getState()).toEqual({ files: [], currentId: null, skipped: [] })
  })

  test('a cancel before the job has a number stops it as soon as it has one', async () => {
    const { desk, bridge } = startDesk()
    desk.addFiles([exampleFile])
    desk.cancel(1)
    await settle()
    expect(bridge.requestsOf('jobs.cancel')).toEqual([{ jobId: 1 }])
    expect(desk.getState().files).toEqual([])
  })

  test('another encoding reads the file again, keeps the shop, and drops what was read before', async () => {
    const { desk, bridge, jobs, file } = await startStaged()
    desk.setOptions(1, { shop: '青禾样例店', mapping: { '1': 'phone' }, headerRow: 4 })
    await settle()
    desk.readAgain(1, { encoding: 'big5' })
    await settle()
    expect(bridge.requestsOf('imports.stage').at(-1)).toEqual({ fileToken: 'f1', encoding: 'big5' })
    jobs.end(2, { stagingId: 'a2' })
    await settle()
    expect(bridge.requestsOf('imports.discard')).toEqual([{ stagingId: 'a1' }])
    expect(bridge.requestsOf('imports.preview').at(-1)).toEqual({
      stagingId: 'a2',
      options: { shop: '青禾样例店' },
    })
    expect(file().stage).toMatchObject({ kind: 'staged', preview: { stagingId: 'a2' }, isOutdated: false })
  })

  test('when it cannot be read in another encoding, what was read before is still there', async () => {
    const { desk, jobs, file, bridge } = await startStaged()
    desk.readAgain(1, { encoding: 'big5' })
    await settle()
    jobs.fail(2, 'file-reader-failed')
    await settle()
    expect(file()).toMatchObject({ readAs: {}, stage: { kind: 'staged', stagingId: 'a1' } })
    expect(file().stage).toMatchObject({ error: { code: 'file-reader-failed' } })
    expect(bridge.requestsOf('imports.discard')).toEqual([])
  })
})

describe('checking', () => {
  test('while one check is under way further choices wait, and only the last is asked for', async () => {
    const answers: ((preview: ImportPreview) => void)[] = []
    const { desk, bridge, file } = await startStaged({
      'imports.preview': () => new Promise(resolve => answers.push(resolve)),
    })
    desk.setOptions(1, { kind: 'orders' })
    desk.setOptions(1, { kind: 'customers' })
    answers[0]?.(examplePreview)
    await settle()
    expect(bridge.requestsOf('imports.preview').map(request => request.options)).toEqual([
      {},
      { kind: 'customers' },
    ])
    expect(file().stage).toMatchObject({ preview: null, isChecking: true })
    answers[1]?.(examplePreview)
    await settle()
    expect(file().stage).toMatchObject({ preview: examplePreview, isChecking: false, isOutdated: false })
  })

  test('choices that cannot be followed keep the last preview, marked as out of date', async () => {
    const { desk, bridge, file } = await startStaged()
    bridge.use({
      'imports.preview': () => {
        throw new AppError('import-no-header')
      },
    })
    desk.setOptions(1, { headerRow: 900 })
    await settle()
    expect(file().stage).toMatchObject({
      preview: examplePreview,
      isOutdated: true,
      error: { code: 'import-no-header' },
    })
  })

  test('a file that is shown again is checked again only if customers or orders changed', async () => {
    const { desk, bridge } = await startStaged()
    desk.refresh()
    bridge.announce('data.changed', { topics: ['settings'] })
    desk.refresh()
    expect(bridge.requestsOf('imports.preview')).toHaveLength(1)
    bridge.announce('data.changed', { topics: ['customers'] })
    desk.refresh()
    expect(bridge.requestsOf('imports.preview')).toHaveLength(2)
  })

  test('a file whose preview main no longer remembers is checked again', async () => {
    const { desk, bridge, jobs } = await startStaged()
    desk.addFiles([second])
    await settle()
    jobs.end(2, { stagingId: 'b2' })
    await settle()
    desk.show(2)
    await settle()
    for (const platform of ['jd', 'pdd', 'taobao', 'douyin']) {
      desk.setOptions(2, { platform })
      await settle()
    }
    const before = bridge.requestsOf('imports.preview').length
    desk.show(1)
    await settle()
    expect(bridge.requestsOf('imports.preview').slice(before)).toEqual([{ stagingId: 'a1', options: {} }])
  })
})

describe('writing', () => {
  test('what is written is what was shown: same choices, same revision', async () => {
    const { desk, bridge, jobs, file } = await startStaged()
    desk.setOptions(1, { shop: '' })
    await settle()
    void desk.commit(1)
    await settle()
    expect(bridge.requestsOf('imports.commit')).toEqual([
      { stagingId: 'a1', options: { shop: '' }, previewRevision: 'r1' },
    ])
    jobs.end(2, exampleOutcome)
    await settle()
    expect(file().stage).toMatchObject({ kind: 'imported', outcome: exampleOutcome })
  })

  test('what was written is then analysed; when that fails the import is done all the same', async () => {
    const { desk, bridge, jobs, file } = await startStaged()
    void desk.commit(1)
    await settle()
    jobs.end(2, exampleOutcome)
    await settle()
    expect(file().stage).toMatchObject({ kind: 'imported', analysis: 'counting' })
    expect(bridge.requestsOf('imports.analyse')).toEqual([{ importBatchId: 8 }])
    jobs.end(3, { customersClassed: 40, pairsSuggested: 2 })
    await settle()
    expect(file().stage).toMatchObject({ analysis: { customersClassed: 40, pairsSuggested: 2 } })
    const other = await startStaged({ 'imports.analyse': () => Promise.reject(new AppError('internal')) })
    void other.desk.commit(1)
    await settle()
    other.jobs.end(2, exampleOutcome)
    await settle()
    expect(other.file().stage).toMatchObject({ kind: 'imported', analysis: null })
  })

  test('cancelling goes back to the preview and says that nothing was written', async () => {
    const { desk, file } = await startStaged()
    void desk.commit(1)
    await settle()
    desk.cancel(1)
    await settle()
    expect(file().stage).toMatchObject({
      kind: 'staged',
      notice: 'cancelled',
      error: null,
      isOutdated: false,
    })
  })

  test('an archive that changed meanwhile is compared anew, and other figures are shown before anything is written', async () => {
    const { desk, bridge, jobs, file } = await startStaged()
    const counts = { ...examplePreview.counts, created: 1981, unchanged: 712 }
    bridge.use({ 'imports.preview': () => ({ ...examplePreview, counts, revision: 'r2' }) })
    void desk.commit(1)
    await settle()
    jobs.fail(2, 'conflict')
    await settle()
    expect(bridge.requestsOf('imports.commit')).toHaveLength(1)
    expect(file().stage).toMatchObject({
      kind: 'staged',
      notice: 'moved',
      preview: { counts, revision: 'r2' },
    })
  })

  test('an archive that changed without another figure is written at once, with the new revision', async () => {
    const { desk, bridge, jobs, stages } = await startStaged()
    bridge.use({ 'imports.preview': () => ({ ...examplePreview, revision: 'r2' }) })
    void desk.commit(1)
    await settle()
    jobs.fail(2, 'conflict')
    await settle()
    expect(bridge.requestsOf('imports.commit').map(request => request.previewRevision)).toEqual(['r1', 'r2'])
    jobs.end(3, exampleOutcome)
    await settle()
    expect(stages()).toEqual(['imported'])
  })

  test('any other failure is shown above the preview, from which one can try again', async () => {
    const { desk, jobs, file } = await startStaged()
    void desk.commit(1)
    await settle()
    jobs.fail(2, 'disk-full')
    await settle()
    expect(file().stage).toMatchObject({ kind: 'staged', error: { code: 'disk-full' }, isOutdated: false })
  })
})

describe('the files on the desk', () => {
  test('a file that is left out is dropped, and the next one is shown', async () => {
    const { desk, bridge, jobs, file } = startDesk()
    desk.addFiles([exampleFile, second])
    await settle()
    jobs.end(1, { stagingId: 'a1' })
    await settle()
    jobs.end(2, { stagingId: 'b2' })
    await settle()
    desk.remove(1)
    await settle()
    expect(bridge.requestsOf('imports.discard')).toEqual([{ stagingId: 'a1' }])
    expect(file().name).toBe(second.name)
    expect(bridge.requestsOf('imports.preview').at(-1)).toMatchObject({ stagingId: 'b2' })
  })

  test('another sheet of an imported file comes right after it, with the same shop', async () => {
    const { desk, bridge, jobs, file } = await startStaged()
    desk.setOptions(1, { platform: 'taobao', shop: '青禾样例店', mapping: { '1': null } })
    await settle()
    void desk.commit(1)
    await settle()
    jobs.end(2, exampleOutcome)
    await settle()
    desk.addSheet(1, '订单')
    await settle()
    expect(bridge.requestsOf('imports.stage').at(-1)).toEqual({ fileToken: 'f1' })
    expect(file()).toMatchObject({
      options: { sheetName: '订单', platform: 'taobao', shop: '青禾样例店' },
      stage: { kind: 'reading' },
    })
    expect(file().options).not.toHaveProperty('mapping')
  })

  test('a new drop takes the place of files that were dealt with', async () => {
    const { desk, jobs, stages, file } = startDesk()
    desk.addFiles([exampleFile])
    await settle()
    jobs.fail(1, 'file-encrypted')
    await settle()
    desk.addFiles([second])
    expect(stages()).toEqual(['reading'])
    expect(file().name).toBe(second.name)
  })

  test('another archive finds an empty desk', async () => {
    const { desk, bridge } = await startStaged()
    bridge.announce('archive.changed', openArchive)
    bridge.announce('archive.changed', { ...openArchive, name: 'renamed' })
    expect(desk.getState().files).toHaveLength(1)
    bridge.announce('archive.changed', { kind: 'none' })
    expect(desk.getState().files).toEqual([])
  })

  test('whoever shows the desk is told of each change', async () => {
    const { desk } = startDesk()
    const listener = vi.fn()
    const stop = desk.subscribe(listener)
    desk.addFiles([exampleFile])
    expect(listener).toHaveBeenCalled()
    stop()
    listener.mockClear()
    desk.cancel(1)
    expect(listener).not.toHaveBeenCalled()
  })
})

describe('several files', () => {
  const asked: ImportPreview = { ...examplePreview, questions: ['choose-shop'] }

  test('what a folder holds that is not read is named, and is no file of the desk', () => {
    const { desk } = startDesk()
    desk.addFiles([exampleFile, { fileToken: '', name: '照片.jpg', sizeBytes: 1, skipped: 'unknown-kind' }])
    const { files, skipped } = desk.getState()
    expect(files.map(({ name }) => name)).toEqual([exampleFile.name])
    expect(skipped).toMatchObject([{ name: '照片.jpg', skipped: 'unknown-kind' }])
  })

  test('all that leave no question open are written at once; the others wait for their answers', async () => {
    const { desk, jobs, stages, bridge } = startDesk({
      'imports.preview': ({ stagingId }) => ({ ...(stagingId === 'a1' ? asked : examplePreview), stagingId }),
    })
    desk.addFiles([exampleFile, second])
    await settle()
    jobs.end(1, { stagingId: 'a1' })
    await settle()
    jobs.end(2, { stagingId: 'b2' })
    await settle()
    void desk.commitAll()
    await settle()
    expect(stages()).toEqual(['staged', 'committing'])
    jobs.end(3, exampleOutcome)
    await settle()
    expect(stages()).toEqual(['staged', 'imported'])
    expect(bridge.requestsOf('imports.commit').map(request => request.stagingId)).toEqual(['b2'])
  })

  test('sheets with the same headings are added behind their file, with its choices', async () => {
    const { desk } = await startStaged()
    desk.setOptions(1, { shop: '样例店', mapping: { '1': 'phone' } })
    desk.addSheets(1, ['二月', '三月'])
    expect(desk.getState().files.map(({ options }) => options)).toEqual([
      { shop: '样例店', mapping: { '1': 'phone' } },
      { shop: '样例店', mapping: { '1': 'phone' }, sheetName: '二月' },
      { shop: '样例店', mapping: { '1': 'phone' }, sheetName: '三月' },
    ])
    expect(desk.getState().currentId).toBe(1)
  })
})
