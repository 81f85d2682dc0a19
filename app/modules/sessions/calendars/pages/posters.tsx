import { findVenue, topUnit } from '#app/modules/organisation/queries.ts'
import { saidOf } from '#app/modules/organisation/rules.ts'
import { type Context, nobody } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { type Download, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { type Language, titleIn } from '#app/platform/language.ts'
import { type Notice, noticeResponse, type Paper, papers } from '#app/platform/notice-pdf.ts'
import { saySpan } from '#app/ui/dates.ts'
import { NoticePage } from '#app/ui/notice.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as sessionsEn } from '../../messages.en.ts'
import { zh as sessionsZh } from '../../messages.zh.ts'
import { asSeenBy, findSession, type SessionRow, shownTo } from '../../queries.ts'
import { en } from '../../sheets/messages.en.ts'
import { zh } from '../../sheets/messages.zh.ts'
import { spanOnPoster } from '../../sheets/rules.ts'
import { chosenCalendar, itemsIn, nameOf } from './calendar-data.tsx'

const words = { zh, en }
const sessionWords = { zh: sessionsZh, en: sessionsEn }
const languages = ['zh', 'en'] as const

type Poster = {
  notice: Notice
  paper: Paper
  language: Language
  back: { href: string; label: string }
  /** The address of this sheet, and of it as a PDF, on a paper and in a language. */
  at: (query: { paper: Paper; in: Language }) => { page: string; file: string }
}

function sheetOf({ query, language }: Visit): { paper: Paper; language: Language } {
  return {
    paper: papers.find((paper) => paper === query.get('paper')) ?? 'A4',
    language: languages.find((one) => one === query.get('in')) ?? language,
  }
}

/** A session as it may hang on a wall: whose home it is in stays unsaid. */
async function sessionPoster(ctx: Context, visit: Visit): Promise<Poster> {
  const seen = found(shownTo(ctx.actor, await findSession(ctx, visit.params['sessionId']!)))
  // A round from door to door invites nobody.
  found(seen.format === 'door' ? null : seen)
  const session = asSeenBy(nobody, seen)
  const { paper, language } = sheetOf(visit)
  const t = words[language].poster
  const title = titleIn(language, session)
  const here = { sessionId: session.id }
  return {
    notice: {
      over: session.status === 'cancelled' ? t.cancelled : t.invites,
      title,
      list: false,
      lines: await linesOf(ctx, session, language),
      about: language === 'en' && session.toKnowEn ? session.toKnowEn : session.toKnow,
      scan: t.scan,
      code: `${visit.origin}${to(urls.session, here, { street: ctx.street })}`,
      how: t.how(session.unitName),
      from: session.unitName,
    },
    paper,
    language,
    back: { href: to(urls.session, here), label: title },
    at: (query) => ({
      page: to(urls.sessionPoster, here, query),
      file: to(urls.sessionPosterFile, here, query),
    }),
  }
}

/** When, where and how one gets in, who speaks, for whom, and the children's seats. */
async function linesOf(ctx: Context, session: SessionRow, language: Language): Promise<string[]> {
  const t = words[language]
  const { audiences, languages: spoken } = sessionWords[language]
  const { start, end } = session.during
  const isHome = session.venueKind === 'home'
  const venue = session.venueId === null || isHome ? null : await findVenue(ctx, session.venueId)
  const access = (venue ? saidOf(venue) : []).flatMap((each) =>
    each in t.access ? [t.access[each as keyof typeof t.access]] : [],
  )
  return [
    saySpan(start, end, language, ctx.now),
    [session.venueName, session.venuePlace].filter(Boolean).join(' · '),
    access.join(' · '),
    session.speakerName ? t.poster.speaker(session.speakerName) : '',
    t.poster.forWhom(audiences[session.audience], spoken[session.language]),
    session.childSeats > 0 ? t.poster.childSeats(session.childSeats) : '',
  ].filter(Boolean)
}

const mostSessions = 11

/** What is on: a unit's, a venue's or the street's coming two weeks, or all that a series has left. */
async function whatsOn(ctx: Context, visit: Visit): Promise<Poster> {
  const of = visit.query.get('of')
  const calendar = await chosenCalendar(ctx, of)
  const isPublic = ['street', 'unit', 'venue', 'series'].includes(calendar.kind)
  found(isPublic || null)
  const { paper, language } = sheetOf(visit)
  const t = words[language].poster
  const span = spanOnPoster(calendar.kind, ctx.now)
  const items = (await itemsIn(ctx, calendar, span, nobody)).filter(
    ({ state, invites }) => state === 'scheduled' && invites,
  )
  const name = nameOf(calendar, language)
  const series = calendar.kind === 'series'
  const more = items.length - mostSessions
  const street = found(await topUnit(ctx)).name
  const from = calendar.kind === 'unit' ? calendar.name : (items[0]?.unitName ?? street)
  return {
    notice: {
      over: series ? t.series : name ? t.on(name) : t.onStreet,
      title: series && name ? name : t.whatsOn,
      list: true,
      lines: [
        ...items.slice(0, mostSessions).map((item) => {
          const when = saySpan(item.during.start, item.during.end, language, ctx.now)
          const title = titleIn(language, item)
          // What a series is called stands above; of each of its sessions the day counts.
          return series && title === name
            ? { title: when, under: item.venue }
            : { title, under: `${when} · ${item.venue}` }
        }),
        ...(more > 0 ? [t.more(more)] : []),
        ...(items.length === 0 ? [t.nothing] : []),
      ],
      about: '',
      scan: t.scanAll,
      code: `${visit.origin}${to(urls.sessions, null, { street: ctx.street })}`,
      how: t.how(series || calendar.kind === 'unit' ? from : street),
      from: series || calendar.kind === 'unit' ? from : street,
    },
    paper,
    language,
    back: { href: to(urls.calendar, null, { of }), label: words[visit.language].poster.back },
    at: (query) => ({
      page: to(urls.whatsOn, null, { of, ...query }),
      file: to(urls.whatsOnFile, null, { of, ...query }),
    }),
  }
}

const posterPage = (load: (ctx: Context, visit: Visit) => Promise<Poster>) =>
  page<Poster>({
    open: true,
    title: ({ notice }, language) => `${words[language].poster.title} · ${notice.title}`,
    load,
    view: (shown) => <PosterPage {...shown} />,
  })

const posterDownload = (load: (ctx: Context, visit: Visit) => Promise<Poster>): Download => ({
  open: true,
  async respond(ctx, visit) {
    const { notice, paper } = await load(ctx, visit)
    return noticeResponse(notice, paper, ctx.now)
  },
})

/** One session as a sheet for the notice board. */
export const sessionPosterPage = posterPage(sessionPoster)
export const sessionPosterDownload = posterDownload(sessionPoster)

/** What is on, as a sheet for the notice board. */
export const whatsOnPage = posterPage(whatsOn)
export const whatsOnDownload = posterDownload(whatsOn)

function PosterPage({ data }: Shown<Poster>) {
  const t = useWords(words).poster
  const { notice, paper, language, at } = data
  return (
    <NoticePage
      notice={notice}
      paper={paper}
      language={language}
      title={t.title}
      lead={t.lead}
      back={data.back}
      file={{ href: at({ paper, in: language }).file, label: `${t.pdf} ${paper}` }}
      choices={[
        {
          label: t.size,
          links: papers.map((each) => ({
            href: at({ paper: each, in: language }).page,
            label: each,
            chosen: each === paper,
          })),
        },
        {
          label: t.language,
          links: languages.map((each) => ({
            href: at({ paper, in: each }).page,
            label: t.languages[each],
            chosen: each === language,
          })),
        },
      ]}
    />
  )
}
