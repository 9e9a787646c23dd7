"""Documents are dealt out reproducibly, evenly, and never torn from those like them."""

import random
from collections import Counter

import pytest

from annotator.core.errors import UserError
from annotator.exchange.splitting import Splits, Splitting

KNOWN = ["00000001", "00000003"]


def article(number):
    chance = random.Random(number)
    return " ".join(f"كلمة{chance.randrange(5000)}" for _ in range(80))


def corpus(count=200):
    chance = random.Random(7)
    return [
        (
            f"{number:08}",
            article(number),
            {"figure": chance.randrange(9), "actor": 20, "rare": int(number % 10 == 0)},
        )
        for number in range(count)
    ]


def parts(documents, **options):
    splitting = Splitting(Splits(**options))
    for document in documents:
        splitting.add(*document)
    return splitting.parts()


def test_the_shares_are_met():
    assert Counter(parts(corpus()).values()) == {"train": 160, "dev": 20, "test": 20}
    assert Counter(parts(corpus(), train=70, dev=0, test=30).values()) == {"train": 140, "test": 60}


def test_no_part_stays_empty_where_there_is_enough_to_deal_out():
    alike = [(f"{10 * number + copy:08}", article(number), {}) for number in range(5) for copy in range(4)]
    assert set(parts(alike).values()) == {"train", "dev", "test"}
    assert Counter(parts(corpus(3)).values()) == {"train": 1, "dev": 1, "test": 1}
    assert set(parts(corpus(3), train=90, dev=0, test=10).values()) == {"train", "test"}


def test_labels_are_spread_as_documents_are():
    found, counts = parts(corpus()), {"figure": Counter(), "rare": Counter()}
    for uuid, _text, labels in corpus():
        for name, spread in counts.items():
            spread[found[uuid]] += labels[name]
    for spread in counts.values():
        assert abs(spread["train"] / spread.total() - 0.8) < 0.06
        assert min(spread["dev"], spread["test"]) > 0


def test_the_order_of_the_documents_makes_no_difference():
    shuffled = corpus()
    random.Random(3).shuffle(shuffled)
    assert parts(shuffled) == parts(corpus())


def test_a_split_is_the_same_on_every_machine_and_in_every_version():
    found = parts(corpus(12), seed=5)
    assert [uuid for uuid, part in sorted(found.items()) if part != "train"] == KNOWN


def test_another_seed_gives_another_split():
    assert parts(corpus(), seed=1) != parts(corpus(), seed=2)


def test_articles_that_are_nearly_the_same_stay_together():
    documents = corpus(60) + [
        (f"9{number:07}", article(number) + " خاتمة أخرى", {"actor": 1}) for number in range(30)
    ]
    found = parts(documents)
    assert all(found[f"9{number:07}"] == found[f"{number:08}"] for number in range(30))


def test_the_layers_of_a_document_stay_together_and_all_count():
    splitting = Splitting(Splits(train=50, dev=0, test=50))
    for uuid, text, labels in corpus(10):
        splitting.add(uuid, text, labels)
        splitting.add(uuid, text, labels)
    assert len(splitting.parts()) == 10


def test_nothing_is_dealt_out_of_nothing():
    assert parts([]) == {}


@pytest.mark.parametrize("shares", [(80, 10, 20), (110, -10, 0), (0, 0, 0)])
def test_shares_that_do_not_make_a_hundred_are_refused(shares):
    with pytest.raises(UserError, match="do not make 100 percent"):
        Splits(train=shares[0], dev=shares[1], test=shares[2])


@pytest.mark.parametrize("text", ["", "80/20", "a/b/c", "80-10-10"])
def test_shares_written_otherwise_are_refused(text):
    with pytest.raises(UserError, match="such as 80/10/10"):
        Splits.written(text)


def test_shares_are_read_as_written():
    assert Splits.written("70/10/20", 4) == Splits(train=70, dev=10, test=20, seed=4)
