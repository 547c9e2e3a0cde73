import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { DuplicatesPanel } from '#renderer/identities/duplicates-panel.tsx'
import { ImportDuplicates } from '#renderer/identities/import-duplicates.tsx'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { FakeJobs } from '#test/renderer/imports/fake-jobs.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleCompared, examplePage, examplePairs } from './example-pairs.ts'

const answers: Answers = {
  'identities.listPairs': () => examplePage(),
  'identities.compare': ({ customerIds }) => ({ files: customerIds.map(exampleCompared), proposed: {} }),
  'identities.merge': () => ({ changeSetId: 7 }),
  'identities.decide': () => ({ changeSetId: 8 }),
}

const show = async (isReadOnly = false, more: Answers = {}) =>
  renderInWindow(
    <DuplicatesPanel
      importBatchId={null}
      isReadOnly={isReadOnly}
      onAll={vi.fn()}
      hrefOf={id => `#/customers/${id}`}
    />,
    { ...answers, ...more },
  )
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const isChecked = (name: string) => (screen.getByRole('radio', { name }) as HTMLInputElement).checked

test('the arrows go through the fields that differ, digits choose, Enter merges and offers the way back', async () => {
  const { bridge } = await show()
  await screen.findByRole('radio', { name: '林样一' })
  expect(isChecked('教师')).toBe(true)
  expect(isChecked('两条都留')).toBe(true)
  key('2')
  await waitFor(() => expect(isChecked('林样壹')).toBe(true))
  key('ArrowDown')
  await waitFor(() =>
    expect(screen.getByText('职业').closest('tr')?.getAttribute('aria-current')).toBe('true'),
  )
  key('1')
  await waitFor(() => expect(isChecked('空')).toBe(true))
  key('Enter')
  await screen.findByText('已合并为 林样壹')
  screen.getByText('撤销')
  const [merge] = bridge.requestsOf('identities.merge')
  expect(merge).toMatchObject({ survivorId: 1, otherIds: [2], importBatchId: null })
  expect(merge?.sources).toMatchObject({ name: 2, occupation: 1, note: 'both' })
})

test('keeping the other file changes who stays and leaves the columns where they are', async () => {
  const { bridge } = await show()
  const [, keepRight] = await screen.findAllByRole('radio', { name: '留这份' })
  fireEvent.click(keepRight as HTMLElement)
  expect(screen.getAllByRole('link').map(link => link.textContent)).toEqual(['X-000001', 'X-000002'])
  key('Enter')
  await waitFor(() => expect(bridge.requestsOf('identities.merge')).toHaveLength(1))
  expect(bridge.requestsOf('identities.merge')[0]).toMatchObject({ survivorId: 2, otherIds: [1] })
})

test('N goes to the next pair, and from the last to the first', async () => {
  await show()
  await screen.findByRole('radio', { name: '林样一' })
  key('n')
  await screen.findByRole('radio', { name: '王父样' })
  key('n')
  await screen.findByRole('radio', { name: '林样一' })
})

test('Enter on another button is that button, and who only reads decides nothing', async () => {
  const { bridge, view } = await show()
  const different = await screen.findByRole('button', { name: '不是同一人' })
  fireEvent.keyDown(different, { key: 'Enter' })
  fireEvent.click(different)
  await screen.findByText('记住了：不是同一人')
  expect(bridge.requestsOf('identities.merge')).toEqual([])
  expect(bridge.requestsOf('identities.decide')).toEqual([{ customerIds: [1, 2], decision: 'different' }])
  view.unmount()
  const readOnly = await show(true)
  await screen.findByRole('radio', { name: '林样一' })
  key('Enter')
  expect(screen.queryByRole('button', { name: '不是同一人' })).toBeNull()
  expect(readOnly.bridge.requestsOf('identities.merge')).toEqual([])
})

test('the first look searches, and shows what was found when the search ends', async () => {
  let hasEnded = false
  const { bridge } = await show(false, {
    'identities.find': () => ({ jobId: 41 }),
    'identities.listPairs': () => (hasEnded ? examplePage() : null),
  })
  await screen.findByText(/正在查找/)
  hasEnded = true
  await act(async () => new FakeJobs(bridge).end(41, { total: 2, elapsedMs: 1 }))
  await screen.findByRole('radio', { name: '林样一' })
})

test('after an import one line says how many pairs it brought and leads to them; without any nothing is said', async () => {
  const page = (total: number): Answers => ({
    'identities.listPairs': () => ({ ...examplePage(), total, pairs: [...examplePairs] }),
  })
  const line = <ImportDuplicates importBatchId={5} href="#/duplicates?import=5" />
  const { bridge, view } = await renderInWindow(line, page(2))
  await screen.findByText('2 对可能是同一人')
  expect(screen.getByRole('link', { name: '去看看' }).getAttribute('href')).toBe('#/duplicates?import=5')
  expect(bridge.requestsOf('identities.listPairs')[0]).toMatchObject({ importBatchId: 5 })
  view.unmount()
  const none = await renderInWindow(line, page(0))
  await waitFor(() => expect(none.bridge.requestsOf('identities.listPairs')).toHaveLength(1))
  expect(screen.queryByText(/可能是同一人/)).toBeNull()
})
