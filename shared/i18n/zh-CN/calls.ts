/** A call by script: what to say at each step, and what was answered. */
export const calls = {
  'calls.open': '打电话',
  'calls.title': '和{name}通话',
  'calls.steps': '步骤',
  'calls.step.introduce': '说明来意',
  'calls.step.identify': '确认身份',
  'calls.step.needs': '需求和喜好',
  'calls.step.troubles': '困扰和期望',
  'calls.step.thanks': '感谢',
  'calls.words.introduce':
    '您好，{name}，我是{shop}的。我们正在做一次客户需求的了解，想向您请教几个问题，好把您照顾得更周到。现在方便说几分钟吗？',
  'calls.words.identify': '请问是{name}本人吗？下面的电话和邮箱，以后方便用来联系您吗？',
  'calls.words.needs':
    '想了解一下您平时购物的习惯：您更喜欢在网上买，还是到店里买？常买哪些品牌？对我们的东西，您有什么看法和建议？',
  'calls.words.troubles':
    '平时生活和工作里，有什么事让您觉得不方便、挺困扰的？对我们的东西和服务，您有什么期望？您觉得我们哪里可以做得更好？',
  'calls.words.thanks':
    '谢谢您耐心回答，您说的对{shop}很重要。用的时候有什么问题，或者想到什么建议，随时和我们联系。祝您生活愉快。',
  'calls.ourShop': '我们店',
  'calls.noContacts': '档案里没有电话和邮箱。',
  'calls.noFields': '这一步的几项不在客户卡上，听到的记到最后一步的备注里。',
  'calls.inFile': '档案里：{value}',
  'calls.note': '通话备注',
  'calls.note.hint': '还说了什么、约好了什么',
  'calls.note.head': '电话沟通',
  'calls.note.answer': '{name}：{value}',
  'calls.next': '下一步',
  'calls.previous': '上一步',
  'calls.save': '保存',
  'calls.save.hint': '写进客户卡，并记一条服务记录',
  'calls.nothing': '还没有记下什么',
  'calls.saved': '已保存和{name}的通话',
  'calls.kept': '上次没有保存的回答还在。',
  'calls.drop': '清空重来',
  'calls.conflict': '档案里的值刚才变了，对一对再保存。',
  'calls.refused':
    '这位客户 {day} 起拒绝联系：不要打电话推销。对方自己打来、或者为了办完订单，才可以说和记。',
  'calls.keys': 'Enter 下一格　Alt ← → 换步　Ctrl Enter 保存　Esc 收起',
} as const
