FROM node:24-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.types.json ./
COPY bin bin
COPY examples examples
COPY scripts scripts
COPY schemas schemas
COPY src src
RUN node scripts/build.js

FROM node:24-alpine
# git reads the trees that --since and --policy-from name. What is mounted here belongs to whoever mounts it, which git
# would refuse; and a change under review could add what looks like a repository with settings that run commands.
RUN apk add --no-cache git \
  && git config --system --add safe.directory '*' \
  && git config --system safe.bareRepository explicit \
  && ln -s /opt/firebreak/bin/firebreak.js /usr/local/bin/firebreak
COPY LICENSE package.json /opt/firebreak/
COPY bin /opt/firebreak/bin
COPY schemas /opt/firebreak/schemas
COPY examples /opt/firebreak/examples
COPY --from=build /build/dist /opt/firebreak/dist
# By number, so that an orchestrator can see that it is not root. Nothing is written outside of the working directory.
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["firebreak"]
