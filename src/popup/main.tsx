import { render } from 'preact';
import { App } from './App.tsx';
import { follow } from './connection.ts';
import { shownTab } from './shownTab.ts';
import './styles/theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app.');

const { tabId, isPage } = await shownTab();
// A popup gets the size of what it shows; a page shows as much as it has room for.
document.documentElement.classList.add(isPage ? 'page' : 'popup');
follow(tabId);
render(<App />, root);
