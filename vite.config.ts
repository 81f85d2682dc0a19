import { globSync } from 'node:fs'
import { build, defineConfig, type Plugin } from 'vite'

// Old WeChat kernels: nested rules and new colours are written out for them.
const oldKernels = ['chrome78', 'safari13']

// A worker is one file at an address that stays, and no module: old kernels know none there.
const serviceWorker: Plugin = {
  name: 'service-worker',
  async writeBundle({ dir }) {
    const entry = 'app/modules/sessions/roll/islands/worker.ts'
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir: dir!,
        emptyOutDir: false,
        target: oldKernels,
        lib: { entry, formats: ['iife'], name: 'worker', fileName: () => 'service-worker.js' },
      },
    })
  },
}

// Two builds: what browsers load (styles, islands) and what Node runs. The server's build finds the
// names of the first one's files in its manifest.
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  plugins: isSsrBuild ? [] : [serviceWorker],
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
        target: oldKernels,
        cssTarget: oldKernels,
        rollupOptions: {
          // A module's islands are its .tsx; what stands beside them in .ts is a part of theirs.
          input: [
            'app/ui/hearth.css',
            ...globSync(['app/ui/islands/!(*.test).ts', 'app/modules/**/islands/!(*.test).tsx']),
          ],
        },
      },
}))
