// The elements, and what each shows for a small organisation: 20 people, 16 FTE, Belgium, all else defaults.
// The figures are worked out by hand in planner.test.mjs.

/** What people fill in first. */
export const SMALL = { headcount: '20', fte: '16' };

/** By tag: words that are shown for a small organisation; `other` ones when it has 8 FTE. */
export const WIDGETS = {
  'jaarplan-planner': {
    shows: ['47,3 uur per jaar', '2 cirkels', '€ 14.634 uitgaven', '€ 59.317 volledige kost', '5,3%'],
  },
};

export const TAGS = Object.keys(WIDGETS);

/** An element as HTML. */
export const html = (tag, attributes = 'country="BE"') => `<${tag} ${attributes}></${tag}>`;
