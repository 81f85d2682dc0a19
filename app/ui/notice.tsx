import type { Language } from '#app/platform/language.ts'
import type { Notice, Paper } from '#app/platform/notice-pdf.ts'
import { qrPath } from '#app/platform/qr.ts'
import { LinkButton } from './button.tsx'
import { PageHead } from './page.tsx'

type NoticePageProps = {
  notice: Notice
  paper: Paper
  /** The language of the sheet, where it is not the page's. */
  language?: Language | undefined
  title: string
  lead: string
  back: { href: string; label: string }
  /** The same as a PDF. */
  file: { href: string; label: string }
  /** What can be chosen of the sheet, each as a row of links. */
  choices: readonly {
    label: string
    links: readonly { href: string; label: string; chosen: boolean }[]
  }[]
}

/** A notice as it will hang on the board, with the ways to other papers and to a PDF; only the sheet is printed. */
export function NoticePage(props: NoticePageProps) {
  return (
    <>
      <div class="on-screen">
        <PageHead
          title={props.title}
          lead={props.lead}
          back={props.back}
          actions={
            <LinkButton href={props.file.href} icon="download" download>
              {props.file.label}
            </LinkButton>
          }
        />
        {props.choices.map(({ label, links }) => (
          <p key={label} class="links">
            {label}
            {links.map((link) => (
              <a key={link.href} href={link.href} aria-current={link.chosen ? 'true' : undefined}>
                {link.label}
              </a>
            ))}
          </p>
        ))}
      </div>
      <Sheet {...props} />
    </>
  )
}

const longTitle = 28
const fewLines = 7

/** Whether a title takes more than two lines in the largest letters; a Chinese one is as wide as two. */
function isLong(title: string): boolean {
  return title.replaceAll(/[^\0-\xff]/g, '  ').length > longTitle
}

function Sheet({ notice, paper, language }: NoticePageProps) {
  const { size, path } = qrPath(notice.code)
  const few = notice.lines.length <= fewLines
  const look = notice.list ? (few ? 'many few' : 'many') : isLong(notice.title) ? 'one long' : 'one'
  const lang = language === 'zh' ? 'zh-CN' : language
  return (
    <article class={`sheet notice ${paper} ${look}`} lang={lang}>
      <p class="over">{notice.over}</p>
      <h1>{notice.title}</h1>
      <ul class="sheet-lines">
        {notice.lines.map((line) =>
          typeof line === 'string' ? (
            <li key={line}>{line}</li>
          ) : (
            <li key={line.title + line.under}>
              <b>{line.title}</b>
              <br />
              {line.under}
            </li>
          ),
        )}
      </ul>
      {notice.about !== '' && <p>{notice.about}</p>}
      <div class="notice-foot">
        <figure>
          <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={notice.code}>
            <path d={path} />
          </svg>
          <figcaption>{notice.scan}</figcaption>
        </figure>
        <div>
          <p>{notice.how}</p>
          <p>
            <b>{notice.from}</b>
          </p>
        </div>
      </div>
    </article>
  )
}
