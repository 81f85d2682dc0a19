import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { type Download, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { drawQr, pdfOf } from '#app/platform/pdf.ts'
import { qrPath } from '#app/platform/qr.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadTalk } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, menuOf, speakersOfTalk } from '../queries.ts'
import { byStrand, offeredIn } from './offered-talks.tsx'

const words = { zh, en }
const papers = ['A4', 'A3'] as const

type Poster = {
  over: string
  title: string
  /** Whether the title shares the sheet with many lines. */
  list: boolean
  lines: readonly string[]
  /** What it is about, where one talk is shown. */
  about: string
  scan: string
  /** What the code leads to, from the site's own origin. */
  code: string
  from: string
  paper: (typeof papers)[number]
  back: { href: string; label: string }
  /** The address of this sheet, and of it as a PDF, for each paper. */
  on: Record<(typeof papers)[number], { page: string; file: string }>
}

function paperOf({ query }: Visit): Poster['paper'] {
  return papers.find((paper) => paper === query.get('paper')) ?? 'A4'
}

function perPaper(of: (paper: Poster['paper']) => { page: string; file: string }): Poster['on'] {
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
  return {
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
    from: found(await topUnit(ctx)).name,
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
  return {
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
    from: found(await topUnit(ctx)).name,
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
  title: ({ title }, language) => `${words[language].poster.title} · ${title}`,
  load: talkPoster,
  view: (shown) => <PosterPage {...shown} />,
})

/** The talks of a strand as a sheet for the notice board. */
export const strandPosterPage = page<Poster>({
  open: true,
  title: ({ title }, language) => `${words[language].poster.title} · ${title}`,
  load: strandPoster,
  view: (shown) => <PosterPage {...shown} />,
})

function PosterPage({ data }: Shown<Poster>) {
  const t = useWords(words)
  const { size, path } = qrPath(data.code)
  return (
    <>
      <div class="on-screen">
        <PageHead
          title={t.poster.title}
          lead={t.poster.lead}
          back={data.back}
          actions={
            <LinkButton href={data.on[data.paper].file} icon="download" download>
              {t.paper.pdf} {data.paper}
            </LinkButton>
          }
        />
        <p class="links">
          {t.poster.size}
          {papers.map((paper) => (
            <a
              key={paper}
              href={data.on[paper].page}
              aria-current={paper === data.paper ? 'true' : undefined}
            >
              {paper}
            </a>
          ))}
        </p>
      </div>
      <article class={`sheet notice ${data.paper} ${data.list ? 'many' : 'one'}`}>
        <p class="over">{data.over}</p>
        <h1>{data.title}</h1>
        <ul class="sheet-lines">
          {data.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {data.about !== '' && <p>{data.about}</p>}
        <div class="notice-foot">
          <figure>
            <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={data.code}>
              <path d={path} />
            </svg>
            <figcaption>{data.scan}</figcaption>
          </figure>
          <div>
            <p>{t.poster.how}</p>
            <p>
              <b>{data.from}</b>
            </p>
          </div>
        </div>
      </article>
    </>
  )
}

async function answer(poster: Poster, visit: Visit): Promise<Response> {
  const pdf = await drawn(poster, visit)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="poster-${poster.paper}.pdf"`,
    },
  })
}

export const talkPosterDownload: Download = {
  open: true,
  respond: async (ctx, visit) => answer(await talkPoster(ctx, visit), visit),
}

export const strandPosterDownload: Download = {
  open: true,
  respond: async (ctx, visit) => answer(await strandPoster(ctx, visit), visit),
}

const a4Width = 595

/** All black, so that any copier makes more of it; everything grows with the paper. */
function drawn(poster: Poster, { language, now }: Visit): Promise<Buffer> {
  const t = words[language].poster
  const about = { title: poster.title, author: poster.from, at: now, size: poster.paper }
  return pdfOf(about, (document) => {
    // Everything has its place, so that nothing goes on on another page.
    document.page.margins = { top: 0, right: 0, bottom: 0, left: 0 }
    const size = (points: number) => (points * document.page.width) / a4Width
    const [edge, side] = [size(48), size(130)]
    const width = document.page.width - 2 * edge
    const foot = document.page.height - edge - side - size(20)
    document.font('regular').fontSize(size(20)).text(poster.over, edge, edge, { width })
    document.font('bold').fontSize(titleSize(document, poster, width, size))
    document.text(poster.title, { width }).moveDown(0.25)
    const top = document.y
    document.rect(edge, top, width, size(3)).fill('#000000')
    document.font('regular').fillColor('#000000')
    const step = Math.min((foot - top - size(30)) / poster.lines.length, size(46))
    for (const [at, line] of poster.lines.entries()) {
      const letter = Math.min(size(poster.list ? 20 : 27), step * 0.66)
      document.fontSize(letter).text(line, edge, top + size(16) + at * step, {
        width,
        height: letter,
        ellipsis: true,
      })
    }
    document.fontSize(size(17)).text(poster.about, edge, document.y + size(16), {
      width,
      lineGap: size(6),
      height: foot - document.y - size(40),
      ellipsis: true,
    })
    drawQr(document, poster.code, { left: edge, top: foot, side })
    const beside = { width: width - side - size(20) }
    document.fontSize(size(14)).text(poster.scan, edge, foot + side, { width: side * 2 })
    document.fontSize(size(17)).text(t.how, edge + side + size(20), foot + size(10), beside)
    document.font('bold').fontSize(size(20)).moveDown(0.3).text(poster.from, beside)
  })
}

const titleSizes = [96, 84, 72, 64, 56]

/** The largest in which the title stays on one line, or the one in which it takes two. */
function titleSize(
  document: PDFKit.PDFDocument,
  { title, list }: Poster,
  width: number,
  size: (points: number) => number,
): number {
  const fits = (points: number) => document.fontSize(size(points)).widthOfString(title) <= width
  return size(list ? 44 : (titleSizes.find(fits) ?? 56))
}
