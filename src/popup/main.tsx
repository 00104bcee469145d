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
renderPage(place, <App />);
await Promise.all([followShownTab(), preparePanel()]);
