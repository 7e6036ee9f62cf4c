// Takes the part of NIST's complete OSCAL schema that describes assessment results, as it stands, for the tests:
//   node scripts/extract-oscal.js oscal_complete_schema.json > test/reporters/schemas/oscal-1.2.2.assessment-results.schema.json
import { readFileSync } from 'node:fs';

const [path = ''] = process.argv.slice(2);
const whole = JSON.parse(readFileSync(path, 'utf8'));
const root = whole.oneOf.find(({ required }) => required.includes('assessment-results'));
const prefix = '#/definitions/';

/** Takes the definitions that a part of the schema needs, and those that they need. */
function collect(part, into) {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref' && typeof value === 'string' && value.startsWith(prefix)) {
      const name = value.slice(prefix.length);
      if (into.has(name)) continue;
      into.add(name);
      collect(whole.definitions[name], into);
    } else collect(value, into);
  }
}

const needed = new Set();
collect(root, needed);
const { $schema, $id, $comment } = whole;
const definitions = Object.fromEntries(Object.entries(whole.definitions).filter(([name]) => needed.has(name)));
process.stdout.write(
  `${JSON.stringify({ $schema, $id, $comment, definitions, ...root, type: 'object' }, undefined, 2)}\n`,
);
