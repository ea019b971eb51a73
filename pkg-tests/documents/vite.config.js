import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('jaarplan-');

export default {
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement } } })],
  build: { modulePreload: false, assetsInlineLimit: 0 },
};
