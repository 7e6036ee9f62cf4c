/** Every name that can stand first on the command line, aliases too. */
export const commandNames = [
  'audit',
  'check',
  'simulate',
  'explain',
  'rules',
  'schema',
  'init',
  'demo',
  'help',
] as const;
