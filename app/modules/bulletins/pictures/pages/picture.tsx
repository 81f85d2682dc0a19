import { z } from 'zod'
import { mayRunOffice } from '#app/modules/people/access.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins, mayWriteBulletins } from '../../access.ts'
import { findBulletin, readerOf } from '../../queries.ts'
import { findByName } from '../../quotes/queries.ts'
import { whyNotChanged } from '../../quotes/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NamePeopleOnPicture, namePeopleOnPicture } from '../name-people-on-picture.ts'
import { findPicture, type OnPicture, type Picture } from '../queries.ts'
import { removePicture } from '../remove-picture.ts'
import { State } from './pictures.tsx'

const words = { zh, en }
const Naming = NamePeopleOnPicture.omit({ pictureId: true })
const Paper = z.strictObject({ personId: z.uuid() })

type Data = {
  picture: Picture
  search: string
  found: Awaited<ReturnType<typeof findByName>>
  whyNot: string | null | undefined
  /** Whether whoever reads may file a signed paper. */
  files: boolean
}

export const picturePage = page({
  async load(ctx, visit): Promise<Data> {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const picture = found(await findPicture(ctx, visit.params['pictureId']!))
    found(picture.bulletinId === bulletin.id ? picture : null)
    const { part } = await readerOf(ctx, bulletin)
    const search = visit.query.get('q')?.trim() ?? ''
    const writes = mayWriteBulletins(ctx.actor)
    return {
      picture,
      search,
      found: writes ? await findByName(ctx, search) : [],
      whyNot: writes ? whyNotChanged(bulletin, part) : undefined,
      files: mayRunOffice(ctx.actor),
    }
  },
  title: ({ picture }) => picture.caption,
  actions: {
    name: action(Naming, async (ctx, input, { params }) => {
      await namePeopleOnPicture(ctx, { ...input, pictureId: params['pictureId']! })
      return { to: addressOf(params), done: 'picture.peopleNamed' }
    }),
    paper: action(Paper, async (ctx, { personId }, { params }) => {
      const subjectId = params['pictureId']!
      await giveConsent(ctx, { personId, purpose: 'picture', subjectId, signedBy: personId })
      return { to: addressOf(params), done: 'consent.paperKept' }
    }),
    remove: action(z.strictObject({}), async (ctx, _, { params }) => {
      await removePicture(ctx, { pictureId: params['pictureId']! })
      const bulletinId = params['bulletinId']!
      return { to: to(urls.bulletinPictures, { bulletinId }), done: 'picture.removed' }
    }),
  },
  view: (shown) => <PictureView {...shown} />,
})

function addressOf(params: Readonly<Record<string, string>>): string {
  return to(urls.bulletinPicture, {
    bulletinId: params['bulletinId']!,
    pictureId: params['pictureId']!,
  })
}

function PictureView({ data, form, formKey }: Shown<Data>) {
  const { picture, whyNot } = data
  const t = useWords(words)
  const { reason } = useSpeech()
  const own = { bulletinId: picture.bulletinId, pictureId: picture.id }
  const refusal = form('paper').refusal ?? form('remove').refusal
  return (
    <>
      <PageHead
        title={picture.caption}
        over={<State picture={picture} />}
        lead={picture.alternative}
        back={{
          href: to(urls.bulletinPictures, { bulletinId: picture.bulletinId }),
          label: t.title,
        }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <p>
        <img
          class="picture"
          src={to(urls.bulletinPictureFile, own)}
          alt={picture.alternative}
          width={picture.width}
          height={picture.height}
        />
      </p>
      {picture.persons.length > 0 && <Consents data={data} formKey={formKey} />}
      {whyNot != null && <Callout kind="info" title={reason(whyNot)} />}
      {whyNot === null && <Who data={data} form={form} formKey={formKey} />}
      {whyNot === null && (
        <PostButton
          kind="danger"
          action={to(urls.bulletinPicture, own, { do: 'remove' })}
          formKey={`${formKey}-r`}
        >
          {t.remove}
        </PostButton>
      )}
    </>
  )
}

function Consents({ data, formKey }: { data: Data; formKey: string }) {
  const { picture, files } = data
  const t = useWords(words)
  const own = { bulletinId: picture.bulletinId, pictureId: picture.id }
  const stateOf = ({ minor, consentId }: OnPicture) => {
    if (minor) return <Badge tone="bad">{t.minor}</Badge>
    if (consentId !== null) return <Badge tone="good">{t.consented}</Badge>
    return <Badge tone="waiting">{t.notConsented}</Badge>
  }
  return (
    <DataTable
      caption={t.consents}
      rows={picture.persons}
      columns={[
        { key: 'name', label: t.person, names: true, cell: ({ name }) => name },
        { key: 'state', label: t.consents, cell: stateOf },
        {
          key: 'paper',
          label: t.paper,
          acts: true,
          cell: ({ id, minor, consentId }) =>
            files &&
            !minor &&
            consentId === null && (
              <PostButton
                action={to(urls.bulletinPicture, own, { do: 'paper' })}
                formKey={`${formKey}-${id}`}
                values={{ personId: id }}
              >
                {t.paper}
              </PostButton>
            ),
        },
      ]}
    />
  )
}

function Who({ data, form, formKey }: Pick<Shown<Data>, 'data' | 'form' | 'formKey'>) {
  const { picture, search, found } = data
  const t = useWords(words)
  const own = { bulletinId: picture.bulletinId, pictureId: picture.id }
  const named = picture.persons.map(({ id, name }) => ({ value: id, label: name }))
  const others = found
    .filter(({ id }) => !named.some(({ value }) => value === id))
    .map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName ?? undefined }))
  return (
    <Section title={t.who} id="who">
      <Search action={to(urls.bulletinPicture, own)} label={t.find} value={search} />
      {search !== '' && found.length === 0 && <p class="quietly">{t.notFound}</p>}
      <Form
        action={to(urls.bulletinPicture, own, { do: 'name' })}
        formKey={formKey}
        state={form('name')}
      >
        {named.length + others.length > 0 && (
          <CheckboxGroup
            name="personIds"
            label={t.who}
            options={[...named, ...others]}
            value={named.map(({ value }) => value)}
          />
        )}
        <CheckboxField name="nobody" label={t.nobody} checked={picture.people === 'nobody'} />
        <Button kind="main">{t.keep}</Button>
      </Form>
    </Section>
  )
}
