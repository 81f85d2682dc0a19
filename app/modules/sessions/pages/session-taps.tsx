import { Section } from '#app/ui/page.tsx'
import { Shares } from '#app/ui/shares.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../outcomes/messages.en.ts'
import { zh } from '../outcomes/messages.zh.ts'
import type { Said } from '../outcomes/queries.ts'
import { sharesOf } from '../outcomes/rules.ts'

const words = { zh, en }

/** What those who came said of a session, in steps of five; who runs it types in what is on paper. */
export function WhatPeopleSaid(props: { said: Said; sessionId: string; runs: boolean }) {
  const t = useWords(words)
  const { came, results } = props.said
  return (
    <Section
      title={t.results}
      id="said"
      aside={
        props.runs && <a href={to(urls.sessionTaps, { sessionId: props.sessionId })}>{t.toType}</a>
      }
    >
      <p class="quietly">{`${t.came(came)}${t.note}`}</p>
      <Shares caption={t.figures} shares={sharesOf(results, came, t)} />
    </Section>
  )
}
