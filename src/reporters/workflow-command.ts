import { clean } from './clean.js';

export type WorkflowCommand = 'error' | 'warning' | 'notice';

/** A line that GitHub's runner takes for a command. Whatever it is given, it stays one line and one command. */
export function workflowCommand(
  command: WorkflowCommand,
  properties: Readonly<Record<string, string | number | undefined>>,
  lines: readonly string[],
): string {
  const named = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [
          `${key}=${escaped(clean(String(value)))
            .replaceAll(':', '%3A')
            .replaceAll(',', '%2C')}`,
        ],
  );
  const message = escaped(lines.map(clean).join('\n'));
  return `::${command}${named.length === 0 ? '' : ` ${named.join(',')}`}::${message}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
