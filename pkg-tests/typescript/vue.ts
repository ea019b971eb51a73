import 'jaarplan/register';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['jaarplan-budget']>['$props'];

export const props: Props = { headcount: 120, country: 'BE', onJaarplanResult: ({ detail }) => detail.budget.cash.toFixed(2) };
// @ts-expect-error no such country
export const wrong: Props = { country: 'DE' };
