import { z } from 'zod'
import { CustomerId } from '#shared/domain/customer.ts'
import { CorrectionSource, FieldSource, SourcedValue, StatedValue } from '#shared/domain/field-source.ts'
import { Finding, FindingField, FindingId, QualityKind, QuickKind } from '#shared/domain/quality.ts'
import { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import type { Contract } from './method.ts'

const ListId = z.int().positive()
const Saved = z.object({ changeSetId: z.int().nullable() })

export const qualityContract = {
  /** How much there is to look at, by kind; read from what may be wrong, so that it is known at once. */
  'quality.counts': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.record(QuickKind, z.int().nonnegative()),
  },
  /** How many files hold less than they should: every file is looked at. */
  'quality.countIncomplete': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.object({ count: z.int().nonnegative() }),
  },
  /** Takes a snapshot of what there is to look at of one kind; findings are then asked for by index. */
  'quality.openList': {
    kind: 'query',
    on: 'reader',
    request: z.object({ kind: QualityKind }),
    response: z.object({ listId: ListId, total: z.int().nonnegative() }),
  },
  /** Findings of a list by index; null for one that was settled since. */
  'quality.listPage': {
    kind: 'query',
    on: 'main',
    request: z.object({
      kind: QualityKind,
      listId: ListId,
      start: z.int().nonnegative(),
      count: z.int().min(1).max(500),
    }),
    response: z.array(Finding.nullable()),
  },
  /** Asks where to, and saves findings as xlsx, each cell a text, in the words of the window. Null when the dialog was closed. */
  'quality.saveFindings': {
    kind: 'command',
    on: 'desktop',
    request: z.object({
      title: z.string().min(1).max(100),
      headers: z.array(z.string().max(100)).min(1).max(10),
      rows: z.array(z.array(z.string().max(32_000)).max(10)).max(50_000),
    }),
    response: z.object({ fileName: z.string(), rowCount: z.int() }).nullable(),
  },
  /** Writes what was typed for a finding, and from where it is known. A value that changed meanwhile answers `conflict`, one that would be listed again `field-value-invalid`. */
  'quality.mend': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      kind: QualityKind,
      findingId: FindingId,
      field: FindingField,
      seen: z.string().max(10_000).nullable(),
      typed: z.string().max(10_000),
      source: CorrectionSource,
    }),
    response: Saved,
  },
  /** Remembers that something is right as it is. */
  'quality.accept': {
    kind: 'command',
    on: 'writer',
    request: z.object({ kind: QualityKind, findingId: FindingId, note: FieldSource.shape.note }),
    response: Saved,
  },
  /** Writes down that all of some files is right as of today. */
  'quality.confirm': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: SelectedCustomers }),
    response: Saved,
  },
  /** What is stated about the values of a customer: how they became known, and who verified them. */
  'quality.statedValues': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.array(StatedValue),
  },
  /** States how a value became known; with nothing but nulls, what was stated goes. */
  'quality.stateSource': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, subject: SourcedValue, source: FieldSource }),
    response: Saved,
  },
} as const satisfies Contract
