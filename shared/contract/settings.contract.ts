import { z } from 'zod'
import { ArchiveSettings, ListLayout, Preferences } from '#shared/domain/settings.ts'
import type { Contract } from './method.ts'

const ListName = z.enum(['customers'])

export const settingsContract = {
  'settings.get': { kind: 'query', on: 'main', request: z.object({}), response: ArchiveSettings },
  'settings.save': {
    kind: 'command',
    on: 'writer',
    request: ArchiveSettings.omit({ currency: true }),
    response: ArchiveSettings,
  },
  /** How a list of the archive was left; null before anything was chosen. */
  'settings.getListLayout': {
    kind: 'query',
    on: 'main',
    request: z.object({ list: ListName }),
    response: ListLayout.nullable(),
  },
  'settings.saveListLayout': {
    kind: 'command',
    on: 'writer',
    request: z.object({ list: ListName, layout: ListLayout }),
    response: z.null(),
  },
  'preferences.get': { kind: 'query', on: 'desktop', request: z.object({}), response: Preferences },
  'preferences.save': { kind: 'command', on: 'desktop', request: Preferences, response: Preferences },
  /** Pastes what the clipboard holds into the field of the calling window that has the focus, as Ctrl+V does. */
  'program.paste': { kind: 'command', on: 'desktop', request: z.object({}), response: z.null() },
  /** Puts a part of the calling window on the clipboard as a picture, as it is seen. Units: CSS pixels. */
  'program.copyPicture': {
    kind: 'command',
    on: 'desktop',
    request: z.object({
      ...{ x: z.int().nonnegative(), y: z.int().nonnegative() },
      ...{ width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000) },
    }),
    response: z.null(),
  },
  /** Facts about the running program for the status bar and the settings page. */
  'program.facts': {
    kind: 'query',
    on: 'desktop',
    request: z.object({}),
    response: z.object({
      version: z.string(),
      runtime: z.string(),
      sqlite: z.string(),
      networkAttempts: z.int(),
      freeBytes: z.number().nullable(),
      today: z.string(),
    }),
  },
} as const satisfies Contract
