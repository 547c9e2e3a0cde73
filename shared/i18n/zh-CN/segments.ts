/** Scores, segments, charts. */
export const segments = {
  'segments.title': '客群',
} as const
