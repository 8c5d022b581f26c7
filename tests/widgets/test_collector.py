"""What lives since the start costs the garbage collector nothing any more."""

import gc

from hms_desktop.widgets.collector import spare_what_lives


def test_what_lives_at_the_start_is_not_searched_again() -> None:
    searched = len(gc.get_objects())
    spare_what_lives()
    try:
        assert len(gc.get_objects()) < searched / 10
    finally:
        gc.unfreeze()
