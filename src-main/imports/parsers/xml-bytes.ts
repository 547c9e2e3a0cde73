import { AppError } from '#shared/contract/app-error.ts'
import { cellText } from './xml-text.ts'

/** Bytes that the scanners look for. */
export const LESS_THAN = 0x3c
export const GREATER_THAN = 0x3e
export const SLASH = 0x2f

const RUN_END = Buffer.from('</rPh>')
const LETTER_T = 0x74
const LETTER_R = 0x72

/** Buffer's own decoders, which its type leaves out; toString would look them up again for every cell. */
type Slices = { utf8Slice(from: number, to: number): string; latin1Slice(from: number, to: number): string }

/** Decodes the UTF-8 bytes [from, to). */
export function utf8Text(bytes: Buffer, from: number, to: number): string {
  return (bytes as unknown as Slices).utf8Slice(from, to)
}

/** Decodes the bytes [from, to) one to one. */
export function latin1Text(bytes: Buffer, from: number, to: number): string {
  return (bytes as unknown as Slices).latin1Slice(from, to)
}

/** Returns the next place of `byte` in [from, end). Errors: file-damaged when there is none. */
export function findByte(bytes: Buffer, byte: number, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at] !== byte) at++
  if (at >= end) throw new AppError('file-damaged')
  return at
}

/** Returns the next place of `byte`, or -1. Faster than Buffer's indexOf where it lies near, as tags do. */
export function seekByte(bytes: Buffer, byte: number, from: number): number {
  const end = bytes.length
  for (let at = from; at < end; at++) if (bytes[at] === byte) return at
  return -1
}

/** True for a byte that can follow the name of a tag. */
export function isNameEnd(byte: number | undefined): boolean {
  return (
    byte === GREATER_THAN ||
    byte === 0x20 ||
    byte === SLASH ||
    byte === 0x0a ||
    byte === 0x0d ||
    byte === 0x09
  )
}

/** True when the tag from `from` to its '>' asks for white space to be kept. */
export function asksToKeepSpace(bytes: Buffer, from: number, to: number): boolean {
  return to - from > 2 && latin1Text(bytes, from, to).includes('preserve')
}

/**
 * Joins the text of all <t> in [from, to), leaving out phonetic runs (<rPh>).
 *
 * Errors: file-damaged when a tag or a run is not closed.
 */
export function readRichText(bytes: Buffer, from: number, to: number, keepsSpace: boolean): string {
  let text = ''
  let at = bytes.indexOf(LESS_THAN, from)
  while (at >= 0 && at < to) {
    const name = bytes[at + 1]
    if (name === LETTER_R && bytes[at + 2] === 0x50 && bytes[at + 3] === 0x68 && isNameEnd(bytes[at + 4])) {
      at = findEnd(bytes, RUN_END, at, to)
    } else if (name === LETTER_T && isNameEnd(bytes[at + 2])) {
      const tagEnd = findByte(bytes, GREATER_THAN, at, to)
      if (bytes[tagEnd - 1] !== SLASH) {
        const textEnd = findByte(bytes, LESS_THAN, tagEnd, to)
        const keeps = keepsSpace || asksToKeepSpace(bytes, at + 1, tagEnd)
        text += cellText(utf8Text(bytes, tagEnd + 1, textEnd), keeps)
      }
    }
    at = bytes.indexOf(LESS_THAN, at + 1)
  }
  return text
}

function findEnd(bytes: Buffer, closing: Buffer, from: number, to: number): number {
  const at = bytes.indexOf(closing, from)
  if (at < 0 || at >= to) throw new AppError('file-damaged')
  return at
}
