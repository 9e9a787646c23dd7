"""Who makes a claim, by which words, how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.records import Span
from annotator.suggest.speakers import ClaimReading, claim_attributes, propose, to_proposal
from annotator.text.graphemes import grapheme_floor
from tests.suggest import claims_accuracy
from tests.suggest.claims_accuracy import SPEECH, annotation, case


def read(marked, actors=None, said_by=None):
    """The reading of a marked passage, and the quotes of the sources it proposes."""
    made = case({"marked": marked, "sources": [], "relays": []})
    made.said_by.update(said_by or {})
    reading = made.read(actors)
    quotes = [actor.quote for actor in made.actors if actor.id in reading.source_ids]
    return reading, quotes


def speaker(marked):
    """The words that are proposed as the speaker where nobody is annotated."""
    made = case({"marked": marked, "sources": [], "relays": []})
    reading = made.read([])
    return reading.speaker.quote(made.text) if reading.speaker else None


# --- measured ---


@pytest.mark.parametrize(
    ("name", "sources", "wrong", "cues", "modes", "unmarked_wrong"),
    [
        ("sample", 13, 0, 13, 13, 0),
        ("articles", 50, 0, 50, 50, 0),
        ("tuning", 37, 0, 37, 37, 0),
        ("measured", 37, 1, 37, 38, 3),
        ("longer", 29, 0, 29, 29, 3),
        ("fresh", 23, 0, 24, 24, 1),
    ],
)
def test_speakers_cues_and_modes_are_found_as_often_as_was_measured(
    name, sources, wrong, cues, modes, unmarked_wrong
):
    score = claims_accuracy.measure(claims_accuracy.all_sets()[name])

    assert score.source >= sources
    assert score.wrong_source <= wrong
    assert score.cue >= cues
    assert score.mode >= modes
    assert score.bare_wrong <= unmarked_wrong


def test_a_wrong_speaker_is_proposed_for_few_claims_of_any_kind():
    scores = [claims_accuracy.measure(cases) for cases in claims_accuracy.all_sets().values()]

    assert sum(score.wrong_source for score in scores) <= 0.02 * sum(score.claims for score in scores)


# --- where the speaker stands ---


@pytest.mark.parametrize(
    ("marked", "source", "cue"),
    [
        ("وقال {1:فلان} إن [[الأمر انتهى]].", "فلان", "قال"),
        ("لكن {1:فلانا} قال إن [[الأمر انتهى]].", "فلانا", "قال"),
        ("[[الأمر انتهى]]، بحسب {1:فلان}.", "فلان", "بحسب"),
        ("[[الأمر انتهى]]، حسبما ذكر {1:فلان}.", "فلان", "حسبما ذكر"),
        ("[[الأمر انتهى]]، كما قال {1:فلان}.", "فلان", "قال"),
        ('"[[الأمر انتهى]]"، قال {1:فلان}.', "فلان", "قال"),
        ("وجاء في بيان رسمي صادر عن {1:الوزارة} أن [[الأمر انتهى]].", "الوزارة", "جاء في بيان رسمي"),
        ("[[الأمر انتهى]]، وفق بيان لـ{1:لوزارة}.", "لوزارة", "وفق بيان"),
        ("وقال {1:فلان} إنه سيأتي.\n\nصورة من المكان\n\nوأضاف: «[[الأمر انتهى]]».", "فلان", "أضاف"),
        ("وقال {1:فلان} إن <<هذا صحيح>>، مضيفا أن [[الأمر انتهى]].", "فلان", "مضيفا"),
        ("في ضربات عدّتها {1:بغداد} «[[عدائية]]».", "بغداد", "عدّتها"),
    ],
)
def test_the_speaker_stands_before_or_after_or_further_up(marked, source, cue):
    reading, sources = read(marked)

    assert sources == [source]
    assert reading.attribution == "actor"
    assert reading.cue == cue


def test_two_who_say_it_together_are_both_proposed():
    assert read("وأعلن {1:العراق} و{2:إيران} [[الاتفاق على الأمر]].")[1] == ["العراق", "إيران"]


def test_a_newspaper_that_names_whom_it_has_it_from_only_passes_it_on():
    reading, sources = read("ونقلت {2:صحيفة المدى} عن {1:مسؤول} قوله إن [[الأمر انتهى]].")

    assert sources == ["مسؤول"]
    assert reading.relay_ids == (2,)


def test_who_is_named_after_the_claim_says_it_too():
    reading, sources = read("وأعلنت {1:بغداد} [[الاتفاق على الأمر]]، وفق بيان ل{2:وزارة الخارجية}.")

    assert sources == ["بغداد", "وزارة الخارجية"]
    assert reading.cue == "أعلنت"


def test_what_a_person_has_said_of_an_earlier_claim_counts_more_than_the_text():
    marked = "وقال {1:فلان} أو {2:علان} إن <<الأمر بدأ>>. وأضاف أن [[الأمر انتهى]]."

    assert read(marked)[1] == ["فلان"]
    assert read(marked, said_by={100: (2,)})[1] == ["علان"]


# --- where nobody is proposed ---


def test_a_verb_of_the_other_gender_is_not_carried_over():
    reading, sources = read("وقالت {1:الوزيرة} إنها ستأتي. وأضاف أن [[الأمر انتهى]].")

    assert sources == []
    assert reading.attribution == ""
    assert reading.cue == "أضاف"


def test_whom_somebody_meets_has_not_said_it():
    assert read("والتقى {1:فلان} {2:السفير}، وأكد أن [[الأمر انتهى]].")[1] == ["فلان"]


def test_another_clause_is_not_what_is_said():
    reading, _ = read("وقال {1:فلان} إن الوضع صعب، بينما [[أغلقت المعابر]].")

    assert reading.attribution == "outlet"


def test_a_claim_without_words_of_saying_is_the_outlets_own():
    reading, _ = read("[[أغلقت {1:السلطات} المعابر]] أمس.")

    assert (reading.attribution, reading.cue, reading.mode) == ("outlet", "", "")


def test_a_quotation_that_nobody_is_named_for_is_no_claim_of_the_outlet():
    assert read("هنا «[[كل شيء على ما يرام]]».")[0].attribution == ""


@pytest.mark.parametrize(
    "marked",
    ["وقيل إن [[الأمر انتهى]].", "وذُكر أن [[الأمر انتهى]].", "قالت مصادر إن [[الأمر انتهى]]."],
)
def test_what_is_said_by_nobody_named_is_anonymous(marked):
    reading, sources = read(marked)

    assert (reading.attribution, sources, reading.speaker) == ("anonymous", [], None)


# --- speakers that are not annotated ---


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("وقال المتحدث باسم وزارة الدفاع فلان إن [[الأمر انتهى]].", "المتحدث باسم وزارة الدفاع فلان"),
        ("وقال مسؤول في وزارة الدفاع في تصريح إن [[الأمر انتهى]].", "مسؤول في وزارة الدفاع"),
        ("وقال مسؤول أمني لوكالة رويترز إن [[الأمر انتهى]].", "مسؤول أمني"),
        ("[[الأمر انتهى]]، وفق بيان لوزارة الخارجية العراقية.", "وزارة الخارجية العراقية"),
        ("[[الأمر انتهى]]، وفقا لوزارة الخارجية.", "وزارة الخارجية"),
        ("وجدد «[[التزامه بالأمر]]».", None),
        ("ووصف الوزير فلان الهجوم بأنه «[[جبان]]».", None),
    ],
)
def test_the_words_of_a_speaker_are_found_where_that_is_sure(marked, words):
    assert speaker(marked) == words


# --- how it is said ---


def test_what_is_denied_is_negated_and_what_is_denied_not_to_be_is_not():
    assert read("ونفت {1:طهران} [[ضلوعها في الهجوم]].")[0].is_negated
    assert not read("ونفى {1:فلان} أن [[لا يكون هناك أمل]].")[0].is_negated


def test_what_somebody_does_not_say_is_not_theirs():
    reading, sources = read("ولم يؤكد {1:الجيش} [[وقوع الهجوم]].")

    assert (reading.attribution, sources) == ("", [])
    assert not read("ولم يستبعد {1:فلان} [[وقوع الهجوم]].")[0].is_negated


def test_the_reasons_name_the_cue_and_the_speaker():
    reading, _ = read("وقال {1:فلان} إن [[الأمر انتهى]].")

    assert [str(reason) for reason in reading.reasons] == [
        "“قال” stands before it",
        "“فلان” comes right after the words of saying",
    ]


# --- as attributes and as a proposal ---


def test_attributes_are_those_of_the_label_set(labels):
    label = labels.label_by_name["claim"].id
    reading = ClaimReading(
        attribution="actor", source_ids=(1,), cue="قال", mode="direct", is_negated=True, confidence=0.9
    )

    assert claim_attributes(reading, labels, label) == {
        "attribution": "actor",
        "cue": "قال",
        "mode": "direct",
        "polarity": "negated",
    }
    assert claim_attributes(reading, labels, labels.label_by_name["actor"].id) == {}


def test_that_an_actor_said_it_is_not_told_before_the_actor_is_annotated(labels):
    label = labels.label_by_name["claim"].id
    reading = ClaimReading(attribution="actor", speaker=Span(0, 4), cue="قال", confidence=0.9)

    assert claim_attributes(reading, labels, label) == {"cue": "قال"}


def test_a_proposal_holds_only_what_the_claim_does_not_say(labels):
    label = labels.label_by_name["claim"].id
    claim = replace(annotation("قال إن الأمر انتهى", 5, 7, 18), label_id=label, attributes={"mode": "direct"})
    reading = ClaimReading(attribution="actor", source_ids=(1,), cue="قال", mode="indirect")

    proposal = to_proposal(claim, reading, labels)
    assert proposal.attributes == {"attribution": "actor", "cue": "قال"}
    assert proposal.source_ids == (1,)

    outlets = replace(claim, attributes={"attribution": "outlet"})
    assert to_proposal(outlets, reading, labels).source_ids == ()


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("وقال إن {1:الجانبين} أكدا التزامهما بأن [[الأمر انتهى]].", "الجانبين"),
        ("يشار إلى أن {1:العراق} كان قد أعلن أن [[الأمر انتهى]].", "العراق"),
        ("وقالت {1:القيادة} إن الجانبين جددا التزامهما بالعمل كما [[ناقشا الأمر]].", "القيادة"),
    ],
)
def test_a_verb_in_the_dual_and_one_in_the_past_of_the_past_have_their_subject_before_them(marked, who):
    _reading, quotes = read(marked)
    assert quotes == [who]
    assert speaker(marked) in (None, who)


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("وتساءل {1:النائب} عما إذا كان [[القرار قانونيا]].", "النائب"),
        ("ونفى {1:الجيش} ما قاله المتحدث من أن [[الهجوم فشل]].", "الجيش"),
        ("وطالب {1:رئيس الوزراء} بأن [[تعقد جلسة]].", "رئيس الوزراء"),
        ("ورفض المتحدث التعليق على ما إذا كانت [[القوات ستنسحب]].", None),
        ("وذكرت القناة 12 الإسرائيلية أن [[الصفقة قريبة]].", None),
        ("هنية: [[لن نستسلم]]", None),
        ("وقال السوداني وبايدن إن [[الشراكة مستمرة]].", None),
        ("ونقلت رويترز عن السوداني وبايدن أن [[الشراكة مستمرة]].", None),
        ("وقال المتحدث وليد فارس إن [[الأمر انتهى]].", "المتحدث وليد فارس"),
        ("وقالت هيئة النزاهة ووزارة العدل إن [[الأمر انتهى]].", None),
        ("وقال نائب وزيرة الخارجية إن [[الأمر انتهى]].", "نائب وزيرة الخارجية"),
    ],
)
def test_words_of_another_clause_an_object_a_number_or_a_second_speaker_are_no_part_of_a_speaker(marked, who):
    assert speaker(marked) == who
    if who is None:
        assert read(marked, [])[0].attribution == "", "that the outlet says it is not known either"


def test_a_report_that_begins_with_where_it_is_from_is_the_outlets():
    assert read("إيلاف من لندن: [[بدأت الجولة]] في واشنطن.")[0].attribution == "outlet"


def test_who_only_passes_it_on_is_proposed_apart_and_says_so(labels):
    made = case(
        {"marked": "ونقلت {2:رويترز} عن {1:فلان} قوله إن [[الأمر انتهى]].", "sources": [], "relays": []}
    )
    reading = made.read()

    proposal = to_proposal(made.claim, reading, labels)

    assert (proposal.source_ids, proposal.relay_ids) == ((1,), (2,))
    assert "“رويترز” passes it on" in map(str, proposal.reasons)


# --- whatever the text ---


PIECES = st.sampled_from(
    [*"«»“”\"'.,،؛:؟!()\n -–ـ😀", *"\u0651\u064e\u0653\u200f\ufeff", " قال ", "وأضاف", " أن ", " إن ", "فلان",
     "بيان ", " وفق ", "ل", "عن ", " نقلت ", "التي ", "لا ", "ليس ", "\r\n", "ة", "و", " بحسب ما ", "مضيفا "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60), st.data())
def test_any_text_is_read_and_spans_lie_in_it_at_whole_characters(pieces, data):
    text = "".join(pieces) or "x"
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=8, max_size=8)))
    pairs = [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if a < b] or [(0, len(text))]
    made = [annotation(text, n, *pair) for n, pair in enumerate(pairs)]
    actors = made[1:]

    reading = propose(text, data.draw(st.sampled_from(made)), actors, made, SPEECH)

    assert set(reading.source_ids) <= {actor.id for actor in actors}
    assert reading.cue in text
    if reading.speaker is not None:
        start, end = reading.speaker.start, reading.speaker.end
        assert 0 <= start < end <= len(text)
        assert grapheme_floor(text, start) == start
        assert grapheme_floor(text, end) == end


def test_only_the_neighbourhood_is_read():
    made = case({"marked": "وقال {1:فلان} إن [[الأمر انتهى]].", "sources": [], "relays": []})
    filler = "وكان الطقس جميلا في ذلك اليوم.\n" * 3_000
    moved = [
        replace(item, start=item.start + len(filler), end=item.end + len(filler)) for item in made.actors
    ]
    claim = replace(made.claim, start=made.claim.start + len(filler), end=made.claim.end + len(filler))

    far, alone = propose(filler + made.text + filler, claim, moved, [claim], SPEECH), made.read()

    assert replace(far, reasons=()) == replace(alone, reasons=())
    assert list(map(str, far.reasons)) == list(map(str, alone.reasons))


@pytest.mark.parametrize("piece", ["قال ", '"', "أن ", "قال، ", "«", "و", "وقال فلان إن "])
@pytest.mark.timeout(10)
def test_no_text_takes_long(piece):
    text = piece * (500_000 // len(piece))
    start = len(text) // 2

    reading = propose(text, Span(start, start + 100), [], [], SPEECH)

    assert reading.source_ids == ()
