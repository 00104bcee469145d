export interface WidgetSettings {
  widgetId: string;
  orgId: string;
  orgUrl: string;
  hideChatButton: boolean;
  preChatSurvey: boolean;
}

/** The snippet's data attributes, which the bootstrapper copied onto this frame's element. */
export function readSettings(): WidgetSettings {
  const attribute = (name: string) => window.frameElement?.getAttribute(`data-${name}`) ?? '';
  return {
    widgetId: attribute('app-id'),
    orgId: attribute('org-id'),
    orgUrl: attribute('org-url'),
    hideChatButton: attribute('hide-chat-button') === 'true',
    preChatSurvey: attribute('prechat-survey') === 'true',
  };
}
