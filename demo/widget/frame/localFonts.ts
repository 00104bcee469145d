// Read by Fluent while it loads, so this module has to be imported before the widget: its icons come from here
// instead of a CDN, and its text is set in the fonts of the system.
window.FabricConfig = { iconBaseUrl: new URL('icons/', document.baseURI).href, fontBaseUrl: '' };
