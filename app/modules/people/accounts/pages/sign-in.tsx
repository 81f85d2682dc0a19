import { action, namesOf, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import type { Language } from '#app/platform/language.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PhoneField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { AskForCode, askForCode } from '../ask-for-code.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { streetsServed } from '../queries.ts'
import { localPath } from '../rules.ts'

const words = { zh, en }
const name = namesOf(AskForCode)

/** What goes along from one step of signing in to the next: the street, and the page to go on to. */
export function onTheWay(visit: Visit, street: number) {
  return { street, from: localPath(visit.query.get('from')) }
}

/** Where a person who has just signed in goes on to, with the cookies that say so. */
export function signedIn(visit: Visit, street: number, cookie: string) {
  const from = localPath(visit.query.get('from'))
  return {
    to: from ?? urls.home,
    done: 'signIn.started',
    cookies: { hearth: cookie, street: String(street) },
  }
}

type Data = { street: number; streets: Awaited<ReturnType<typeof streetsServed>> }

/** The first step of signing in: which phone, in which street. */
export const signInPage = page<Data>({
  open: true,
  title: (_, language) => words[language].signIn.title,
  async load(ctx) {
    return { street: ctx.street, streets: await streetsServed(ctx) }
  },
  actions: {
    ask: action(AskForCode, async (ctx, input, visit) => {
      const { askedId } = await askForCode(ctx, { ...input, address: visit.address })
      const along = onTheWay(visit, ctx.street)
      return {
        to: to(urls.signInCode, null, { ...along, asked: askedId }),
        cookies: { street: String(ctx.street) },
      }
    }),
  },
  view: (shown) => (shown.data.streets.length > 0 ? <SignIn {...shown} /> : <NoStreet />),
})

function NoStreet() {
  const t = useWords(words).signIn
  return <PageHead title={t.noStreet} lead={t.noStreetHelp} />
}

function SignIn({ data, visit, form }: Shown<Data>) {
  const t = useWords(words).signIn
  const { language } = useSpeech()
  const along = onTheWay(visit, data.street)
  const { actor } = visit.reader
  const streetName = nameOf(data.streets.find((each) => each.streetId === data.street)!, language)
  return (
    <>
      <PageHead title={t.title} over={streetName} lead={t.lead} />
      {actor.kind === 'person' && (
        <Callout kind="info" title={t.already(actor.name)}>
          <LinkButton href={urls.home}>{t.toHome}</LinkButton>
        </Callout>
      )}
      <Form action={to(urls.signIn, null, { do: 'ask', ...along })} state={form('ask')}>
        <PhoneField name={name('phone')} label={t.phone} hint={t.phoneHint} required />
        <Button kind="main">{t.send}</Button>
      </Form>
      <p>
        <a href={to(urls.signInPassword, null, along)}>{t.byPassword}</a>
      </p>
      <Section title={t.noPhone}>
        <p>{t.noPhoneHelp}</p>
      </Section>
      {data.streets.length > 1 && <OtherStreet {...data} from={along.from} />}
    </>
  )
}

function OtherStreet({ street, streets, from }: Data & { from: string | null }) {
  const t = useWords(words).signIn
  const { language } = useSpeech()
  return (
    <Section title={t.otherStreet}>
      <Form method="get" action={urls.signIn} id="street">
        {from !== null && <input type="hidden" name="from" value={from} />}
        <SelectField
          name="street"
          label={t.street}
          blank={false}
          value={String(street)}
          options={streets.map((each) => ({
            value: String(each.streetId),
            label: nameOf(each, language),
          }))}
        />
        <Button>{t.goToStreet}</Button>
      </Form>
    </Section>
  )
}

function nameOf(street: { name: string; nameEn: string }, language: Language): string {
  return language === 'en' ? street.nameEn : street.name
}
