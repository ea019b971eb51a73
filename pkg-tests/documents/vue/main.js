import { createApp } from 'vue';
import Example from './example.vue';

createApp(Example).mount('#app');
