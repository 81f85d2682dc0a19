import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { PasswordField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayHavePassword } from '../../access.ts'
import { EndApiToken, endApiToken } from '../end-api-token.ts'
import { EndSignIn, endSignIn } from '../end-sign-in.ts'
import { MakeApiToken, makeApiToken } from '../make-api-token.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { apiTokensOf, signInsOf } from '../queries.ts'
import { deviceOf } from '../rules.ts'
import { SetPassword, setPassword } from '../set-password.ts'
import { ReadingFields } from './reading.tsx'

const words = { zh, en }

type Data = {
  signIns: Awaited<ReturnType<typeof signInsOf>>
  tokens: Awaited<ReturnType<typeof apiTokensOf>>
  mayHavePassword: boolean
}

/** A person's own sign-ins, password, tokens and way of reading. */
export const accountPage = page<Data>({
  title: (_, language) => words[language].account.title,
  async load(ctx) {
    const personId = found(ctx.actor.personId)
    return {
      signIns: await signInsOf(ctx, personId),
      tokens: await apiTokensOf(ctx, personId),
      mayHavePassword: mayHavePassword(ctx.actor),
    }
  },
  actions: {
    endSignIn: action(EndSignIn, async (ctx, input, { reader }) => {
      await endSignIn(ctx, input)
      const done = 'signIn.ended'
      return input.signInId === reader.signInId
        ? { to: urls.home, done, cookies: { hearth: null } }
        : { to: urls.account, done }
    }),
    setPassword: action(SetPassword, async (ctx, input, { reader }) => {
      await setPassword(ctx, { ...input, signInId: found(reader.signInId) })
      return { to: urls.account, done: 'password.set' }
    }),
    makeToken: action(MakeApiToken, async (ctx, input) => ({
      once: (await makeApiToken(ctx, input)).token,
    })),
    endToken: action(EndApiToken, async (ctx, input) => {
      await endApiToken(ctx, input)
      return { to: urls.account, done: 'apiToken.ended' }
    }),
  },
  view: (shown) => <Account {...shown} />,
})

const acting = (name: string) => to(urls.account, null, { do: name })

function Account(shown: Shown<Data>) {
  const { account: t, reading } = useWords(words)
  return (
    <>
      <PageHead title={t.title} over={shown.visit.reader.actor.name} />
      {shown.once !== null && (
        <Callout kind="saved" title={t.yourToken}>
          <code>{shown.once}</code>
        </Callout>
      )}
      <Section title={t.signIns}>
        <SignIns {...shown} />
      </Section>
      <Section title={reading.title}>
        <Form action={urls.reading}>
          <ReadingFields />
          <input type="hidden" name="back" value={urls.account} />
          <Button>{reading.save}</Button>
        </Form>
      </Section>
      {shown.data.mayHavePassword && <PasswordForm {...shown} />}
      <Tokens {...shown} />
    </>
  )
}

function SignIns({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words).account
  return (
    <DataTable
      caption={t.signInsHelp}
      rows={data.signIns}
      columns={[
        {
          key: 'device',
          label: t.device,
          names: true,
          cell: (signIn) => (
            <>
              <DeviceName userAgent={signIn.device} />{' '}
              {signIn.id === visit.reader.signInId && <Badge tone="good">{t.here}</Badge>}
            </>
          ),
        },
        {
          key: 'seen',
          label: t.seen,
          cell: (signIn) => <Time at={signIn.seenAt} now={visit.now} />,
        },
        {
          key: 'since',
          label: t.since,
          cell: (signIn) => <Time at={signIn.madeAt} now={visit.now} />,
        },
        {
          key: 'end',
          label: t.end,
          acts: true,
          cell: (signIn) => (
            <PostButton
              action={acting('endSignIn')}
              formKey={`${formKey}${signIn.id}`}
              values={{ signInId: signIn.id }}
              kind="quiet"
            >
              {t.end}
            </PostButton>
          ),
        },
      ]}
    />
  )
}

function DeviceName({ userAgent }: { userAgent: string }) {
  const t = useWords(words).account
  const { program, system } = deviceOf(userAgent)
  const browser = program === null ? t.unknownProgram : t.programs[program]
  return <>{system === null ? browser : t.on(browser, t.systems[system])}</>
}

function PasswordForm({ form }: Shown<Data>) {
  const t = useWords(words).account
  return (
    <Section title={t.password}>
      <p>{t.passwordHelp}</p>
      {/* Without a key of its own, which would be made from what is typed. */}
      <Form action={acting('setPassword')} state={form('setPassword')} id="password">
        <PasswordField
          name={namesOf(SetPassword)('password')}
          label={t.newPassword}
          fresh
          required
        />
        <Button>{t.setPassword}</Button>
      </Form>
    </Section>
  )
}

function Tokens({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words).account
  return (
    <Section title={t.tokens} aside={<a href={urls.apiDocs}>{t.apiDocs}</a>}>
      <p>{t.tokensHelp}</p>
      {data.tokens.length > 0 && (
        <DataTable
          caption={t.yourTokens}
          rows={data.tokens}
          columns={[
            { key: 'name', label: t.tokenName, names: true, cell: (token) => token.name },
            {
              key: 'made',
              label: t.made,
              cell: (token) => <Time at={token.madeAt} now={visit.now} />,
            },
            {
              key: 'used',
              label: t.used,
              cell: (token) =>
                token.usedAt ? <Time at={token.usedAt} now={visit.now} /> : t.neverUsed,
            },
            {
              key: 'end',
              label: t.takeBack,
              acts: true,
              cell: (token) => (
                <PostButton
                  action={acting('endToken')}
                  formKey={`${formKey}${token.id}`}
                  values={{ tokenId: token.id }}
                  kind="quiet"
                >
                  {t.takeBack}
                </PostButton>
              ),
            },
          ]}
        />
      )}
      {/* Without a key of its own: what answers is a secret, which the keys would keep. */}
      <Form action={acting('makeToken')} state={form('makeToken')} id="token">
        <TextField
          name={namesOf(MakeApiToken)('name')}
          label={t.tokenName}
          hint={t.tokenNameHint}
          maxLength={60}
          required
        />
        <Button>{t.makeToken}</Button>
      </Form>
    </Section>
  )
}
