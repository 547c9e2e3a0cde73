import type { Translation } from '#shared/i18n/message-types.ts'
import type { desktop as source } from '#shared/i18n/zh-CN/desktop.ts'

/** Dialogs of the operating system, files that the program names, closing, printing. */
export const desktop = {
  'desktop.chooseFiles': 'Choose files to import',
  'desktop.chooseFolder': 'Choose a folder to import',
  'desktop.chooseAttachments': 'Choose files to attach',
  'desktop.saveCopy': 'Save a copy (not encrypted)',
  'desktop.chooseArchive': 'Choose a .kehu archive folder',
  'desktop.placeArchive': 'Where to put the new archive',
  'desktop.chooseBackup': 'Choose a backup file',
  'desktop.savePdf': 'Save as PDF',
  'desktop.saveRejectedRows': 'Save the rejected rows',
  'desktop.saveExport': 'Where to export to',
  'desktop.choosePlace': 'Choose a folder',
  'desktop.filter.tables': 'Tables and text',
  'desktop.filter.all': 'All files',
  'desktop.savePresets': 'Export column templates',
  'desktop.choosePresets': 'Choose a file of column templates',
  'desktop.filter.presets': 'Column templates',
  'desktop.fileName.presets': 'column-templates',
  'desktop.filter.backup': 'Backup',
  'desktop.archivesFolder': 'Kehu',
  'desktop.sampleArchive': 'Sample shop',
  'desktop.restoredArchive': 'Restored archive',
  'desktop.fileName.customerFile': 'Customer file {number}',
  'desktop.fileName.segment': 'Segment report {date}',
  'desktop.fileName.rejectedRows': '{file} rejected rows',
  'desktop.fileName.damagedCells': '{file} damaged cells',
  'desktop.unsaved': 'There are unsaved changes',
  'desktop.unsavedDetail': 'Closing the window drops these changes. Everything else is saved.',
  'desktop.stay': 'Go back',
  'desktop.leave': 'Close without saving',
  'desktop.closing': 'Making the closing backup, then the program closes',
  'desktop.crashed': 'Something unexpected happened and the program has to close',
  'desktop.crashedDetail':
    'All saved data is there. Open the program again to go on; if it happens again, restore from a backup.',
} as const satisfies Translation<typeof source>
