import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { type Download, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { type Language, titleIn } from '#app/platform/language.ts'
import { pdfOf } from '#app/platform/pdf.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type ListedTalk, type Menu, menuOf } from '../queries.ts'
import { byStrand, offeredIn } from './offered-talks.tsx'

const words = { zh, en }

type Data = { menu: Menu; street: string; phone: string }

async function paperFor(ctx: Context, { query }: Visit): Promise<Data> {
  const street = found(await topUnit(ctx))
  const phone = (query.get('phone') ?? '').trim().slice(0, 40)
  return { menu: await menuOf(ctx), street: street.name, phone }
}

/** The menu on paper, for whoever orders without a phone: by strand, with numbers and whom to ring. */
export const menuPaperPage = page<Data>({
  open: true,
  title: (_, language) => words[language].paper.title,
  load: paperFor,
  view: (shown) => <Paper {...shown} />,
})

function Paper({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { menu, phone, street } = data
  return (
    <>
      <div class="on-screen">
        <PageHead
          title={t.paper.title}
          back={{ href: urls.menu, label: t.paper.back }}
          actions={
            <LinkButton href={to(urls.menuPaperFile, null, { phone })} icon="download" download>
              {t.paper.pdf}
            </LinkButton>
          }
        />
        <Form action={urls.menuPaper} method="get">
          <TextField
            name="phone"
            label={t.paper.phone}
            hint={t.paper.phoneHint}
            value={phone}
            maxLength={40}
          />
          <button type="submit" class="button plain">
            {t.paper.usePhone}
          </button>
        </Form>
        <p class="quietly">{t.paper.print}</p>
      </div>
      <article class="sheet menu-sheet">
        <p class="over">
          {street} · {t.paper.asOf(sayDay(visit.now, language, visit.now))}
        </p>
        <h1>{t.paper.title}</h1>
        <p>{t.paper.lead}</p>
        <p class="menu-phone">
          {t.paper.phone} <b>{phone || t.paper.noPhone}</b>
        </p>
        {byStrand(menu.talks, menu, language, t.otherStrand).map((part) => (
          <section key={part.code}>
            <h2>{part.label}</h2>
            <ul>
              {part.talks.map((talk) => (
                <li key={talk.id}>
                  <span class="number">{talk.number}</span>
                  <b>{titleIn(language, talk)}</b> <span>{t.minutes(talk.minutes)}</span>
                  <small>{underTitle(talk, language, visit.now)}</small>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </>
  )
}

/** For whom it is, and when it is to be had where that isn't always. */
function underTitle(talk: ListedTalk, language: Language, now: Date): string {
  const t = words[language]
  const audiences = talk.audiences.map((code) => t.audiences[code as keyof typeof t.audiences])
  const season = offeredIn(talk, language, now)
  return [audiences.join(t.file.and), season].filter(Boolean).join(' · ')
}

/** The same as a PDF of A4 pages. */
export const menuPaperDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const pdf = await drawn(await paperFor(ctx, visit), visit)
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="menu.pdf"',
      },
    })
  },
}

const edge = 42
const gap = 22
const numberWidth = 24

function drawn({ menu, street, phone }: Data, { language, now }: Visit): Promise<Buffer> {
  const t = words[language]
  const about = { title: t.paper.title, author: street, at: now }
  return pdfOf(about, (document) => {
    document.page.margins = { top: edge, right: edge, bottom: 0, left: edge }
    const width = document.page.width - 2 * edge
    const column = (width - gap) / 2
    const bottom = document.page.height - edge
    document.font('regular').fontSize(10).text(street, edge, edge, { width })
    document.font('bold').fontSize(24).text(t.paper.title, { width })
    document.font('regular').fontSize(11).text(t.paper.lead, { width, lineGap: 2 })
    document.font('bold').fontSize(13)
    document.text(`${t.paper.phone}  ${phone || t.paper.noPhone}`, { width }).moveDown(0.6)
    const place = { column: 0, top: document.y, y: document.y }
    // Goes on at the head of the next column, or of the next page, where this much has no room.
    const make = (height: number) => {
      if (place.y + height <= bottom) return
      if (place.column === 1) document.addPage({ size: 'A4', margins: document.page.margins })
      if (place.column === 1) place.top = edge
      place.column = 1 - place.column
      place.y = place.top
    }
    const left = () => edge + place.column * (column + gap)
    for (const part of byStrand(menu.talks, menu, language, t.otherStrand)) {
      make(70)
      document.font('bold').fontSize(14).text(part.label, left(), place.y, { width: column })
      place.y = document.y + 3
      for (const talk of part.talks) {
        const title = `${titleIn(language, talk)}  ${t.minutes(talk.minutes)}`
        const under = underTitle(talk, language, now)
        const room = { width: column - numberWidth }
        const height =
          document.font('bold').fontSize(11).heightOfString(title, room) +
          document.font('regular').fontSize(9).heightOfString(under, room)
        make(height)
        document
          .font('bold')
          .fontSize(11)
          .text(String(talk.number), left(), place.y, {
            width: numberWidth - 6,
            align: 'right',
          })
        document.text(title, left() + numberWidth, place.y, room)
        document.font('regular').fontSize(9).text(under, room)
        place.y = document.y + 2.5
      }
      place.y += 8
    }
  })
}
