"""Before: functions and their arguments. After: what they return, from processes with limits.

What was sent by somebody else is handled there: the HTML of posters, the files of attachments. One
that takes too much, or brings its process down, is the failure of one task.
"""

from generator.supervised.executor import Limits, Reason, SupervisedExecutor, TaskStoppedError

__all__ = ["Limits", "Reason", "SupervisedExecutor", "TaskStoppedError"]
