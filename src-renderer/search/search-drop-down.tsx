import { useEffect, useRef } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Kbd } from '#renderer/components/kbd.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { Response } from '#shared/contract/contract.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { SearchChoice } from './search-choices.ts'
import { SearchHitView } from './search-hit.tsx'
import { termsOf } from './search-text.ts'

export type SearchDropDownProps = {
  readonly listId: string
  readonly text: string
  readonly found: Response<'search.customers'> | undefined
  readonly error: AppError | null
  readonly isNothingFound: boolean
  readonly choices: readonly SearchChoice[]
  readonly active: number
  readonly currency: CurrencyCode
  readonly onPoint: (index: number) => void
  readonly onChoose: (choice: SearchChoice) => void
  readonly onOpenAll: () => void
  /** Undefined where nothing can be written. */
  readonly onForget: (() => void) | undefined
}

/** Id of a line, for the field that has the focus all the time. */
export const choiceId = (listId: string, index: number) => `${listId}-${index}`

/** What was found, where it matched, and what can be done; the keys at the foot. */
export function SearchDropDown(props: SearchDropDownProps) {
  const { t } = useTranslation()
  const { listId, choices, active, found, isNothingFound } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[id="${choiceId(listId, active)}"]`)?.scrollIntoView?.({ block: 'nearest' })
  }, [listId, active])
  const isHits = choices[0]?.kind === 'hit'
  return (
    // Pressing the mouse here must not take the focus from the field.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field
    <div className="search-drop-down" onMouseDown={event => event.preventDefault()}>
      {props.error && <ErrorNote error={props.error.data} />}
      <SearchHead {...props} />
      <div ref={list} id={listId} role="listbox" aria-label={t('search.results')} className="search-choices">
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          <div
            key={choice.key}
            id={choiceId(listId, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={choice.kind === 'hit' ? 'search-choice is-hit' : 'search-choice'}
            onPointerMove={() => props.onPoint(index)}
            onClick={() => props.onChoose(choice)}
          >
            {choice.kind === 'hit' ? (
              <SearchHitView hit={choice.hit} currency={props.currency} />
            ) : (
              <span className={choice.kind === 'create' ? 'brand clip' : 'clip'}>{choice.label}</span>
            )}
          </div>
        ))}
      </div>
      {choices.length > 0 && (
        <SearchFoot found={found} isHits={isHits && !isNothingFound} onOpenAll={props.onOpenAll} />
      )}
    </div>
  )
}

function SearchHead({ text, found, isNothingFound, onForget }: SearchDropDownProps) {
  const { t } = useTranslation()
  const terms = termsOf(text)
  const termWords = terms.map(term => t('search.term', { term })).join(t('search.termSeparator'))
  if (text === '')
    return (
      <div className="search-head small tertiary">
        <span className="grow">{t('search.recent')}</span>
        {onForget && <LinkButton onClick={onForget}>{t('search.forget')}</LinkButton>}
      </div>
    )
  if (!found) return null
  if (isNothingFound)
    return (
      <div className="search-head">
        {t(terms.length > 1 ? 'search.noneOfAll' : 'search.none', { terms: termWords })}
      </div>
    )
  if (found.total === 0) return null
  return (
    <div className="search-head small secondary">
      <b className="search-total">
        {t(found.isCapped ? 'search.totalCapped' : 'search.total', { count: found.total })}
      </b>
      <span className="clip grow">{terms.length > 1 && t('search.allTerms', { terms: termWords })}</span>
      <span className="tertiary num">
        {t('search.elapsed', { seconds: formatNumber(Math.max(0.001, found.elapsedMs / 1000), 3) })}
      </span>
    </div>
  )
}

type SearchFootProps = Pick<SearchDropDownProps, 'found' | 'onOpenAll'> & { readonly isHits: boolean }

function SearchFoot({ found, isHits, onOpenAll }: SearchFootProps) {
  const { t } = useTranslation()
  return (
    <div className="search-foot small tertiary">
      <span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> {t('search.keys.move')}
      </span>
      <span>
        <Kbd keys="Enter" /> {t(isHits ? 'search.keys.open' : 'search.keys.choose')}
      </span>
      {isHits && (
        <span>
          <Kbd keys="Ctrl C" /> {t('search.keys.copy')}
        </span>
      )}
      <span className="grow" />
      {isHits && (
        <span>
          <Kbd keys="Ctrl Enter" />{' '}
          <LinkButton onClick={onOpenAll}>
            {found?.isCapped ? t('search.openAllCapped') : t('search.openAll', { count: found?.total ?? 0 })}
          </LinkButton>
        </span>
      )}
    </div>
  )
}
