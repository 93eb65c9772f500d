import { tanstackRouter } from '@tanstack/router-plugin/vite'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// Development only: where the API answers while Vite serves the sources.
const api = process.env['QORGAN_API'] ?? 'http://127.0.0.1:3000'

const chunks = [
  {
    name: 'framework',
    test: /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?(?:react|react-dom|scheduler|zod|i18next|react-i18next|@tanstack\/[^/]+)\//,
  },
  {
    name: 'interface',
    test: /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?(?:@mantine\/(?:core|hooks|notifications|store)|@floating-ui\/[^/]+)\//,
    minShareCount: 2,
  },
  { name: 'shared', test: /(?:web|shared)\/src\//, minShareCount: 3 },
]

/** Each asset also as .br and .gz, pressed once here instead of at every request. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const folder = path.join(dir, 'assets')
      const texts = (await readdir(folder)).filter((name) => /\.(?:js|css|svg)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const file = path.join(folder, name)
          const content = await readFile(file)
          await Promise.all([
            promisify(brotliCompress)(content).then((small) => writeFile(`${file}.br`, small)),
            promisify(gzip)(content).then((small) => writeFile(`${file}.gz`, small)),
          ])
        }),
      )
    },
  }
}

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: false }),
    react(),
    precompressed(),
  ],
  // Nothing is inlined as data: URLs, so that the content security policy needs no exception for them.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // A slow line suffers more from a hundred small files than from a few larger ones that stay in its cache.
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
})
