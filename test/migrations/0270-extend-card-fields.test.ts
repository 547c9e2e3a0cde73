import { expect, it } from 'vitest'
import { listFields } from '#main/fields/field.service.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('adds built-in fields behind those of an older archive, and leaves its own fields and names as they are', () => {
  withUpgradedArchive(
    { from: 260, to: 270 },
    older => {
      older.prepare("UPDATE field_group SET name = '脾气' WHERE code = 'personality'").run()
      older
        .prepare(
          "INSERT INTO field_definition (field_group_id, name, value_kind, position) VALUES (4, '样例栏', 'text', 2)",
        )
        .run()
      return older.prepareRead<{ field_id: number }>('SELECT * FROM field_definition').all()
    },
    (db, before) => {
      const known = before.map(row => row.field_id)
      const after = db.prepareRead<{ field_id: number }>('SELECT * FROM field_definition').all()
      expect(after.filter(row => known.includes(row.field_id))).toEqual(before)
      const groups = listFields(db)
      const personality = groups.find(group => group.code === 'personality')
      expect([
        personality?.name,
        ...(personality?.fields.map(field => field.code ?? field.name) ?? []),
      ]).toEqual([...['脾气', 'character', '样例栏', 'psychology', 'psychology-evidence']])
      // K5 and D15 name five values each, in this order.
      const optionsOf = (code: string) =>
        groups
          .flatMap(group => group.fields)
          .find(field => field.code === code)
          ?.options.map(
            option => messagesZhCN[`card-option.${code}.${option.code}` as keyof typeof messagesZhCN],
          )
      expect(optionsOf('decision-stage')).toEqual([
        '引起需求',
        '搜集信息',
        '比较评价',
        '购买决策',
        '购后感受',
      ])
      expect(optionsOf('psychology')).toEqual(['实用主义', '追求品牌', '审美', '猎奇', '从众'])
      const names = groups.flatMap(({ code, fields }) => [
        `field-group.${code}`,
        ...fields.flatMap(field => [
          ...(field.code === null ? [] : [`card-field.${field.code}`]),
          ...field.options.map(option => `card-option.${field.code}.${option.code}`),
        ]),
      ])
      expect(names.filter(name => !Object.hasOwn(messagesZhCN, name))).toEqual([])
    },
  )
})
