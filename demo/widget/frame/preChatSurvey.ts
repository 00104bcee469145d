/** An adaptive card, as the service delivers it: text, because the widget parses it itself. */
export const preChatSurvey = JSON.stringify({
  type: 'AdaptiveCard',
  version: '1.1',
  body: [
    { type: 'TextBlock', text: 'Before we start', weight: 'bolder', wrap: true },
    { type: 'Input.Text', id: 'name', placeholder: 'Your name' },
    { type: 'Input.Text', id: 'question', placeholder: 'What is it about?', isMultiline: true },
  ],
  actions: [{ type: 'Action.Submit', title: 'Start chat', data: { Type: 'InputSubmit' } }],
});
