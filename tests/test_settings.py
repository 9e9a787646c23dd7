import tomllib

import pytest

from annotator.settings import BY_ID, SETTINGS, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "settings.toml"


def test_every_setting_has_its_default_when_there_is_no_file(path):
    settings = Settings(path)

    assert all(settings.value(setting.id) == setting.default for setting in SETTINGS)
    assert settings.warnings == []


def test_every_default_is_a_value_the_setting_may_have():
    assert [setting.refusal(setting.default) for setting in SETTINGS] == [None] * len(SETTINGS)


def test_what_is_set_is_there_at_the_next_start(path):
    Settings(path).set("language", "ar")
    Settings(path).set("line_height", 1.5)
    Settings(path).set("font_family", 'A "quoted"\nface')

    again = Settings(path)

    assert again.text("language") == "ar"
    assert again.number("line_height") == 1.5
    assert again.text("font_family") == 'A "quoted"\nface'


def test_a_setting_at_its_default_is_not_written(path):
    settings = Settings(path)
    settings.set("theme", "dark")
    settings.set("theme", BY_ID["theme"].default)
    settings.set("font_size", 20)

    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"font_size": 20}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('theme = "purple"', "theme"),
        ("font_size = 900", "font_size"),
        ("font_size = 17.5", "whole"),
        ("line_height = true", "line_height"),
        ("measure = 'wide'", "measure"),
        ("language = 3", "language"),
        ("colour = 1", "colour"),
        ("not toml at all", "default"),
        ("\udcff", "default"),
    ],
)
def test_what_cannot_be_used_is_put_aside_with_a_warning(path, content, word):
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8", errors="surrogateescape")

    settings = Settings(path)

    assert all(settings.value(setting.id) == setting.default for setting in SETTINGS)
    assert len(settings.warnings) == 1
    assert word in settings.warnings[0]


def test_one_bad_value_does_not_cost_the_others(path):
    path.parent.mkdir()
    path.write_text('theme = "purple"\nlanguage = "ar"\n', encoding="utf-8")

    assert Settings(path).text("language") == "ar"


def test_a_value_that_is_not_allowed_is_refused(path):
    with pytest.raises(ValueError, match="theme"):
        Settings(path).set("theme", "purple")
