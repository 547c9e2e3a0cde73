/** Makes the key under which a contact point is compared, for the rooms that write contact points. */
export { contactPointKey } from './customer-draft.ts'
