// `npm run check`: types, lint and the rules of the architecture; quick enough to run after every step.
import { ensureInstalled } from './install.mjs'
import { close, lint, tests, types } from './stages.mjs'

await ensureInstalled()
await types()
await lint()
await tests(['architecture'])
close()
