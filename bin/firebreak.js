#!/usr/bin/env node
// Starts the command line. Answers --version before anything is loaded, and turns every crash into exit code 4:
// left alone, Node would exit with 1, which means "findings". A CommonJS script, since Node starts these faster.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const argv = process.argv.slice(2);

function fail(message) {
  process.stderr.write(`firebreak: ${message}\n`);
  // What is still running must not set a better one.
  process.once('exit', () => (process.exitCode = 4));
}

function crash(error) {
  const verbose = argv.includes('-v') || argv.includes('--verbose');
  const text = error instanceof Error ? (verbose ? error.stack : error.message) : String(error);
  fail(`internal error: ${text}${verbose ? '' : '\n  --verbose shows where it happened'}`);
}

// A reader that went away, as in `firebreak | head`, is no error.
function onOutputError(error) {
  if (error.code !== 'EPIPE') fail(`cannot write the output: ${error.message}`);
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  const manifest = readFileSync(join(__dirname, '../package.json'), 'utf8');
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
} else {
  const { modulesOf } = require('./compiled.js');
  const run = () => {
    const { main } = modulesOf(join(__dirname, '../dist/cli')).load('main.cjs');
    return main({ argv, packageRoot: new URL('..', pathToFileURL(__filename)) });
  };
  Promise.resolve().then(run).catch(crash);
}
