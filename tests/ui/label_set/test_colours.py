"""The palette: its colours can be told apart, by those too who see fewer."""

import itertools

import pytest

from annotator.core.palette import PALETTE

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
_SEEN = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour, seen):
    rgb = [
        min(1, max(0, sum(m * v for m, v in zip(row, linear(colour), strict=True)))) for row in _SEEN[seen]
    ]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * v for m, v in zip(row, rgb, strict=True)) for row in rows]
    x, y, z = (
        (part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def contrast(one, other):
    lights = sorted(
        (
            sum(m * v for m, v in zip((0.2126, 0.7152, 0.0722), linear(item), strict=True))
            for item in (one, other)
        ),
        reverse=True,
    )
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@pytest.mark.parametrize("seen", _SEEN)
@pytest.mark.parametrize("paper", [0, 1])
def test_any_two_colours_of_the_palette_can_be_told_apart(paper, seen):
    for one, other in itertools.combinations([pair[paper] for pair in PALETTE], 2):
        apart = sum((a - b) ** 2 for a, b in zip(lab(one, seen), lab(other, seen), strict=True)) ** 0.5
        assert apart > 20, (one, other)


def test_each_colour_of_the_palette_stands_out_from_its_paper():
    for light, dark in PALETTE:
        assert contrast(light, "#fffefb") >= 3
        assert contrast(dark, "#202124") >= 3
