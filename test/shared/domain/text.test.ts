import { describe, expect, it } from 'vitest'
import {
  findShownRange,
  isMaskedPhone,
  isPhonePlausible,
  isVirtualPhone,
  mapSearchText,
  toPhoneKey,
  toSearchText,
  toStoredText,
  toStoredTextOrNull,
} from '#shared/domain/text.ts'

it('toStoredTextOrNull keeps nothing of a text that is missing or blank', () => {
  expect([' 好 ', ' \u3000 ', '', null].map(toStoredTextOrNull)).toEqual(['好', null, null, null])
})

describe('toStoredText', () => {
  it('unifies radicals, trims, turns CRLF to LF and keeps full-width and compatibility characters', () => {
    expect(toStoredText(' 表⽰（上海）①㎡，\r\n好 ')).toBe('表示（上海）①㎡，\n好')
  })

  it.each([
    ['a Kangxi radical', '明确表⽰拒绝的', '明确表示拒绝的'],
    ['a CJK radical', '⻋站⻅面', '车站见面'],
    ['a CJK radical whose character is outside the BMP', '⺇', '\u{20628}'],
    ['a decomposed letter', 'Zoe\u0308', 'Zoë'],
    ['a byte order mark', '\ufeff编号', '编号'],
    ['a zero-width space inside', '张\u200b三', '张三'],
    ['an ideographic space at the ends', '　李四　', '李四'],
    ['a no-break space at the ends', '\u00a0李四\u00a0', '李四'],
    ['a compatibility ideograph', '\uf90a', '金'],
    ['an unpaired surrogate', 'a\ud800b', 'a\ufffdb'],
    ['nothing but blanks', ' \t\u200b\u3000', ''],
  ])('changes %s', (_, text, stored) => {
    expect(toStoredText(text)).toBe(stored)
  })

  it.each([
    ['the joiner of an emoji', '👩‍👧 家'],
    ['a non-joiner', 'می‌خواهم'],
    ['characters outside the BMP', '张𬭎㛃𠮷'],
    ['a blank inside', '张 三　丰'],
    ['a lone line feed', '一\n二'],
    ['traditional characters', '張學友'],
    ['a radical without a unified character', '⺀⺚'],
    ['SQL, HTML and a formula', `'; DROP TABLE customer;-- <b>=1+1</b>`],
  ])('keeps %s', (_, text) => {
    expect(toStoredText(text)).toBe(text)
  })

  it('changes nothing the second time', () => {
    for (const text of [' ⼀\u0301\u200b ', '\u200b \ufeff x', 'e\u200b\u0301', '\r\r\n\n'])
      expect(toStoredText(toStoredText(text))).toBe(toStoredText(text))
  })
})

describe('toSearchText', () => {
  it.each([
    ['ＶＩＰ　⽰①', 'vip 示1'],
    ['１３８－００００', '138-0000'],
    ['㎡', 'm2'],
    ['张\u200d三\u200b', '张三'],
    ['a \n\t b', 'a b'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['éＡ', 'éa'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(toSearchText(text)).toBe(folded)
  })

  it('keeps traditional and simplified characters apart', () => {
    expect(toSearchText('張')).not.toBe(toSearchText('张'))
  })

  it('finds a radical where the text has the character and the other way round', () => {
    expect(toSearchText('⽰')).toBe(toSearchText('示'))
    expect(toSearchText('⻅')).toBe(toSearchText('见'))
  })
})

describe('mapSearchText', () => {
  it('keeps where each unit comes from when one character becomes several', () => {
    expect(mapSearchText('Ａ㎡')).toEqual({ text: 'am2', starts: [0, 1, 1], ends: [1, 2, 2] })
  })

  it.each([
    '上海市　浦东新区①号',
    '  a  b  ',
    'e\u0301té',
    '张\u200b三👩‍👧𬭎',
    '\u1112\u1161\u11ab 한',
    'ΑΣ Σ',
    '',
    '\u0301a',
    'x\n',
  ])('gives the search form of %j', text => {
    const { text: folded, starts, ends } = mapSearchText(text)
    expect(folded).toBe(toSearchText(text))
    for (let unit = 0; unit < folded.length; unit++) {
      expect(starts[unit]).toBeLessThan(ends[unit] ?? 0)
      expect(ends[unit]).toBeLessThanOrEqual(text.length)
    }
  })

  it('marks the shown characters of a part in the middle', () => {
    const text = '地址：１２８号'
    const { text: folded, starts, ends } = mapSearchText(text)
    const at = folded.indexOf('28')
    expect(text.slice(starts[at], ends[at + 1])).toBe('２８')
  })
})

describe('findShownRange', () => {
  it.each([
    ['地址：１２８号', '28', '２８'],
    ['㎡x', 'x', 'x'],
    ['㎡x', '2', '㎡'],
    ['浙江省  杭州市', '省 杭', '省  杭'],
    ['  浙江', '浙', '浙'],
    ['张\u200b三 ＶＩＰ', '三 v', '三 Ｖ'],
    ['⽰例', '示', '⽰'],
  ])('in %j the part %j is shown as %j', (text, part, shown) => {
    const start = toSearchText(text).indexOf(part)
    expect(text.slice(...findShownRange(text, start, start + part.length))).toBe(shown)
  })
})

describe('toPhoneKey', () => {
  it.each([
    ['13800001107', '13800001107'],
    ['+86 138-0000-1107', '13800001107'],
    ['0086 13800001107', '13800001107'],
    ['8613800001107', '13800001107'],
    ['86-138-0000-1107', '13800001107'],
    ['１３８　００００　１１０７', '13800001107'],
    ['138.0000.1107', '13800001107'],
    ['(0571) 8888-6666', '057188886666'],
    ['+86 571 8888 6666', '057188886666'],
    ['+86 10 8888 6666', '01088886666'],
    ['+86 (0)10 8888 6666', '01088886666'],
    ['+86 400 800 1234', '4008001234'],
    ['0571—88886666', '057188886666'],
    ['+1 212 555 0123', '12125550123'],
    ['86001234', '86001234'],
    ['18400001107-8023', '184000011078023'],
    ['138****1107', ''],
    ['无', ''],
    ['', ''],
  ])('makes %j to %j', (text, key) => {
    expect(toPhoneKey(text)).toBe(key)
  })
})

describe('the kinds of phone numbers', () => {
  it.each(['138****1107', '138＊＊＊＊1107', '138XXXX1107', '****1107', '138••••1107'])(
    '%j is masked and cannot be dialled',
    text => {
      expect(isMaskedPhone(text)).toBe(true)
      expect(isPhonePlausible(text)).toBe(false)
    },
  )

  it.each(['13800001107', '010-88886666 ext 801', '张*', ''])('%j is not masked', text => {
    expect(isMaskedPhone(text)).toBe(false)
  })

  it.each([
    '18400001107-8023',
    '18400001107转8023',
    '18400001107,8023',
    '184 0000 1107 转 8023',
    '184-0000-1107-8023',
    '18400001107[8023]',
    '+86 18400001107#8023',
    '18400001107ext.8023',
  ])('%j is a virtual number', text => {
    expect(isVirtualPhone(text)).toBe(true)
    expect(isPhonePlausible(text)).toBe(true)
  })

  it.each(['138-0000-1107', '13800001107', '010-88886666-801', '0571-88886666转12', '138****1107-12', ''])(
    '%j is not virtual',
    text => {
      expect(isVirtualPhone(text)).toBe(false)
    },
  )

  it.each([
    '13800001107',
    '138 0000 1107',
    '+86-138-0000-1107',
    '010-88886666',
    '(0571)88886666-12',
    '400-800-1234',
    '95588',
    '88886666',
    '+1 (212) 555-0123',
    '1 3 8 0 0 0 0 1 1 0 7',
  ])('%j can be dialled', text => {
    expect(isPhonePlausible(text)).toBe(true)
  })

  it.each([
    '138000011',
    '138000011070',
    '1.38E+10',
    '1.38E10',
    '13800001107.0',
    '12',
    '电话不详',
    '',
    '138/139',
  ])('%j cannot be dialled', text => {
    expect(isPhonePlausible(text)).toBe(false)
  })
})
