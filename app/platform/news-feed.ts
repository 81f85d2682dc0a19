import { Feed } from 'feed'

/** What a feed brings: the newest first. */
export type FeedItem = {
  /** Its address, which also stays what it is known by. */
  link: string
  title: string
  summary: string
  /** The whole text as HTML. */
  html: string
  publishedAt: Date
  changedAt: Date
}

export type FeedHead = {
  title: string
  about: string
  /** The page that the feed is of, and the addresses of its two forms. */
  link: string
  rss: string
  atom: string
  language: 'zh' | 'en'
  author: string
  now: Date
}

/** A feed in one of the two forms that readers know. */
export function newsFeed(head: FeedHead, items: readonly FeedItem[], form: 'rss' | 'atom'): string {
  const feed = new Feed({
    title: head.title,
    description: head.about,
    id: head.link,
    link: head.link,
    language: head.language === 'zh' ? 'zh-CN' : 'en',
    updated: items[0]?.changedAt ?? head.now,
    generator: 'Hearth',
    copyright: head.author,
    author: { name: head.author },
    feedLinks: { rss: head.rss, atom: head.atom },
  })
  for (const { link, title, summary, html, publishedAt, changedAt } of items)
    feed.addItem({
      id: link,
      link,
      title,
      description: summary,
      content: html,
      published: publishedAt,
      date: changedAt,
    })
  return form === 'rss' ? feed.rss2() : feed.atom1()
}
