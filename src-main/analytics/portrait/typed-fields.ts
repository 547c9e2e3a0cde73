import type { PortraitSection } from '#shared/domain/portrait.ts'

/** The fields beyond the card that a portrait tells, by section, in their order. */
export const portraitFields: Partial<Record<PortraitSection, readonly string[]>> = {
  who: [
    ...['marital-status', 'family-members', 'children', 'employer', 'job-title', 'income-level'],
    ...['hobbies', 'industry', 'company-size'],
  ],
  what: ['purchase-kinds', 'brand-preference', 'wanted-goods'],
  media: ['purchase-channels', 'media-touch'],
  service: ['trade-problems', 'opinion', 'troubles', 'expectations', 'improvements'],
  psychology: ['psychology', 'psychology-evidence', 'purchase-motive', 'character'],
  'next-step': ['purchase-intention', 'decision-stage', 'next-step', 'next-contact-on'],
}

/** Longer texts are cut: a portrait is one page. */
export const longestText = 120

/** Cuts a text for a portrait. Example: a text of 500 letters -> its first 119 and … */
export function shortText(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return words.length > longestText ? `${words.slice(0, longestText - 1)}…` : words
}
