import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { AddBoard, addBoard } from './add-board.ts'
import { RemoveBoard, removeBoard } from './remove-board.ts'

const Done = z.object({})
const Made = z.object({ id: z.uuid() })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/boards',
    summary: 'Add a board to an exhibition',
    input: AddBoard,
    output: Made,
    run: (ctx, { input }) => addBoard(ctx, input),
  }),
  commandEndpoint({
    path: '/boards/remove',
    summary: 'Take a board of an exhibition down',
    input: RemoveBoard,
    output: Done,
    run: (ctx, { input }) => removeBoard(ctx, input),
  }),
]
