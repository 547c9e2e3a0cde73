/** A district or city by its former name, with what it is part of now. */
type RenamedPlace = { readonly former: string; readonly within: string; readonly now: string }

const renamed = (within: string, now: string, ...former: string[]): RenamedPlace[] =>
  former.map(name => ({ former: name, within, now }))

/**
 * Lists places whose names went when they were merged into another; a county that became a city or a district with the same
 * name is not among them, since its name tells.
 *
 * Source: notices of the Ministry of Civil Affairs, 1997 to 2023; the ones that stand on parcels most often.
 */
export const renamedPlaces: readonly RenamedPlace[] = [
  ...renamed('北京市', '东城区', '崇文区'),
  ...renamed('北京市', '西城区', '宣武区'),
  ...renamed('天津市', '滨海新区', '塘沽区', '汉沽区', '大港区'),
  ...renamed('上海市', '静安区', '闸北区'),
  ...renamed('上海市', '黄浦区', '卢湾区', '南市区'),
  ...renamed('上海市', '浦东新区', '南汇区', '南汇县'),
  ...renamed('杭州市', '拱墅区', '下城区'),
  ...renamed('杭州市', '上城区', '江干区'),
  ...renamed('宁波市', '鄞州区', '江东区'),
  ...renamed('南京市', '秦淮区', '白下区'),
  ...renamed('南京市', '鼓楼区', '下关区'),
  ...renamed('无锡市', '梁溪区', '崇安区', '南长区', '北塘区'),
  ...renamed('苏州市', '姑苏区', '沧浪区', '平江区', '金阊区'),
  ...renamed('苏州市', '吴江区', '吴江市'),
  ...renamed('淮安市', '淮安区', '楚州区'),
  ...renamed('三明市', '三元区', '梅列区'),
  ...renamed('洛阳市', '孟津区', '吉利区'),
  ...renamed('青岛市', '市北区', '四方区'),
  ...renamed('青岛市', '黄岛区', '胶南市'),
  ...renamed('济南市', '莱芜区', '莱城区'),
  ...renamed('烟台市', '蓬莱区', '长岛县'),
  ...renamed('广州市', '越秀区', '东山区'),
  ...renamed('广州市', '荔湾区', '芳村区'),
  ...renamed('广州市', '黄埔区', '萝岗区'),
  ...renamed('哈尔滨市', '香坊区', '动力区'),
  ...renamed('南宁市', '横州市', '横县'),
  ...renamed('长沙市', '望城区', '望城县'),
  ...renamed('湖北省', '襄阳市', '襄樊市'),
  ...renamed('云南省', '普洱市', '思茅市', '思茅地区'),
  ...renamed('济南市', '莱芜区', '莱芜市'),
  ...renamed('合肥市', '巢湖市', '巢湖地区'),
]
