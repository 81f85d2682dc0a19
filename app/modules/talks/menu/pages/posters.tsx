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
      <p class="links on-screen">
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
      <article class={`sheet notice ${data.paper} ${data.list ? 'many' : 'one'}`}>
        <p class="over">{data.over}</p>
        <h1>{data.title}</h1>
        <ul class="sheet-lines">
          {data.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
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
    const grown = document.page.width / a4Width
    const [edge, side] = [48 * grown, 130 * grown]
    const width = document.page.width - 2 * edge
    const foot = document.page.height - edge - side - 20 * grown
    const size = (points: number) => points * grown
    document.font('regular').fontSize(size(20)).text(poster.over, edge, edge, { width })
    document.font('bold').fontSize(size(poster.list ? 40 : 54))
    document.text(poster.title, { width, lineGap: size(2) }).moveDown(0.3)
    const top = document.y
    document.rect(edge, top, width, size(3)).fill('#000000')
    document.font('regular').fillColor('#000000')
    const step = (foot - top - size(24)) / Math.max(poster.lines.length, 1)
    const letter = Math.min(size(poster.list ? 19 : 26), step * 0.72)
    let y = top + size(14)
    for (const line of poster.lines) {
      document.fontSize(letter).text(line, edge, y, { width, height: letter * 2.6, ellipsis: true })
      y = Math.max(y + Math.min(step, letter * 1.75), document.y + size(3))
    }
    drawQr(document, poster.code, { left: edge, top: foot, side })
    const beside = { width: width - side - size(20) }
    document.fontSize(size(14)).text(poster.scan, edge, foot + side, { width: side * 2 })
    document.fontSize(size(17)).text(t.how, edge + side + size(20), foot + size(10), beside)
    document.font('bold').fontSize(size(20)).moveDown(0.3).text(poster.from, beside)
  })
}
