declare module 'JaarplanWebPartStrings' {
  const strings: {
    Intro: string;
    What: string;
    Widget: string;
    /** The names of the widgets, in the order of the web part's list. */
    Widgets: string;
    Language: string;
    OfThePage: string;
    Plan: string;
    Country: string;
    Belgium: string;
    Netherlands: string;
    Headcount: string;
    Fte: string;
    Src: string;
    SrcHelp: string;
    NotANumber: string;
    NotWhole: string;
  };
  export = strings;
}
