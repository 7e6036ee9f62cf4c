/** Every name that can stand first on the command line, aliases too. */
export const commandNames = [
  'audit',
  'check',
  'diff',
  'simulate',
  'report',
  'waivers',
  'baseline',
  'drills',
  'config',
  'explain',
  'rules',
  'schema',
  'init',
  'demo',
  'help',
] as const;
