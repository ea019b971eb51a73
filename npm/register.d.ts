import './elements.js';

/**
 * Settles when the engine of the elements runs; at once where there are no elements to register, as in Node. Rejects
 * with a `JaarplanError` of the code `no-engine` when none started.
 */
export declare const ready: Promise<void>;
