import './begin.ts';
import { App } from './App.tsx';
import { preparePanel } from './openPlaces.ts';
import { place } from './place.ts';
import { renderPage } from './renderPage.ts';
import '../theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';
import './styles/dryRun.css';
import './styles/present.css';
import './styles/siteCode.css';

renderPage(place, <App />);
void preparePanel();
