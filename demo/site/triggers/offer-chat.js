window.contoso = {
  checkingIn: 'Hi! Just checking in to see if I can help answer any questions you may have.',

  /** Tells the agent what we know about this visitor, and invites the visitor to chat. */
  offerChat(message, knowledge) {
    const chat = Microsoft.Omnichannel.LiveChatWidget.SDK;
    chat.setContextProvider(() => {
      const context = { 'Proactive Chat': { value: 'True', isDisplayable: true } };
      for (const [name, value] of Object.entries(knowledge)) {
        context[name] = { value, isDisplayable: true };
      }
      return context;
    });
    chat.startProactiveChat({ message }, false, { inNewWindow: false });
  },
};
