"""What a frozen program starts (ffmpeg, espeak-ng, PostgreSQL) finds the machine's own libraries, not the packed ones.

PyInstaller's loader has put those into LD_LIBRARY_PATH; this program itself read that when it began.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
