import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';

/** Text that can be shown to others: `~` for the home folder, whose name is often that of a person. */
export function withoutHome(text: string): string {
  return homes().reduce((shown, home) => shown.replaceAll(home, '~'), text);
}

/** Longest first, so that one within another leaves nothing over. */
function homes(): readonly string[] {
  const named = [homedir(), process.env['HOME'] ?? '', process.env['USERPROFILE'] ?? ''].filter(
    (path) => path.length > 1,
  );
  const real = named.filter((path) => existsSync(path)).map((path) => realpathSync(path));
  return [...new Set([...named, ...real])].filter((path) => path.length > 1).sort((a, b) => b.length - a.length);
}
