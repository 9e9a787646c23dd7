"""Label Studio: its tasks, annotations and predictions, and its labelling configuration."""
