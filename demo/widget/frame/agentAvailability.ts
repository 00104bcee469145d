/** There is always somebody to chat with. */
export const agentAvailability = {
  queueId: '',
  isQueueAvailable: true,
  isAgentAvailable: true,
  positionInQueue: 0,
};
