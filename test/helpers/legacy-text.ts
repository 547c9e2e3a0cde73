const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/**
 * Encodes text in a legacy encoding of one or two bytes per character, by turning its decoder around.
 *
 * Errors: for a character that the encoding lacks.
 */
export function encodeLegacy(text: string, encoding: string): Buffer {
  const table = tables.get(encoding) ?? makeTable(encoding)
  tables.set(encoding, table)
  const bytes = [...text].flatMap(character => {
    const encoded = table.get(character)
    if (!encoded) throw new Error(`${encoding} has no ${character}`)
    return encoded
  })
  return Buffer.from(bytes)
}

function makeTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    try {
      const characters = [...decoder.decode(Uint8Array.from(bytes))]
      const [only] = characters
      if (only !== undefined && characters.length === 1 && !table.has(only)) table.set(only, bytes)
    } catch {
      // No character has these bytes.
    }
  }
  for (let byte = 0; byte < 256; byte++) add([byte])
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x30; trail < 0xff; trail++) add([lead, trail])
  return table
}

/** Encodes text in UTF-16 or UTF-32 of either byte order, without a mark. */
export function encodeWide(
  text: string,
  encoding: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be',
): Buffer {
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16be' ? bytes.swap16() : bytes
  }
  const points = [...text].map(character => character.codePointAt(0) as number)
  const bytes = Buffer.alloc(points.length * 4)
  points.forEach((point, index) => {
    if (encoding === 'utf-32le') bytes.writeUInt32LE(point, index * 4)
    else bytes.writeUInt32BE(point, index * 4)
  })
  return bytes
}
