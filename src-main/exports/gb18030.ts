const replacement = [0x3f] as const
const fourByteCharacters = 39_420
const firstSupplementary = 189_000

let table: Map<number, readonly number[]> | undefined

/**
 * Encodes text as GB18030, which Chinese Excel and WPS read as GBK, and which holds every character.
 *
 * Shape: two bytes for the characters of GBK, four for the others.
 * Cost: the table is made at the first call, about 0.1 s.
 * Source: the WHATWG Encoding Standard; the table is the decoder's own, turned around.
 * Example: encodeGb18030('样例') -> d1 f9 c0 fd
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= makeTable()
  const bytes = new Uint8Array(text.length * 4)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at++
    if (point < 0x80) {
      bytes[length++] = point
      continue
    }
    const encoded = point > 0xffff ? fourBytes(firstSupplementary + point - 0x10000) : table.get(point)
    for (const byte of encoded ?? replacement) bytes[length++] = byte
  }
  return bytes.subarray(0, length)
}

function makeTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const made = new Map<number, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const point = text.charCodeAt(0)
    if (text.length === 1 && point !== 0xfffd && !made.has(point)) made.set(point, bytes)
  }
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) add([lead, trail])
  for (let pointer = 0; pointer < fourByteCharacters; pointer++) add(fourBytes(pointer))
  made.set(0xfffd, fourBytes(39_417))
  return made
}

function fourBytes(pointer: number): readonly number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]
}
