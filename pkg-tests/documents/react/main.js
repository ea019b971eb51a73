import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Example from './example.tsx';

createRoot(document.querySelector('#app')).render(createElement(Example));
