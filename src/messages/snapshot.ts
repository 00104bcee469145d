import type { PageReport, WidgetState } from '../model/report.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import type { Simulation } from '../model/simulation.ts';
import type { TimelineEvent } from '../model/timeline.ts';

/** How the tool stands to the page of a tab. */
export type SiteState =
  /** A page on which extensions may not run, such as the browser's own. */
  | { readonly state: 'forbidden' }
  /** The tester has not enabled the site. `pattern` is the permission to ask for. */
  | { readonly state: 'off'; readonly host: string; readonly pattern: string }
  /** Enabled; the page was loaded before that, or before an update, and must be loaded anew. */
  | { readonly state: 'reload needed'; readonly host: string; readonly pattern: string }
  | { readonly state: 'on'; readonly host: string; readonly pattern: string };

/** Everything the popup shows of a tab. It renders this and nothing else. */
export interface Snapshot {
  readonly tabId: number;
  readonly site: SiteState;
  /** Null while nobody could look. */
  readonly widget: WidgetState | null;
  readonly simulation: Simulation;
  readonly scenarios: readonly Scenario[];
  /** The ids of the scenarios that differ from the built-in. */
  readonly edited: readonly string[];
  /** Null while no page world has reported. */
  readonly report: PageReport | null;
  readonly timeline: readonly TimelineEvent[];
}
