import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Photo as Picture } from '#app/ui/photos.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession } from '../../queries.ts'
import { findPeople } from '../../roll/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NamePeopleOnPhoto, namePeopleOnPhoto } from '../name-people-on-photo.ts'
import { findPhoto, type OnPhoto, type Photo } from '../queries.ts'
import { removePhoto } from '../remove-photo.ts'
import { tones } from './photos.tsx'

const words = { zh, en }
const Naming = NamePeopleOnPhoto.omit({ photoId: true })
const name = namesOf(Naming)
const Paper = z.strictObject({ personId: z.uuid() })

type Data = {
  photo: Photo
  typed: string
  found: Awaited<ReturnType<typeof findPeople>>
}

/** One photo for who runs its session: who can be recognised on it, and who has agreed. */
export const photoPage = page<Data>({
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const photo = found(await findPhoto(ctx, visit.params['photoId']!))
    found(photo.sessionId === session.id ? photo : null)
    const typed = visit.query.get('find')?.slice(0, 40) ?? ''
    const near = { unitId: session.unitId, within: null }
    return { photo, typed, found: typed === '' ? [] : await findPeople(ctx, typed, near) }
  },
  title: ({ photo }, language) => photo.caption || words[language].plain(photo.position),
  actions: {
    name: action(Naming, async (ctx, input, { params }) => {
      await namePeopleOnPhoto(ctx, { ...input, photoId: params['photoId']! })
      return { to: addressOf(params), done: 'photo.peopleNamed' }
    }),
    paper: action(Paper, async (ctx, { personId }, { params }) => {
      const subjectId = params['photoId']!
      await giveConsent(ctx, { personId, purpose: 'picture', subjectId, signedBy: personId })
      return { to: addressOf(params), done: 'photo.paperKept' }
    }),
    remove: action(z.strictObject({}), async (ctx, _, { params }) => {
      await removePhoto(ctx, { photoId: params['photoId']! })
      const sessionId = params['sessionId']!
      return { to: to(urls.sessionPhotos, { sessionId }), done: 'photo.removed' }
    }),
  },
  view: (shown) => <PhotoView {...shown} />,
})

function addressOf(params: Readonly<Record<string, string>>): string {
  return to(urls.sessionPhoto, { sessionId: params['sessionId']!, photoId: params['photoId']! })
}

const placeOf = ({ id, sessionId }: Photo) => ({ sessionId, photoId: id })

function PhotoView(shown: Shown<Data>) {
  const { photo } = shown.data
  const t = useWords(words)
  const { reason } = useSpeech()
  const own = placeOf(photo)
  const said = photo.caption || t.plain(photo.position)
  const refusal = shown.form('paper').refusal ?? shown.form('remove').refusal
  return (
    <>
      <PageHead
        title={said}
        over={<Badge tone={tones[photo.state]}>{t.states[photo.state]}</Badge>}
        back={{ href: to(urls.sessionPhotos, { sessionId: photo.sessionId }), label: t.toList }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <p>
        <Picture
          src={to(urls.sessionPhotoFile, own)}
          alt={said}
          width={photo.width}
          height={photo.height}
        />
      </p>
      {photo.state === 'down' ? (
        <Callout kind="info" title={reason('photo.isDown')} />
      ) : (
        <>
          {photo.persons.length > 0 && <Consents {...shown} />}
          {photo.persons.length < photo.faces && <Callout kind="info" title={t.gone} />}
          <Who {...shown} />
        </>
      )}
      <PostButton
        kind="danger"
        action={to(urls.sessionPhoto, own, { do: 'remove' })}
        formKey={`${shown.formKey}-r`}
      >
        {t.remove}
      </PostButton>
    </>
  )
}

function Consents({ data: { photo }, formKey }: Shown<Data>) {
  const t = useWords(words)
  const stateOf = ({ minor, consentId }: OnPhoto) => {
    if (minor) return <Badge>{t.minor}</Badge>
    if (consentId !== null) return <Badge tone="good">{t.consented}</Badge>
    return <Badge tone="waiting">{t.notConsented}</Badge>
  }
  return (
    <DataTable
      caption={t.consents}
      rows={photo.persons}
      columns={[
        { key: 'name', label: t.person, names: true, cell: (person) => person.name },
        { key: 'state', label: t.agreed, cell: stateOf },
        {
          key: 'paper',
          label: t.paper,
          acts: true,
          cell: ({ id, minor, consentId }) =>
            !minor &&
            consentId === null && (
              <PostButton
                action={to(urls.sessionPhoto, placeOf(photo), { do: 'paper' })}
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

function Who({ data, form, formKey }: Shown<Data>) {
  const { photo, typed, found } = data
  const t = useWords(words)
  const own = placeOf(photo)
  const named = photo.persons.map((person) => ({ value: person.id, label: person.name }))
  const others = found
    .filter(({ id }) => !named.some(({ value }) => value === id))
    .map(({ id, name: label, unitName, tail }) => ({
      value: id,
      label,
      hint: [unitName, tail && `…${tail}`].filter(Boolean).join(' · ') || undefined,
    }))
  return (
    <Section title={t.sayWho} id="who">
      <Search
        action={`${to(urls.sessionPhoto, own)}#who`}
        name="find"
        label={t.find}
        value={typed}
      />
      {typed !== '' && found.length === 0 && <p class="quietly">{t.notFound}</p>}
      <Form
        action={to(urls.sessionPhoto, own, { do: 'name' })}
        formKey={formKey}
        state={form('name')}
        id="naming"
      >
        {named.length + others.length > 0 && (
          <CheckboxGroup
            name={name('personIds')}
            label={t.who}
            options={[...named, ...others]}
            value={named.map(({ value }) => value)}
          />
        )}
        <CheckboxField name={name('nobody')} label={t.nobody} checked={photo.people === 'nobody'} />
        <Button kind="main">{t.keep}</Button>
      </Form>
    </Section>
  )
}
