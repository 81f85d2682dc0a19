import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { ChooseListColumns, chooseListColumns } from './choose-list-columns.ts'
import { EnterListedSpeakers, enterListedSpeakers } from './enter-listed-speakers.ts'
import { KeepSpeakerList, keepSpeakerList } from './keep-speaker-list.ts'

const mostLetters = 2_000_000
const List = KeepSpeakerList.omit({ bytes: true }).extend({ file: z.base64().max(mostLetters) })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/speakers/lists',
    summary:
      'Send a list of speakers, XLSX or CSV in base64, to look through; nobody is entered yet',
    input: List,
    output: z.object({ listId: z.uuid() }),
    run: (ctx, { input }) =>
      keepSpeakerList(ctx, { bytes: Buffer.from(input.file, 'base64'), fileName: input.fileName }),
  }),
  commandEndpoint({
    path: '/speakers/lists/columns',
    summary: 'Say what the columns of a list of speakers are',
    input: ChooseListColumns,
    output: z.object({}),
    async run(ctx, { input }) {
      await chooseListColumns(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/speakers/lists/enter',
    summary: 'Enter the good rows of a list of speakers',
    input: EnterListedSpeakers,
    output: z.object({ added: z.int(), known: z.int(), faulty: z.int() }),
    run: (ctx, { input }) => enterListedSpeakers(ctx, input),
  }),
]
