"""The error of a cluster that cannot be used, apart from what speaks to clusters: many catch it."""

from generator.problems import Fact


class ClusterError(Exception):
    """The cluster cannot be used; `code` and `facts` are those of a problem."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
