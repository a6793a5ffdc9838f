"""Other weights, by folder: the package's own, copied, must do as the package does; what is broken says so."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import claims
from claims.errors import ClaimsError
from claims.extraction import load_tagger
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
    assert (own.tag, other.confidence, other.tag) == ("high", 0.5, "low")
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
