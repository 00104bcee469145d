/*
 * The views that the UI never begins with. They are a file of their own, loaded once the first look is on
 * the screen: half of the code is theirs, and a browser compiles a page's code before it runs any of it.
 */

export { ExportDialog } from './views/ExportDialog.tsx';
export { ImportDialog } from './views/ImportDialog.tsx';
export { PresentCard } from './views/PresentCard.tsx';
export { ScenarioEditor } from './views/ScenarioEditor.tsx';
export { SiteCode } from './views/SiteCode.tsx';
export { Timeline } from './views/Timeline.tsx';
export { VisitorView } from './views/VisitorView.tsx';
