import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { acceptArchiveState, invalidateTopics } from '#renderer/ipc/invalidation.ts'
import { createQueryClient } from '#renderer/ipc/query-client.ts'
import { requestOptions, useRequest } from '#renderer/ipc/use-request.ts'
import { contract } from '#shared/contract/contract.ts'
import { openArchive, startFakeMain } from '#test/renderer/render-window.tsx'

const sort = { column: 'name', isDescending: false } as const
const allTopics = [
  'customers',
  'orders',
  'rules',
  'imports',
  'settings',
  'changes',
  'search',
  'fields',
  'cards',
  'views',
  'segments',
] as const

function inClient(client: ReturnType<typeof createQueryClient>) {
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
}

test('a change asks again for what is on the screen and depends on it, and for nothing else', async () => {
  const { bridge, client } = startFakeMain({ 'imports.listPresets': () => [] })
  const wrapper = inClient(client)
  const counts = renderHook(() => useRequest('archives.counts', {}), { wrapper })
  const list = renderHook(() => useRequest('imports.listPresets', {}), { wrapper })
  await waitFor(() => expect(counts.result.current.data && list.result.current.data).toBeTruthy())
  bridge.use({ 'archives.counts': () => ({ customers: 13, orders: 34, orderLines: 56 }) })
  act(() => bridge.announce('data.changed', { topics: ['customers'] }))
  await waitFor(() => expect(counts.result.current.data?.customers).toBe(13))
  expect(bridge.requestsOf('imports.listPresets')).toHaveLength(1)
})

test('a list on the screen keeps its snapshot; the next page that opens gets a new one', async () => {
  let listId = 0
  const { bridge, client } = startFakeMain({
    'customers.openList': () => {
      listId += 1
      return { listId, total: 12 }
    },
  })
  const wrapper = inClient(client)
  const first = renderHook(() => useRequest('customers.openList', { sort }), { wrapper })
  await waitFor(() => expect(first.result.current.data?.listId).toBe(1))
  act(() => bridge.announce('data.changed', { topics: ['customers'] }))
  first.rerender()
  expect(first.result.current.data?.listId).toBe(1)
  first.unmount()
  const second = renderHook(() => useRequest('customers.openList', { sort }), { wrapper })
  await waitFor(() => expect(second.result.current.data?.listId).toBe(2))
})

test('an answer that nothing made old is not asked for twice', async () => {
  const { bridge, client } = startFakeMain()
  const wrapper = inClient(client)
  for (let time = 0; time < 2; time += 1) {
    const view = renderHook(() => useRequest('archives.counts', {}), { wrapper })
    await waitFor(() => expect(view.result.current.data).toBeDefined())
    view.unmount()
  }
  expect(bridge.requestsOf('archives.counts')).toHaveLength(1)
})

test('every reading method of the contract is made old by some announcement, but for those that are known here', () => {
  const client = createQueryClient()
  const methods = Object.entries(contract)
    .filter(([, { kind }]) => kind === 'query')
    .map(([method]) => method)
  for (const method of methods) client.setQueryData([method, {}], 'answer')
  invalidateTopics(client, allTopics)
  const untouched = methods.filter(method => !client.getQueryState([method, {}])?.isInvalidated)
  expect(untouched.toSorted()).toEqual([
    // Only the command line asks for these.
    'analytics.findNextProducts',
    'analytics.listContribution',
    'analytics.listPriceSensitivity',
    'analytics.listScores',
    'analytics.listTiers',
    'analytics.listValue',
    // These are announced by `archive.changed`, or asked anew each time.
    'archives.chooseBackup',
    'archives.listBackups',
    'archives.listRecent',
    'archives.state',
    'attachments.check',
    // It changes a list of ids and reads nothing.
    'customers.addToList',
    // They say how a text would be read.
    'customers.listRegions',
    'customers.readRegion',
    // Asked anew by the dialog each time.
    'exports.getChoices',
    'identities.findByNumber',
    // Only the file that is written holds it.
    'imports.presetsAsText',
    // These belong to one staging, which an import ends.
    'imports.previewCells',
    'imports.previewHead',
    'imports.previewRows',
    'imports.readHead',
    'jobs.cancel',
    // Read once, when a list opens.
    'settings.getListLayout',
  ])
})

test('another archive drops the answers of the last one and keeps those of the program', () => {
  const client = createQueryClient()
  client.setQueryData(['archives.state', {}], openArchive)
  client.setQueryData(['archives.counts', {}], 'of the first')
  client.setQueryData(['preferences.get', {}], 'of the PC')
  acceptArchiveState(client, { ...openArchive, lastBackup: null })
  expect(client.getQueryData(['archives.counts', {}])).toBe('of the first')
  acceptArchiveState(client, { ...openArchive, archiveToken: 'archive-2' })
  expect(client.getQueryData(['archives.counts', {}])).toBeUndefined()
  expect(client.getQueryData(['preferences.get', {}])).toBe('of the PC')
})

test('an announced state is newer than an answer that was still on its way', async () => {
  let answerLate: (() => void) | undefined
  const { bridge, client } = startFakeMain({
    'archives.state': () =>
      new Promise(resolve => {
        answerLate = () => resolve({ kind: 'opening', name: '样例', step: 'opening' })
      }),
  })
  const asked = client.prefetchQuery(requestOptions('archives.state', {}))
  bridge.announce('archive.changed', openArchive)
  answerLate?.()
  await asked
  await new Promise(resolve => setTimeout(resolve, 0))
  expect(client.getQueryData(['archives.state', {}])).toEqual(openArchive)
})
