import pytest

from annotator.ui.keys import place


@pytest.mark.parametrize(
    ("scan", "virtual", "platform", "key"),
    [
        (10, 0, "linux", "1"),
        (18, 0, "linux", "9"),
        (57, 0, "linux", "n"),
        (59, 0, "linux", ","),
        (2, 0, "win32", "1"),
        (49, 0, "win32", "n"),
        (0, 18, "darwin", "1"),
        (0, 23, "darwin", "5"),
        (0, 22, "darwin", "6"),
        (0, 45, "darwin", "n"),
        (0, 0, "linux", ""),
        (200, 0, "linux", ""),
    ],
)
def test_a_key_is_known_by_its_place(scan, virtual, platform, key):
    assert place(scan, virtual, platform) == key
