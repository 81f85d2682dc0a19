import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import { divisionsAt, divisionsUnder } from '#app/modules/organisation/queries.ts'
import { type Context, system } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { root } from '#app/platform/root.ts'
import { Button } from '#app/ui/button.tsx'
import {
  FieldGroup,
  FileField,
  PasswordField,
  PhoneField,
  SelectField,
  TextField,
} from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Stepper } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSetUpLink } from '../queries.ts'
import { SetUp, setUp } from '../set-up.ts'

const words = { zh, en }
const name = namesOf(SetUp)
const bundled = join(root, 'demo/data/nantong-divisions.csv')
const Upload = z.strictObject({ file: z.file() })

type Division = { code: string; name: string }
type Data = {
  token: string
  districts: Division[]
  /** The one chosen, with its streets. */
  district: Division | null
  streets: Division[]
}

/** Opens the first street by the link that the start of the program printed. */
export const setUpPage = page<Data>({
  open: true,
  title: (_, language) => words[language].setUp.title,
  async load(ctx, visit) {
    const token = await tokenOf(ctx, visit)
    const districts = await divisionsAt(ctx, 'district')
    const wanted = visit.query.get('district')
    const district =
      districts.length === 1
        ? districts[0]!
        : (districts.find(({ code }) => code === wanted) ?? null)
    return {
      token,
      districts,
      district,
      streets: district ? await divisionsUnder(ctx, district.code) : [],
    }
  },
  actions: {
    takeNantong: action(z.strictObject({}), async (ctx, _, visit) => {
      const token = await tokenOf(ctx, visit)
      await importDivisions({ ...ctx, actor: system }, { bytes: await readFile(bundled) })
      return { to: to(urls.setUp, null, { token }) }
    }),
    upload: action(Upload, async (ctx, { file }, visit) => {
      const token = await tokenOf(ctx, visit)
      const bytes = new Uint8Array(await file.arrayBuffer())
      await importDivisions({ ...ctx, actor: system }, { bytes })
      return { to: to(urls.setUp, null, { token }) }
    }),
    open: action(SetUp, async (ctx, input, visit) => {
      const token = await tokenOf(ctx, visit)
      const { cookie, street } = await setUp(ctx, { ...input, token, device: visit.device })
      return { to: urls.home, cookies: { hearth: cookie, street: String(street) } }
    }),
  },
  view: (shown) => <SetUpSteps {...shown} />,
})

/** The link's token, while it is good; without one there is no such page. */
async function tokenOf(ctx: Context, visit: Visit): Promise<string> {
  const token = visit.query.get('token') ?? ''
  found(await findSetUpLink(ctx, token))
  return token
}

function SetUpSteps(shown: Shown<Data>) {
  const t = useWords(words).setUp
  const { districts, district } = shown.data
  const now = districts.length === 0 ? 0 : district === null ? 1 : 2
  const steps = [t.steps.divisions, t.steps.district, t.steps.street]
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Stepper
        label={t.title}
        steps={steps.map((label, at) => ({
          label,
          state: at < now ? 'done' : at === now ? 'now' : 'later',
        }))}
      />
      {now === 0 && <Divisions {...shown} />}
      {now === 1 && <ChooseDistrict {...shown.data} />}
      {district !== null && <OpenStreet {...shown} district={district} />}
    </>
  )
}

function Divisions({ data: { token }, form, formKey }: Shown<Data>) {
  const t = useWords(words).setUp
  const state = useRowSentences(form('upload'))
  return (
    <Section title={t.divisions}>
      <p>{t.divisionsHelp}</p>
      <Form action={to(urls.setUp, null, { do: 'takeNantong', token })} formKey={formKey}>
        <Button kind="main">{t.takeNantong}</Button>
      </Form>
      <Section title={t.ownFile}>
        <Form upload action={to(urls.setUp, null, { do: 'upload', token })} state={state}>
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,text/csv" required />
          <Button>{t.upload}</Button>
        </Form>
      </Section>
    </Section>
  )
}

/** A file's faults come by row: `row.17`. */
function useRowSentences(state: FormState): FormState {
  const t = useWords(words).setUp
  const issues = Object.entries(state.issues).map(([key, issue]) => {
    const [, row] = /^row\.(\d+)$/.exec(key) ?? []
    return [key, row === undefined ? issue : t.row(row, issue)] as const
  })
  return { ...state, issues: Object.fromEntries(issues) }
}

function ChooseDistrict({ token, districts }: Data) {
  const t = useWords(words).setUp
  return (
    <Form method="get" action={urls.setUp}>
      <input type="hidden" name="token" value={token} />
      <SelectField name="district" label={t.district} options={optionsOf(districts)} required />
      <Button kind="main">{t.chooseDistrict}</Button>
    </Form>
  )
}

function OpenStreet({ data, form, district }: Shown<Data> & { district: Division }) {
  const t = useWords(words).setUp
  const { token, streets, districts } = data
  const itself = { value: district.code, label: t.districtItself(district.name) }
  return (
    <>
      {/* Without a key of its own: what answers is a secret, which the keys would keep. */}
      <Form
        action={to(urls.setUp, null, { do: 'open', token, district: district.code })}
        state={form('open')}
      >
        <SelectField
          name={name('code')}
          label={t.street}
          options={[...optionsOf(streets), itself]}
          required
        />
        <TextField
          name={name('nameEn')}
          label={t.nameEn}
          hint={t.nameEnHint}
          maxLength={80}
          required
        />
        <FieldGroup legend={t.administrator}>
          <TextField
            name={name('name')}
            label={t.name}
            autocomplete="name"
            maxLength={60}
            required
          />
          <PhoneField name={name('phone')} label={t.phone} required />
          <PasswordField
            name={name('password')}
            label={t.password}
            hint={t.passwordHint}
            fresh
            required
          />
        </FieldGroup>
        <Button kind="main">{t.open}</Button>
      </Form>
      {districts.length > 1 && (
        <p>
          <a href={to(urls.setUp, null, { token })}>{t.otherDistrict}</a>
        </p>
      )}
    </>
  )
}

function optionsOf(divisions: readonly Division[]) {
  return divisions.map(({ code, name }) => ({ value: code, label: name }))
}
