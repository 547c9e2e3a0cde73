import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { characterReadings, surnameReadings, wordReadings } from '#main/search/pinyin-data.ts'
import { listSyllables, readCharacters } from '#main/search/pinyin-readings.ts'
import { findPinyin, pinyinNameTokens, pinyinTokens, readPinyinTerm } from '#main/search/pinyin-terms.ts'
import { pairToken, soundsToken, syllableToken } from '#main/search/tokens.ts'

const numbered = { toneType: 'num', v: true, toneSandhi: false, type: 'array' } as const
const letters = (key: string) => key.split('\u0001')[0]

describe('nameSortKey', () => {
  it('is syllables, tones and the name', () => {
    expect(nameSortKey('曾一')).toBe('zeng yi\u000111\u0001曾一')
  })

  it.each([
    ['单雄信', 'shan xiong xin'],
    ['曾样', 'zeng yang'],
    ['仇样', 'qiu yang'],
    ['解样', 'xie yang'],
    ['区样', 'ou yang'],
    ['查样', 'zha yang'],
    ['乐样', 'yue yang'],
    ['種樣', 'zhong yang'],
    ['單樣', 'shan yang'],
    ['尉迟样', 'yu chi yang'],
    ['万俟样', 'mo qi yang'],
    ['长孙样', 'zhang sun yang'],
    ['令狐样', 'ling hu yang'],
    ['欧阳样', 'ou yang yang'],
    ['王重阳', 'wang chong yang'],
    ['张长乐', 'zhang chang le'],
    ['吕样', 'lv yang'],
    ['张𬭎', 'zhang hong'],
    ['重庆火锅样例店', 'chong qing huo guo yang li dian'],
    ['单县第一样例店', 'dan xian di yi yang li dian'],
    ['Zoë 王', 'zoe wang'],
    ['ā明', 'a ming'],
    ['😀张三', 'zhang san'],
    ['（大）张三', 'da zhang san'],
    ['客户12号', 'ke hu 12 hao'],
  ])('reads %s as %s', (name, read) => {
    expect(letters(nameSortKey(name))).toBe(read)
  })

  it('puts names in the order of the dictionary, with Latin ones among them by their letters', () => {
    const sorted = [
      '12号',
      'ā明',
      '阿样',
      'Alice',
      '安样',
      'Bob',
      '李四',
      '里四',
      '连样',
      '张三',
      '章三',
      '掌三',
      'さくら',
    ]
    const shuffled = [...sorted].reverse()
    const compare = (one: string, other: string) =>
      Buffer.compare(Buffer.from(nameSortKey(one)), Buffer.from(nameSortKey(other)))
    expect(shuffled.sort(compare)).toEqual([
      '12号',
      'ā明',
      '阿样',
      'Alice',
      '安样',
      'Bob',
      '李四',
      '里四',
      '连样',
      '张三',
      '章三',
      '掌三',
      'さくら',
    ])
  })

  it('keeps equal names together', () => {
    expect(nameSortKey('张三')).toBe(nameSortKey('张三'))
    expect(nameSortKey('张三')).not.toBe(nameSortKey('章三'))
  })

  it('of nothing is smaller than of anything', () => {
    expect(nameSortKey('') < nameSortKey('1')).toBe(true)
  })
})

describe('the shipped readings', () => {
  it('are those of the dictionary they were made from', () => {
    for (const line of characterReadings.split('\n').filter(Boolean)) {
      const [first, ...rest] = line.split(' ')
      for (const character of rest.at(-1) ?? '') {
        expect(pinyin(character, { ...numbered, multiple: true })[0], character).toBe(first)
      }
    }
  })

  it('are those of its words and surnames', () => {
    for (const line of wordReadings.split('\n').filter(Boolean)) {
      const [word = '', ...readings] = line.split(' ')
      expect(pinyin(word, numbered), word).toEqual(readings)
    }
    const own = ['种', '單', '樂', '員', '區', '蓋', '車', '繆']
    for (const line of surnameReadings.split('\n').filter(Boolean)) {
      const [surname = '', ...readings] = line.split(' ')
      if (own.includes(surname)) continue
      expect(pinyin(surname, { ...numbered, mode: 'surname', surname: 'head' }), surname).toEqual(readings)
    }
  })

  it('cover every character of GB 2312', () => {
    const decoder = new TextDecoder('gb18030')
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
        const character = decoder.decode(Uint8Array.of(row, cell))
        expect(readCharacters(`一二三四${character}`)[4]?.readings.length, character).toBeGreaterThan(0)
      }
  })

  it('are some 400 syllables of small letters', () => {
    expect(listSyllables().length).toBeGreaterThan(390)
    for (const syllable of listSyllables()) expect(syllable).toMatch(/^[a-z]{1,6}$/)
  })
})

describe('readPinyinTerm', () => {
  it.each([
    [
      'zhy',
      [
        ['zh', 'y'],
        ['z', 'h', 'y'],
      ],
    ],
    ['zs', [['z', 's']]],
    ['z', [['z']]],
    ['wang', [['wang'], ['wan', 'g'], ['w', 'ang'], ['w', 'a', 'n', 'g']]],
    ['hzyhwlkj', [['h', 'z', 'y', 'h', 'w', 'l', 'k', 'j']]],
    ['xi', [['xi']]],
    ['vip', []],
    ['uuu', []],
    ['a1', []],
    ['张', []],
    ['', []],
  ])('reads %s as %j', (term, readings) => {
    expect(readPinyinTerm(term)).toEqual(readings)
  })

  it('stops at what no name can be', () => {
    expect(readPinyinTerm('a'.repeat(40))).toEqual([])
    expect(readPinyinTerm('shuang'.repeat(6)).length).toBeLessThan(60)
  })
})

describe('a name found by pinyin', () => {
  it.each([
    ['张三丰', 'zsf', [0, 3]],
    ['张三丰', 'zhangsanfeng', [0, 3]],
    ['张三丰', 'zhangs', [0, 2]],
    ['张三丰', 'zhsf', [0, 3]],
    ['张三丰', 'zhsanf', [0, 3]],
    ['张三丰', 'zha', [0, 1]],
    ['张三丰', 'san', [1, 2]],
    ['张三丰', 'sf', [1, 3]],
    ['张三丰', 'f', [2, 3]],
    ['张三丰', 'zf', null],
    ['张三丰', 'zang', null],
    ['张三丰', 'zhansan', null],
    ['曾样', 'zeng', [0, 1]],
    ['曾样', 'ceng', [0, 1]],
    ['单样', 'shany', [0, 2]],
    ['单样', 'dany', [0, 2]],
    ['仇样', 'qiu', [0, 1]],
    ['仇样', 'chou', [0, 1]],
    ['张长乐', 'zcl', [0, 3]],
    ['张长乐', 'zzy', [0, 3]],
    ['张重样', 'zcy', [0, 3]],
    ['张重样', 'zzy', [0, 3]],
    ['吕样', 'lv', [0, 1]],
    ['sam 张三', 'zs', [4, 6]],
    ['张 三', 'zs', null],
    ['西安样例', 'xian', [0, 2]],
    ['先样', 'xian', [0, 1]],
  ])('%s by %s: %j', (name, term, place) => {
    const readings = readPinyinTerm(term)
    expect(findPinyin(name, readings)).toEqual(place)
  })

  it('is given by its tokens whenever the name has the reading', () => {
    const names = ['张三丰', '曾长乐', '欧阳样一', '单重', '尉迟样样', '长江样例商行', 'a王b李', '赵张三']
    const terms = [
      'zsf',
      'zh',
      'zhs',
      'zeng',
      'czl',
      'zhangsanf',
      'ouy',
      'ouyangyangy',
      'sc',
      'dz',
      'ycy',
      'cjyl',
      'w',
      'l',
      'zzs',
      'zhzhs',
      'wl',
    ]
    let found = 0
    for (const name of names) {
      const stored = new Set(pinyinNameTokens(name))
      for (const term of terms)
        for (const parts of readPinyinTerm(term)) {
          const { groups, isExact } = pinyinTokens(parts)
          const isCandidate = groups.every(group => group.some(token => stored.has(token)))
          const isFound = findPinyin(name, [parts]) !== null
          if (isFound) found++
          if (isFound) expect(isCandidate, `${term} ${name}`).toBe(true)
          if (isExact) expect(isFound, `${term} ${name}`).toBe(isCandidate)
        }
    }
    expect(found).toBeGreaterThan(15)
  })

  it('has tokens for syllables, first sounds and their runs, in every reading', () => {
    expect(new Set(pinyinNameTokens('张三丰'))).toEqual(
      new Set([
        ...['zhang', 'san', 'feng'].map(syllableToken),
        pairToken('zhang', 's'),
        pairToken('zhang', 'san'),
        pairToken('san', 'feng'),
        pairToken('san', 'f'),
        ...['z', 'ẑ', 's', 'f', 'zs', 'ẑs', 'sf', 'zsf'].map(soundsToken),
      ]),
    )
    const tokens = new Set(pinyinNameTokens('单'))
    expect(tokens).toContain(syllableToken('shan'))
    expect(tokens).toContain(syllableToken('dan'))
  })
})
