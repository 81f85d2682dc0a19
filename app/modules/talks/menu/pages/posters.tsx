import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { type Download, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { type Notice, noticeResponse, type Paper, papers } from '#app/platform/notice-pdf.ts'
import { NoticePage } from '#app/ui/notice.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadTalk } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, menuOf, speakersOfTalk } from '../queries.ts'
import { byStrand, offeredIn } from './offered-talks.tsx'

const words = { zh, en }
type Poster = {
  notice: Notice
  paper: Paper
  back: { href: string; label: string }
  /** The address of this sheet, and of it as a PDF, for each paper. */
  on: Record<Paper, { page: string; file: string }>
}

function paperOf({ query }: Visit): Paper {
  return papers.find((paper) => paper === query.get('paper')) ?? 'A4'
}

function perPaper(of: (paper: Paper) => { page: string; file: string }): Poster['on'] {
  return { A4: of('A4'), A3: of('A3') }
}

async function talkPoster(ctx: Context, visit: Visit): Promise<Poster> {
  const { language, origin, now } = visit
  const t = words[language]
  const talk = found(await findTalk(ctx, visit.params['talkId']!))
  const speakers = await speakersOfTalk(ctx, talk.id)
  found(mayReadTalk(ctx.actor, talk, speakers) || null)
  const here = { talkId: talk.id }
  const title = titleIn(language, talk)
  const said = (codes: readonly string[], labels: Record<string, string>) =>
    codes.map((code) => labels[code] ?? code).join(t.file.and)
  const season = offeredIn(talk, language, now)
  const notice = {
    over: t.poster.talk,
    title,
    list: false,
    lines: [
      `${t.number(talk.number)} · ${t.minutes(talk.minutes)}`,
      said(talk.audiences, t.audiences),
      `${t.spokenIn} ${said(talk.languages, t.languages)}`,
      ...(season === undefined ? [] : [season]),
    ],
    about: language === 'en' && talk.aboutEn ? talk.aboutEn : talk.about,
    scan: t.poster.scan,
    code: `${origin}${to(urls.talk, here, { street: ctx.street })}`,
    how: t.poster.how,
    from: found(await topUnit(ctx)).name,
  }
  return {
    notice,
    paper: paperOf(visit),
    back: { href: to(urls.talk, here), label: title },
    on: perPaper((paper) => ({
      page: to(urls.talkPoster, here, { paper }),
      file: to(urls.talkPosterFile, here, { paper }),
    })),
  }
}

const mostLines = 22

async function strandPoster(ctx: Context, visit: Visit): Promise<Poster> {
  const { language, origin } = visit
  const t = words[language]
  const menu = await menuOf(ctx)
  const parts = byStrand(menu.talks, menu, language, t.otherStrand)
  const strand = visit.query.get('strand')
  const part = found(parts.find(({ code }) => code === strand) ?? parts[0])
  const more = part.talks.length - mostLines
  const notice = {
    over: t.poster.strand(part.talks.length),
    title: part.label,
    list: true,
    lines: [
      ...part.talks.slice(0, mostLines).map((talk) => `${talk.number}  ${titleIn(language, talk)}`),
      ...(more > 0 ? [t.poster.more(more)] : []),
    ],
    about: '',
    scan: t.poster.scanStrand,
    code: `${origin}${to(urls.menu, null, { strand: part.code, street: ctx.street })}`,
    how: t.poster.how,
    from: found(await topUnit(ctx)).name,
  }
  return {
    notice,
    paper: paperOf(visit),
    back: { href: urls.menu, label: t.back },
    on: perPaper((paper) => ({
      page: to(urls.strandPoster, null, { strand: part.code, paper }),
      file: to(urls.strandPosterFile, null, { strand: part.code, paper }),
    })),
  }
}

/** One talk as a sheet for the notice board. */
export const talkPosterPage = page<Poster>({
  open: true,
  title: ({ notice: { title } }, language) => `${words[language].poster.title} · ${title}`,
  load: talkPoster,
  view: (shown) => <PosterPage {...shown} />,
})

/** The talks of a strand as a sheet for the notice board. */
export const strandPosterPage = page<Poster>({
  open: true,
  title: ({ notice: { title } }, language) => `${words[language].poster.title} · ${title}`,
  load: strandPoster,
  view: (shown) => <PosterPage {...shown} />,
})

function PosterPage({ data }: Shown<Poster>) {
  const t = useWords(words)
  const { notice, paper, back, on } = data
  return (
    <NoticePage
      notice={notice}
      paper={paper}
      title={t.poster.title}
      lead={t.poster.lead}
      back={back}
      file={{ href: on[paper].file, label: `${t.paper.pdf} ${paper}` }}
      choices={[
        {
          label: t.poster.size,
          links: papers.map((each) => ({
            href: on[each].page,
            label: each,
            chosen: each === paper,
          })),
        },
      ]}
    />
  )
}

const answer = ({ notice, paper }: Poster, { now }: Visit) => noticeResponse(notice, paper, now)

export const talkPosterDownload: Download = {
  open: true,
  respond: async (ctx, visit) => answer(await talkPoster(ctx, visit), visit),
}

export const strandPosterDownload: Download = {
  open: true,
  respond: async (ctx, visit) => answer(await strandPoster(ctx, visit), visit),
}
