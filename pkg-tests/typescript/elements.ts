import 'jaarplan/register';
import { JaarplanBudget, JaarplanError, register, type JaarplanElement } from 'jaarplan/elements';

const budget: JaarplanBudget = document.createElement('jaarplan-budget');
budget.headcount = 120;
budget.plan = { schemaVersion: 1, year: 2027, country: 'NL', groups: [{ headcount: 120, fte: 96.5 }] };
budget.readonly = true;
const name: string = budget.planName;
const country: 'BE' | 'NL' | undefined = budget.plan?.country;
const shown: JaarplanElement = await budget.ready;

document.querySelector('jaarplan-planner')?.addEventListener('jaarplan-result', ({ detail }) => {
  const cash: number = detail.budget.cash;
  console.log(cash);
});
// They bubble.
document.addEventListener('jaarplan-error', ({ detail: { code, errors } }) => {
  if (code === 'no-engine' || code === 'out-of-range') console.log(errors[0]?.path);
});

class Own extends JaarplanBudget {}
customElements.define('own-budget', Own);
register().catch((error: unknown) => error instanceof JaarplanError && error.code === 'no-engine');

// @ts-expect-error there is no such element
const wrong: HTMLElement = document.createElement('jaarplan-nothing').headcount;
// @ts-expect-error a flag is no text
budget.readonly = 'true';
// @ts-expect-error who waits cannot be told otherwise
budget.ready = Promise.resolve(budget);

export { country, name, shown, wrong };
