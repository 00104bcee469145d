// The place of a chat that is loaded and never says that it is ready.
