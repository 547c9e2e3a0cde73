import { StopOutlined } from '@ant-design/icons'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { SearchHit, SearchMatch } from '#shared/contract/search.contract.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { cutAtRanges, groupPhone, snippetOf, type TextRange } from './marked-text.ts'

/** A text with its found parts marked. */
function MarkedText({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return cutAtRanges(text, ranges).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    part.isMarked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}

/** One found customer: name, where it matched, phone; number, last purchase, spend. */
export function SearchHitView({ hit, currency }: { hit: SearchHit; currency: CurrencyCode }) {
  const { t } = useTranslation()
  const { customer, matches } = hit
  const shownInPlace = [customer.name, customer.phone, customer.archiveNumber]
  const rangesIn = (text: string): readonly TextRange[] =>
    matches.filter(match => match.text === text).map(({ start, end }) => [start, end])
  const elsewhere = matches.filter(match => !shownInPlace.includes(match.text))
  const { lastOn, spendMinor } = customer.total
  return (
    <>
      <span className="search-hit-name clip">
        <MarkedText text={customer.name} ranges={rangesIn(customer.name)} />
        {customer.isContactRefused && (
          <span className="seal small">
            {' '}
            <StopOutlined /> {t('search.refused')}
          </span>
        )}
      </span>
      <span className="clip">
        {elsewhere.map(match => (
          <MatchView key={`${match.field} ${match.start} ${match.text}`} match={match} />
        ))}
      </span>
      <span className="num right">
        {customer.phone && <MarkedText {...groupPhone(customer.phone, rangesIn(customer.phone))} />}
      </span>
      <span className="small tertiary num">
        <MarkedText text={customer.archiveNumber} ranges={rangesIn(customer.archiveNumber)} />
      </span>
      <span className="small secondary num">
        {lastOn === null ? t('search.neverBought') : t('search.lastOn', { day: lastOn })}
      </span>
      <span className="small secondary num right">
        {t('search.spend', { sum: formatMoney(spendMinor, currency, { decimals: 0, hasSymbol: true }) })}
      </span>
    </>
  )
}

function MatchView({ match }: { match: SearchMatch }) {
  const { t } = useTranslation()
  const { text, range } = snippetOf(match.text, match.start, match.end)
  return (
    <span className="search-match">
      <span className="tertiary">{t(`search.field.${match.field}`)}</span>{' '}
      <MarkedText text={text} ranges={[range]} />
    </span>
  )
}
