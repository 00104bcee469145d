import { renderPage } from './renderPage.ts';
import { readShortcutKeys } from './shortcutKeys.ts';
import { Welcome } from './views/Welcome.tsx';
import '../theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';

renderPage('page', <Welcome />);
await readShortcutKeys();
