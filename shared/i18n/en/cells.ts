import type { Translation } from '#shared/i18n/message-types.ts'
import type { cells as source } from '#shared/i18n/zh-CN/cells.ts'

/** Cells of a list that are typed into, pasted and cleared. */
export const cells = {
  'cell-refusal.required': 'This cell cannot be empty',
  'cell-refusal.too-long': 'Too long; shorten it',
  'cell-refusal.text-invalid': 'A text belongs here',
  'cell-refusal.number-invalid': 'A number belongs here',
  'cell-refusal.money-invalid': 'An amount belongs here, such as 1234.50',
  'cell-refusal.day-invalid': 'A day that has come belongs here, such as 2026-08-16',
  'cell-refusal.choice-invalid': 'Not one of the choices',
  'cell-refusal.evidence-missing':
    'A judgement and its evidence are written together: open the file and use the form',
  'cell-refusal.kind-invalid': 'Write Person or Company',
  'cell-refusal.gender-invalid': 'Write Male or Female',
  'cell-refusal.birth-date-invalid': 'Not a day that can be read. Write 1988-03-09, 1988 or 3月9日',
  'cell-refusal.region-unknown':
    'No such place, or several of that name. Write more of it, such as 浙江省杭州市西湖区',
  'cell-refusal.no-address': 'Write the address first: the region belongs to it',
  'cell-refusal.too-many-tags': 'At most 50 tags',
  'cell-refusal.other-kind': 'People and companies differ: this customer does not have this field',
  'cell-refusal.field-hidden': 'This field was taken off the form',
  'cell-refusal.gone': 'This customer is deleted',
  'cell-refusal.conflict':
    'Changed elsewhere a moment ago and not overwritten. You see the new value; type again to change it',
} satisfies Translation<typeof source>
