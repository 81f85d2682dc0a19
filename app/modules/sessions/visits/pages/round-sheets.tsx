import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { sayWeekdayAndDay } from '#app/ui/dates.ts'
import { PageHead } from '#app/ui/page.tsx'
import { PackSheet } from '#app/ui/sheets.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { mayWalkRound } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findRound, type VisitRow, visitsOf } from '../queries.ts'
import { visitResults } from '../rules.ts'

const words = { zh, en }

type Point = { zh: string; en: string }
/** What is worth remembering of a session's talk, from the courses that tell it again: a later module's. */
export type KeyPoints = (ctx: Context, sessionId: string) => Promise<readonly Point[]>

type Data = {
  session: SessionRow
  visits: VisitRow[]
  points: readonly Point[]
}

/** What a round takes along on paper: a large sheet to leave at each door, and the list of the doors. */
export const roundSheetsPage = (keyPoints: KeyPoints) =>
  page<Data>({
    title: ({ session }, language) =>
      `${words[language].sheets.title} · ${titleIn(language, session)}`,
    async load(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      const round = found(await findRound(ctx, session.id))
      authorise(mayWalkRound(ctx.actor, session, round))
      return {
        session,
        visits: await visitsOf(ctx, session.id),
        points: await keyPoints(ctx, session.id),
      }
    },
    view: (shown) => <Sheets {...shown} />,
  })

const emptyLines = [1, 2, 3]

function Sheets(shown: Shown<Data>) {
  const t = useWords(words).sheets
  const { language } = useSpeech()
  const { session, visits, points } = shown.data
  const title = titleIn(language, session)
  const day = sayWeekdayAndDay(session.during.start, language, shown.visit.now)
  const toKnow = language === 'en' && session.toKnowEn ? session.toKnowEn : session.toKnow
  return (
    <>
      <PageHead
        title={t.title}
        over={title}
        lead={t.lead(visits.length)}
        back={{ href: to(urls.round, { sessionId: session.id }), label: t.back }}
      />
      <article class="sheet pack to-leave">
        <p class="over">{`${day} · ${session.unitName}`}</p>
        <h2>{title}</h2>
        {points.length > 0 ? (
          <ol class="numbered">
            {points.map((point) => (
              <li key={point.zh}>{language === 'en' && point.en ? point.en : point.zh}</li>
            ))}
          </ol>
        ) : (
          <>
            <p>{t.told}</p>
            {emptyLines.map((line) => (
              <p key={line} class="ruled" />
            ))}
          </>
        )}
        {toKnow && <p>{toKnow}</p>}
        <p>{t.came(session.visitorName ?? session.hostName)}</p>
        <p class="ruled">{t.call}</p>
      </article>
      <PackSheet over={`${day} · ${session.visitorName ?? ''}`} title={t.list}>
        <ol class="numbered">
          {visits.map((visit) => (
            <DoorOnPaper key={visit.id} visit={visit} />
          ))}
        </ol>
      </PackSheet>
    </>
  )
}

/** A door on the visitor's list, with a box for each answer. */
function DoorOnPaper({ visit }: { visit: VisitRow }) {
  const t = useWords(words)
  const where = [visit.unitName, visit.place].filter(Boolean).join(' · ')
  return (
    <li>
      <b>{visit.name}</b> {where}
      <ul class="boxes across">
        {visitResults.map((result) => (
          <li key={result}>{t.results[result]}</li>
        ))}
      </ul>
      <p class="ruled">{t.note}</p>
    </li>
  )
}
