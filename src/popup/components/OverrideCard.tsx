import type { ComponentChildren } from 'preact';
import type { OverrideName } from '../../model/visitor/visitor.ts';
import { Choice } from './Choice.tsx';

interface OverrideCardProps<T extends string> {
  readonly name: OverrideName;
  readonly title: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  /** What stands beside the choice. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The card of one override: its title, whether it is real or what else, and its fields. */
export const OverrideCard = <T extends string>({
  name,
  title,
  beside,
  children,
  ...choice
}: OverrideCardProps<T>) => (
  <section class="card override" data-override={name} aria-label={title}>
    <div class="card-head">
      <h2>{title}</h2>
      <Choice name={name} label={title} {...choice} />
      {beside}
    </div>
    {children}
  </section>
);
