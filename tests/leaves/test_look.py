"""`provider.brand.look` names the Word template that the documents are made with."""

import io
import zipfile
from pathlib import Path

from tests.examples import ROOT
from tests.laid import laid
from tests.leaves.family import example_spec, written
from vadocs.build import Request, render_specs


def narrower(template: bytes) -> bytes:
    """The template with a wider left margin."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert b'w:left="' in part
                before, _, after = part.partition(b'w:left="')
                part = before + b'w:left="2268"' + after[after.index(b'"') + 1 :]
            target.writestr(name, part)
    return made.getvalue()


def rendered(folder: Path, look: str | None) -> dict[str, bytes]:
    """The files of an engagement in a workspace, by the end of their name."""
    spec = folder / "engagements" / "one.vadocs.yaml"
    over = {} if look is None else {"provider": {"brand": {"look": look}}}
    spec.write_text(written(laid(example_spec("web-lima"), over)), encoding="utf-8")
    (result,) = render_specs([spec], Request(folder / f"out-{look}", formats=("native", "docx", "pdf")))
    assert not result.report.failed, [(d.code, d.message("en")) for d in result.report]
    return {output.format: output.data for _, output in result.files}


def test_another_look_makes_other_files(tmp_path: Path) -> None:
    """The look that is named makes other Word and PDF files; the usual one is `sobrio`."""
    (tmp_path / "practice.yaml").write_text("provider: {gender: feminine}\n", encoding="utf-8")
    for name in ("engagements", "templates"):
        (tmp_path / name).mkdir()
    template = (ROOT / "templates" / "looks" / "sobrio.docx").read_bytes()
    (tmp_path / "templates" / "estrecho.docx").write_bytes(narrower(template))
    usual, named, other = (rendered(tmp_path, look) for look in (None, "sobrio", "estrecho"))
    assert usual == named
    assert other["docx"] != usual["docx"] and other["pdf"] != usual["pdf"]
