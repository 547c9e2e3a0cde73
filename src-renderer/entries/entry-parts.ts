import { CorrespondenceType, type FileEntryKind } from '#shared/domain/file-entry.ts'

/** How one part of a line is typed. */
export type EntryPart = {
  readonly name: string
  readonly input: 'line' | 'story' | 'day' | 'birth' | 'choice'
  readonly isRequired?: boolean
  /** Codes of a choice; their names are `entry.<part>.<code>`. */
  readonly choices?: readonly string[]
}

const day: EntryPart = { name: 'happenedOn', input: 'day', isRequired: true }
const line = (name: string): EntryPart => ({ name, input: 'line' })

/** The parts of each kind of line, in the order in which they are typed. */
export const entryParts: Readonly<Record<FileEntryKind, readonly EntryPart[]>> = {
  service: [day, { name: 'note', input: 'story', isRequired: true }],
  correspondence: [
    day,
    { name: 'type', input: 'choice', isRequired: true, choices: CorrespondenceType.options },
    { name: 'direction', input: 'choice', isRequired: true, choices: ['in', 'out'] },
    { name: 'summary', input: 'story', isRequired: true },
  ],
  person: [
    { name: 'name', input: 'line', isRequired: true },
    line('jobTitle'),
    line('phone'),
    { name: 'birthOn', input: 'birth' },
    ...['education', 'interests', 'character'].map(line),
  ],
  competitor: [
    { name: 'name', input: 'line', isRequired: true },
    line('relation'),
    { name: 'note', input: 'story' },
    day,
  ],
  incentive: [
    day,
    { name: 'incentive', input: 'choice', isRequired: true, choices: ['coupon', 'gift', 'draw', 'other'] },
    line('value'),
    { name: 'note', input: 'story' },
  ],
}

/** The value of a part as a draft holds it. */
export function partOf(entry: object, part: string): string | null {
  return (entry as Readonly<Record<string, string | null>>)[part] ?? null
}
