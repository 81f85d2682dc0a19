import { resolve } from 'node:path'
import { z } from 'zod'
import { type Variable, wrongValues } from './start-error.ts'

const Environment = z.object({
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(65535)).default(3000),
  HEARTH_DATA: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, hostname: /^/ }).optional(),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && isOrigin(new URL(url)))
    .transform((url) => new URL(url).origin)
    .optional(),
  HEARTH_DEMO: z.enum(['1', '0']).default('1'),
  HEARTH_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info'),
})

export type Config = {
  port: number
  /** The absolute path of the folder that holds everything Hearth keeps. */
  dataFolder: string
  /** The server to use; without one, the embedded server in the data folder. */
  databaseUrl: string | undefined
  /** What people type to get here; null where it is whatever their browsers say, with no proxy between. */
  publicOrigin: string | null
  /** Whether an empty database is filled with the demo street. */
  demo: boolean
  logLevel: z.infer<typeof Environment>['HEARTH_LOG']
}

/** Reads the configuration from the environment; an empty variable counts as one that is not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const read = Environment.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const names = new Set(read.error.issues.map((issue) => issue.path[0] as Variable))
    throw wrongValues([...names], environment)
  }
  const { PORT, HEARTH_DATA, DATABASE_URL, PUBLIC_ORIGIN, HEARTH_DEMO, HEARTH_LOG } = read.data
  return {
    port: PORT,
    dataFolder: resolve(HEARTH_DATA),
    databaseUrl: DATABASE_URL,
    publicOrigin: PUBLIC_ORIGIN ?? null,
    demo: HEARTH_DEMO === '1',
    logLevel: HEARTH_LOG,
  }
}

function isOrigin(url: URL): boolean {
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
}
