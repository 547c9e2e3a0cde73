import type { Translation } from '#shared/i18n/message-types.ts'
import type { calls as source } from '#shared/i18n/zh-CN/calls.ts'

/** A call by script: what to say at each step, and what was answered. */
export const calls = {
  'calls.open': 'Call',
  'calls.title': 'Call with {name}',
  'calls.steps': 'Steps',
  'calls.step.introduce': 'Why I call',
  'calls.step.identify': 'Who it is',
  'calls.step.needs': 'Needs and likes',
  'calls.step.troubles': 'Troubles and wishes',
  'calls.step.thanks': 'Thanks',
  'calls.words.introduce':
    'Hello, {name}, I am calling from {shop}. We would like to learn what our customers need and have a few questions, so that we can serve you better. Do you have a few minutes?',
  'calls.words.identify':
    'Am I speaking with {name}? May we use the phone numbers and e-mail addresses below to reach you?',
  'calls.words.needs':
    'May I ask how you usually shop: more online, or in shops? Which brands do you often buy? What do you think of our goods, and what would you advise us?',
  'calls.words.troubles':
    'What troubles you in daily life and work? What do you expect of our goods or our service? What could we do better?',
  'calls.words.thanks':
    'Thank you for your patience; your answers mean a lot to {shop}. Get in touch at any time with questions or advice. Have a good day.',
  'calls.ourShop': 'our shop',
  'calls.noContacts': 'The file has no phone number and no e-mail address.',
  'calls.noFields':
    'The fields of this step are not on the card; put what you hear into the remarks of the last step.',
  'calls.inFile': 'In the file: {value}',
  'calls.note': 'Remarks on the call',
  'calls.note.hint': 'What else was said or agreed',
  'calls.note.head': 'Phone call',
  'calls.note.answer': '{name}: {value}',
  'calls.next': 'Next',
  'calls.previous': 'Back',
  'calls.save': 'Save',
  'calls.save.hint': 'Writes to the card and adds a note of service',
  'calls.nothing': 'Nothing is noted yet',
  'calls.saved': 'Saved the call with {name}',
  'calls.kept': 'Answers that were not saved last time are still here.',
  'calls.drop': 'Start over',
  'calls.conflict': 'A value in the file has just changed: compare, then save again.',
  'calls.refused':
    'This customer has refused contact since {day}: do not call to sell. Talk and take notes only if the customer calls, or to settle an order.',
  'calls.keys': 'Enter: next box　Alt ← →: step　Ctrl Enter: save　Esc: close',
} satisfies Translation<typeof source>
