import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { HouseProvider } from '#renderer/components/house-provider.tsx'
import { connectEvents } from '#renderer/ipc/connect-events.ts'
import { createQueryClient } from '#renderer/ipc/query-client.ts'
import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import type { Preferences } from '#shared/domain/settings.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type Answers, type FakeBridge, installFakeBridge } from './fake-bridge.ts'

// Pages are loaded when they are opened, and a busy machine may take its time: waiting longer costs nothing when all goes well.
configure({ asyncUtilTimeout: 20_000 })

export const examplePreferences: Preferences = {
  language: 'zh-CN',
  theme: 'light',
  density: 'compact',
  isNavigationFolded: false,
}

export const openArchive: Extract<ArchiveState, { kind: 'open' }> = {
  kind: 'open',
  archiveToken: 'archive-1',
  name: '样例母婴店',
  currency: 'CNY',
  isReadOnly: false,
  isSample: false,
  lastBackup: null,
  isChangedSinceBackup: false,
  warnings: [],
}

/** What every window asks; a test gives the rest. */
const usualAnswers: Answers = {
  'preferences.get': () => examplePreferences,
  'preferences.save': preferences => preferences,
  'archives.state': () => openArchive,
  'archives.listRecent': () => [],
  'archives.listBackups': () => [],
  'archives.counts': () => ({ customers: 12, orders: 34, orderLines: 56 }),
  'attachments.check': () => ({ files: 0, sizeBytes: 0, lost: 0, opened: 0, damaged: 0, names: [] }),
  'customers.count': () => ({ count: 12 }),
  'customers.countBin': () => ({ count: 0 }),
  'cards.countSuggestions': () => ({
    counts: { 'first-order': 0, idle: 0, 'back-again': 0 },
    idleDays: 365,
  }),
  'fields.list': () => ({ groups: [] }),
  'plans.list': () => ({ plans: [] }),
  'views.list': () => [],
  'changes.nextSteps': () => ({ undo: null, redo: null }),
  'program.facts': () => ({
    version: '1.2.3',
    runtime: 'Electron 25',
    sqlite: '3.53.4',
    networkAttempts: 0,
    freeBytes: 80 * 1024 ** 3,
    today: '2026-11-21',
  }),
}

/** A fake main and the window's memory of its answers, listening to it. */
export function startFakeMain(answers: Answers = {}): { bridge: FakeBridge; client: QueryClient } {
  const bridge = installFakeBridge({ ...usualAnswers, ...answers })
  const client = createQueryClient()
  const stop = connectEvents(client)
  onTestFinished(() => {
    stop()
    client.clear()
  })
  return { bridge, client }
}

/** Draws a part of the window over a fake main, with the archive of `archives.state` already known. */
export async function renderInWindow(
  element: ReactNode,
  answers: Answers = {},
  language: Language = 'zh-CN',
) {
  const { bridge, client } = startFakeMain(answers)
  client.setQueryData(['archives.state', {}], answers['archives.state']?.({}) ?? openArchive)
  const view = render(
    <QueryClientProvider client={client}>
      <HouseProvider language={language} mode="light">
        {element}
      </HouseProvider>
    </QueryClientProvider>,
  )
  return { bridge, client, view }
}
