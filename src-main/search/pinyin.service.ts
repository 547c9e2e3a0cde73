import { pinyin } from 'pinyin-pro'
import { toSearchText } from '#shared/domain/text.ts'

/**
 * Makes the key by which names are listed: toneless syllables, then tones, then the characters themselves.
 *
 * Shape: compared byte by byte (BINARY). Latin names stand among the Chinese ones by their letters, without accents;
 * digits before letters; other scripts and characters without a reading after them. Punctuation and emoji do not count.
 * Example: nameSortKey('曾一') -> 'zeng yi' + '\u0001' + '11' + '\u0001' + '曾一'
 */
export function nameSortKey(name: string): string {
  const folded = toSearchText(name)
  const words = folded.replace(/\p{Script=Han}+/gu, ' $& ').split(/[^\p{L}\p{N}\p{M}]+/u)
  const syllables: string[] = []
  let tones = ''
  for (const word of words.filter(Boolean)) {
    for (const part of readWord(word, folded.startsWith(word) && word.length <= 4)) {
      const [, letters = part, tone = '0'] = /^(.+?)([0-5])?$/u.exec(part) ?? []
      syllables.push(letters)
      tones += tone
    }
  }
  return `${syllables.join(' ')}\u0001${tones}\u0001${folded}`
}

function readWord(word: string, isName: boolean): string[] {
  if (!/\p{Script=Han}/u.test(word)) return [word.normalize('NFD').replace(/\p{M}/gu, '')]
  const mode = isName ? ({ mode: 'surname', surname: 'head' } as const) : {}
  return pinyin(word, { ...mode, toneType: 'num', type: 'array', v: true, toneSandhi: false })
}
