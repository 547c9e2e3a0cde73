import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { customerPath, newCustomerPath, paths } from '#renderer/app/paths.ts'
import { CustomerForm } from '#renderer/customers/customer-form.tsx'

/** The form of a customer, or of a new one with what was typed in the search box. */
export function Page() {
  const navigate = useNavigate()
  const { search } = useLocation()
  const { customerId: id } = useParams()
  const [known] = useSearchParams()
  const customerId = id === undefined ? null : Number(id)
  const name = known.get('name')
  const phone = known.get('phone')
  const isKnown = customerId === null && (name !== null || phone !== null)
  return (
    <CustomerForm
      key={`${id} ${search}`}
      customerId={customerId}
      {...(isKnown ? { known: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {})}
      onSaved={savedId =>
        void navigate(customerPath(savedId) + (customerId === null ? '' : search), { replace: true })
      }
      onNext={() => void navigate(newCustomerPath(), { replace: true })}
      onLeave={() =>
        void navigate(customerId === null ? paths.customers : customerPath(customerId) + search, {
          replace: true,
        })
      }
      onOpenCustomer={otherId => void navigate(customerPath(otherId))}
    />
  )
}
