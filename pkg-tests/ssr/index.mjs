// What a server does that renders pages: it imports everything, and draws nothing.
import 'jaarplan';
import 'jaarplan/core-js';
import 'jaarplan/elements';
import 'jaarplan/slim';
import { ready } from 'jaarplan/register';

await ready;
console.log('done');
