import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { AddPhoto, addPhoto } from './add-photo.ts'
import { NamePeopleOnPhoto, namePeopleOnPhoto } from './name-people-on-photo.ts'
import { RemovePhoto, removePhoto } from './remove-photo.ts'

const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/sessions/photos',
    summary: 'Add a photo of a session that was sent before, by the id of what was sent',
    input: AddPhoto.extend({ file: z.uuid() }),
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => addPhoto(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/photos/people',
    summary: 'Say who can be recognised on a photo of a session',
    input: NamePeopleOnPhoto,
    output: Done,
    async run(ctx, { input }) {
      await namePeopleOnPhoto(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/sessions/photos/remove',
    summary: 'Take a photo of a session away',
    input: RemovePhoto,
    output: Done,
    async run(ctx, { input }) {
      await removePhoto(ctx, input)
      return {}
    },
  }),
]
