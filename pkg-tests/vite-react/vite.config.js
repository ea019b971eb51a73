import react from '@vitejs/plugin-react';

// Vite's own preload helper and inlined files are not what is tested here.
export default { plugins: [react()], build: { modulePreload: false, assetsInlineLimit: 0 } };
