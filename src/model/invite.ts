export type ContextValue = string | number | boolean;

export interface ContextEntry {
  readonly key: string;
  /** A text may hold placeholders; one that is nothing but a placeholder keeps the type of its value. */
  readonly value: ContextValue;
  /** Whether the agent sees the entry. */
  readonly isDisplayable: boolean;
}

/** What a scenario offers. Message and context may hold placeholders such as {case id}. */
export interface Invite {
  readonly message: string;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
  readonly context: readonly ContextEntry[];
}

/** An invite as the SDK takes it: no placeholders, and the context as its provider returns it. */
export interface FilledInvite {
  readonly message: string;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
  readonly context: Readonly<
    Record<string, { readonly value: ContextValue; readonly isDisplayable: boolean }>
  >;
}

/** The longest text that is recorded of an invite: a filled one may hold addresses of any length. */
export const MAX_RECORDED_TEXT = 4000;

const recordedText = (value: string): string =>
  value.length > MAX_RECORDED_TEXT ? `${value.slice(0, MAX_RECORDED_TEXT - 1)}…` : value;

/** An invite as evidence keeps it: the entries of its context in their order, very long texts cut. */
export const recordOf = ({ message, context, ...options }: FilledInvite): Invite => ({
  ...options,
  message: recordedText(message),
  context: Object.entries(context).map(([key, { value, isDisplayable }]) => ({
    key,
    value: typeof value === 'string' ? recordedText(value) : value,
    isDisplayable,
  })),
});

/** The widget takes at most so many context entries: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/methods/setcontextprovider */
export const MAX_CONTEXT_ENTRIES = 100;
