"""How a report looks and what its fixed texts are: ours, or what somebody's own folder says instead."""
