import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('jaarplan-');

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  build: { modulePreload: false, assetsInlineLimit: 0 },
};
