import { parseDocument } from 'yaml';
import type { SimulatedService } from '../../../src/report/simulation.js';
import type { SourceFile } from '../../../src/source/source-file.js';
import { losses, states, type Consequence, type Edit } from './expected.js';
import { seconds } from './incident.js';
import { between, classOf, oneOf } from './judge.js';

/** The files with one edit after the other made. Throws where an edit finds nothing to change. */
export function repaired(files: readonly SourceFile[], edits: readonly Edit[]): readonly SourceFile[] {
  return edits.reduce((before, edit) => {
    if (!before.some(({ path }) => path === edit.file)) throw new Error(`there is no file ${edit.file}`);
    return before.map((file) => (file.path === edit.file ? { path: file.path, content: edited(file, edit) } : file));
  }, files);
}

function edited({ content }: SourceFile, edit: Edit): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const document = parseDocument(text);
  const before = document.toString({ lineWidth: 0 });
  // A misspelt id would make something new that nobody uses.
  if (edit.path.length > 2 && !document.hasIn(edit.path.slice(0, 2)))
    throw new Error(`${edit.file} has no ${edit.path.slice(0, 2).join('.')}`);
  if ('value' in edit) document.setIn(edit.path, document.createNode(edit.value));
  else document.deleteIn(edit.path);
  const after = document.toString({ lineWidth: 0 });
  if (after === before) throw new Error(`${edit.file} ${edit.path.join('.')}: the edit changes nothing`);
  return after;
}

/** What of a consequence has not come about. */
export function failures(service: SimulatedService, { atOnce, back, loss }: Consequence): readonly string[] {
  const { state, recovery, loss: lost } = service;
  const holds: readonly (readonly [string, boolean])[] = [
    ['atOnce', atOnce === undefined || within(between(states, state.best, state.worst), oneOf(atOnce))],
    ['back', back === undefined || isBack(recovery, back)],
    ['loss', loss === undefined || within(between(losses, classOf(lost.best), classOf(lost.worst)), [loss])],
  ];
  return holds.filter(([, held]) => !held).map(([what]) => what);
}

function within<Value>(possible: readonly Value[], wanted: readonly Value[]): boolean {
  return possible.every((value) => wanted.includes(value));
}

function isBack({ best, worst }: SimulatedService['recovery'], wanted: NonNullable<Consequence['back']>): boolean {
  if (wanted === 'never') return best === null;
  if (wanted === 'finite') return worst !== null;
  if ('atMost' in wanted) return worst !== null && worst <= seconds(wanted.atMost);
  if ('bestAtMost' in wanted) return best !== null && best <= seconds(wanted.bestAtMost);
  return best === null || best >= seconds(wanted.atLeast);
}
