"""Has the server read its configuration again, and waits until it has."""

import time

from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.core.errors import Unreachable

PATIENCE_SECONDS = 30.0


def reload_settings(cluster: Cluster) -> None:
    """Returns when new connections live by the new configuration. Raises Unreachable where that does not come about.

    Waits for the postmaster's own time of loading; a server that refused the new files keeps the older time's values,
    which whoever calls this looks at.
    """
    before = cluster.value("SELECT pg_conf_load_time() FROM pg_reload_conf()")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while cluster.value("SELECT pg_conf_load_time()") <= before:
        if time.monotonic() > deadline:
            raise Unreachable("init.reload", "The server does not read its configuration again; look into its log.")
        time.sleep(0.05)
