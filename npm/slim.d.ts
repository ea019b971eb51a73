import type { Diagnosis, Engine, Jaarplan } from './index.js';

export * from './index.js';

/** The module as JavaScript: what `jaarplan/core-js` exports. */
export type Script = (imports: object) => object;

/**
 * Starts an engine from what it is given: `core.wasm` as bytes or as a module, the engine in JavaScript, or both; a
 * promise of them will do.
 * @throws {JaarplanError} `no-engine`, when none started
 */
export declare function load(parts: Parts & { engine?: Engine }): Promise<Jaarplan>;

/** What of it runs here and what is refused. It never rejects. */
export declare function diagnose(parts: Parts): Promise<Diagnosis>;

/** The engines that a caller brings. */
export interface Parts {
  wasm?: BufferSource | WebAssembly.Module | PromiseLike<BufferSource | WebAssembly.Module>;
  script?: Script | PromiseLike<Script>;
}
