"""Other weights, by folder: the package's own, copied, must do as the package does; what is broken says so."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import claims
from claims.errors import ClaimsError
from claims.extraction import load_tagger, model
from claims.plugins import Registry
from claims.reading import from_text

WEIGHTS = Path("claims/extraction/weights")
ARTICLE = from_text("Mayor Idra Vellmoor said that the bridge would open in May.", key="x")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of its own: the package's weights with a confidence that is always one half."""
    copied = tmp_path / "model"
    shutil.copytree(WEIGHTS, copied)
    path = copied / "confidence.json"
    path.write_text(json.dumps(dict.fromkeys(json.loads(path.read_text("utf-8")), 0.0)), "utf-8")
    return copied


def test_a_folder_of_weights_and_its_own_confidence_are_used(folder: Path) -> None:
    (own,) = claims.extract(ARTICLE)
    (other,) = claims.extract(ARTICLE, folder)
    assert (other.id, other.content, other.mention) == (own.id, own.content, own.mention)
    assert (other.words_confidence, other.tag) == (0.5, "low")
    assert other.confidence < 0.5 < own.confidence
    assert claims.extract(ARTICLE, model=load_tagger(str(folder))) == [other]


def _gone(folder: Path) -> None:
    shutil.rmtree(folder)


def _without_confidence(folder: Path) -> None:
    (folder / "confidence.json").unlink()


def _without_network(folder: Path) -> None:
    (folder / "tagger.int8.onnx").unlink()


def _cut_network(folder: Path) -> None:
    network = folder / "tagger.int8.onnx"
    network.write_bytes(network.read_bytes()[:1_000_000])


def _network_with_other_inputs(folder: Path) -> None:
    network = folder / "tagger.int8.onnx"
    network.write_bytes(network.read_bytes().replace(b"quote", b"quota").replace(b"states", b"statez"))


def _text_for_network(folder: Path) -> None:
    (folder / "tagger.int8.onnx").write_text("weights", "utf-8")


def _broken_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{", "utf-8")


def _another_json_as_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("[]", "utf-8")


def _transitions_without_scores(folder: Path) -> None:
    (folder / "transitions.json").write_text("{}", "utf-8")


def _confidence_of_another_release(folder: Path) -> None:
    (folder / "confidence.json").write_text('{"constant": 1.0}', "utf-8")


def _confidence_that_is_no_number(folder: Path) -> None:
    path = folder / "confidence.json"
    path.write_text(path.read_text("utf-8").replace("0.0", "NaN", 1), "utf-8")


BREAKS: list[tuple[Callable[[Path], None], str]] = [
    (_gone, "no such folder"),
    (_without_confidence, "no confidence.json"),
    (_without_network, "no tagger.int8.onnx"),
    (_cut_network, "no tagger of this release"),
    (_network_with_other_inputs, "no tagger of this release"),
    (_text_for_network, "no tagger of this release"),
    (_broken_tokenizer, "tokenizer.json"),
    (_another_json_as_tokenizer, "no tagger of this release"),
    (_transitions_without_scores, "no tagger of this release"),
    (_confidence_of_another_release, "confidence.json"),
    (_confidence_that_is_no_number, "confidence.json"),
]


@pytest.mark.parametrize(("spoil", "named"), BREAKS)
def test_a_folder_that_holds_no_model_is_named_in_one_line(
    folder: Path, spoil: Callable[[Path], None], named: str
) -> None:
    spoil(folder)
    with pytest.raises(ClaimsError) as said:
        claims.extract(ARTICLE, folder)
    assert str(folder) in str(said.value)
    assert named in str(said.value)
    assert "\n" not in str(said.value)


COLONS = '''
"""A tagger that takes what stands before a colon for the speaker, and what stands behind it for the content."""

from claims.extraction import Attribution, AttributionEvidence


class Colons:
    def attributions(self, article, layout):
        colon = layout.text.index(":")
        ends = ((0, colon), (colon, colon + 1), (colon + 2, len(layout.text)))
        return [Attribution(*((article.span(*e),) for e in ends), AttributionEvidence(1, 1, 1, 1, 1))]

    def confidence(self, attribution, kind):
        return 0.75
'''


def test_an_installed_package_supplies_another_tagger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "colons-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: colons\nVersion: 1.0\n", "utf-8")
    (installed / "entry_points.txt").write_text("[claims.taggers]\ncolons = colons:Colons\n", "utf-8")
    (tmp_path / "colons.py").write_text(COLONS, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(model, "TAGGERS", Registry("claims.taggers", {}))
    (claim,) = claims.extract(from_text("Idra Vellmoor: The bridge is closed.", key="x"), "colons")
    assert (claim.speaker_name, claim.content_text) == ("Idra Vellmoor", "The bridge is closed.")
    assert (claim.words_confidence, claim.confidence < 0.75) == (0.75, True)
