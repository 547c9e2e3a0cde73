import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRegion } from '#main/customers/region/parse-region.ts'
import { listPlaces } from '#main/customers/region/place.ts'
import { shortName } from '#main/customers/region/place-forms.ts'
import { findDataFolder, NO_DATA } from '#test/data/data-folder.ts'

const shown = (address: string) => {
  const { province, city, district, confidence } = parseRegion(address)
  return [province, city, district, confidence].map(part => part ?? '-').join(' ')
}

describe('an address', () => {
  it.each([
    // Written in full.
    ['浙江省杭州市西湖区样例路 12 号', '浙江省 杭州市 西湖区 exact'],
    ['浙江省 杭州市 西湖区 样例路 12 号', '浙江省 杭州市 西湖区 exact'],
    ['中国浙江省，杭州市，西湖区，样例路', '浙江省 杭州市 西湖区 exact'],
    ['310000 浙江省杭州市西湖区样例路', '浙江省 杭州市 西湖区 exact'],
    ['收货地址：浙江省杭州市西湖区样例路', '浙江省 杭州市 西湖区 exact'],
    ['内蒙古自治区呼和浩特市新城区样例街', '内蒙古自治区 呼和浩特市 新城区 exact'],
    ['新疆维吾尔自治区乌鲁木齐市天山区样例路', '新疆维吾尔自治区 乌鲁木齐市 天山区 exact'],
    ['西藏自治区拉萨市城关区样例路', '西藏自治区 拉萨市 城关区 exact'],
    ['宁夏回族自治区银川市兴庆区样例路', '宁夏回族自治区 银川市 兴庆区 exact'],
    ['湖北省恩施土家族苗族自治州利川市样例路', '湖北省 恩施土家族苗族自治州 利川市 exact'],
    ['浙江省丽水市景宁畲族自治县样例镇', '浙江省 丽水市 景宁畲族自治县 exact'],
    ['黑龙江省大兴安岭地区漠河市样例镇', '黑龙江省 大兴安岭地区 漠河市 exact'],
    ['内蒙古自治区锡林郭勒盟锡林浩特市样例路', '内蒙古自治区 锡林郭勒盟 锡林浩特市 exact'],
    // Municipalities.
    ['北京市朝阳区样例路 1 号', '北京市 北京市 朝阳区 exact'],
    ['北京市北京市朝阳区样例路 1 号', '北京市 北京市 朝阳区 exact'],
    ['上海 上海市 浦东新区样例路', '上海市 上海市 浦东新区 exact'],
    ['北京市市辖区海淀区样例路', '北京市 北京市 海淀区 exact'],
    ['重庆市渝中区样例路', '重庆市 重庆市 渝中区 exact'],
    ['重庆市城口县样例镇', '重庆市 重庆市 城口县 exact'],
    ['天津滨海新区样例路', '天津市 天津市 滨海新区 exact'],
    ['上海浦东样例路 8 号', '上海市 上海市 浦东新区 likely'],
    // Abbreviated.
    ['浙江杭州西湖区样例路', '浙江省 杭州市 西湖区 exact'],
    ['广西 南宁 青秀区样例路', '广西壮族自治区 南宁市 青秀区 exact'],
    ['内蒙古包头昆都仑区样例路', '内蒙古自治区 包头市 昆都仑区 exact'],
    ['新疆喀什喀什市样例路', '新疆维吾尔自治区 喀什地区 喀什市 exact'],
    ['云南大理州大理市样例镇', '云南省 大理白族自治州 大理市 exact'],
    ['恩施州利川市样例路', '湖北省 恩施土家族苗族自治州 利川市 likely'],
    ['浙江杭州西湖样例路', '浙江省 杭州市 西湖区 likely'],
    ['浙江台州路桥区样例街', '浙江省 台州市 路桥区 exact'],
    ['浙江路桥区样例街', '浙江省 台州市 路桥区 likely'],
    // A city named like its province.
    ['吉林省吉林市昌邑区样例路', '吉林省 吉林市 昌邑区 exact'],
    ['吉林吉林昌邑区样例路', '吉林省 吉林市 昌邑区 exact'],
    ['吉林市昌邑区样例路', '吉林省 吉林市 昌邑区 likely'],
    ['海南藏族自治州共和县样例镇', '青海省 海南藏族自治州 共和县 likely'],
    ['海南省海口市龙华区样例路', '海南省 海口市 龙华区 exact'],
    // County-level cities, places directly below the province, cities without districts.
    ['江苏省昆山市样例镇', '江苏省 苏州市 昆山市 likely'],
    ['浙江义乌样例街', '浙江省 金华市 义乌市 likely'],
    ['昆山市样例镇', '江苏省 苏州市 昆山市 likely'],
    ['河南省济源市样例路', '河南省 - 济源市 exact'],
    ['河南省省直辖县级行政区划济源市样例路', '河南省 - 济源市 exact'],
    ['湖北省仙桃市样例路', '湖北省 - 仙桃市 exact'],
    ['湖北神农架林区样例镇', '湖北省 - 神农架林区 exact'],
    ['海南省琼海市样例镇', '海南省 - 琼海市 exact'],
    ['新疆石河子市样例路', '新疆维吾尔自治区 - 石河子市 exact'],
    ['广东省东莞市样例镇', '广东省 东莞市 - exact'],
    ['广东中山样例镇', '广东省 中山市 - exact'],
    // The province is missing.
    ['杭州市西湖区样例路', '浙江省 杭州市 西湖区 likely'],
    ['深圳市南山区样例路', '广东省 深圳市 南山区 likely'],
    ['深圳南山样例路', '广东省 深圳市 南山区 likely'],
    ['长春市朝阳区样例路', '吉林省 长春市 朝阳区 likely'],
    ['青秀区样例路', '广西壮族自治区 南宁市 青秀区 likely'],
    // Not enough to say.
    ['朝阳区样例路', '- - - unclear'],
    ['西湖区样例路', '- - - unclear'],
    ['河北省桥西区样例路', '河北省 - - unclear'],
    ['浙江省样例路', '浙江省 - - unclear'],
    ['浙江省杭州市样例路', '浙江省 杭州市 - likely'],
    ['浙江省杭州市鹿城区样例路', '浙江省 杭州市 - unclear'],
    ['样例路 12 号', '- - - unclear'],
    ['', '- - - unclear'],
    // Streets, parks and shops that are named like cities.
    ['上海路 12 号', '- - - unclear'],
    ['北京东路 12 号', '- - - unclear'],
    ['南京路步行街', '- - - unclear'],
    ['中山公园 3 号门', '- - - unclear'],
    ['重庆小面样例店', '重庆市 重庆市 - unclear'],
    ['江苏省南京市鼓楼区上海路', '江苏省 南京市 鼓楼区 exact'],
    ['上海市黄浦区南京东路', '上海市 上海市 黄浦区 exact'],
    ['广州天河路 1 号', '广东省 广州市 - unclear'],
    ['湖北武汉北京路', '湖北省 武汉市 - likely'],
    // Former names.
    ['杭州市下城区样例路', '浙江省 杭州市 拱墅区 likely'],
    ['北京市密云县样例镇', '北京市 北京市 密云区 likely'],
    ['北京市宣武区样例街', '北京市 北京市 西城区 likely'],
    ['湖北省襄樊市襄州区样例路', '湖北省 襄阳市 襄州区 likely'],
    // Hong Kong, Macau, Taiwan.
    ['香港特别行政区油尖旺区样例道', '香港特别行政区 - 油尖旺区 exact'],
    ['香港 湾仔区 样例道', '香港特别行政区 - 湾仔区 exact'],
    ['台湾省台北市大安区样例路', '台湾省 台北市 大安区 exact'],
    // Something stands before it.
    ['林样一，13800001107，浙江省杭州市西湖区样例路', '浙江省 杭州市 西湖区 likely'],
  ])('%s lies in %s', (address, expected) => {
    expect(shown(address)).toBe(expected)
  })
})

describe('the name of a place', () => {
  it.each([
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['海西蒙古族藏族自治州', '海西'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['巴音郭楞蒙古自治州', '巴音郭楞'],
    ['浦东新区', '浦东'],
    ['歙县', undefined],
  ])('%s is %s for short', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})

describe('the tables of the divisions', () => {
  it('hold every district, and each is read out of its own full path', () => {
    const districts = listPlaces().filter(place => place.level === 'district')
    expect(districts.length).toBeGreaterThan(2900)
    const missed = districts.flatMap(({ code, name, parent }) => {
      const city = parent?.isNominal ? '' : parent?.name
      const address = `${parent?.parent?.name}${city}${name}样例路 1 号`
      const region = parseRegion(address)
      return region.district === name && region.code === code && region.confidence === 'exact'
        ? []
        : [address]
    })
    expect(missed).toEqual([])
  })

  const folder = findDataFolder()
  it('of an older year lead to the places of today', ({ skip }) => {
    if (folder === null) return skip(NO_DATA)
    const table = (file: string) =>
      fs
        .readFileSync(path.join(folder, 'chinese', file), 'utf8')
        .split(/\r?\n/)
        .slice(1)
        .map(line => line.replaceAll('"', '').split(','))
    const provinces = new Map(table('province.csv').map(([, name, code]) => [code, name]))
    const cities = new Map(
      table('city.utf8bom.csv').map(([, name, above, code]) => [`${above}${code}`, name]),
    )
    const unread = table('area.csv').flatMap(([, name, province, city]) => {
      if (!name) return []
      const address = `${provinces.get(province)}${cities.get(`${province}${city}`) ?? ''}${name}`
      return parseRegion(address).district === null ? [address] : []
    })
    expect(unread).toEqual([])
  })
})
