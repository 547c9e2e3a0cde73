/** Notes that all customers of a region share. */
export const regionNotes = {
  'regionNotes.title': '地区情况',
  'regionNotes.shared': '写一次，同一地区的客户都能看到。',
  'regionNotes.none': '还没有写。',
  'regionNotes.add': '填写',
  'regionNotes.edit': '{region}的地区情况',
  'regionNotes.saved': '已保存{region}的地区情况',
  'regionNotes.aspect.culture': '文化',
  'regionNotes.aspect.customs': '习俗',
  'regionNotes.aspect.potential': '发展潜力',
  'regionNotes.aspect.policy': '政府政策动态',
} as const
