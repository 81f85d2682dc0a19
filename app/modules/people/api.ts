import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayRunOffice, officeRoles, scopeOf, unitRoles } from './access.ts'
import { AddPerson, addPerson } from './add-person.ts'
import { Appoint, appoint } from './appoint.ts'
import { CorrectPerson, correctPerson } from './correct-person.ts'
import { EndAppointment, endAppointment } from './end-appointment.ts'
import { NameGuardian, nameGuardian } from './name-guardian.ts'
import { peopleAfter } from './queries.ts'
import { roles } from './rules.ts'

const Role = z.enum(roles)
const Made = z.object({ id: z.uuid() })
const Done = z.object({})

// Phones are opened on a person's page, where it is noted; a list of them is none of a program's business.
const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string().nullable(),
  bornOn: z.string().nullable(),
  reach: z.enum(['sms', 'call']),
  homebound: z.boolean(),
  roles: z.array(Role),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/me',
    summary: 'Who the token acts as, with the roles held today',
    output: z.object({
      id: z.uuid(),
      name: z.string(),
      appointments: z.array(z.object({ role: Role, unitId: z.uuid() })),
    }),
    async run({ actor }) {
      return { id: found(actor.personId), name: actor.name, appointments: actor.appointments }
    },
  }),
  listEndpoint({
    path: '/people',
    summary: 'The people of the units you run, by name or pinyin, under a unit',
    query: z.object({ q: z.string().max(60).optional(), unitId: z.uuid().optional() }),
    output: Person,
    async run(ctx, { after, limit, query }) {
      const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
      authorise(scope.unitIds.length > 0)
      const wanted = {
        scope: mayRunOffice(ctx.actor) ? ('everyone' as const) : scope,
        unitId: query.unitId ?? null,
        search: query.q ?? '',
      }
      return peopleAfter(ctx, wanted, after, limit)
    },
  }),
  commandEndpoint({
    path: '/people',
    summary: 'Enter a person of one of your units',
    input: AddPerson,
    output: Made,
    run: (ctx, { input }) => addPerson(ctx, input),
  }),
  commandEndpoint({
    path: '/people/correct',
    summary: 'Put right what is known of a person you look after',
    input: CorrectPerson,
    output: Done,
    async run(ctx, { input }) {
      await correctPerson(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/people/appoint',
    summary: 'Give a person a role at a unit',
    input: Appoint,
    output: Made,
    run: (ctx, { input }) => appoint(ctx, input),
  }),
  commandEndpoint({
    path: '/people/end-appointment',
    summary: 'Name the last day of a role',
    input: EndAppointment,
    output: Done,
    async run(ctx, { input }) {
      await endAppointment(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/people/guardians',
    summary: 'Enter who is the guardian of a child',
    input: NameGuardian,
    output: Done,
    async run(ctx, { input }) {
      await nameGuardian(ctx, input)
      return {}
    },
  }),
]
