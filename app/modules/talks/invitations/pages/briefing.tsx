import type { ComponentChildren } from 'preact'
import { contactsOpen } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { Time } from '#app/ui/dates.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { SaidOfIt } from '#app/ui/record.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAnswer } from '../../dispatches/access.ts'
import { findDispatch } from '../../dispatches/queries.ts'
import { showsContact } from '../../dispatches/rules.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { guestsOf } from '../../orders/queries.ts'
import { en as reviewsEn } from '../../reviews/messages.en.ts'
import { zh as reviewsZh } from '../../reviews/messages.zh.ts'
import { recordOfOrder } from '../../reviews/queries.ts'
import { saidOf } from '../../reviews/rules.ts'
import { findSpeaker } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { agesFor, type Invitation } from '../queries.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const reviewWords = { zh: reviewsZh, en: reviewsEn }

type Data = {
  dispatch: Invitation
  guests: Awaited<ReturnType<typeof guestsOf>>
  ages: Awaited<ReturnType<typeof agesFor>>
  equipment: { equipment: string; equipmentEn: string }
  record: Awaited<ReturnType<typeof recordOfOrder>>
  /** The contact's number, while the reader has it open. */
  phone: string | null
}

/** One sheet for who gives a talk: for whom, where, with what, and what was said of the talk before. */
export const briefingPage = page<Data>({
  title: (_, language) => words[language].briefing,
  async load(ctx, { params }) {
    const dispatch = found(await findDispatch(ctx, params['dispatchId']!))
    authorise(mayAnswer(ctx.actor, dispatch))
    found(dispatch.status === 'accepted' ? dispatch : null)
    const { equipment, equipmentEn } = found(await findSpeaker(ctx, dispatch.speakerId))
    const open = await contactsOpen(ctx, [dispatch.placedBy])
    const shows = open.has(dispatch.placedBy) && showsContact(dispatch, ctx.now)
    return {
      dispatch,
      guests: await guestsOf(ctx, dispatch.orderId),
      ages: await agesFor(ctx, dispatch.orderId),
      equipment: { equipment, equipmentEn },
      record: await recordOfOrder(ctx, dispatch.orderId),
      phone: shows ? dispatch.placedByPhone : null,
    }
  },
  view: (shown) => <Briefing {...shown} />,
})

function Briefing(shown: Shown<Data>) {
  const t = useWords(words)
  const reviews = useWords(reviewWords)
  const { dispatch, record } = shown.data
  return (
    <>
      <PageHead
        title={t.briefing}
        lead={t.briefingLead}
        back={{ href: to(urls.dispatch, { dispatchId: dispatch.id }), label: t.briefingBack }}
      />
      <article class="sheet pack large-print">
        <h2>{useTitle()(dispatch)}</h2>
        <Facts items={[...useWhenAndWhere(shown), ...useForWhom(shown), ...useWithWhat(shown)]} />
        <h3>{t.earlier}</h3>
        <SaidOfIt said={saidOf(record, reviews)} />
      </article>
    </>
  )
}

type Fact = { term: string; value: ComponentChildren }

function useWhenAndWhere({ data, visit }: Shown<Data>): Fact[] {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { dispatch } = data
  const { start, end } = dispatch.during
  return [
    { term: t.when, value: <Time at={start} to={end} now={visit.now} /> },
    { term: t.where, value: `${dispatch.venueName} · ${dispatch.unitName}` },
    { term: t.way, value: dispatch.venuePlace || t.wayNone },
    { term: t.length, value: menu.minutes(dispatch.minutes) },
  ]
}

function useForWhom({ data }: Shown<Data>): Fact[] {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { dispatch, guests, ages } = data
  const audience = menu.audiences[dispatch.audience as keyof typeof menu.audiences]
  return [
    { term: t.whoCame, value: `${audience} · ${t.heads(dispatch.headCount)}` },
    ...(guests.length > 0
      ? [
          {
            term: t.together,
            value: guests
              .map(({ unitName, headCount }) => t.guest(unitName, headCount))
              .join(' · '),
          },
        ]
      : []),
    {
      term: t.ages,
      value:
        ages.length === 0 ? (
          t.agesNone
        ) : (
          <>
            {ages.map(({ from, until, people }) => t.age(from, until, people)).join(' · ')}{' '}
            <span class="quietly">{t.agesHint}</span>
          </>
        ),
    },
    { term: t.spoken, value: menu.languages[dispatch.language as keyof typeof menu.languages] },
  ]
}

function useWithWhat({ data }: Shown<Data>): Fact[] {
  const t = useWords(words)
  const { language } = useSpeech()
  const { dispatch, equipment, phone } = data
  const own = (language === 'en' && equipment.equipmentEn) || equipment.equipment
  return [
    {
      term: t.brings,
      value: (language === 'en' && dispatch.bringsEn) || dispatch.brings || t.bringsNone,
    },
    ...(own ? [{ term: t.ownBrings, value: own }] : []),
    { term: t.note, value: dispatch.note || t.noteNone },
    {
      term: t.contact,
      value: phone ? (
        <>
          {dispatch.placedByName} <a href={`tel:${phone}`}>{phone}</a>
        </>
      ) : (
        <>
          {dispatch.placedByName} <span class="quietly">{t.contactHint}</span>
        </>
      ),
    },
  ]
}
