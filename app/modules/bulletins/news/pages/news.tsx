import { openToEveryone } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { sayDay } from '#app/ui/dates.ts'
import { Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { articles } from '../queries.ts'
import { summaryOf } from '../rules.ts'

const words = { zh, en }

/** The street's bulletins, for everyone. */
export const newsPage = page({
  open: true,
  async load(ctx, visit) {
    openToEveryone()
    return {
      articles: await articles(ctx),
      street: ctx.street,
      streetName: visit.reader.streetName,
      now: ctx.now,
    }
  },
  title: (_, language) => words[language].title,
  head({ street, streetName }, visit) {
    const t = words[visit.language]
    return {
      description: t.about(streetName),
      alternate: feedsOf(street, t.of(streetName)),
      graph: {
        title: t.of(streetName),
        type: 'website',
        url: visit.origin + to(urls.news, null, { street }),
        description: t.about(streetName),
        site_name: streetName,
      },
    }
  },
  view: ({ data }) => <News {...data} />,
})

/** The two feeds of a street, for a document's head. */
export function feedsOf(street: number, title: string) {
  return [
    { href: to(urls.newsRss, null, { street }), type: 'application/rss+xml', title },
    { href: to(urls.newsAtom, null, { street }), type: 'application/atom+xml', title },
  ]
}

type Props = {
  articles: Awaited<ReturnType<typeof articles>>
  street: number
  streetName: string
  now: Date
}

function News({ articles, street, streetName, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <>
      <PageHead title={t.of(streetName)} lead={t.lead} />
      {articles.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <CardList>
          {articles.map(({ id, number, title, publishedAt, parts, correctsTitle }) => (
            <Card
              key={id}
              over={`${t.number(number)} · ${sayDay(publishedAt, language, now)}`}
              title={title}
              href={to(urls.newsItem, { bulletinId: id }, { street })}
              text={summaryOf(parts)}
              facts={correctsTitle === null ? undefined : [t.correctsTitle(correctsTitle)]}
            />
          ))}
        </CardList>
      )}
      <p class="quietly">
        {t.subscribe} <a href={to(urls.newsRss, null, { street })}>{t.rss}</a> ·{' '}
        <a href={to(urls.newsAtom, null, { street })}>{t.atom}</a>
      </p>
    </>
  )
}
