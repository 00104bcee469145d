import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly panel: ComponentChildren;
}

/**
 * Tabs as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. Panels are made when they are first shown, and
 * stay when they are not shown any more, so that what was typed there does too.
 */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const [shown, setShown] = useState(tabs[0]?.name);
  const [made, setMade] = useState<readonly (string | undefined)[]>([shown]);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function show(name: string): void {
    setShown(name);
    setMade((before) => (before.includes(name) ? before : [...before, name]));
  }

  function moveTo(index: number): void {
    const tab = tabs.at(index % tabs.length);
    if (!tab) return;
    show(tab.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const present = tabs.findIndex(({ name }) => name === shown);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: present - 1,
      ArrowRight: present + 1,
      Home: 0,
      End: -1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            data-tab={tab.name}
            aria-selected={tab.name === shown}
            aria-controls={`${id}-${tab.name}-panel`}
            tabIndex={tab.name === shown ? 0 : -1}
            onClick={() => show(tab.name)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.name}
          class="panel"
          role="tabpanel"
          id={`${id}-${tab.name}-panel`}
          aria-labelledby={`${id}-${tab.name}`}
          hidden={tab.name !== shown}
        >
          {made.includes(tab.name) && tab.panel}
        </div>
      ))}
    </>
  );
}
