/** The schemas that `firebreak schema` prints. */
export const schemaNames = ['inventory', 'settings', 'waivers', 'baseline', 'rules', 'report', 'simulation'] as const;
