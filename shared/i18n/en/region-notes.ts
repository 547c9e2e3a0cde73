import type { Translation } from '#shared/i18n/message-types.ts'
import type { regionNotes as source } from '#shared/i18n/zh-CN/region-notes.ts'

/** Notes that all customers of a region share. */
export const regionNotes = {
  'regionNotes.title': 'Region',
  'regionNotes.shared': 'Written once, seen on every customer of the region.',
  'regionNotes.none': 'Nothing written yet.',
  'regionNotes.add': 'Write',
  'regionNotes.edit': 'Notes on {region}',
  'regionNotes.saved': 'Notes on {region} saved',
  'regionNotes.aspect.culture': 'Culture',
  'regionNotes.aspect.customs': 'Customs',
  'regionNotes.aspect.potential': 'Room to grow',
  'regionNotes.aspect.policy': 'Policy',
} satisfies Translation<typeof source>
