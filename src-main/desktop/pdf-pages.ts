/**
 * Counts the pages of a PDF that Chromium made: its page tree names the number in clear.
 *
 * Empty: 0 for bytes that hold no page tree.
 * Example: '… /Type /Pages /Count 6 …' -> 6
 */
export function countPdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  let count = 0
  for (const [tree] of text.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g))
    count = Math.max(count, Number(/\/Count\s+(\d+)/.exec(tree)?.[1] ?? 0))
  return count
}
