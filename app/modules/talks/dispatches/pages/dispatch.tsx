import { contactsOpen } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { SaidOfIt } from '#app/ui/record.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as invitationsEn } from '../../invitations/messages.en.ts'
import { zh as invitationsZh } from '../../invitations/messages.zh.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { mayDispatch } from '../../orders/access.ts'
import { en as ordersEn } from '../../orders/messages.en.ts'
import { zh as ordersZh } from '../../orders/messages.zh.ts'
import { en as reviewsEn } from '../../reviews/messages.en.ts'
import { zh as reviewsZh } from '../../reviews/messages.zh.ts'
import { feedbackAfter } from '../../reviews/queries.ts'
import { saidOf } from '../../reviews/rules.ts'
import { AcceptDispatch, acceptDispatch } from '../accept-dispatch.ts'
import { isAsked, mayAnswer } from '../access.ts'
import { CancelSpeaking, cancelSpeaking } from '../cancel-speaking.ts'
import { EndDispatch, endDispatch } from '../end-dispatch.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findDispatch } from '../queries.ts'
import { showsContact, showsPlace, whyNotAnswerable, whyNotCalledOff } from '../rules.ts'
import { SeeContact, seeContact } from '../see-contact.ts'

const words = { zh, en }
const orderWords = { zh: ordersZh, en: ordersEn }
const menuWords = { zh: menuZh, en: menuEn }
const invitationWords = { zh: invitationsZh, en: invitationsEn }
const reviewWords = { zh: reviewsZh, en: reviewsEn }
const name = namesOf(EndDispatch)
const cancelName = namesOf(CancelSpeaking)

type Data = {
  dispatch: NonNullable<Awaited<ReturnType<typeof findDispatch>>>
  forAnother: boolean
  office: boolean
  /** The number of who ordered, while it is open to this reader. */
  contactOpen: boolean
  /** Once the talk is over: thanks, and what was thought of it. */
  feedback: Awaited<ReturnType<typeof feedbackAfter>>
}

/** The speaker's invitation: when, where, for whom, and one tap to accept. */
export const dispatchPage = page<Data>({
  title: (_, language) => words[language].invitation,
  async load(ctx, { params }) {
    const dispatch = found(await findDispatch(ctx, params['dispatchId']!))
    authorise(mayAnswer(ctx.actor, dispatch))
    const forAnother = !isAsked(ctx.actor, dispatch)
    const open = await contactsOpen(ctx, [dispatch.placedBy])
    return {
      dispatch,
      forAnother,
      office: mayDispatch(ctx.actor),
      contactOpen: open.has(dispatch.placedBy),
      feedback: await feedbackAfter(ctx, dispatch),
    }
  },
  actions: {
    accept: action(AcceptDispatch, async (ctx, input) => {
      await acceptDispatch(ctx, input)
      return { to: to(urls.dispatch, input), done: 'dispatch.accepted' }
    }),
    decline: action(EndDispatch, async (ctx, input) => {
      await endDispatch(ctx, { ...input, how: 'declined' })
      return { to: to(urls.dispatch, { dispatchId: input.dispatchId }), done: 'dispatch.declined' }
    }),
    cancel: action(CancelSpeaking, async (ctx, input) => {
      await cancelSpeaking(ctx, input)
      return { to: to(urls.dispatch, { dispatchId: input.dispatchId }), done: 'dispatch.cancelled' }
    }),
    contact: action(SeeContact, async (ctx, input) => {
      await seeContact(ctx, input)
      return { to: to(urls.dispatch, input), done: 'contact.opened' }
    }),
  },
  view: (shown) => <Invitation {...shown} />,
})

function Invitation(shown: Shown<Data>) {
  const t = useWords(words)
  const invitation = useWords(invitationWords)
  const { dispatch, forAnother, office, feedback } = shown.data
  const waiting = dispatch.status === 'proposed'
  const placeName = showsPlace(dispatch, office)
    ? dispatch.venueName
    : invitation.inHome(dispatch.unitName)
  return (
    <>
      <PageHead
        back={
          office
            ? { href: to(urls.order, { orderId: dispatch.orderId }), label: t.openOrder }
            : undefined
        }
        over={t.invitation}
        title={useTitle()(dispatch)}
        lead={
          <>
            <Time at={dispatch.during.start} to={dispatch.during.end} now={shown.visit.now} /> ·{' '}
            {placeName}
          </>
        }
      />
      {feedback && <Feedback {...feedback} />}
      {!waiting && !feedback && <Callout kind="info" title={t.statuses[dispatch.status]} />}
      {waiting && forAnother && <p>{t.answerFor(dispatch.speakerName)}</p>}
      {waiting && <Accept {...shown} />}
      {dispatch.status === 'accepted' && (
        <Actions>
          <LinkButton href={to(urls.briefing, { dispatchId: dispatch.id })} icon="printer">
            {invitation.toBriefing}
          </LinkButton>
        </Actions>
      )}
      <Briefing {...shown} />
      <Contact {...shown} />
      {waiting && <Decline {...shown} />}
      <Cancel {...shown} />
      {!forAnother && (
        <p class="links">
          <a href={to(urls.speakerTimes, { speakerId: dispatch.speakerId })}>{t.ownTimes}</a>
          <a href={to(urls.speaker, { speakerId: dispatch.speakerId })}>{t.ownEntry}</a>
        </p>
      )}
    </>
  )
}

/** Thanks after a talk, and what units thought and wrote of it, of none of them by name. */
function Feedback({ record, words: written }: NonNullable<Data['feedback']>) {
  const t = useWords(reviewWords)
  return (
    <>
      <Callout kind="saved" title={t.thanked}>
        <p>{t.thankedText}</p>
      </Callout>
      <SaidOfIt said={saidOf(record, t)} />
      {written.length > 0 && (
        <>
          <h3>{t.recordWords}</h3>
          <p class="quietly">{t.recordWordsHint}</p>
          <ul>
            {written.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Accept({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const here = { dispatchId: data.dispatch.id }
  const { refusal } = form('accept')
  return (
    <>
      {refusal && <Callout kind="failed" title={refusal} />}
      <PostButton
        action={to(urls.dispatch, here, { do: 'accept' })}
        formKey={formKey}
        values={here}
        kind="main"
        icon="check"
        whyNot={whyNotAnswerable(data.dispatch, visit.now)}
      >
        {t.accept}
      </PostButton>
    </>
  )
}

/** Declining is as free as accepting: no reason is asked for. */
function Decline({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const here = { dispatchId: data.dispatch.id }
  if (whyNotAnswerable(data.dispatch, visit.now) !== null) return null
  return (
    <Form
      id="decline"
      action={to(urls.dispatch, here, { do: 'decline' })}
      formKey={formKey}
      state={form('decline')}
    >
      <p>{t.invitationLead}</p>
      <input type="hidden" name={name('dispatchId')} value={data.dispatch.id} />
      <input type="hidden" name={name('how')} value="declined" />
      <TextField name={name('answer')} label={t.declineWhy} maxLength={300} />
      <Button>{t.decline}</Button>
    </Form>
  )
}

/** Who said yes may call it off as freely, until the talk begins. */
function Cancel({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const here = { dispatchId: data.dispatch.id }
  if (whyNotCalledOff(data.dispatch, visit.now) !== null) return null
  const state = form('cancel')
  return (
    <details open={Object.keys(state.values).length > 0}>
      <summary>{t.cancelTitle}</summary>
      <Form
        id="cancel"
        action={to(urls.dispatch, here, { do: 'cancel' })}
        formKey={`${formKey}cancel`}
        state={state}
      >
        <p>{t.cancelLead}</p>
        <input type="hidden" name={cancelName('dispatchId')} value={data.dispatch.id} />
        <TextField name={cancelName('answer')} label={t.declineWhy} maxLength={300} />
        <Button kind="danger">{t.cancelTitle}</Button>
      </Form>
    </details>
  )
}

/** The number of who ordered is opened by the speaker, once it is agreed; that it was is noted. */
function Contact({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { dispatch, forAnother, contactOpen } = data
  const here = { dispatchId: dispatch.id }
  if (forAnother || contactOpen || !dispatch.placedByPhone || !showsContact(dispatch, visit.now))
    return null
  return (
    <PostButton
      action={to(urls.dispatch, here, { do: 'contact' })}
      formKey={`${formKey}contact`}
      values={here}
      icon="phone"
    >
      {t.openContact}
    </PostButton>
  )
}

/** What a speaker has to know; the contact's number only while it is needed. */
function Briefing({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const order = useWords(orderWords)
  const invitation = useWords(invitationWords)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const { dispatch } = data
  const contact = data.contactOpen && showsContact(dispatch, visit.now)
  return (
    <Facts
      items={[
        {
          term: order.time,
          value: <Time at={dispatch.during.start} to={dispatch.during.end} now={visit.now} />,
        },
        {
          term: order.venue,
          value: showsPlace(dispatch, data.office)
            ? [dispatch.venueName, dispatch.venuePlace].filter(Boolean).join(' · ')
            : invitation.inHome(dispatch.unitName),
        },
        { term: order.unit, value: dispatch.unitName },
        {
          term: order.audience,
          value: menu.audiences[dispatch.audience as keyof typeof menu.audiences],
        },
        { term: order.head, value: order.people(dispatch.headCount) },
        {
          term: order.language,
          value: menu.languages[dispatch.language as keyof typeof menu.languages],
        },
        ...(dispatch.brings
          ? [{ term: t.brings, value: (language === 'en' && dispatch.bringsEn) || dispatch.brings }]
          : []),
        ...(dispatch.note ? [{ term: order.note, value: dispatch.note }] : []),
        {
          term: t.contact,
          value:
            contact && dispatch.placedByPhone ? (
              <>
                {dispatch.placedByName}{' '}
                <a href={`tel:${dispatch.placedByPhone}`}>{dispatch.placedByPhone}</a>
              </>
            ) : (
              <>
                {dispatch.placedByName} <span class="quietly">{t.contactAfter}</span>
              </>
            ),
        },
      ]}
    />
  )
}
