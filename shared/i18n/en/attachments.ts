import type { attachments as chinese } from '../zh-CN/attachments.ts'

export const attachments: Record<keyof typeof chinese, string> = {
  'attachments.title': 'Attachments',
  'attachments.add': 'Attach files…',
  'attachments.hint':
    'Drop files here, or choose “Attach files”. Contracts, cards, photos: at most 50 MB each, kept encrypted in the archive.',
  'attachments.dropHere': 'Release to attach to this customer',
  'attachments.sum': '{count} files, {size} in all',
  'attachments.name': 'File name',
  'attachments.size': 'Size',
  'attachments.day': 'Added on',
  'attachments.look': 'View',
  'attachments.lookOne': 'View “{name}”',
  'attachments.save': 'Save a copy…',
  'attachments.saveOne': 'Save a copy of “{name}”',
  'attachments.saved': 'Saved as “{name}”; this copy is not encrypted',
  'attachments.remove': 'Remove',
  'attachments.removeOne': 'Remove the attachment “{name}”',
  'attachments.removed': 'Removed the attachment “{name}”',
  'attachments.added.one': 'Attached “{name}”',
  'attachments.added.many': 'Attached {count} files',
  'attachments.refused': 'Not attached: {count}. {list}',
  'attachments.refusedOne': '{name} ({reason})',
  'attachments.reason.missing': 'not found any more',
  'attachments.reason.unreadable': 'cannot be read; it may be open elsewhere',
  'attachments.reason.too-large': 'over 50 MB',
  'attachments.reason.already-there': 'attached already',
  'attachments.folders': 'A folder cannot be attached: open it and choose the files in it.',
  'attachments.previous': 'Previous picture',
  'attachments.next': 'Next picture',
  'attachments.unseen':
    'This picture cannot be shown; it may be damaged. The file is still here: save a copy to look at it.',
}
