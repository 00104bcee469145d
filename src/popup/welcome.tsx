import { render } from 'preact';
import { readShortcutKeys } from './shortcutKeys.ts';
import { Welcome } from './views/Welcome.tsx';
import './styles/theme.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/views.css';

const root = document.getElementById('app');
if (!root) throw new Error('welcome.html has no element #app.');

document.documentElement.classList.add('in-page');
render(<Welcome />, root);
await readShortcutKeys();
