import 'jaarplan/register';
import type { Plan } from 'jaarplan';
import type { JaarplanPlanner } from 'jaarplan/elements';
import { useRef } from 'react';

export function Page({ plans }: { plans: Plan[] }) {
  const first = useRef<JaarplanPlanner>(null);
  return (
    <>
      <jaarplan-planner ref={first} plan={plans[0]} lang="fr" className="wide" style={{ width: '100%' }} readonly>
        <p>Bel 012</p>
      </jaarplan-planner>
      {plans.map((plan) => (
        <jaarplan-budget
          key={plan.year}
          plan={plan}
          planName={`${plan.year}`}
          headcount={120}
          fte="96.5"
          engine="js"
          data-test="budget"
          onjaarplan-result={({ detail }) => console.log(detail.budget.cash.toFixed(2))}
          onjaarplan-error={({ detail }) => console.log(detail.code)}
        />
      ))}
      {/* @ts-expect-error no such country */}
      <jaarplan-report country="DE" />
      {/* @ts-expect-error no such property */}
      <jaarplan-report headCount={120} />
      {/* @ts-expect-error another element */}
      <jaarplan-report ref={first} engine="wasm" />
    </>
  );
}
