import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { AnswerInvitation, answerInvitation } from '../answer-invitation.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Invitation, openInvitation } from '../queries.ts'
import { type Standing, standingOf } from '../rules.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const ByLink = AnswerInvitation.omit({ link: true })
const name = namesOf(ByLink)

/** What the page may know: nothing of the branch's people, and no address of a home. */
type Data = {
  token: string
  standing: Standing
  home: boolean
  dispatch: Pick<
    Invitation,
    | 'id'
    | 'title'
    | 'titleEn'
    | 'during'
    | 'venueName'
    | 'unitName'
    | 'audience'
    | 'headCount'
    | 'language'
    | 'minutes'
  >
}

/**
 * The link of a message to a speaker: what is asked, and yes or no by one tap without a sign-in. Opening
 * it changes nothing, since programs open links before people do; it leads nowhere else.
 */
export const invitationPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const token = params['token']!
    const dispatch = found(await openInvitation(ctx, token))
    const home = dispatch.venueKind === 'home'
    return { token, dispatch, home, standing: standingOf(dispatch, ctx.now) }
  },
  actions: {
    answer: action(ByLink, async (ctx, input, { params }) => {
      const link = params['token']!
      await answerInvitation(ctx, { ...input, link })
      return { to: to(urls.invitation, { token: link }) }
    }),
  },
  view: (shown) => <InvitationByLink {...shown} />,
})

function InvitationByLink(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, form } = shown
  const { standing, dispatch } = data
  const title = useTitle()(dispatch)
  const { refusal } = form('answer')
  if (standing === 'open')
    return (
      <>
        <PageHead over={t.lead} title={title} lead={<WhenAndWhere {...shown} />} />
        {refusal !== undefined && <Callout kind="failed" title={refusal} />}
        <Answer {...shown} />
        <p>{t.free}</p>
        <ForWhom {...shown} />
        <p class="quietly">{t.only}</p>
      </>
    )
  return (
    <>
      <PageHead over={title} title={t.standing[standing]} lead={t.standingText[standing]} />
      {refusal !== undefined && <Callout kind="info" title={refusal} />}
      {standing === 'accepted' && (
        <>
          <p>
            <WhenAndWhere {...shown} />
          </p>
          <ForWhom {...shown} />
          <Actions>
            <LinkButton href={to(urls.dispatch, { dispatchId: dispatch.id })}>
              {t.seeMore}
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  )
}

function WhenAndWhere({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { dispatch, home } = data
  const { start, end } = dispatch.during
  return (
    <>
      <Time at={start} to={end} now={visit.now} />
      <br />
      {home ? t.inHome(dispatch.unitName) : dispatch.venueName}
    </>
  )
}

function ForWhom({ data }: Shown<Data>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { dispatch } = data
  return (
    <Facts
      items={[
        { term: t.unit, value: dispatch.unitName },
        {
          term: t.whoCame,
          value: `${menu.audiences[dispatch.audience as keyof typeof menu.audiences]} · ${t.heads(dispatch.headCount)}`,
        },
        {
          term: t.spoken,
          value: menu.languages[dispatch.language as keyof typeof menu.languages],
        },
        { term: t.length, value: menu.minutes(dispatch.minutes) },
      ]}
    />
  )
}

/** Two buttons of one size: saying no is as easy as saying yes. */
function Answer({ data, formKey }: Shown<Data>) {
  const t = useWords(words)
  const at = to(urls.invitation, { token: data.token }, { do: 'answer' })
  return (
    <div class="answers">
      <Form id="yes" action={at} formKey={formKey}>
        <input type="hidden" name={name('says')} value="yes" />
        <Button kind="main" icon="check">
          {t.yes}
        </Button>
      </Form>
      {/* A form of its own: whoever presses Enter after a reason says no. */}
      <Form id="no" action={at} formKey={`${formKey}no`}>
        <input type="hidden" name={name('says')} value="no" />
        <Button icon="cross">{t.no}</Button>
        <details>
          <summary class="button quiet">{t.giveReason}</summary>
          <TextField name={name('why')} label={t.why} maxLength={300} />
          <p class="quietly">{t.whyHint}</p>
        </details>
      </Form>
    </div>
  )
}
