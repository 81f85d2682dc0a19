import type { ComponentChildren } from 'preact'
import { useSpeech } from './speech.tsx'

/** What a page says of itself to readers of feeds and to whoever shows a link to it. */
export type Head = {
  description?: string | undefined
  /** Other forms of the same page: a feed, a calendar. */
  alternate?: readonly { href: string; type: string; title: string }[] | undefined
  /** The Open Graph protocol's properties, without their prefix. */
  graph?: Readonly<Record<string, string>> | undefined
}

type DocumentProps = Head & {
  title: string
  /** Address of the built stylesheet. */
  stylesheet: string
  /** The street's name, said after the title in the tab. */
  street?: string | undefined
  nonce?: string | undefined
  /** Module scripts of the islands on this page. */
  scripts?: readonly string[] | undefined
  theme?: 'light' | 'dark' | undefined
  children: ComponentChildren
}

/** The whole HTML page; render it to a string and put `<!doctype html>` before it. */
export function Document(props: DocumentProps) {
  const { language, large } = useSpeech()
  return (
    <html
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      data-text={large ? 'large' : undefined}
      data-theme={props.theme}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>
          {props.street === undefined ? props.title : `${props.title} · ${props.street}`}
        </title>
        {props.description !== undefined && <meta name="description" content={props.description} />}
        {Object.entries(props.graph ?? {}).map(([property, content]) => (
          <meta key={property} property={`og:${property}`} content={content} />
        ))}
        <link rel="stylesheet" href={props.stylesheet} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href={`/manifest.${language}.webmanifest`} />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <meta name="theme-color" content="#f8f3e9" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#191512" media="(prefers-color-scheme: dark)" />
        {props.alternate?.map((other) => (
          <link
            key={other.href}
            rel="alternate"
            href={other.href}
            type={other.type}
            title={other.title}
          />
        ))}
        {props.scripts?.map((script) => (
          <script key={script} type="module" src={script} nonce={props.nonce} />
        ))}
      </head>
      <body>{props.children}</body>
    </html>
  )
}
