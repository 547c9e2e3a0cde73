const UNITS_AT_ONCE = 8_192
const REPLACEMENT = 0xfffd

/** Decodes UTF-32, which TextDecoder does not know; used in the same way. Code points that do not exist become U+FFFD. */
export class Utf32Decoder {
  private readonly isLittleEndian: boolean
  private rest: Buffer = Buffer.alloc(0)
  private isAtStart = true

  constructor(label: 'utf-32le' | 'utf-32be') {
    this.isLittleEndian = label === 'utf-32le'
  }

  /** Decodes the next chunk; with `stream` an unfinished last code point waits for the next one. */
  decode(chunk?: Uint8Array, options?: { readonly stream?: boolean }): string {
    const bytes = Buffer.concat([this.rest, chunk ?? new Uint8Array(0)])
    const whole = bytes.length - (bytes.length % 4)
    this.rest = bytes.subarray(whole)
    const text = this.decodeWhole(bytes, whole)
    const isCut = !options?.stream && this.rest.length > 0
    return isCut ? `${text}\ufffd` : text
  }

  private decodeWhole(bytes: Buffer, length: number): string {
    let text = ''
    let units: number[] = []
    for (let at = 0; at < length; at += 4) {
      const codePoint = this.isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
      const isMark = this.isAtStart && codePoint === 0xfeff
      this.isAtStart = false
      if (!isMark) units.push(isScalar(codePoint) ? codePoint : REPLACEMENT)
      if (units.length === UNITS_AT_ONCE) {
        text += String.fromCodePoint(...units)
        units = []
      }
    }
    return text + String.fromCodePoint(...units)
  }
}

function isScalar(codePoint: number): boolean {
  return codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff)
}
