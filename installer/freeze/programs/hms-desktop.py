"""The frozen hms-desktop begins here."""

import sys

from hms_desktop.app.main import main

sys.exit(main())
