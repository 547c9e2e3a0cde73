import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive attachments and fields for pictures; its fields, their choices and values stay as they are', () => {
  const read = {
    fields: 'SELECT * FROM field_definition ORDER BY field_id',
    options: 'SELECT * FROM field_option ORDER BY field_option_id',
    values: 'SELECT * FROM field_value',
    last: "SELECT seq FROM sqlite_sequence WHERE name = 'field_definition'",
  }
  withUpgradedArchive(
    { from: 340, to: 350 },
    older => {
      const run = (sql: string) => older.prepare(sql).run()
      run(`INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`)
      run(`INSERT INTO field_definition (field_id, field_group_id, name, value_kind, position, default_value)
           VALUES (900, 1, '样例字段', 'choice', 9, '5'), (901, 1, '删掉的', 'text', 10, NULL)`)
      run('DELETE FROM field_definition WHERE field_id = 901')
      run("INSERT INTO field_option (field_id, name, position) VALUES (900, '样例', 1)")
      run('INSERT INTO field_value (customer_id, field_id, position, value) VALUES (1, 900, 0, 5)')
      return Object.values(read).map(sql => older.prepareRead(sql).all())
    },
    (db, before) => {
      expect(Object.values(read).map(sql => db.prepareRead(sql).all())).toEqual(before)
      const addField = (kind: string) => () =>
        db
          .prepare(
            "INSERT INTO field_definition (field_group_id, name, value_kind, position) VALUES (1, '样例', ?, 11)",
          )
          .run(kind)
      expect(addField('image')).not.toThrow()
      expect(addField('video')).toThrow(/CHECK/)
      const next = db.prepareRead('SELECT max(field_id) AS id FROM field_definition').get()
      expect(next).toEqual({ id: 902 })
      const name = 'a'.repeat(64)
      const addFile = (contentName: string) => () =>
        db
          .prepare(
            `INSERT INTO stored_file (content_name, file_name, media_type, size_bytes, sha256, stored_at)
             VALUES (?, 'a.txt', 'application/octet-stream', 1, ?, '2026-01-01')`,
          )
          .run(contentName, name)
      expect(addFile(name)).not.toThrow()
      expect(addFile(name)).toThrow(/UNIQUE/)
      expect(addFile('../a')).toThrow(/CHECK/)
      const attach = (storedFileId: number) => () =>
        db
          .prepare(
            "INSERT INTO attachment (customer_id, stored_file_id, file_name, added_at) VALUES (1, ?, 'a', '2026-01-01')",
          )
          .run(storedFileId)
      expect(attach(1)).not.toThrow()
      expect(attach(2)).toThrow(/FOREIGN KEY/)
    },
  )
})
