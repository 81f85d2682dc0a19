import { renderToString } from 'preact-render-to-string'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download, Visit } from '#app/platform/http/page.ts'
import { newsFeed } from '#app/platform/news-feed.ts'
import { type WordPart, wordDocument } from '#app/platform/word-document.ts'
import { sayDay } from '#app/ui/dates.ts'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins } from '../../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Article, articles, findArticle } from '../queries.ts'
import { type ArticlePart, plainTextOf, summaryOf } from '../rules.ts'

const words = { zh, en }

/** A published bulletin to take along: for a word processor, as plain text, or to paste into WeChat. */
export const articleFile: Download = {
  async respond(ctx, visit) {
    authorise(mayReadBulletins(ctx.actor))
    const article = found(await findArticle(ctx, visit.params['bulletinId']!))
    const form = found(forms[visit.params['form']!])
    const name = encodeURIComponent(`${article.title}.${visit.params['form']}`)
    return new Response(await form.make(ctx, visit, article), {
      headers: {
        'content-type': form.type,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      },
    })
  },
}

type Form = {
  type: string
  make(
    ctx: Context,
    visit: Visit,
    article: Article,
  ): Promise<string | Uint8Array<ArrayBuffer>> | string
}

const forms: Readonly<Record<string, Form | undefined>> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: documentOf,
  },
  txt: {
    type: 'text/plain; charset=utf-8',
    make(_, __, article) {
      const t = words[article.language]
      return plainTextOf(article.title, article.parts, {
        caption: (id) => t.caption(captionOf(article, id)),
        withheld: t.withheld,
      })
    },
  },
  html: {
    type: 'text/html; charset=utf-8',
    make: (_, __, article) =>
      `<!doctype html><meta charset="utf-8">${renderToString(<Pasted article={article} />)}`,
  },
}

function captionOf(article: Article, pictureId: string): string {
  return article.pictures.find(({ id }) => id === pictureId)?.caption ?? ''
}

async function documentOf(ctx: Context, visit: Visit, article: Article) {
  const t = words[article.language]
  const bytes = new Map<string, Uint8Array>()
  // The whole file whatever part of this answer was asked for.
  const whole = { ...visit, asked: new Headers() }
  // one query a picture: a document has few, and each is read from the disk anyway
  for (const { id, fileId } of article.pictures) {
    const served = await serveFile(ctx, whole, fileId)
    bytes.set(id, new Uint8Array(await served.arrayBuffer()))
  }
  const parts = article.parts.map((part): WordPart => {
    if (part.kind === 'withheld') return { kind: 'note', text: t.withheld }
    if (part.kind !== 'picture') return part
    const pictureId = part.id
    const picture = article.pictures.find(({ id }) => id === pictureId)!
    const { width, height, alternative, caption, mediaType } = picture
    const content = { bytes: bytes.get(pictureId)!, mediaType }
    return { kind: 'picture', ...content, width, height, alternative, caption }
  })
  const street = visit.reader.streetName
  const said = t.from(street, sayDay(article.publishedAt, article.language, ctx.now))
  return wordDocument({ title: article.title, author: street, language: article.language }, [
    { kind: 'title', text: article.title },
    { kind: 'note', text: `${t.number(article.number)} · ${said}` },
    ...parts,
  ])
}

// WeChat's editor keeps only what is written at each element itself.
const pasted = {
  whole: 'font-size:16px;line-height:1.8;color:#333;letter-spacing:0.5px',
  heading: 'margin:1.6em 0 0.8em;font-size:18px;font-weight:bold;color:#a93316',
  paragraph: 'margin:0 0 1em;text-align:justify',
  quiet: 'margin:0 0 1em;color:#888;font-size:14px',
}

/** An article with its looks written at each element, to be copied from a browser into WeChat. */
function Pasted({ article }: { article: Article }) {
  const t = words[article.language]
  return (
    <section style={pasted.whole} lang={article.language === 'zh' ? 'zh-CN' : 'en'}>
      {article.parts.map((part, at) => {
        if (part.kind === 'heading') return <h2 style={pasted.heading}>{part.text}</h2>
        if (part.kind === 'paragraph') return <p style={pasted.paragraph}>{part.text}</p>
        return (
          <p key={at} style={pasted.quiet}>
            {part.kind === 'withheld' ? t.withheld : t.caption(captionOf(article, part.id))}
          </p>
        )
      })}
    </section>
  )
}

/** An article as a feed brings it: its words and no looks. */
function plainHtml(parts: readonly ArticlePart[], withheld: string): string {
  return renderToString(
    <>
      {parts.map((part) => {
        if (part.kind === 'heading') return <h2>{part.text}</h2>
        if (part.kind === 'paragraph') return <p>{part.text}</p>
        return part.kind === 'withheld' ? <p>{withheld}</p> : null
      })}
    </>,
  )
}

function feedDownload(form: 'rss' | 'atom'): Download {
  return {
    open: true,
    async respond(ctx, visit) {
      const t = words[visit.language]
      const { street, now } = ctx
      const streetName = visit.reader.streetName
      const at = (path: string) => visit.origin + path
      const items = (await articles(ctx)).map((article) => ({
        link: at(to(urls.newsItem, { bulletinId: article.id }, { street })),
        title: article.title,
        summary: summaryOf(article.parts),
        html: plainHtml(article.parts, words[article.language].withheld),
        publishedAt: article.publishedAt,
        changedAt: article.publishedAt,
      }))
      const head = {
        title: t.of(streetName),
        about: t.about(streetName),
        link: at(to(urls.news, null, { street })),
        rss: at(to(urls.newsRss, null, { street })),
        atom: at(to(urls.newsAtom, null, { street })),
        language: visit.language,
        author: streetName,
        now,
      }
      const type = `application/${form}+xml; charset=utf-8`
      return new Response(newsFeed(head, items, form), { headers: { 'content-type': type } })
    },
  }
}

export const rssDownload = feedDownload('rss')
export const atomDownload = feedDownload('atom')
