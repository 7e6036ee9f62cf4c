import { readFileSync } from 'node:fs';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { print } from '../print.js';
import { schemaNames } from '../schema-names.js';

/** Prints a schema as it ships with this version. */
export async function printSchema(name: string, packageRoot: URL): Promise<ExitCode> {
  const known = schemaNames.find((one) => one === name);
  if (known === undefined) {
    const meant = closest(name, schemaNames);
    throw new CliError(exitCodes.usage, `there is no schema "${name}"`, [
      ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
      `schemas: ${schemaNames.join(', ')}`,
    ]);
  }
  await print(readFileSync(new URL(`schemas/${known}.v1.schema.json`, packageRoot), 'utf8'));
  return exitCodes.clean;
}
