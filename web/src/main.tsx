import './styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguages } from './i18n/i18n.ts'
import { ApiError } from './platform/problem.ts'
import { queryClient, router } from './router.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

// The server writes a fresh nonce into the page; styles that Mantine adds carry it, so the policy needs no exception.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// Mantine's scroll lock asks for its nonce under this name (the package get-nonce).
Object.assign(globalThis, { __webpack_nonce__: nonce })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startLanguages()
createRoot(root, {
  onCaughtError: (error) => {
    // What the server refused is told on the page; it is no fault of the program.
    if (!(error instanceof ApiError)) console.error(error)
  },
}).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
