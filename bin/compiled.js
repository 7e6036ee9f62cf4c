// Loads the files of dist/cli together with what V8 made of them when they were built: compiling our own code would
// otherwise take longer than everything else in a small audit.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** Bytecode is for one version of Node on one kind of processor. V8 refuses what other flags or another file were compiled to. */
const codeFolder = (folder) => join(folder, 'compiled', `${process.version}-${process.platform}-${process.arch}`);

function contentIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * The modules of a folder of CommonJS files, each run once, when first asked for. `load` takes a file's name in it;
 * `scripts` has what was loaded, by name. Without bytecode for this Node, V8 compiles as it goes, as it would anyhow.
 */
function modulesOf(folder) {
  const requireOther = createRequire(join(folder, 'main.cjs'));
  const modules = new Map();
  const scripts = new Map();
  const requireFrom = (request) => (request.startsWith('./') ? load(request.slice(2)) : requireOther(request));

  function load(name) {
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded.exports;
    const path = join(folder, name);
    const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
    const script = new Script(text, {
      // In the package: what it is called is in the bytecode, which must not tell where that was made.
      filename: `dist/cli/${name}`,
      cachedData: contentIfThere(join(codeFolder(folder), name)),
    });
    const module = { exports: {} };
    modules.set(name, module);
    scripts.set(name, script);
    script.runInThisContext()(module.exports, requireFrom, module, path, folder);
    return module.exports;
  }

  return { load, scripts };
}

module.exports = { codeFolder, modulesOf };
