"""The frozen keeper of the embedded PostgreSQL begins here."""

import sys

from hms_desktop.core.keeper import main

sys.exit(main())
