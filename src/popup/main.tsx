import { App } from './App.tsx';
import { followSnapshots } from './connection.ts';
import { preparePanel } from './openPlaces.ts';
import { followShownTab, place } from './place.ts';
import { renderPage } from './renderPage.ts';
import '../theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';
import './styles/dryRun.css';
import './styles/present.css';
import './styles/siteCode.css';

followSnapshots();
// First: the answer is on its way while the page is laid out.
const following = followShownTab();
renderPage(place, <App />);
await Promise.all([following, preparePanel()]);
