"""No value is ever parsed as markup: what the user wrote stands in the document letter for letter."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.compose.workshop import changed, composed, items, leaf, marta, record
from vadocs.diagnostics import Report
from vadocs.model.engagement import Choice
from vadocs.model.walk import values_of
from vadocs.writers.native import write_native

SIGNS = ["&", "<b>", "{{ fees.amount }}", "{% if x %}", "[[scope]]", "@client", ":::", "*", "**", "`", "_", "# ", "1. ",
         "|", "{#a}", "{-}", "\\", '"**Servicios**"', "de ", "a ", ".", ";", "Servicios", "«", "°"]  # fmt: skip

TEXTS = (
    st.lists(st.one_of(st.sampled_from(SIGNS), st.text("abcñáé ZÁ0.,;:", min_size=1)), min_size=1, max_size=6)
    .map("".join)
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=TEXTS, task=TEXTS, excluded=TEXTS, place=TEXTS)
def test_every_text_of_the_spec_stands_letter_for_letter(name: str, task: str, excluded: str, place: str) -> None:
    """Markup, marks and prepositions in a name, a task, an exclusion or a place are printed as they are."""
    engagement = changed(
        marta(),
        client__legal_name=leaf(name),
        services=items(record(task=leaf(task), frequency=leaf(Choice("weekly", "frequency")))),
        exclusions=items(leaf(excluded), leaf(task)),
        signing__place=leaf(place),
    )
    report = Report()
    document = composed(engagement, report=report)[1]
    assert not report.failed
    found = {(value.key, value.text) for value in values_of(document)}
    assert {
        ("client.legal_name", name), ("services[0].task", task), ("exclusions[0]", excluded), ("exclusions[1]", task),
        ("signing.place", place),
    } <= found  # fmt: skip
    text = write_native(document)
    assert all(written in text for written in (name, task, excluded, place))
