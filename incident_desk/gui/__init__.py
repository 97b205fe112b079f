"""The window: pages over use cases, composed from one kit of painted and styled parts."""
