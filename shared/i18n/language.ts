/** Languages of the program; the first is the source of all texts. */
export const languages = ['zh-CN', 'en'] as const

/** One of the languages of the program. */
export type Language = (typeof languages)[number]
