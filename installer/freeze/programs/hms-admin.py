"""The frozen hms-admin begins here."""

import sys

from hms_desktop.admin.main import main

sys.exit(main())
