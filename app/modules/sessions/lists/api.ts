import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { ChooseColumns, chooseColumns } from './choose-columns.ts'
import { EnterList, enterList } from './enter-list.ts'
import { KeepList, keepList } from './keep-list.ts'

const mostLetters = 2_000_000
const Sent = KeepList.omit({ bytes: true }).extend({ file: z.base64().max(mostLetters) })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/sessions/lists',
    summary:
      'Send a list of sign-ups, XLSX or CSV in base64, to look through; nobody is signed up yet',
    input: Sent,
    output: z.object({ listId: z.uuid() }),
    run: (ctx, { input: { file, ...input } }) =>
      keepList(ctx, { ...input, bytes: Buffer.from(file, 'base64') }),
  }),
  commandEndpoint({
    path: '/sessions/lists/columns',
    summary: 'Say what the columns of a list of sign-ups are',
    input: ChooseColumns,
    output: z.object({}),
    async run(ctx, { input }) {
      await chooseColumns(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/sessions/lists/enter',
    summary: 'Sign up the good rows of a list, in its order; or all of it or none',
    input: EnterList,
    output: z.object({
      seated: z.int(),
      waiting: z.int(),
      known: z.int(),
      faulty: z.int(),
    }),
    run: (ctx, { input }) => enterList(ctx, input),
  }),
]
