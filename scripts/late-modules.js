// Modules that are not loaded before they are first called. Reading and checking are synchronous, and what they need for
// unusual input is larger than all the rest: YAML that is not plain, what is wrong with a file, paths with wildcards.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** By the name of the file `dist/cli/late-….cjs` that each becomes: all that they export is functions and classes. */
const lateModules = {
  yaml: 'node_modules/yaml/browser/index.js',
  json: 'node_modules/jsonc-parser/lib/esm/main.js',
  globs: 'node_modules/tinyglobby/dist/index.mjs',
  width: 'node_modules/string-width/index.js',
  colours: 'node_modules/chalk/source/index.js',
  exits: 'node_modules/signal-exit/dist/mjs/index.js',
  packs: 'src/packs/find-pack.ts',
  problems: 'src/schema/violation-problems.ts',
  baseline: 'src/schema/generated/validate-baseline.js',
  inventory: 'src/schema/generated/validate-inventory.js',
  report: 'src/schema/generated/validate-report.js',
  rules: 'src/schema/generated/validate-rules.js',
  settings: 'src/schema/generated/validate-settings.js',
  waivers: 'src/schema/generated/validate-waivers.js',
};

/**
 * Writes each of them as a file that can be loaded in the middle of synchronous work. Returns a plugin that puts stand-ins
 * in their place, and the paths of all that went in.
 */
export async function buildLate({ root, options, dir }) {
  const written = await Promise.all(
    Object.entries(lateModules).map(async ([name, path]) => {
      const bundle = await rolldown({ ...options, input: { [name]: path } });
      const { output } = await bundle.write({
        dir,
        format: 'cjs',
        exports: 'named',
        entryFileNames: 'late-[name].cjs',
        codeSplitting: false,
      });
      await bundle.close();
      return { name, path: join(root, path), inputs: output.flatMap(({ moduleIds = [] }) => moduleIds) };
    }),
  );
  const require = createRequire(join(dir, 'main.cjs'));
  const idOf = (name) => `\0late/${name}`;
  const ids = new Map(written.map(({ name, path }) => [path, idOf(name)]));
  const standIns = new Map(written.map(({ name }) => [idOf(name), standIn(name, require(`./late-${name}.cjs`))]));
  const plugin = {
    name: 'late-modules',
    async resolveId(request, importer, kind) {
      if (importer?.startsWith('\0late/')) return { id: request, external: true };
      const found = await this.resolve(request, importer, { ...kind, skipSelf: true });
      return ids.get(found?.id) ?? null;
    },
    load: (id) => standIns.get(id),
  };
  return { plugin, inputs: written.flatMap(({ inputs }) => inputs) };
}

/**
 * The text of a module with the same names. Whichever is called first loads the real one and puts everything of it in
 * its place, so that a name is one thing only, before and after. What is neither function nor class cannot wait and has
 * no stand-in: a module that asks for it fails the build.
 */
function standIn(name, real) {
  const names = Object.keys(real).filter((key) => typeof real[key] === 'function');
  const local = (key) => (key === 'default' ? 'only' : key);
  const filled = names.map((key) => `${key}: ${local(key)}`).join(', ');
  const stubs = names.map(
    (key) => `let ${local(key)} = function (...given) {
  fill();
  return new.target === undefined ? ${local(key)}.apply(this, given) : new ${local(key)}(...given);
};`,
  );
  return `const fill = () => {
  ({ ${filled} } = require('./late-${name}.cjs'));
};
${stubs.join('\n')}
export { ${names.map((key) => `${local(key)} as ${key}`).join(', ')} };
`;
}
