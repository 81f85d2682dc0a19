import { unitsOf } from '#app/modules/organisation/queries.ts'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { teamsFor } from '../../youth/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OpenPost, openPost } from '../open-post.ts'

const words = { zh, en }
const name = namesOf(OpenPost)

type Data = {
  units: { id: string; name: string }[]
  teams: { id: string; name: string; unitName: string }[]
  teamId: string
}

/** A unit opens a post; from a team's page the team is chosen already. */
export const newPostPage = page<Data>({
  title: (_, language) => words[language].newPost.title,
  async load(ctx, { query }) {
    const scope = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    authorise(scope.unitIds.length > 0)
    const units = await unitsOf(ctx, scope.unitIds)
    return { units, teams: await teamsFor(ctx, scope), teamId: query.get('team') ?? '' }
  },
  actions: {
    open: action(OpenPost, async (ctx, input) => {
      const { id } = await openPost(ctx, input)
      return { to: to(urls.post, { postId: id }), done: 'post.opened' }
    }),
  },
  view: (shown) => <NewPost {...shown} />,
})

function NewPost({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const own = t.newPost
  const teams = data.teams.map(({ id, name: team, unitName }) => ({
    value: id,
    label: `${team} · ${unitName}`,
  }))
  return (
    <>
      <PageHead
        title={own.title}
        lead={own.lead}
        back={{ href: to(urls.volunteering), label: t.overview.title }}
      />
      <Form action={to(urls.newPost, null, { do: 'open' })} formKey={formKey} state={form('open')}>
        <SelectField
          name={name('unitId')}
          label={own.unit}
          required
          options={data.units.map(({ id, name: unit }) => ({ value: id, label: unit }))}
          value={data.units.length === 1 ? data.units[0]!.id : undefined}
        />
        <TextField name={name('title')} label={own.name} required maxLength={60} />
        <TextField name={name('titleEn')} label={own.nameEn} maxLength={120} />
        <TextArea name={name('tasks')} label={own.tasks} required maxLength={1000} />
        <TextField name={name('place')} label={own.place} required maxLength={120} />
        {teams.length > 0 && (
          <SelectField
            name={name('teamId')}
            label={own.team}
            hint={own.teamHint}
            options={teams}
            blank={own.noTeam}
            value={data.teamId}
          />
        )}
        <NumberField
          name={name('leastAge')}
          label={own.leastAge}
          min={6}
          max={60}
          unit={own.years}
          value={data.teamId === '' ? '18' : '8'}
        />
        <CheckboxField name={name('needsTraining')} label={own.training} />
        <CheckboxField name={name('needsHealth')} label={own.health} />
        <TextArea
          name={name('riskNotice')}
          label={own.riskNotice}
          hint={own.riskHint}
          rows={3}
          maxLength={500}
        />
        <CheckboxField name={name('vettedTwice')} label={own.vetted} hint={own.vettedHint} />
        <Button kind="main">{own.submit}</Button>
      </Form>
    </>
  )
}
