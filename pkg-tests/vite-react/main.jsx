import { load } from 'jaarplan';
import 'jaarplan/register';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [circles, setCircles] = useState('…');
  useEffect(() => {
    const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
    load().then((jaarplan) => setCircles(jaarplan.evaluate(plan).profCircles.circles));
  }, []);
  return (
    <>
      <p>Aantal Prof-cirkels: <output id="circles">{circles}</output></p>
      <jaarplan-prof-circles headcount="120" fte="96.5" />
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
