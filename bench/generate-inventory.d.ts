/** The inventory of a made-up company with so many services, as texts by path. */
export declare function generateInventory(services: number, seed?: number): Readonly<Record<string, string>>;
