import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

const Addresses = createContext((source: string) => `/${source}`)

/** Says where browsers find what was built from a source. */
export const Built = Addresses.Provider

/**
 * The script of a piece of a page that is complete without it, by its source such as
 * `app/ui/islands/upload.ts`. A browser loads it once, however often it stands on the page.
 */
export function Island(props: { source: string }) {
  return <script type="module" src={useContext(Addresses)(props.source)} />
}
