// The page around the planner: opens an example when one is chosen.

const planner = document.querySelector('jaarplan-planner');
const example = document.querySelector('#example');

example.addEventListener('change', () => {
  if (example.value) planner.src = example.value;
});

// From the first change on it is no example any more, but the same one can be opened again.
for (const type of ['input', 'change']) planner.addEventListener(type, () => (example.value = ''));
