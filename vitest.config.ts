import { defineConfig } from 'vitest/config'

// Tests share a process and start from a state of their own (`isolate: false` is four times faster): none is kept at module level.
const server = {
  root: './server',
  environment: 'node',
  isolate: false,
  pool: 'threads',
  maxWorkers: 2,
  globalSetup: './test/global-setup.ts',
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const

// One project after the other: two cores are few for a browser beside a database.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'shared',
          root: './shared',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...server,
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...server,
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: './e2e/global-setup.ts',
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
