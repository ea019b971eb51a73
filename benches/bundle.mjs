// One file as a page would load it. What is asked for only where WebAssembly is refused is no part of it.

import { build } from 'esbuild';

/** `entry` is esbuild's: `entryPoints`, or `stdin`. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    ...entry, bundle: true, minify: true, write: false, format: 'esm', target: 'es2022',
    external: ['./core-js.js', './elements-js.js'], // as the entries of pkg/ name them in import()
  });
  return outputFiles[0].contents;
}
