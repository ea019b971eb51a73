// The elements, and what each shows for a small organisation: 20 people, 16 FTE, Belgium, all else defaults.
// The figures are worked out by hand in planner.test.mjs.

/** What people fill in first. */
export const SMALL = { headcount: '20', fte: '16' };

/** By tag: the fields to fill in, and words that are shown then. */
export const WIDGETS = {
  'jaarplan-planner': {
    fields: SMALL,
    shows: ['47,3 uur per jaar', '2 cirkels', '€ 14.634 uitgaven', '€ 59.317 volledige kost', '5,3%'],
  },
};

export const TAGS = Object.keys(WIDGETS);

/** An element as HTML. */
export const html = (tag, attributes = 'country="BE"') => `<${tag} ${attributes}></${tag}>`;
