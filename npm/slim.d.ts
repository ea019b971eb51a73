import type { Engine, Jaarplan } from './index.js';

export * from './index.js';

/** The module as JavaScript: what `jaarplan/core-js` exports. */
export type Script = (imports: object) => object;

/**
 * Starts an engine from what it is given: `core.wasm` as bytes or as a module, the engine in JavaScript, or both; a
 * promise of them will do.
 * @throws {JaarplanError} `no-engine`, when none started
 */
export declare function load(parts: {
  wasm?: BufferSource | WebAssembly.Module | PromiseLike<BufferSource | WebAssembly.Module>;
  script?: Script | PromiseLike<Script>;
  engine?: Engine;
}): Promise<Jaarplan>;
