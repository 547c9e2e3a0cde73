import './tags.css'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { TagList } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { Tag, TagId } from '#shared/domain/tag.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { MergeTagsDialog } from './merge-tags-dialog.tsx'
import { RemoveTagsDialog } from './remove-tags-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { type ConditionsRequest, TagRuleDialog } from './tag-rule-dialog.tsx'
import { type CountedTag, useCountedTags } from './use-counted-tags.ts'

/** Rows that are drawn; a shop with more finds the others by typing. */
const shownRows = 300

/** What is being done. `tag` null: a new one. */
type Open =
  | { readonly act: 'edit'; readonly tag: Tag | null }
  | { readonly act: 'rule'; readonly tag: CountedTag }
  | { readonly act: 'merge' | 'remove'; readonly tags: readonly CountedTag[] }

type TagsPageProps = {
  /** Says conditions in words, and enters them. */
  readonly renderRule: (rule: CustomerFilter) => ReactNode
  readonly renderConditions: (request: ConditionsRequest) => ReactNode
  /** Shows the customers with a tag in the list of all. */
  readonly onList: (tagId: TagId) => void
  readonly onMerged: (intoId: TagId, tagIds: readonly TagId[]) => void
}

/** All tags with their colours, last days, rules and customers: make, change, merge, remove. */
export function TagsPage({ renderRule, renderConditions, onList, onMerged }: TagsPageProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { tags, error } = useCountedTags()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<TagId>>(new Set())
  const [open, setOpen] = useState<Open | null>(null)
  const wanted = text.trim().toLocaleLowerCase()
  const found = tags?.filter(tag => tag.name.toLocaleLowerCase().includes(wanted)) ?? []
  const selected = tags?.filter(tag => chosen.has(tag.tagId)) ?? []
  const close = () => setOpen(null)
  const done = () => {
    setChosen(new Set())
    close()
  }
  const choose = (tagId: TagId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(tagId)
    else next.delete(tagId)
    setChosen(next)
  }
  return (
    <>
      <PageHead title={t('tags.title')} note={t('tags.note')}>
        <Button disabled={isReadOnly} onClick={() => setOpen({ act: 'edit', tag: null })}>
          {t('tags.add')}
        </Button>
        <Button
          disabled={isReadOnly || selected.length < 2}
          title={selected.length < 2 ? t('tags.mergeHint') : undefined}
          onClick={() => setOpen({ act: 'merge', tags: selected })}
        >
          {t('tags.merge')}
        </Button>
        <Button
          disabled={isReadOnly || selected.length === 0}
          title={selected.length === 0 ? t('tags.removeHint') : undefined}
          onClick={() => setOpen({ act: 'remove', tags: selected })}
        >
          {t('tags.remove')}
        </Button>
      </PageHead>
      {error && <ErrorNote error={error} />}
      {!tags && !error && <Skeleton lines={8} />}
      {tags?.length === 0 && <EmptyState text={t('tags.empty')} />}
      {tags && tags.length > 0 && (
        <div className="tags-page">
          <div className="row tags-above">
            <Input
              allowClear
              autoFocus
              className="tags-find"
              aria-label={t('tags.find')}
              placeholder={t('tags.find')}
              value={text}
              onChange={event => setText(event.target.value)}
            />
            {!isReadOnly && <span className="secondary">{t('tags.chooseHint')}</span>}
          </div>
          <table className="plain-table tags-table">
            <thead>
              <tr>
                <th aria-label={t('tags.choose')} />
                <th>{t('tags.name')}</th>
                <th>{t('tags.rule')}</th>
                <th className="right">{t('tags.customers')}</th>
                <th className="tags-day">{t('tags.expiresOn')}</th>
                <th aria-label={t('tags.edit')} />
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shownRows).map(tag => (
                <TagRow
                  key={tag.tagId}
                  tag={tag}
                  isChosen={chosen.has(tag.tagId)}
                  onChoose={isChosen => choose(tag.tagId, isChosen)}
                  renderRule={renderRule}
                  onList={() => onList(tag.tagId)}
                  onRule={isReadOnly ? undefined : () => setOpen({ act: 'rule', tag })}
                  onEdit={isReadOnly ? undefined : () => setOpen({ act: 'edit', tag })}
                />
              ))}
            </tbody>
          </table>
          {found.length === 0 && <p className="tertiary">{t('tags.noneFound', { text })}</p>}
          {found.length > shownRows && (
            <p className="tertiary">{t('tags.more', { count: found.length - shownRows })}</p>
          )}
        </div>
      )}
      {open?.act === 'edit' && <TagDialog tag={open.tag} tags={tags ?? []} onClose={close} />}
      {open?.act === 'rule' && (
        <TagRuleDialog
          tag={open.tag}
          rule={open.tag.rule}
          renderConditions={renderConditions}
          onClose={close}
        />
      )}
      {open?.act === 'merge' && (
        <MergeTagsDialog onMerged={onMerged} tags={open.tags} onDone={done} onClose={close} />
      )}
      {open?.act === 'remove' && <RemoveTagsDialog tags={open.tags} onDone={done} onClose={close} />}
    </>
  )
}

type TagRowProps = {
  readonly tag: CountedTag
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly renderRule: TagsPageProps['renderRule']
  readonly onList: () => void
  readonly onRule: (() => void) | undefined
  readonly onEdit: (() => void) | undefined
}

function TagRow({ tag, isChosen, onChoose, renderRule, onList, onRule, onEdit }: TagRowProps) {
  const { t } = useTranslation()
  const { data: facts } = useRequest('program.facts', {})
  const isOver = tag.expiresOn !== null && facts !== undefined && tag.expiresOn < facts.today
  return (
    <tr>
      <td>
        <Checkbox
          checked={isChosen}
          aria-label={t('tags.chooseOne', { name: tag.name })}
          onChange={event => onChoose(event.target.checked)}
        />
      </td>
      <td>
        <TagList tags={[tag.name]} limit={1} />
      </td>
      <td className="tag-rule">
        {tag.rule && <span className="tag-rule-words">{renderRule(tag.rule.rule)}</span>}
        {tag.rule?.problem && (
          <span className="tag-rule-problem">{t(`tags.ruleProblem.${tag.rule.problem}`)}</span>
        )}
        {onRule ? (
          <LinkButton onClick={onRule} label={t('tags.ruleTitle', { name: tag.name })}>
            {t(tag.rule ? 'tags.ruleEdit' : 'tags.ruleAdd')}
          </LinkButton>
        ) : (
          !tag.rule && <span className="tertiary">{t('tags.byHand')}</span>
        )}
      </td>
      <td className="right num">
        {tag.count === 0 && '0'}
        {tag.count !== undefined && tag.count > 0 && (
          <LinkButton onClick={onList} label={t('tags.list', { name: tag.name, count: tag.count })}>
            {formatNumber(tag.count)}
          </LinkButton>
        )}
      </td>
      <td className="num tags-day">
        {tag.expiresOn ?? <span className="tertiary">{t('tags.never')}</span>}
        {isOver && <span className="tertiary"> {t('tags.over')}</span>}
      </td>
      <td className="right">
        {onEdit && (
          <LinkButton onClick={onEdit} label={t('tags.editOne', { name: tag.name })}>
            {t('tags.edit')}
          </LinkButton>
        )}
      </td>
    </tr>
  )
}
