/** The two solutions of every question. */
export type Bound = 'best' | 'worst';

/** Fulfilled when all listed domains are lost. */
export type Condition = readonly string[];

export interface DomainFacts {
  readonly id: string;
  readonly section: 'locations' | 'domains';
  readonly kind: string;
  readonly parent: string | undefined;
  /** `failsWith` alone, without `in`. */
  readonly failsWith: readonly Condition[];
  readonly capacity: number | undefined;
  readonly lasts: number | undefined;
}

export interface DependencyFacts {
  readonly kind: string;
  readonly members: readonly string[];
}

export interface ReplicaFacts {
  readonly at: readonly string[] | undefined;
  readonly role: string;
  readonly replication: string | undefined;
  readonly lag: number | undefined;
  readonly readiness: string | undefined;
  readonly startup: number | undefined;
  /** Whole percents. */
  readonly capacity: number | undefined;
  readonly votes: number | undefined;
  readonly promotable: boolean | undefined;
  readonly failsWith: readonly Condition[];
}

export interface BackupFacts {
  readonly id: string;
  readonly at: readonly string[] | undefined;
  readonly every: number | undefined;
  readonly takes: number | undefined;
  readonly immutable: boolean | undefined;
  readonly offline: boolean | undefined;
  readonly failsWith: readonly Condition[];
  readonly key: string | undefined;
  readonly to: readonly string[] | undefined;
  readonly rate: number | undefined;
  readonly time: number | undefined;
  readonly prepare: number;
}

export interface RecoveryFacts {
  readonly mode: string | undefined;
  readonly detect: number | undefined;
  readonly decide: number | undefined;
  readonly execute: number | undefined;
  readonly redirect: number | undefined;
  readonly verify: number | undefined;
  readonly uses: readonly string[] | undefined;
  /** `undefined`: stated without a figure. */
  readonly restart: number | undefined;
  readonly rebuild: { readonly to: readonly string[] | undefined; readonly takes: number | undefined } | undefined;
}

export interface PromiseFacts {
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly target: number;
}

export interface ServiceFacts {
  readonly id: string;
  readonly stateful: boolean;
  readonly dependencies: readonly DependencyFacts[];
  /** `dependsOn: unknown` */
  readonly needsUnknown: boolean;
  readonly replicas: readonly ReplicaFacts[];
  readonly quorum: 'majority' | number | undefined;
  readonly backups: readonly BackupFacts[];
  readonly size: number | undefined;
  readonly recovery: RecoveryFacts;
  readonly demand: number | undefined;
  /** Whole percents. */
  readonly minCapacity: number;
  readonly failsWith: readonly Condition[] | undefined;
  readonly promises: readonly PromiseFacts[];
}

export interface Facts {
  readonly domains: ReadonlyMap<string, DomainFacts>;
  readonly services: ReadonlyMap<string, ServiceFacts>;
}

/** What happens: ids as in `simulate`. */
export interface OracleEvent {
  readonly lose: readonly string[];
  readonly corrupt?: readonly string[];
  readonly lasts?: string;
  readonly destroys?: boolean;
  /** When each of `lose` is back: a duration or `never`; then `lasts` says nothing. */
  readonly ends?: Readonly<Record<string, string>>;
}
