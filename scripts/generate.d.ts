export interface Target {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  /** By people, so that violations are put into words. */
  readonly written: boolean;
}
export interface DerivedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}
export declare const targets: readonly Target[];
export declare function readSchema(name: string): Promise<unknown>;
export declare function typeFiles(): Promise<readonly DerivedFile[]>;
export declare function validatorFiles(): Promise<readonly DerivedFile[]>;
export declare function generate(): Promise<void>;
