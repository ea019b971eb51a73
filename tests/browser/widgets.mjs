// The elements, and what each shows for a small organisation: 20 people, 16 FTE, Belgium, all else defaults.
// The figures are worked out by hand in planner.test.mjs.

/** What people fill in first. */
const SMALL = { headcount: '20', fte: '16' };

/** The same as attributes, and as a plan. */
export const ATTRIBUTES = 'country="BE" headcount="20" fte="16"';
export const PLAN = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 16 }] };

const TIME = ['47,3 uur per jaar', '7,8 dagen per VTE', '3,7% van de werktijd'];
const CIRCLES = ['2 cirkels', '12 bijeenkomsten', '8 deelnemers per cirkel'];
const BUDGET = ['€ 14.634 uitgaven', '€ 59.317 volledige kost'];
const VALUE = ['5,3% Break-even', '-81% tot 90%'];

/** By tag: what the page gives, the fields to fill in, the words that are shown then, what is spoken, the tabs. */
export const WIDGETS = {
  'jaarplan-learning-time': { fields: SMALL, shows: TIME, says: /^Leertijd per medewerker: 47,3 uur\.$/ },
  'jaarplan-prof-circles': { fields: SMALL, shows: CIRCLES, says: /^2 Prof-cirkels, 12 bijeenkomsten\.$/ },
  'jaarplan-budget': { fields: SMALL, shows: BUDGET, says: /^Uitgaven € 14\.634, volledige kost € 59\.317\.$/ },
  'jaarplan-return-on-value': { fields: SMALL, shows: VALUE, says: /^Break-even bij 5,3% meer productiviteit\.$/ },
  'jaarplan-planner': {
    fields: SMALL,
    shows: [...TIME, ...CIRCLES, ...BUDGET, ...VALUE],
    says: /^Leertijd .* 47,3 uur\. 2 Prof-cirkels, .* € 59\.317\. Break-even bij 5,3% meer productiviteit\.$/,
    tabs: ['plan', 'results', 'scenarios', 'rights', 'report'],
  },
  'jaarplan-scenarios': {
    fields: SMALL,
    shows: [...TIME, ...CIRCLES, ...BUDGET, ...VALUE],
    says: /Leertijd .* 47,3 uur\. 2 Prof-cirkels, .* € 59\.317\. Break-even bij 5,3% meer productiviteit\.$/,
  },
  // Its figures come from the page or from another element; people write texts in it.
  'jaarplan-report': { given: ATTRIBUTES, fields: { goals: 'Samen leren' }, shows: ['47,3 uur per jaar', '€ 14.634 uitgaven', '5,3% Break-even'] },
};

export const TAGS = Object.keys(WIDGETS);

/** Those in which people fill in the organisation. */
export const FORMS = TAGS.filter((tag) => 'fte' in WIDGETS[tag].fields);

/** An element as HTML, with what it cannot do without. */
export const html = (tag, attributes = WIDGETS[tag].given ?? 'country="BE"') => `<${tag} ${attributes}></${tag}>`;
