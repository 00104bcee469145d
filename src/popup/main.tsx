import { render } from 'preact';
import { App } from './App.tsx';
import { followSnapshots } from './connection.ts';
import { preparePanel } from './openPlaces.ts';
import { directionOf } from './pageDirection.ts';
import { followShownTab, place } from './place.ts';
import { messagesLanguage } from './texts.ts';
import './styles/theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';
import './styles/dryRun.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app.');

document.documentElement.lang = messagesLanguage();
document.documentElement.dir = directionOf(messagesLanguage());
// A popup gets the size of what it shows; a panel and a page show as much as they have room for.
document.documentElement.classList.add(`in-${place}`);
followSnapshots();
render(<App />, root);
await Promise.all([followShownTab(), preparePanel()]);
