"""The frozen hms-kiosk begins here."""

import sys

from display_kiosk.main import main

sys.exit(main())
