import type { Translation } from '#shared/i18n/message-types.ts'
import type { errors as source } from '#shared/i18n/zh-CN/errors.ts'

/** One text for each code of the closed list: what happened, what was kept, what to do. `.detailed` is taken when its placeholders are known. */
export const errors = {
  'error.invalid-request':
    'The program could not make sense of this; nothing was changed. Check what was entered and try again.',
  'error.untrusted-sender':
    'The program stopped a request that did not come from its own window; nothing was changed. Close the program and open it again.',
  'error.no-archive-open':
    'No archive is open; nothing was changed. Open one on the start page, or make a new one.',
  'error.internal':
    'The program made an error and did not finish this step; everything saved is still there. Try again; if it stays, close the program and open it.',
  'error.cancelled': 'Cancelled. The archive is as it was before. Press again to start over.',
  'error.archive-missing':
    'The archive is not where it was: it may have been moved or renamed, or the drive is not plugged in. Nothing was touched. Plug the drive in, or use Open an archive elsewhere.',
  'error.archive-exists':
    'There is already an archive of this name, and it was not overwritten. Choose another name, or open the existing one.',
  'error.archive-in-use': 'This archive is open elsewhere and unchanged. Close it there, then try again.',
  'error.archive-newer':
    'A newer version of the program wrote this archive and this version cannot open it; it is unchanged. Install the new version, then open it.',
  'error.archive-foreign': 'This is not a Kehu archive, and it was not touched. Choose a .kehu folder.',
  'error.archive-damaged':
    'The archive is damaged in one place. Writing has stopped and nothing was deleted. Restore from the latest good backup.',
  'error.vault-damaged':
    'The key file of the archive is damaged, so it cannot be opened; the data are still in place, unchanged. Restore from a backup, which holds the key.',
  'error.archive-read-only':
    'The archive lies where nothing can be written: you can read and print but not change, and all data are there. Copy it to another disk, or remove the read-only mark.',
  'error.disk-full':
    'The disk is full: the last change was not saved, all before it is. Free 500 MB, then Save again.',
  'error.disk-failed':
    'The disk reported an error: the last change was not saved, all before it is. Check that the drive is well connected and try again; then back up to another disk.',
  'error.archive-busy':
    'An import or an undo is running; the archive is unchanged. Try again when it has ended.',
  'error.not-found':
    'This entry is gone; it may have been deleted. All else is unchanged. Go back to the list and open it again.',
  'error.filter-invalid':
    'A field of the filter is switched off or holds something else now, so nothing was looked for. Remove the condition marked red; the others stay.',
  'error.name-taken': 'This name is taken, so nothing was changed. Choose another name.',
  'error.id-number-masked':
    'Digits of the ID number are hidden by *, so nothing was saved. Write the whole new number, or put back what stood there.',
  'error.stop-reason-missing':
    'Say why trade stopped before turning to a former card; "Asked, not known" will do. Nothing was saved.',
  'error.purpose-missing': 'This is sensitive: write down what it is collected for, then it can be used.',
  'error.field-in-use':
    'Customers have values of this field, so what it holds can no longer be changed. Add another field instead.',
  'error.field-value-invalid':
    'One field holds something that does not fit; nothing was saved. Check the fields marked red.',
  'error.tag-exists': 'Another tag has this name. To make them one, use "Merge".',
  'error.tag-rule-circle':
    'These conditions lead back to this very tag, so they are not saved. Choose other conditions.',
  'error.conflict':
    'This was changed elsewhere after you opened it, so your change is not saved yet; both values are kept. Compare them and choose one.',
  'error.backup-damaged':
    'This backup is damaged and will not be used; the present archive is unchanged. Take another, good backup.',
  'error.backup-newer':
    'A newer version of the program made this backup and this version cannot restore it; the present archive is unchanged. Install the new version, then restore.',
  'error.backup-not-verified':
    'The new backup did not pass its check, so it does not count; the archive and all earlier backups are unchanged. Check the free disk space and back up again.',
  'error.file-missing':
    'The file is not there: it was moved, or the drive was taken out. The archive is unchanged. Choose the file again.',
  'error.file-unreadable':
    'The file cannot be read: it may be open in Excel or WPS, or access is denied. The archive is unchanged. Close it there, then try again.',
  'error.file-empty':
    'There are no data in this file. The archive is unchanged. Look at it in Excel, or choose another file.',
  'error.file-type-unsupported':
    'This is not a table the program can read. The archive is unchanged. Save it as .xlsx or .csv in Excel or WPS, then drop it again.',
  'error.file-type-unsupported.detailed':
    'This is a {name} file, not a table the program can read. The archive is unchanged. Open it in Excel or WPS, save it as .xlsx, then drop that.',
  'error.file-is-archive':
    'This is a packed file. The archive is unchanged. Unpack it first, then drop the tables inside.',
  'error.file-is-archive.detailed':
    'This is a packed {name} file. The archive is unchanged. Unpack it first, then drop the tables inside.',
  'error.file-encrypted':
    'This file has a password. The archive is unchanged. Enter it to read the file; if that does not help, save a copy without one in Excel or WPS, then drop that.',
  'error.password-wrong':
    'That is not the password; the file was not opened. The archive is unchanged. Check capitals and the keyboard, then try again.',
  'error.file-truncated':
    'The file is incomplete; it breaks off. The archive is unchanged. Export it again, then drop it.',
  'error.file-truncated.detailed':
    'The file breaks off at row {row}; all before it was read. The archive is unchanged. Export it again, then drop it.',
  'error.file-damaged':
    'The file is damaged and cannot be read on. The archive is unchanged. Open it in Excel or WPS, save a copy, then drop that.',
  'error.file-too-large':
    'The file is too large to be read. The archive is unchanged. Split it in Excel and import the parts.',
  'error.attachment-too-large':
    'This file is over 50 MB and was not attached; the archive is as it was. Make it smaller or split it, then attach it again.',
  'error.picture-unknown':
    'This file is no picture that can be shown (JPEG, PNG, GIF, WebP, BMP), or too large to draw. It was not taken. Choose another, or attach it as a file.',
  'error.attachment-missing':
    'The file of this attachment is not in the archive’s folder; perhaps a backup was restored without its attachments folder. All other data are there. Put that folder back to see it.',
  'error.attachment-damaged':
    'The file of this attachment is damaged and cannot be opened; all other data are there. Take it from the attachments folder of your latest copy.',
  'error.file-bomb':
    'This file unpacks to an abnormal size, so reading was stopped. The archive is unchanged. Ask whoever sent it for a new one.',
  'error.file-reader-failed':
    'The file reader stopped half-way. The archive is unchanged. Try again; if it stays, save a copy in Excel and drop that.',
  'error.xlsx-variant-unsupported':
    'This .xlsx is of a rare kind that this version cannot read yet. The archive is unchanged. Save it in Excel as an Excel workbook (.xlsx), then drop it.',
  'error.sheet-missing': 'The file has no such sheet. The archive is unchanged. Choose another sheet.',
  'error.sheet-missing.detailed':
    'The file has no sheet called {sheet}. The archive is unchanged. Choose another sheet.',
  'error.encoding-unknown':
    'The text encoding of the file is not clear, so it was not read, lest the text be garbled. The archive is unchanged. Choose an encoding, or save the file as .xlsx in Excel.',
  'error.import-not-staged':
    'The preview of this import is gone; nothing was written. Drop the file once more.',
  'error.import-no-header':
    'No row with column names was found; nothing was written. Say which row holds them.',
  'error.import-mapping-incomplete':
    'A required column is not mapped yet; nothing was written. Map it, then import.',
  'error.import-mapping-incomplete.detailed':
    'These columns are still missing: {fields}. Nothing was written. Map them, then import.',
  'error.import-unknown-field':
    'A column is mapped to a field the program does not know; nothing was written. Choose another field.',
  'error.import-unknown-field.detailed':
    'There is no field called {field}; nothing was written. Choose another field.',
  'error.import-kind-unclear':
    'It is not clear whether this sheet lists customers or orders; nothing was written. Choose one.',
  'error.import-already-undone':
    'This import was taken back before; the archive is unchanged. There is nothing left to do.',
  'error.import-conflicts':
    'Some values were edited after this import, so it was not taken back yet; the archive is unchanged. Choose to keep the edits or to revert them.',
  'error.import-conflicts.detailed':
    '{count} values were edited after this import, so it was not taken back yet; the archive is unchanged. Choose to keep the edits or to revert them.',
  'error.import-conflicts.detailed_one':
    '{count} value was edited after this import, so it was not taken back yet; the archive is unchanged. Choose to keep the edit or to revert it.',
  'error.undo-blocked':
    'Later records (orders, contacts) hang on this one, so this step alone cannot be taken back; the archive is unchanged. Take the later ones back first, or delete the customer.',
  'error.shop-differs':
    'These order numbers are already kept under another shop; lest they be counted twice, nothing was written. Confirm the shop, then import.',
  'error.currency-differs':
    'The money in this file is not in the currency of the archive; nothing was written. An archive keeps one currency: make another archive for it.',
  'error.preset-missing': 'There is no such column template. The archive is unchanged.',
  'error.preset-missing.detailed': 'There is no column template "{preset}". The archive is unchanged.',
  'error.preset-file-invalid': 'This is no template file, or it is damaged. Nothing was added.',
  'error.balance-overlaps':
    'The opening balance already covers the dates of these orders; lest they be counted twice, nothing was written. Choose to replace the balance or to skip these orders.',
  'error.segment-unsaid':
    'One condition of the segment cannot be worked out now, so no customers were listed; the segment is as it was. Open it and look at the marked condition.',
  'error.rule-invalid':
    'Something in the rules is not right, so they were not used; the former result is kept. Correct the marked place, then compute again.',
  'error.file-exists':
    'There is a file of this name already, and it was not replaced. Take another name, or move the old file first.',
  'error.segment-missing':
    'There is no segment of this name, and nothing was written. See which there are with analyse rfm.',
  'error.export-folder-unknown':
    'This folder is no whole export of this program, and nothing was changed. Choose the folder that has kehu-export.json in it.',
  'error.archive-not-empty':
    'This archive already holds customers or orders, and nothing was changed. A whole export goes into an empty archive only: make a new one, then import.',
  'error.print-failed':
    'Nothing was printed; the data are unchanged. Check the printer, or save a PDF and print that.',
  'error.usage':
    'The command is not written correctly; nothing was done. See the command line section of the README.',
} satisfies Translation<typeof source>
