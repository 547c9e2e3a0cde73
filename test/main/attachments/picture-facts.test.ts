import { describe, expect, test } from 'vitest'
import { readPicture } from '#main/attachments/picture-facts.ts'

/** Heads of files, written by hand after the formats' descriptions. */
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const png = (width: number[], height: number[]) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0])
const jpeg = (marker: number, ...before: number[][]) =>
  bytes([0xff, 0xd8], ...before, [0xff, marker, 0, 17, 8, 0x01, 0x2c, 0x02, 0x58, 3])

describe('a picture is known by its bytes', () => {
  test.each([
    ['PNG', png([0, 0, 2, 0x58], [0, 0, 1, 0x2c]), 'image/png'],
    ['JPEG', jpeg(0xc0), 'image/jpeg'],
    ['progressive JPEG', jpeg(0xc2), 'image/jpeg'],
    [
      'JPEG behind remarks of a camera',
      jpeg(0xc0, [0xff, 0xe1, 0, 5, 1, 2, 3], [0xff, 0xff, 0xc4, 0, 2]),
      'image/jpeg',
    ],
    ['GIF', bytes('GIF89a', [0x58, 2, 0x2c, 1, 0, 0, 0]), 'image/gif'],
    ['BMP', bytes('BM', Array(12).fill(0), [40, 0, 0, 0], [0x58, 2, 0, 0], [0x2c, 1, 0, 0]), 'image/bmp'],
    [
      'BMP from top to bottom',
      bytes('BM', Array(12).fill(0), [40, 0, 0, 0], [0x58, 2, 0, 0], [0xd4, 0xfe, 0xff, 0xff]),
      'image/bmp',
    ],
    ['WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', Array(10).fill(0), [0x58, 2, 0x2c, 1]), 'image/webp'],
    [
      'lossless WebP',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x57, 0xc2, 0x4a, 0]),
      'image/webp',
    ],
    [
      'extended WebP',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [0x57, 2, 0], [0x2b, 1, 0]),
      'image/webp',
    ],
  ])('%s of 600 x 300', (_, head, mediaType) => {
    expect(readPicture(head)).toEqual({ mediaType, width: 600, height: 300 })
  })

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['HTML', Buffer.from('<!doctype html><script>1</script>')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG that ends before its size', jpeg(0xc0).subarray(0, 8)],
    ['a JPEG without a size', bytes([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3])],
    ['a PNG without width', png([0, 0, 0, 0], [0, 0, 1, 0])],
    [
      'a PNG of 20,000 x 20,000, half a gigabyte and more to draw',
      png([0, 0, 0x4e, 0x20], [0, 0, 0x4e, 0x20]),
    ],
    ['a PNG of 60,000 x 1', png([0, 0, 0xea, 0x60], [0, 0, 0, 1])],
  ])('%s is none that a window draws', (_, head) => {
    expect(readPicture(head)).toBeUndefined()
  })
})
