"""Pictures of every page on demand, and a walk over each window that looks for what a designer would see."""
