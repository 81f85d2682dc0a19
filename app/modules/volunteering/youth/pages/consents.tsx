import { isSignedIn } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty, Slip, Task, TaskList } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { GiveServiceConsent, giveServiceConsent } from '../give-service-consent.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type ConsentAsked, consentsAskedOf, serviceRule } from '../queries.ts'
import { clockOf, type ServiceRule } from '../rules.ts'
import { WithdrawServiceConsent, withdrawServiceConsent } from '../withdraw-service-consent.ts'

const words = { zh, en }
const name = namesOf(GiveServiceConsent)

type Data = { asked: ConsentAsked[]; given: ConsentAsked[]; rule: ServiceRule }

/** What a guardian is asked to consent to, and what was consented to, each post by itself. */
export const serviceConsentsPage = page<Data>({
  title: (_, language) => words[language].consents.title,
  async load(ctx) {
    authorise(isSignedIn(ctx.actor))
    const all = await consentsAskedOf(ctx, found(ctx.actor.personId))
    return {
      asked: all.filter(({ consentId }) => consentId === null),
      given: all.filter(({ consentId }) => consentId !== null),
      rule: await serviceRule(ctx),
    }
  },
  actions: {
    consent: action(GiveServiceConsent.omit({ signedBy: true }), async (ctx, input) => {
      await giveServiceConsent(ctx, input)
      return { to: to(urls.serviceConsents), done: 'service.consented' }
    }),
    withdraw: action(WithdrawServiceConsent, async (ctx, input) => {
      await withdrawServiceConsent(ctx, input)
      return { to: to(urls.serviceConsents), done: 'service.withdrawn' }
    }),
  },
  view: (shown) => <Consents {...shown} />,
})

function Consents(shown: Shown<Data>) {
  const t = useWords(words).consents
  const { asked, given } = shown.data
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.volunteering, label: t.back }} />
      <Columns beside={<Protection rule={shown.data.rule} />}>
        {asked.length + given.length === 0 && (
          <Empty action={<LinkButton href={to(urls.volunteering)}>{t.toPosts}</LinkButton>}>
            {t.none}
          </Empty>
        )}
        {asked.length > 0 && <Asked {...shown} />}
        {given.length > 0 && <Given {...shown} />}
      </Columns>
    </>
  )
}

function Asked({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).consents
  const titleOf = useTitle()
  const state = form('consent')
  return (
    <Section title={t.asked}>
      {data.asked.map((each) => (
        <Slip
          key={each.applicationId}
          title={
            <a href={to(urls.post, { postId: each.postId })}>
              {each.childName} · {titleOf(each)}
            </a>
          }
        >
          <p>{each.place}</p>
          <Form
            action={to(urls.serviceConsents, null, { do: 'consent' })}
            formKey={formKey}
            state={state.values['applicationId'] === each.applicationId ? state : undefined}
            id={`consent-${each.applicationId}`}
          >
            <input type="hidden" name={name('applicationId')} value={each.applicationId} />
            <TextField
              name={name('pickUp')}
              label={t.pickUp}
              hint={t.pickUpHint}
              maxLength={60}
              value={each.pickUp}
            />
            <Button kind="main">{t.agree}</Button>
          </Form>
        </Slip>
      ))}
    </Section>
  )
}

function Given({ data, formKey }: Shown<Data>) {
  const t = useWords(words).consents
  const titleOf = useTitle()
  return (
    <Section title={t.given}>
      <p class="quietly">{t.withdrawHint}</p>
      <TaskList>
        {data.given.map((each) => (
          <Task
            key={each.applicationId}
            title={`${each.childName} · ${titleOf(each)}`}
            href={to(urls.post, { postId: each.postId })}
            action={
              <PostButton
                action={to(urls.serviceConsents, null, { do: 'withdraw' })}
                formKey={formKey}
                values={{ consentId: each.consentId! }}
                kind="danger"
              >
                {t.withdraw}
              </PostButton>
            }
          >
            {each.place}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function Protection({ rule }: { rule: ServiceRule }) {
  const t = useWords(words).consents
  const lines = t.protection({
    besideUnder: rule.besideUnder,
    childrenToAdult: rule.childrenToAdult,
    from: clockOf(rule.youngFrom),
    until: clockOf(rule.youngUntil),
    littleUntil: clockOf(rule.littleUntil),
    minutes: rule.youngMinutes,
    littleMinutes: rule.littleMinutes,
  })
  return (
    <Section title={t.protects}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}
