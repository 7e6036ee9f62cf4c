import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkSettings } from '../schema/check-settings.js';
import { readSources } from '../source/read-sources.js';
import { tell } from './print.js';
import type { Settings } from './settings.js';
import { writeFileWhole } from './write-file-whole.js';

/**
 * Adds a setting that is not there yet as the last line of the settings. Where that would not give settings that can be
 * read, or there is no file, it says what to write instead.
 */
export async function addSetting({ file }: Settings, line: string): Promise<void> {
  const text = file === undefined ? undefined : withLine(readFileSync(file, 'utf8'), line);
  if (file !== undefined && text !== undefined) {
    await writeFileWhole(file, text);
    tell(`added to ${basename(file)}: ${line}`);
  } else tell('it counts once firebreak.yaml names it:', [line]);
}

function withLine(before: string, line: string): string | undefined {
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const text = `${before}${before === '' || before.endsWith('\n') ? '' : end}${line}${end}`;
  const { documents, problems } = readSources([{ path: 'firebreak.yaml', content: text }]);
  const sound = documents.length === 1 && problems.length === 0 && documents.flatMap(checkSettings).length === 0;
  return sound ? text : undefined;
}
