import { Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SessionRow } from '../queries.ts'
import type { SessionData } from './session-data.tsx'

const words = { zh, en }

/** What a format shows beside time and place: boards to see, things there are, or that someone comes. */
export function WhatThereIs({
  session,
  boards,
  things,
}: { session: SessionRow } & SessionData['format']) {
  const t = useWords(words).session
  const { language } = useSpeech()
  const titleOf = useTitle()
  return (
    <>
      {session.format === 'door' && session.status === 'scheduled' && <p>{t.doorToDoor}</p>}
      {boards.length > 0 && (
        <Section title={t.boards}>
          <p class="quietly">{session.guided ? t.guided : t.free}</p>
          <ol>
            {boards.map((board) => (
              <li key={board.id}>
                <b>{titleOf(board)}</b>
                {board.about !== '' && (
                  <p>{language === 'en' && board.aboutEn ? board.aboutEn : board.about}</p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {things.length > 0 && (
        <Section title={t.things}>
          <ul class="plain">
            {things.map((thing) => (
              <li key={thing.id}>{t.thingLine(thing.name, thing.offered, thing.given)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
