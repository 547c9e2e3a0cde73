import { describe, expect, it } from 'vitest'
import { TokenWriter } from '#main/search/token-writer.ts'
import { isWordStartTerm, kindOf, soundsToken, syllableToken, termTokens } from '#main/search/tokens.ts'

const start = '\u0080'
const dash = '\ufddc'
const at = '\ufde5'

function tokensOf(...texts: string[]): string[] {
  const writer = new TokenWriter()
  for (const text of texts) writer.addText(text)
  const tokens = new TextDecoder().decode(writer.copy()).split(' ').filter(Boolean)
  return [...new Set(tokens)].sort()
}

describe('the tokens of a stored text', () => {
  it('are the 1-, 2- and 3-grams of Chinese characters', () => {
    expect(tokensOf('西湖区文')).toEqual(
      ['西', '湖', '区', '文', '西湖', '湖区', '区文', '西湖区', '湖区文'].sort(),
    )
  })

  it('are 2-, 3- and 4-grams of digits, and the first digit', () => {
    expect(tokensOf('13807')).toEqual(
      [`${start}1`, '13', '38', '80', '07', '138', '380', '807', '1380', '3807'].sort(),
    )
  })

  it('are 3-grams of a to z, the first letter and the first two', () => {
    expect(tokensOf('vipa')).toEqual([`${start}v`, `${start}vi`, 'vip', 'ipa'].sort())
  })

  it('go across Chinese characters, letters and digits', () => {
    expect(tokensOf('路3号b座')).toEqual(
      [
        '路',
        '路3',
        `${start}3`,
        '路3号',
        '3号',
        '号',
        '号b',
        '3号b',
        `${start}b`,
        '号b座',
        'b座',
        '座',
      ].sort(),
    )
  })

  it('go across signs by three only, and never across blanks', () => {
    expect(tokensOf('甲-乙 丙')).toEqual(['甲', dash, `甲${dash}乙`, '乙', '丙'].sort())
  })

  it('keep characters outside the BMP and emoji whole', () => {
    expect(tokensOf('张𬭎😀')).toEqual(['张', '𬭎', '张𬭎', '😀', '张𬭎😀'].sort())
  })

  it('hold no ASCII sign, since the tokenizer of the index would cut there', () => {
    const all = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).join('')
    for (const token of tokensOf(all.toLowerCase())) expect(token).toMatch(/^[a-z0-9\u0080-\uffff]+$/)
  })

  it('stand for different ASCII signs differently', () => {
    const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~']
    expect(tokensOf(signs.join(' '))).toHaveLength(signs.length)
  })

  it('begin anew with every text', () => {
    expect(tokensOf('甲', '乙')).toEqual(['乙', '甲'])
  })

  it('of a long text are complete', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    expect(tokensOf(text)).toHaveLength(3 * 20_000 - 3)
  })
})

describe('the tokens of a term', () => {
  it.each([
    ['杭州', ['杭州'], true],
    ['西湖区', ['西湖区'], true],
    ['杭州西湖区', ['杭州西', '州西湖', '西湖区'], false],
    ['杭州西湖', ['杭州西', '州西湖'], false],
    ['三路12号', ['三路1', '路12', '12号'], false],
    ['1107', ['1107'], true],
    ['13800001107', ['1380', '3800', '8000', '0000', '0001', '0011', '0110', '1107'], false],
    ['07', ['07'], true],
    ['7', [`${start}7`], true],
    ['vi', [`${start}vi`], true],
    ['3号', ['3号'], true],
    ['-', [dash], true],
    ['a-', [dash], false],
    ['-a', [dash, `${start}a`], false],
    ['a-b', [`a${dash}b`], true],
    ['@qq.com', [`${at}qq`, 'qq\ufddd', 'q\ufdddc', '\ufdddco', 'com'], false],
    ['𬭎', ['𬭎'], true],
  ])('%j are %j', (term, tokens, isExact) => {
    expect(termTokens(term)).toEqual({ tokens, isExact })
  })

  it('are at most twelve', () => {
    expect(termTokens('一二三四五六七八九十'.repeat(20)).tokens.length).toBeLessThanOrEqual(12)
  })

  it('are among those of every text that has the term', () => {
    const text = '浙江省杭州市文三路123号b-2座402室(tb_01号)500ml'
    const stored = new Set(tokensOf(`x${text}`, text))
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= text.length; to++) {
        const term = text.slice(from, to)
        if (isWordStartTerm(term)) continue
        for (const token of termTokens(term).tokens) expect(stored, `${token} of ${term}`).toContain(token)
      }
  })

  it('cannot be made of nothing', () => {
    expect(() => termTokens('')).toThrow(RangeError)
    expect(() => termTokens('\u0001')).toThrow(RangeError)
  })
})

describe('the kinds of characters', () => {
  it.each([
    ['a', 'latin'],
    ['7', 'digit'],
    ['张', 'letter'],
    ['é', 'letter'],
    ['あ', 'letter'],
    ['𠮷', 'letter'],
    ['、', 'sign'],
    ['😀', 'sign'],
    ['#', 'sign'],
    [' ', undefined],
    ['\u0080', undefined],
    ['\ufdd0', undefined],
    ['\u{2ee5f}', 'letter'],
    ['\u{1fae9}', 'sign'],
  ])('%j is a %s', (character, kind) => {
    expect(kindOf(character.codePointAt(0) ?? 0)).toBe(kind)
  })

  it('keep pinyin tokens apart from all others', () => {
    expect(new Set([soundsToken('zs'), syllableToken('zs'), `${start}zs`, 'zs']).size).toBe(4)
  })
})
