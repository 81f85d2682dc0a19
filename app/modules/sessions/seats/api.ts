import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { CancelSignUp, cancelSignUp } from './cancel-sign-up.ts'
import { DealSeats, dealSeats } from './deal-seats.ts'
import { HoldSeats, holdSeats } from './hold-seats.ts'
import { NameSeats, nameSeats } from './name-seats.ts'
import { SetSignUpTimes, setSignUpTimes } from './set-sign-up-times.ts'
import { SignUp, signUp } from './sign-up.ts'
import { SignUpList, signUpList } from './sign-up-list.ts'
import { SignUpParty, signUpParty } from './sign-up-party.ts'

const Done = z.object({})

/** A seat; or a place in the line, with its position. */
const Place = z.object({ seated: z.boolean(), position: z.int().optional() })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/sessions/seats',
    summary: 'Say how many seats there are, and how many of them for children',
    input: DealSeats,
    output: Done,
    run: (ctx, { input }) => dealSeats(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/sign-up-times',
    summary: 'Say from when to when people sign up',
    input: SetSignUpTimes,
    output: Done,
    run: (ctx, { input }) => setSignUpTimes(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/sign-up',
    summary: 'Take a seat or stand in line, for yourself or someone you may sign up',
    input: SignUp,
    output: Place,
    run: (ctx, { input }) => signUp(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/sign-up/party',
    summary: 'Take seats together, or stand in line together',
    input: SignUpParty,
    output: Place,
    run: (ctx, { input }) => signUpParty(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/sign-up/list',
    summary: 'Sign up a list of members, each by themselves in its order',
    input: SignUpList,
    output: z.object({ seated: z.int(), waiting: z.int(), already: z.int() }),
    run: (ctx, { input }) => signUpList(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/sign-off',
    summary: 'Give a seat back, or those of all who came in together',
    input: CancelSignUp,
    output: Done,
    run: (ctx, { input }) => cancelSignUp(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/held-seats',
    summary: 'Keep seats for a unit without names, or give them back',
    input: HoldSeats,
    output: z.object({ held: z.int(), position: z.int().nullable() }),
    run: (ctx, { input }) => holdSeats(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/held-seats/names',
    summary: 'Put names on seats that a unit keeps',
    input: NameSeats,
    output: Done,
    run: (ctx, { input }) => nameSeats(ctx, input),
  }),
]
