import { found, openToEveryone } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { sayDay } from '#app/ui/dates.ts'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Prose } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Article, findArticle } from '../queries.ts'
import { summaryOf } from '../rules.ts'
import { feedsOf } from './news.tsx'

const words = { zh, en }
const locales = { zh: 'zh_CN', en: 'en' }

/** A published bulletin, for everyone: read on a phone, on paper, or where a link to it is shown. */
export const articlePage = page({
  open: true,
  async load(ctx, visit) {
    openToEveryone()
    const article = found(await findArticle(ctx, visit.params['bulletinId']!))
    return { article, street: ctx.street, streetName: visit.reader.streetName, now: ctx.now }
  },
  title: ({ article }) => article.title,
  head({ article, street, streetName }, visit) {
    const description = summaryOf(article.parts)
    const [picture] = article.pictures
    const own = { bulletinId: article.id }
    return {
      description,
      alternate: feedsOf(street, words[visit.language].of(streetName)),
      graph: {
        title: article.title,
        type: 'article',
        url: visit.origin + to(urls.newsItem, own, { street }),
        description,
        site_name: streetName,
        locale: locales[article.language],
        ...(picture && {
          image: visit.origin + to(urls.newsPicture, { ...own, pictureId: picture.id }, { street }),
        }),
      },
    }
  },
  view: ({ data }) => <ArticleView {...data} />,
})

type Props = { article: Article; street: number; streetName: string; now: Date }

function ArticleView({ article, street, streetName, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { correctsId, correctsTitle, corrections } = article
  const day = (at: Date) => sayDay(at, language, now)
  return (
    <>
      <PageHead
        title={article.title}
        over={t.number(article.number)}
        lead={t.from(streetName, day(article.publishedAt))}
        back={{ href: to(urls.news, null, { street }), label: t.back }}
      />
      {correctsId !== null && (
        <p>
          <a href={to(urls.newsItem, { bulletinId: correctsId }, { street })}>
            {t.correctsTitle(correctsTitle ?? '')}
          </a>
        </p>
      )}
      {corrections.length > 0 && (
        <Callout kind="info" title={t.corrected}>
          <ul>
            {corrections.map(({ id, title, publishedAt }) => (
              <li key={id}>
                <a href={to(urls.newsItem, { bulletinId: id }, { street })}>{title}</a>{' '}
                {day(publishedAt)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <article lang={article.language === 'zh' ? 'zh-CN' : 'en'}>
        <Prose>
          {article.parts.map((part, at) => (
            <Part key={at} part={part} article={article} street={street} />
          ))}
        </Prose>
      </article>
    </>
  )
}

type PartProps = { part: Article['parts'][number]; article: Article; street: number }

function Part({ part, article, street }: PartProps) {
  const t = useWords(words)
  if (part.kind === 'heading') return <h2>{part.text}</h2>
  if (part.kind === 'paragraph') return <p>{part.text}</p>
  if (part.kind === 'withheld') return <p class="quietly">{t.withheld}</p>
  const pictureId = part.id
  const picture = article.pictures.find(({ id }) => id === pictureId)
  if (!picture) return null
  const own = { bulletinId: article.id, pictureId: picture.id }
  return (
    <figure>
      <img
        class="picture"
        src={to(urls.newsPicture, own, { street })}
        alt={picture.alternative}
        width={picture.width}
        height={picture.height}
      />
      <figcaption>{picture.caption}</figcaption>
    </figure>
  )
}
