"""A second computation of invoices: plain arithmetic on figures written here, sharing no code with `vadocs.law`.

The figures, each as domain knowledge has it on 2026-11-21:
Spain: IVA 21; IRPF 15, or 7 in the year of the start and the two after it with the signed notice.
Mexico: IVA 16, at the border 8; ISR 10, or 1.25 in the simplified regime; two thirds of the IVA.
Colombia: IVA 19; fees 10, or 11 for companies and above 3,300 UVT; nothing up to 95 UVT a month; services 4 or 6
from 4 UVT until 2025-05-31. UVT 49,799 in 2025, 52,374 in 2026.
Peru: IGV 18 of businesses; 8 of receipts of more than 1,500 soles.
Argentina: nothing added in the simplified regime, at home or abroad; IVA 21 of who is registered, at home.
Chile: IVA 19 since 2023 but for fee slips; of these 13 in 2023, 13.75, 14.5, 15.25, 16, and 17 in 2028, in whole pesos.
United States: nothing from who collects no sales tax; nothing withheld once the client has Form W-9.
United Kingdom: no rate of VAT is known. Small from April 2025: two of turnover 15 million, balance sheet 7.5 million,
50 people.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any

Facts = Mapping[str, Any]
"""Of a party, by the names of the spec: country, kind, regime, activity, territory, vat, since, withholds,
local_business, pays_from_abroad, files_income_tax, intermediary, small; `size` has turnover, balance_sheet, staff and
year_start; `declarations` maps a kind to the day of receipt."""

UNION = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip


def cents(amount: Decimal) -> Decimal:
    """A positive amount with two decimals, halves up."""
    return (amount * 100 + Decimal("0.5")).to_integral_value(ROUND_FLOOR) / 100


def part(base: Decimal, percent: str) -> Decimal:
    """So many hundredths of a base, in cents."""
    return cents(base / 100 * Decimal(percent))


def expected_invoice(
    provider: Facts,
    client: Facts,
    base: Decimal,
    day: date,
    *,
    used_in: tuple[str, ...] = (),
    in_year: Decimal | None = None,
) -> dict[str, Any] | None:
    """`base`, `vat` (0 where none is charged), `withholdings` (a list, empty: none), `net` of an invoice in the
    country's own currency; None where it cannot be told.

    `in_year`: what a contract with an agreed whole comes to (the base if not given). In Colombia `base` is the month.
    """
    rule = {
        "ES": _spain, "MX": _mexico, "CO": _colombia, "PE": _peru, "AR": _argentina, "CL": _chile,
        "US": _united_states, "GB": _kingdom,
    }.get(provider["country"])  # fmt: skip
    told = rule(provider, client, base, day, used_in, in_year or base) if rule else None
    if told is None:
        return None
    vat, withheld = told
    return {"base": base, "vat": vat, "withholdings": withheld, "net": base + vat - sum(withheld)}


def _notice(provider: Facts, kind: str, day: date) -> bool:
    got = provider.get("declarations", {}).get(kind, "no")
    return got is None or (got != "no" and got <= day)


def _spain(provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal) -> Any:
    if provider["territory"] != "mainland" or provider["vat"] not in ("registered", "exempt"):
        return None
    home = client["country"] == "ES"
    if home:
        if provider["vat"] == "registered" and client["territory"] != "mainland":
            return None
        vat = part(base, "21") if provider["vat"] == "registered" else Decimal(0)
    else:
        vat = Decimal(0)
        if provider["vat"] == "registered":
            if not used_in or "ES" in used_in:
                return None
            both = client.get("vat") == "registered" and _notice(provider, "roi-vies", day)
            if client["country"] in UNION and not both:
                return None
    if not home or provider["kind"] == "company" or provider["activity"] == "business" or not client["withholds"]:
        return vat, []
    beginner = _notice(provider, "irpf-7", day) and day.year <= provider["since"].year + 2
    return vat, [part(base, "7" if beginner else "15")]


def _mexico(provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal) -> Any:
    if client["country"] != "MX":
        good = used_in and "MX" not in used_in and client.get("local_business") is False
        return (Decimal(0), []) if good and client.get("pays_from_abroad") else None
    border = provider["territory"] == "border"
    if border and not _notice(provider, "mx-border-stimulus", day):
        return None
    vat = part(base, "8" if border else "16")
    if client["kind"] == "person":
        return vat, []
    income = {"mx-professional": "10", "mx-resico": "1.25"}.get(provider["regime"])
    return (vat, [part(base, income), cents(vat * 2 / 3)]) if income else None


def _colombia(
    provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], whole: Decimal
) -> Any:
    responsible = provider["vat"] == "registered"
    if client["country"] != "CO":
        if responsible and (not used_in or "CO" in used_in or client.get("local_business") is not False):
            return None
        return Decimal(0), []
    vat = part(base, "19") if responsible else Decimal(0)
    if not client["withholds"]:
        return vat, []
    if provider["activity"] == "business":
        if not date(2025, 1, 1) <= day <= date(2025, 5, 31):
            return None
        if base < 4 * 49799:
            return vat, []
        files = provider["kind"] == "company" or provider["files_income_tax"]
        return vat, [part(base, "4" if files else "6")]
    if provider["kind"] == "company":
        return vat, [part(base, "11")]
    if day.year != 2026:
        return None  # the UVT of another year is not known
    if _notice(provider, "co-no-workers", day):
        return (vat, []) if base <= 95 * 52374 else None
    if _notice(provider, "co-with-workers", day):
        return vat, [part(base, "11" if whole > 3300 * 52374 else "10")]
    return None


def _peru(provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal) -> Any:
    if provider["regime"] in ("pe-special", "pe-mype", "pe-general"):
        return (part(base, "18"), []) if client["country"] == "PE" and not client["withholds"] else None
    if provider["regime"] != "pe-fourth-category":
        return None
    suspended = provider.get("declarations", {}).get("pe-fourth-category-suspension")
    free = suspended is not None and suspended <= day and suspended.year == day.year
    agent = client["country"] == "PE" and client.get("regime") != "pe-nrus" and client["withholds"]
    return Decimal(0), [part(base, "8")] if agent and not free and base > 1500 else []


def _argentina(
    provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal
) -> Any:
    home = client["country"] == "AR"
    if home and client["withholds"]:
        return None  # what an agent withholds is not known
    if provider["regime"] == "ar-monotributo":
        return (Decimal(0), []) if provider["vat"] != "registered" else None
    if provider["regime"] in ("ar-registered", "ar-company") and provider["vat"] == "registered" and home:
        return part(base, "21"), []
    return None


def _chile(provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal) -> Any:
    if day.year < 2023:
        return None

    def pesos(percent: str) -> Decimal:
        return (base / 100 * Decimal(percent) + Decimal("0.5")).to_integral_value(ROUND_FLOOR)

    person = provider["kind"] == "person"
    if person != (provider["regime"] in ("cl-fees", "cl-first-category")):
        return None
    if provider["regime"] != "cl-fees":
        return (pesos("19"), []) if client["country"] == "CL" and provider["vat"] == "registered" else None
    yearly = {2023: "13", 2024: "13.75", 2025: "14.5", 2026: "15.25", 2027: "16", 2028: "17"}.get(day.year)
    if yearly is None:
        return None
    return Decimal(0), [pesos(yearly)] if client["country"] == "CL" and client["withholds"] else []


def _united_states(
    provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal
) -> Any:
    collects = provider["vat"] not in ("exempt", "not-registered")
    if collects or (client["country"] == "US" and not _notice(provider, "w-9", day)):
        return None
    return Decimal(0), []


def _kingdom(provider: Facts, client: Facts, base: Decimal, day: date, used_in: tuple[str, ...], _: Decimal) -> Any:
    if provider["vat"] == "registered" or not day >= date(2026, 1, 1):
        return None
    own_company = provider["kind"] == "company" or provider["regime"] != "gb-sole-trader"
    if not own_company or provider.get("intermediary") is False:
        return Decimal(0), []
    if provider.get("intermediary") is None:
        return None
    if client["country"] != "GB" and client.get("local_business") is False:
        return Decimal(0), []
    if client["country"] != "GB" and client.get("local_business") is None:
        return None
    small = _small(client["size"]) if client.get("size") else client.get("small")
    if small or (small is False and _notice(provider, "gb-outside-off-payroll", day)):
        return Decimal(0), []
    return None


def _small(size: Any) -> bool | None:
    if size.year_start < date(2025, 4, 1):
        return None
    pairs = ((size.turnover, 15_000_000), (size.balance_sheet, 7_500_000), (size.staff, 50))
    within = sum(1 for own, most in pairs if own is not None and own <= most)
    untold = sum(1 for own, _ in pairs if own is None)
    return True if within >= 2 else None if within + untold >= 2 else False
