// Where a file stands in the layout: its module, its noun, and what kind of file it is.

/** The modules in their import order: each may import only those before it. */
export const modules = [
  'organisation',
  'people',
  'seasons',
  'talks',
  'sessions',
  'courses',
  'matters',
  'volunteering',
  'coverage',
  'bulletins',
  // What is kept of whom, by which law, and how it goes: it knows every module's personal data.
  'privacy',
  // What needs a person now, whatever module it comes from.
  'home',
] as const

const nouns: Record<string, readonly string[]> = {
  organisation: ['holidays'],
  matters: ['needs', 'board', 'claims'],
  people: ['accounts', 'notices', 'suggestions', 'consents', 'imports'],
  seasons: ['requirements'],
  talks: [
    'speakers',
    'lists',
    'stories',
    'applications',
    'menu',
    'fits',
    'wishes',
    'orders',
    'clocks',
    'dispatches',
    'invitations',
    'reviews',
    'outlook',
    'planning',
    'board',
  ],
  sessions: [
    'roll',
    'settling',
    'codes',
    'seats',
    'waitlist',
    'questions',
    'sign-ups',
    'lists',
    'visits',
    'things',
    'boards',
    'homes',
    'resources',
    'series',
    'outcomes',
    'photos',
    'calendars',
    'feeds',
    'sheets',
  ],
  courses: ['making', 'taking', 'recall'],
  volunteering: ['posts', 'rota', 'youth', 'records'],
  coverage: ['hours', 'memory', 'roster', 'outreach', 'summaries'],
  privacy: ['kept'],
  home: ['office'],
  bulletins: ['figures', 'checks', 'pictures', 'quotes', 'news'],
}

const kinds = [
  ['test', /^[a-z][a-z-]*(\.race)?\.test\.ts$/],
  ['rules', /^rules\.ts$/],
  ['access', /^access\.ts$/],
  ['queries', /^queries\.ts$/],
  ['notices', /^notices\.ts$/],
  ['api', /^api\.ts$/],
  ['personal data', /^personal-data\.ts$/],
  ['messages', /^messages\.(zh|en)\.ts$/],
  ['page test', /^pages\/[a-z][a-z-]*\.test\.tsx?$/],
  ['page', /^pages\/[a-z][a-z-]*\.tsx$/],
  ['island test', /^islands\/[a-z][a-z-]*\.test\.tsx?$/],
  ['island', /^islands\/[a-z][a-z-]*\.tsx?$/],
  // The check of the commands refuses what is called so and is none.
  ['command', /^[a-z]+(-[a-z]+)*\.ts$/],
] as const

export type Kind = (typeof kinds)[number][0] | 'unknown'

/** A file's place in a module; `folder` is the module's or noun's folder, `name` the rest. */
export type Place = { module: string; folder: string; name: string; kind: Kind }

/** The place of a file below app/modules, else undefined. */
export function placeOf(path: string): Place | undefined {
  const match = /^app\/modules\/(?:([^/]+)\/)?(.+)$/.exec(path)
  if (!match) return undefined
  const [, module = '', rest = ''] = match
  const noun = nouns[module]?.find((each) => rest.startsWith(`${each}/`))
  const name = noun ? rest.slice(noun.length + 1) : rest
  const folder = `app/modules/${module}${noun ? `/${noun}` : ''}`
  const known = modules.some((each) => each === module)
  const kind = known
    ? (kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'unknown')
    : 'unknown'
  return { module, folder, name, kind }
}

/** A module's position in the import order. */
export function rank(module: string): number {
  return modules.findIndex((each) => each === module)
}
