"""Who say something together, in the browser: each has a dossier with it, and a right speaker may be several."""

from pathlib import Path
from urllib.parse import quote

from claims import desk
from claims.ledger import Ledger
from tests.serve.conftest import Serve

STORY = (
    "---\ntitle: Flood\noutlet: The Courier\ndate: 2031-05-02\n---\n\nMayor Anna Keller and fire chief Berta Lang said "
    "that the bridge would be closed until June.\n\nKeller said that 14 houses were under water.\n"
)


def test_each_of_two_has_the_claim_and_a_semicolon_parts_right_speakers(tmp_path: Path, serve: Serve) -> None:
    (tmp_path / "flood.md").write_text(STORY, "utf-8")
    path = tmp_path / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        desk.add(ledger, tmp_path / "flood.md")
        (joint,) = desk.search(ledger, "bridge")
        ids = {one.name: one.id for one in joint.speakers}
    visitor = serve(path).visitor()
    shown = visitor.get(f"/claims/{joint.id}").text
    assert "<bdi>Anna Keller; Berta Lang</bdi>" in shown
    assert all(role in shown for role in ("Mayor", "fire chief"))
    assert "14 houses" in shown.partition("Also said by")[2]
    listed = visitor.get("/speakers").text
    assert all(f"/speakers/{ids[name]}" in listed for name in ("Anna Keller", "Berta Lang"))
    assert "the bridge would be closed" in visitor.get(f"/speakers/{ids['Berta Lang']}").text
    asked = visitor.get(f"/speaker-names?name={quote('Carla Moss; lan')}").text
    assert "Berta Lang" in asked
    assert "Keller" not in asked
    done = visitor.change(
        f"/claims/{joint.id}/verdict",
        page=f"/claims/{joint.id}",
        attribution="wrong speaker",
        corrected_speaker="Carla Moss; Berta Lang",
    )
    assert done.status == 303
    with Ledger.open(path) as ledger:
        assert [one.name for one in ledger.claim(joint.id).speakers] == ["Carla Moss", "Berta Lang"]
