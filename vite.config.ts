import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

// Two builds: what browsers load (styles, islands) and what Node runs. The server's build finds the
// names of the first one's files in its manifest.
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist/server',
        target: 'node24',
        rollupOptions: {
          input: {
            hearth: 'app/hearth.ts',
            'planner-worker': 'app/planner/worker.ts',
            replay: 'demo/replay.ts',
            bench: 'bench/run.ts',
            screenshots: 'demo/screenshots.ts',
          },
        },
      }
    : {
        outDir: 'dist/client',
        manifest: true,
        // Old WeChat kernels: nested rules and new colours are written out for them.
        target: ['chrome78', 'safari13'],
        cssTarget: ['chrome78', 'safari13'],
        rollupOptions: {
          input: ['app/ui/hearth.css', ...globSync('app/**/islands/!(*.test).{ts,tsx}')],
        },
      },
}))
