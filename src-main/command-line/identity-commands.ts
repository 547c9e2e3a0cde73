import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CardField } from '#shared/domain/card-field.ts'
import { type FieldSource, type FieldSources, proposedSplit } from '#shared/domain/customer-merge.ts'
import { type DuplicatePair, DuplicateReason } from '#shared/domain/duplicate.ts'
import { withEngine } from './archive-commands.ts'
import type { Command, Flags } from './command.ts'

const usages = {
  duplicates: `duplicates --archive A [--reason ${DuplicateReason.options.join('|')}] [--import BATCH] [--limit N]`,
  merge:
    'merge --archive A --into NUMBER --from NUMBER … [--take FIELD=into|NUMBER|both …] [--import BATCH], or --safe [--import BATCH]',
  split: 'split --archive A --customer NUMBER [--later by-identity|survivor|other], or --buyer ID',
}
const pageSize = 200

/** `duplicates --archive A`: customers who may be one, the likeliest first, with the reasons; as one line. */
export const findDuplicates: Command = async (words, flags, context) => {
  const reason = DuplicateReason.nullable().safeParse(flags.reason ?? null)
  if (words.length > 0 || !reason.success) throw new AppError('usage', { commands: usages.duplicates })
  const filter = { reason: reason.data, importBatchId: batchOf(flags, usages.duplicates) }
  const limit = Math.max(1, Number(flags.limit ?? 1000) || 1000)
  return withEngine(flags, context, async engine => {
    const { elapsedMs } = (await engine.run('identities.find', {})) as { elapsedMs: number }
    const pairs: DuplicatePair[] = []
    for (;;) {
      const count = Math.min(pageSize, limit - pairs.length)
      const page = await engine.call('identities.listPairs', { ...filter, start: pairs.length, count })
      if (!page) throw new Error('pairs that were searched for can be listed')
      pairs.push(...page.pairs)
      if (page.pairs.length > 0 && pairs.length < Math.min(limit, page.total)) continue
      const counts = Object.fromEntries(page.counts.map(one => [one.reason, one.count]))
      context.write(JSON.stringify({ total: page.total, counts, safe: page.safeCount, pairs, elapsedMs }))
      return true
    }
  })
}

/** `merge --archive A --into NUMBER --from NUMBER`, or `--safe` for all that are one beyond doubt. */
export const merge: Command = async (words, flags, context) => {
  const { into, from = [] } = flags
  const isSafe = flags.safe === true
  const isPlain = into !== undefined && from.length > 0
  if (words.length > 0 || isSafe === isPlain) throw new AppError('usage', { commands: usages.merge })
  const importBatchId = batchOf(flags, usages.merge)
  return withEngine(flags, context, async engine => {
    if (isSafe || into === undefined) {
      await engine.run('identities.find', {})
      context.write(JSON.stringify(await engine.run('identities.mergeSafe', { importBatchId })))
      return true
    }
    const survivorId = await idOf(engine, into)
    const ids = new Map<string, number>([[into, survivorId]])
    for (const number of from) ids.set(number, await idOf(engine, number))
    const otherIds = from.map(number => ids.get(number) ?? 0)
    const sources = sourcesOf(flags, ids)
    const { changeSetId } = await engine.call('identities.merge', {
      ...{ survivorId, otherIds, sources, importBatchId },
    })
    context.write(
      JSON.stringify({ changeSetId, into: { customerId: survivorId, archiveNumber: into }, from }),
    )
    return true
  })
}

/** `split --archive A --customer NUMBER`: a merged file comes back; `--buyer ID` moves one buyer ID into a new file. */
export const split: Command = async (words, flags, context) => {
  const { customer, later = 'by-identity', buyer } = flags
  if (words.length > 0 || customer === undefined || !/^(by-identity|survivor|other)$/.test(later))
    throw new AppError('usage', { commands: usages.split })
  return withEngine(flags, context, async engine => {
    const { customerId, mergeId } = await engine.call('identities.findByNumber', { archiveNumber: customer })
    if (buyer !== undefined) {
      context.write(JSON.stringify(await splitBuyer(engine, customerId, buyer)))
      return true
    }
    if (mergeId === null) throw new AppError('not-found')
    const preview = await engine.call('identities.previewSplit', { mergeId })
    const rule = later === 'by-identity' ? 'proposed' : later === 'other' ? 'other' : 'survivor'
    const done = await engine.call('identities.split', {
      ...{ mergeId, choices: { ...proposedSplit, later: rule } },
    })
    const { returning, edits, removed } = preview
    const given = preview.later.map(({ kind, id, label, proposed, reason }) => ({
      ...{ kind, id, label, to: rule === 'proposed' ? proposed : rule, reason },
    }))
    context.write(JSON.stringify({ ...done, returned: returning, later: given, edits, removed }))
    return true
  })
}

async function splitBuyer(engine: Engine, customerId: number, buyer: string) {
  const { identities } = await engine.call('identities.ofCustomer', { customerId })
  const [identity, second] = identities.filter(one => one.kind === 'buyer-id' && one.value === buyer)
  if (!identity || second) throw new AppError('not-found')
  return engine.call('identities.splitIdentity', { identityId: identity.identityId, name: null })
}

async function idOf(engine: Engine, archiveNumber: string): Promise<number> {
  return (await engine.call('identities.findByNumber', { archiveNumber })).customerId
}

/** --take name=X-000002, --take note=both; `into` keeps the survivor's value. */
function sourcesOf(flags: Flags, ids: ReadonlyMap<string, number>): FieldSources {
  const sources: Partial<Record<CardField, FieldSource>> = {}
  for (const word of flags.take ?? []) {
    const [name, whose = ''] = word.split('=')
    const field = CardField.safeParse(name)
    const source = whose === 'both' ? whose : ids.get(whose === 'into' ? (flags.into ?? '') : whose)
    const isNoteOrOne = source !== 'both' || field.data === 'note'
    if (!field.success || source === undefined || !isNoteOrOne)
      throw new AppError('usage', { commands: usages.merge })
    sources[field.data] = source
  }
  return sources
}

function batchOf(flags: Flags, usage: string): number | null {
  if (flags.import === undefined) return null
  const batch = Number(flags.import)
  if (!Number.isInteger(batch) || batch < 1) throw new AppError('usage', { commands: usage })
  return batch
}
