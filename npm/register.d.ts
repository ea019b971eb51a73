/** Settles when the elements are registered; at once where there are none to register, as in Node. */
export declare const ready: Promise<void>;
