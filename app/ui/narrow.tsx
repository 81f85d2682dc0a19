import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { useOwnWords } from './speech.tsx'

/** The facets of a long list: always in sight where there is room, behind one button on a phone. */
export function Narrow(props: { chosen: number; children: ComponentChildren }) {
  const words = useOwnWords()
  return (
    <>
      <a class="button plain to-narrow" href="#narrow">
        <Icon name="filter" />
        {words.narrow(props.chosen)}
      </a>
      <div class="narrow" id="narrow">
        {props.children}
      </div>
    </>
  )
}
