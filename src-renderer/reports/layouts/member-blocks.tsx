import { formatPhone } from '#renderer/i18n/format-phone.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { paperPart } from './paper-part.tsx'

/** Who a sheet lists can be named and called. */
type PersonOnPaper = { readonly customerId: number; readonly name: string; readonly phone: string | null }

type MemberList<Member extends PersonOnPaper> = {
  readonly name: string
  readonly members: readonly Member[]
  readonly memberCount: number
  readonly refusedCount: number
  /** How it is said that not all are listed. */
  readonly capped: (counts: { readonly shown: number; readonly count: number }) => string
  /** Behind the number (7 %), the name (20 %) and the phone (18 %). */
  readonly columns: readonly {
    readonly title: string
    readonly widthPercent: number
    readonly isNumeric?: boolean
    readonly text: (member: Member) => string
  }[]
  readonly foot: string
}

/** The customers of a sheet as a numbered table that goes on from page to page, and who is not in it. */
export function memberBlocks<Member extends PersonOnPaper>(
  { t }: Translation,
  { name, members, memberCount, refusedCount, capped, columns, foot }: MemberList<Member>,
): PaperBlock[] {
  const notes = [
    ...(memberCount > members.length ? [capped({ shown: members.length, count: memberCount })] : []),
    ...(refusedCount > 0 ? [t('reports.segment.refused', { count: refusedCount })] : []),
    ...(members.length === 0 ? [t('reports.segment.none')] : []),
  ]
  const table: PaperBlock = {
    kind: 'table',
    key: 'members',
    title: t('reports.segment.members', { name }),
    continuedTitle: t('reports.segment.membersContinued', { name }),
    columns: [
      { title: t('reports.column.number'), widthPercent: 7, isNumeric: true },
      { title: t('segments.member.name'), widthPercent: 20 },
      { title: t('segments.member.phone'), widthPercent: 18 },
      ...columns.map(({ title, widthPercent, isNumeric = false }) => ({ title, widthPercent, isNumeric })),
    ],
    rows: members.map((member, index) => ({
      key: String(member.customerId),
      cells: [
        formatNumber(index + 1),
        member.name,
        formatPhone(member.phone ?? ''),
        ...columns.map(({ text }) => text(member)),
      ],
    })),
    foot,
  }
  const said = notes.map(note => (
    <p key={note} className="paper-text">
      {note}
    </p>
  ))
  return [
    ...(members.length > 0 ? [table] : []),
    ...(notes.length > 0 ? [paperPart('member-notes', said)] : []),
  ]
}
