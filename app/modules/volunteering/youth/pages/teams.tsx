import { unitsOf } from '#app/modules/organisation/queries.ts'
import { isSignedIn, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { teamsFor } from '../queries.ts'
import { StartTeam, startTeam } from '../start-team.ts'

const words = { zh, en }
const name = namesOf(StartTeam)

type Data = {
  teams: Awaited<ReturnType<typeof teamsFor>>
  units: { id: string; name: string }[]
}

/** The teams of the reader's units, or those the reader or a child belongs to. */
export const teamsPage = page<Data>({
  title: (_, language) => words[language].team.title,
  async load(ctx) {
    authorise(isSignedIn(ctx.actor))
    const scope = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    const runs = scope.unitIds.length > 0
    return {
      teams: await teamsFor(ctx, runs ? scope : found(ctx.actor.personId)),
      units: runs ? await unitsOf(ctx, scope.unitIds) : [],
    }
  },
  actions: {
    start: action(StartTeam, async (ctx, input) => {
      const { id } = await startTeam(ctx, input)
      return { to: to(urls.team, { teamId: id }), done: 'team.started' }
    }),
  },
  view: (shown) => <Teams {...shown} />,
})

function Teams({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).team
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.volunteering, label: t.back }} />
      {data.teams.length === 0 && <Empty>{t.none}</Empty>}
      <CardList>
        {data.teams.map((team) => (
          <Card
            key={team.id}
            title={team.name}
            href={to(urls.team, { teamId: team.id })}
            over={team.unitName}
          />
        ))}
      </CardList>
      {data.units.length > 0 && (
        <Section title={t.start}>
          <Form
            action={to(urls.teams, null, { do: 'start' })}
            formKey={formKey}
            state={form('start')}
          >
            <SelectField
              name={name('unitId')}
              label={t.unit}
              required
              options={data.units.map(({ id, name: unit }) => ({ value: id, label: unit }))}
              value={data.units.length === 1 ? data.units[0]!.id : undefined}
            />
            <TextField name={name('name')} label={t.name} required maxLength={60} />
            <Button kind="main">{t.start}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}
