import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { RuleCount, SavedSegment } from '#shared/domain/saved-segment.ts'
import { partsOf, type RuleNode, SegmentRuleTree } from '#shared/domain/segment-rule.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command, CommandContext, Flags } from './command.ts'

const usage = {
  create: 'segment create --archive A --name N --rule FILE.json [--as-of D] [--frozen]',
  count: 'segment count --archive A --name N|--rule FILE.json [--as-of D]',
  list: 'segment list --archive A [--as-of D]',
  change: 'segment change --archive A --name N --rule FILE.json|--to NAME',
  remove: 'segment remove --archive A --name N',
}

/** `segment create|count|list|change|remove`: segments of one's own; each answers as one line. */
export const segment: Command = ([name = '', ...words], flags, context) => {
  const command = commands[name]
  if (!command) throw new AppError('usage', { commands: Object.values(usage).join('; ') })
  return command(words, flags, context)
}

/** Saves the rule of a file under a name; with `--frozen` the customers whom it finds on the day, who stay. */
const createSegment: Command = async (_words, flags, context) => {
  const { name, rule: file, frozen: isFrozen = false } = flags
  if (name === undefined || file === undefined) throw new AppError('usage', { commands: usage.create })
  const rule = readRule(file, context)
  return withEngine(flags, context, async engine => {
    const asOf = await dayAsked(flags, engine)
    const count = await engine.call('segments.count', { rule, asOf })
    const opened = isFrozen ? await engine.call('segments.openMembers', { rule, asOf }) : null
    const { segmentId } = await engine.call('segments.add', {
      ...{ name, rule },
      frozen: opened && { asOf, revision: count.revision, from: null },
      customerIds:
        opened && opened.total > 0
          ? { listId: opened.listId, ranges: [{ first: 0, last: opened.total - 1 }] }
          : null,
    })
    context.write(JSON.stringify({ segmentId, name, version: 1, frozen: isFrozen, ...countsOf(rule, count) }))
    return true
  })
}

/** Counts whom a saved segment, or the rule of a file, finds on a day, with each part of the rule. */
const countSegment: Command = async (_words, flags, context) => {
  const { name, rule: file } = flags
  if ((name === undefined) === (file === undefined)) throw new AppError('usage', { commands: usage.count })
  return withEngine(flags, context, async engine => {
    const asOf = await dayAsked(flags, engine)
    if (file !== undefined) {
      const rule = readRule(file, context)
      context.write(JSON.stringify(countsOf(rule, await engine.call('segments.count', { rule, asOf }))))
      return true
    }
    const saved = await savedUnder(name, engine)
    const counts = saved.frozen
      ? await sizeOf(saved, asOf, engine)
      : countsOf(saved.rule, await engine.call('segments.count', { rule: saved.rule, asOf }))
    context.write(JSON.stringify({ ...factsOf(saved), ...counts }))
    return true
  })
}

/** Lists the saved segments with how many are in them on a day. */
const listSegments: Command = async (_words, flags, context) =>
  withEngine(flags, context, async engine => {
    const asOf = await dayAsked(flags, engine)
    const saved = await engine.call('segments.list', {})
    const sizes = await engine.call('segments.measure', { asOf })
    const { revision } = sizes
    const sizeBy = new Map(sizes.segments.map(({ segmentId, ...size }) => [segmentId, size]))
    const segments = saved.map(one => ({ ...factsOf(one), rule: one.rule, ...sizeBy.get(one.segmentId) }))
    context.write(JSON.stringify({ asOf, revision, segments }))
    return true
  })

/** Saves another rule as the next version of a segment, or gives it another name. */
const changeSegment: Command = async (_words, flags, context) => {
  const { name, rule: file, to } = flags
  if (name === undefined || (file === undefined) === (to === undefined))
    throw new AppError('usage', { commands: usage.change })
  return withEngine(flags, context, async engine => {
    const { segmentId } = await savedUnder(name, engine)
    if (file !== undefined)
      await engine.call('segments.saveVersion', { segmentId, rule: readRule(file, context) })
    else await engine.call('segments.rename', { segmentId, name: to ?? '' })
    context.write(JSON.stringify(factsOf(await savedUnder(to ?? name, engine))))
    return true
  })
}

/** Removes a saved segment; its customers stay. */
const removeSegment: Command = async (_words, flags, context) => {
  const { name } = flags
  if (name === undefined) throw new AppError('usage', { commands: usage.remove })
  return withEngine(flags, context, async engine => {
    const saved = await savedUnder(name, engine)
    await engine.call('segments.remove', { segmentId: saved.segmentId })
    context.write(JSON.stringify({ ...factsOf(saved), isRemoved: true }))
    return true
  })
}

const commands: Readonly<Record<string, Command>> = {
  create: createSegment,
  count: countSegment,
  list: listSegments,
  change: changeSegment,
  remove: removeSegment,
}

/** Finds a segment by its name. Errors: not-found. */
async function savedUnder(name: string | undefined, engine: Engine): Promise<SavedSegment> {
  const saved = (await engine.call('segments.list', {})).find(one => one.name === name)
  if (!saved) throw new AppError('not-found')
  return saved
}

async function sizeOf({ segmentId, rule }: SavedSegment, asOf: CalendarDate, engine: Engine) {
  const { revision, segments } = await engine.call('segments.measure', { asOf })
  return { asOf, revision, rule, ...segments.find(size => size.segmentId === segmentId) }
}

const factsOf = ({ segmentId, name, version, frozen }: SavedSegment) => ({
  ...{ segmentId, name, version, frozen },
})

/** Each part with its counts stands where `parts` of the rule stand, the rule itself first. */
function countsOf(rule: RuleNode, { parts, customerCount, ...counts }: RuleCount) {
  const counted = partsOf(rule).map((node, at) => ({ kind: node.kind, ...parts[at] }))
  return { ...counts, customers: customerCount, rule, parts: counted }
}

function readRule(file: string, context: CommandContext): RuleNode {
  const rule = SegmentRuleTree.safeParse(readJson(file, context))
  if (rule.success) return rule.data
  const issues = rule.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('rule-invalid', { issues: issues.join('; ') })
}

async function dayAsked(flags: Flags, engine: Engine): Promise<CalendarDate> {
  if (flags['as-of'] !== undefined) return dayOf(flags)
  const { timeZone } = await engine.call('settings.get', {})
  return dayIn(timeZone, new Date())
}
