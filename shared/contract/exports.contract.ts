import { z } from 'zod'
import {
  ExportChoices,
  ExportFormat,
  ExportPurpose,
  ExportScope,
  ExportTable,
} from '#shared/domain/export.ts'
import { languages } from '#shared/i18n/language.ts'
import type { Contract } from './method.ts'

const JobStarted = z.object({ jobId: z.int() })
const Target = z.object({ targetToken: z.string(), name: z.string() })

export const exportsContract = {
  /** What was chosen for the last export. */
  'exports.getChoices': { kind: 'query', on: 'main', request: z.object({}), response: ExportChoices },
  /** Asks where the file goes. Null when the dialog was closed. */
  'exports.chooseTarget': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ table: ExportTable, format: ExportFormat, purpose: ExportPurpose }),
    response: Target.nullable(),
  },
  /** Writes customers or orders as a file. Ends with ExportOutcome. */
  'exports.write': {
    kind: 'job',
    on: 'reader',
    request: z.object({
      targetToken: z.string(),
      choices: ExportChoices,
      scope: ExportScope,
      /** Of the headers and words in the file. */
      language: z.enum(languages),
    }),
    response: JobStarted,
  },
  /** Shows a file or folder that was written in the system's file manager. */
  'exports.showInFolder': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ targetToken: z.string() }),
    response: z.null(),
  },
  /** Asks in which folder the folder with everything is made. Null when the dialog was closed. */
  'exports.chooseFolder': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: Target.nullable(),
  },
  /** Takes everything along: a folder that can be used without the program. Ends with EverythingOutcome. */
  'exports.writeEverything': {
    kind: 'job',
    on: 'reader',
    request: z.object({ targetToken: z.string(), language: z.enum(languages) }),
    response: JobStarted,
  },
  /** Asks for such a folder. Null when the dialog was closed. */
  'exports.chooseWhole': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: Target.nullable(),
  },
  /** Brings such a folder into an empty archive, as one import. Ends with FolderRestored. */
  'exports.restoreWhole': {
    kind: 'job',
    on: 'writer',
    request: z.object({ targetToken: z.string() }),
    response: JobStarted,
  },
} as const satisfies Contract
