// Says in words what diagnose() found, and what to ask of the people who run the server. A classic script, so that it also
// runs where modules do not, and says that.
(async () => {
  const [ENTRY, SPARE] = ['elements.js', 'elements-js.js'];
  const MAIL = 1900; // longer addresses are cut by programs for mail

  const place = (id) => document.getElementById(id);
  const found = await examine();
  const { level, verdict, request = '', header = '' } = judge(found);
  const facts = list(found);

  Object.assign(place('verdict'), { textContent: verdict, className: `verdict ${level}` });
  place('request').textContent = request;
  place('header').textContent = header;
  place('header').hidden = !header;
  place('ask').hidden = !request;
  for (const [name, value] of facts) {
    const [term, told] = ['dt', 'dd'].map((tag) => document.createElement(tag));
    term.append(name);
    told.append(value);
    place('facts').append(term, told);
  }
  const report = place('report');
  const listed = facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  report.value = [verdict, request && `Vraag: ${request}`, header, listed].filter(Boolean).join('\n\n');
  place('mail').href = mail(report.value);
  place('copy').addEventListener('click', () => import('./copy.js').then(({ copy }) => copy(report, place('copied')), () => report.select()));
  for (const part of document.querySelectorAll('[data-after]')) part.hidden = false;

  /** What diagnose() finds; where its file does not load, as much of it as can be said without. */
  async function examine() {
    const violations = [];
    const note = ({ effectiveDirective: directive, blockedURI: blocked, originalPolicy: policy }) => violations.push({ directive, blocked, policy });
    document.addEventListener('securitypolicyviolation', note);
    try {
      const { diagnose } = await import(`./${ENTRY}`);
      return await diagnose();
    } catch ({ message }) {
      await new Promise((done) => setTimeout(done));
      const { location: { protocol }, navigator: { userAgent }, origin } = self;
      return { missing: message, engines: [], violations, protocol, opaqueOrigin: origin === 'null', userAgent };
    } finally {
      document.removeEventListener('securitypolicyviolation', note);
    }
  }

  /** The verdict in one sentence, and what to ask. */
  function judge(found) {
    if (found.missing) {
      const [why, request] = lost(found);
      return { level: 'none', verdict: `Jaarplan werkt hier niet: ${why}.`, request };
    }
    const [wasm, spare] = found.engines;
    const put = `Zet ${SPARE} in dezelfde map als ${ENTRY}, en laat de server het geven als text/javascript.`;
    if (wasm.ok) {
      const verdict = 'Jaarplan werkt hier, met de snelle rekenmotor.';
      return { level: 'fast', verdict, request: spare.ok ? '' : `De reservemotor ontbreekt. ${put} Dan werkt Jaarplan ook voor wie WebAssembly niet mag gebruiken.` };
    }
    const { why, request, header } = refusal(wasm, found.violations);
    if (spare.ok) return { level: 'slow', verdict: `Jaarplan werkt hier, met de trage reservemotor, want ${why}.`, request, header };
    return { level: 'none', verdict: `Jaarplan werkt hier niet: ${why}, en de reservemotor start niet.`, request: `${put} ${request}`, header };
  }

  /** Why nothing could be tried, and what helps. */
  function lost({ protocol, opaqueOrigin }) {
    if (protocol === 'file:') return ['een pagina die je van een schijf opent, laadt geen modules', 'Zet de bestanden op een webserver. Of gebruik jaarplan.js: dat werkt ook van een schijf.'];
    if (opaqueOrigin) return ['dit kader staat in een sandbox zonder eigen adres', 'Geef het kader sandbox="allow-scripts allow-same-origin".'];
    return [`het bestand ${ENTRY} kwam niet`, `Zet ${ENTRY} in dezelfde map als deze pagina, en laat de server het geven als text/javascript.`];
  }

  /** Why WebAssembly did not start, and what helps. */
  function refusal({ code, message }, violations) {
    const broken = violations.filter(({ blocked }) => /wasm|eval/.test(blocked));
    if (broken.length || /content.security.policy|\bCSP\b|unsafe-eval/i.test(message)) {
      // WebKit tells of no violation; its message has the rule.
      const said = message.match(/"((?:script|default)-src [^"]*)"/)?.[1] ?? "script-src 'self'";
      const policies = new Set(broken.length ? broken.map(({ policy }) => policy) : [said]);
      return {
        why: `de pagina staat WebAssembly niet toe (regel ${broken[0]?.directive ?? said.split(' ')[0]})`,
        request: "Mag WebAssembly op deze pagina? Zet dan 'wasm-unsafe-eval' bij script-src in de header van de server. Dat laat WebAssembly toe, en geen eval van tekst.",
        header: [...policies].map((policy) => `Content-Security-Policy: ${allowing(policy)}`).join('\n'),
      };
    }
    const again = 'Zet de bestanden opnieuw op de server. Kijk na of iets ze onderweg verandert, zoals een proxy of een virusscanner.';
    const [why, request] = {
      'no-webassembly': ['deze browser heeft geen WebAssembly', 'Is WebAssembly uitgezet in de browser, door een instelling van de organisatie? Mag het aan voor dit adres?'],
      damaged: ['de snelle motor kwam beschadigd aan', again],
      'wrong-answer': ['de snelle motor gaf een verkeerd antwoord', again],
      stalled: ['de snelle motor startte niet binnen vier seconden', 'Laad de pagina opnieuw. Is het toestel erg traag, of houdt iets op het netwerk het bestand tegen?'],
    }[code] ?? ['de browser weigert WebAssembly', 'Mag WebAssembly aan voor dit adres?'];
    return { why, request };
  }

  /** The same policy, with WebAssembly allowed. */
  function allowing(policy) {
    const rules = policy.split(';').map((rule) => rule.trim()).filter(Boolean);
    const find = (name) => rules.find((rule) => rule.startsWith(`${name} `));
    const script = find('script-src');
    const more = `${script ?? find('default-src')?.replace(/^\S+/, 'script-src') ?? "script-src 'self'"} 'wasm-unsafe-eval'`;
    return (script ? rules.map((rule) => (rule === script ? more : rule)) : [...rules, more]).join('; ');
  }

  function list({ version, model, engine, engines, violations, language, storage, secureContext, trustedTypes, frame, opaqueOrigin, userAgent, protocol, missing }) {
    const yes = (value) => (value ? 'ja' : 'nee');
    const names = { wasm: 'Snelle motor (WebAssembly)', js: 'Reservemotor (JavaScript)' };
    return [
      ...engines.map(({ engine, ok, code, message }) => [names[engine], ok ? 'werkt' : `werkt niet (${code}): ${message}`]),
      missing ? ['Niet geladen', missing] : ['In gebruik', { wasm: 'de snelle motor', js: 'de reservemotor' }[engine] ?? 'geen motor'],
      ...[...new Set(violations.map(({ directive, blocked }) => `${directive}: ${blocked}`))].map((rule) => ['Geweigerd door de pagina', rule]),
      ...[...new Set(violations.map(({ policy }) => policy))].map((policy) => ['Content-Security-Policy', policy]),
      version && ['Versie', `${version} (model ${model})`],
      language && ['Taal', language],
      storage && ['Opslag in de browser', { works: 'werkt', refused: 'geweigerd', missing: 'bestaat niet' }[storage]],
      secureContext !== undefined && ['Beveiligde verbinding', yes(secureContext)],
      trustedTypes !== undefined && ['Browser kent Trusted Types', yes(trustedTypes)],
      frame !== undefined && ['In een kader', yes(frame)],
      ['Sandbox zonder eigen adres', yes(opaqueOrigin)],
      ['Adres begint met', protocol],
      ['Browser', userAgent],
    ].filter(Boolean);
  }

  /** A link that opens a mail with the text; what does not fit is left out where it can be seen. */
  function mail(text) {
    const link = (text) => `mailto:?subject=${encodeURIComponent('Jaarplan: werkt het hier?')}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
    if (link(text).length <= MAIL) return link(text);
    const more = '… (ingekort: gebruik ‘Kopieer’ voor de hele tekst)';
    let end = text.length;
    while (link(text.slice(0, end) + more).length > MAIL) end -= 20;
    return link(text.slice(0, end) + more);
  }
})();
