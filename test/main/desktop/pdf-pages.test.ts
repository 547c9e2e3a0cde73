import { expect, test } from 'vitest'
import { countPdfPages } from '#main/desktop/pdf-pages.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test('the number of pages is that of the page tree', () => {
  expect(
    countPdfPages(bytes('%PDF-1.4\n3 0 obj\n<</Type /Pages\n/Count 6\n/Kids [1 0 R 2 0 R]>>\nendobj')),
  ).toBe(6)
})

test('of a tree with branches the root counts, and outlines do not', () => {
  const tree = '<</Type /Outlines /Count 40>> <</Type /Pages /Count 8>> <</Type/Pages/Count 12/Kids[]>>'
  expect(countPdfPages(bytes(tree))).toBe(12)
})

test('bytes without a page tree have no pages', () => {
  expect(countPdfPages(bytes('<</Type /Page /Count 3>>'))).toBe(0)
  expect(countPdfPages(new Uint8Array())).toBe(0)
})
