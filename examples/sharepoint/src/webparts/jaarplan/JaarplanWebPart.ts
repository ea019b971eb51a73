import 'jaarplan/register';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { type IPropertyPaneConfiguration, PropertyPaneDropdown, PropertyPaneTextField } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as strings from 'JaarplanWebPartStrings';

/** What an editor of the page chose; empty where they left it to the widget. */
export interface IJaarplanWebPartProps {
  widget: string;
  country: string;
  headcount: string;
  fte: string;
  src: string;
  language: string;
}

const WIDGETS = ['planner', 'learning-time', 'prof-circles', 'budget', 'return-on-value', 'scenarios', 'report'];

/** The colours of the section, each under the name that the widgets know it by. */
const COLOURS: [string, keyof NonNullable<IReadonlyTheme['semanticColors']>][] = [
  ['--jaarplan-ink', 'bodyText'],
  ['--jaarplan-muted', 'bodySubtext'],
  ['--jaarplan-paper', 'bodyBackground'],
  ['--jaarplan-soft', 'bodyStandoutBackground'],
  ['--jaarplan-line', 'bodyDivider'],
  ['--jaarplan-edge', 'inputBorder'],
  ['--jaarplan-accent', 'linkHovered'], // `link` itself is too light on a grey section
  ['--jaarplan-error', 'errorText'],
];
/** A theme of SharePoint has no colour for text that warns: these are the widgets' own, for light and for dark. */
const WARN = ['#7a5200', '#eac06a'];

const amount = (text: string): string => text.trim().replace(',', '.');

export default class JaarplanWebPart extends BaseClientSideWebPart<IJaarplanWebPartProps> {
  private _element: HTMLElement | undefined;
  private _shown: Record<string, string> = {};
  private _scheme = 'light';

  /** Shows the widget; the one that is there stays, and with it what somebody typed, unless it has to be another one. */
  public render(): void {
    const { widget, country, headcount, fte, src, language } = this.properties;
    const tag = `jaarplan-${WIDGETS.indexOf(widget) < 0 ? WIDGETS[0] : widget}`;
    const wanted: Record<string, string> = { lang: language || this.context.pageContext.cultureInfo.currentUICultureName };
    if (country) wanted.country = country;
    if (headcount) wanted.headcount = amount(headcount);
    if (fte) wanted.fte = amount(fte);
    if (src) wanted.src = src.trim();

    let element = this._element;
    // A plan that got a number does not lose it when its attribute goes: it begins anew.
    if (element?.localName !== tag || Object.keys(this._shown).some((name) => !(name in wanted))) {
      element = document.createElement(tag);
      element.style.colorScheme = this._scheme;
      this._shown = {};
    }
    for (const name of Object.keys(wanted)) {
      if (this._shown[name] !== wanted[name]) element.setAttribute(name, wanted[name]);
    }
    this._shown = wanted;
    if (element !== this._element) this.domElement.replaceChildren((this._element = element));
  }

  protected onThemeChanged(theme: IReadonlyTheme | undefined): void {
    const { style } = this.domElement;
    const dark = Boolean(theme?.isInverted);
    // On the widget itself: there it counts for more than what the reader's system prefers.
    this._scheme = dark ? 'dark' : 'light';
    if (this._element) this._element.style.colorScheme = this._scheme;
    for (const [property, colour] of COLOURS) style.setProperty(property, theme?.semanticColors?.[colour] ?? null);
    style.setProperty('--jaarplan-warn', WARN[Number(dark)]);
    style.setProperty('--jaarplan-font', theme?.fonts?.medium?.fontFamily ?? null);
  }

  protected onDispose(): void {
    this.domElement.replaceChildren(); // the widget lets go of its plan when it leaves the page
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const number = (text: string): string => (/^(\d+([.,]\d+)?)?$/.test(text.trim()) ? '' : strings.NotANumber);
    const whole = (text: string): string => (/^\d*$/.test(text.trim()) ? '' : strings.NotWhole);
    return {
      pages: [
        {
          header: { description: strings.Intro },
          groups: [
            {
              groupName: strings.What,
              groupFields: [
                PropertyPaneDropdown('widget', {
                  label: strings.Widget,
                  options: WIDGETS.map((key, i) => ({ key, text: strings.Widgets.split('|')[i] })),
                }),
                PropertyPaneDropdown('language', {
                  label: strings.Language,
                  options: [
                    { key: '', text: strings.OfThePage },
                    { key: 'nl', text: 'Nederlands' },
                    { key: 'fr', text: 'Français' },
                    { key: 'en', text: 'English' },
                  ],
                }),
              ],
            },
            {
              groupName: strings.Plan,
              groupFields: [
                PropertyPaneDropdown('country', {
                  label: strings.Country,
                  options: [
                    { key: 'BE', text: strings.Belgium },
                    { key: 'NL', text: strings.Netherlands },
                  ],
                }),
                PropertyPaneTextField('headcount', { label: strings.Headcount, onGetErrorMessage: whole }),
                PropertyPaneTextField('fte', { label: strings.Fte, onGetErrorMessage: number }),
                PropertyPaneTextField('src', { label: strings.Src, description: strings.SrcHelp }),
              ],
            },
          ],
        },
      ],
    };
  }
}
