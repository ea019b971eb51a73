// The gallery: one widget that changes its language.

const language = document.querySelector('#language');
const speak = () => {
  document.querySelector('#speaker').lang = language.value;
  document.querySelector('#code').textContent = language.value;
};
language.addEventListener('change', speak);
speak(); // a browser that goes back keeps the choice
