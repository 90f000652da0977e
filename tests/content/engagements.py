"""Engagements under each law, made of Marta's: parties, places and money of the country, taxes as typed."""

from copy import deepcopy
from typing import Any

from tests.content.contracts import MARTA, Spec, example

_ADDRESSES: dict[str, Spec] = {
    "ES": {"street": "C/ Colón, 12", "postal_code": "46004", "city": "Valencia", "country": "ES"},
    "CO": {"street": "Cra. 43A # 5-15", "city": "Medellín", "region": "Antioquia", "country": "CO"},
    "MX": {
        "street": "Av. Álvaro Obregón 20, col. Roma",
        "postal_code": "06700",
        "city": "Ciudad de México",
        "country": "MX",
    },
    "PE": {"street": "Jr. Los Pinos 230", "city": "Miraflores", "region": "Lima", "country": "PE"},
    "CL": {"street": "Av. Providencia 1208, of. 403", "city": "Providencia", "region": "Región Metropolitana",
           "country": "CL"},
    "FR": {"street": "3 rue Exemple", "postal_code": "69001", "city": "Lyon", "country": "FR"},
    "AR": {"street": "Av. Siempreviva 742", "city": "Rosario", "region": "Santa Fe", "country": "AR"},
    "UY": {"street": "Bulevar Artigas 1520", "city": "Montevideo", "country": "UY"},
    "US": {
        "street": "1200 Example Avenue",
        "postal_code": "78701",
        "city": "Austin",
        "region": "Texas",
        "country": "US",
    },
}
_IDS: dict[str, tuple[Any, Any]] = {
    "ES": ("12345678Z", "B12345674"),
    "CO": ("1037654321-1", "800197268-4"),
    "MX": ("GODE561231GR8", "MAB9307148T4"),
    "PE": ("10456789124", "20131312955"),
    "CL": ("17.402.118-K", "76.412.880-K"),
    "FR": ({"kind": "other", "value": "FR1"}, {"kind": "vat", "value": "FR40303265045"}),
    "AR": ("20-05536168-2", "30-71234567-1"),
    "UY": ({"kind": "other", "value": "UY1"}, {"kind": "other", "value": "UY2"}),
    "US": ({"kind": "none", "reason": "persona física"}, "12-3456789"),
}
_BANKS: dict[str, Spec] = {
    "CO": {"bank": "Banco Ejemplo", "account": "000-123456-78", "account_type": "savings"},
    "MX": {"bank": "Banco Ejemplo", "clabe": "032180000118359719"},
    "PE": {"bank": "Banco Ejemplo", "cci": "00299900123456789012"},
    "CL": {"bank": "Banco Ejemplo", "account": "00-123-45678-9", "account_type": "demand"},
    "AR": {"bank": "Banco Ejemplo", "cbu": "2850590940090418135201"},
    "US": {"bank": "Example Bank", "routing": "011103093", "account": "123456789"},
}
CURRENCIES = {
    "ES": "EUR", "CO": "COP", "MX": "MXN", "PE": "PEN", "CL": "CLP", "FR": "EUR", "AR": "ARS", "UY": "UYU", "US": "USD",
}  # fmt: skip
CITIES = {
    "ES": "Valencia",
    "CO": "Medellín",
    "MX": "Ciudad de México",
    "PE": "Lima",
    "CL": "Santiago",
    "FR": "Lyon",
    "AR": "Rosario",
    "UY": "Montevideo",
    "US": "Austin",
}
FRAMED = ("ES", "CO", "MX", "PE", "CL", "AR")
GENERIC = ("FR", "UY")
OVERRIDE: Spec = {
    "override": {"lines": [{"name": "Tax", "rate_percent": "0", "base": "fees"}], "by": "Marta", "reason": "x"}
}


def under(law: str, language: str, **changes: Any) -> Spec:
    """Marta's engagement between two parties of a country, under its law; a key changed to None is left out."""
    spec = example(MARTA)
    country = law.split("-")[0]
    address, (own, clients) = _ADDRESSES[country], _IDS[country]
    spec["provider"].update(tax_id=own, address=address, bank=_BANKS.get(country, spec["provider"]["bank"]))
    spec["client"].update(tax_id=clients, address=deepcopy(address))
    for party in ("provider", "client"):
        spec[party].pop("tax")
    spec["working_time"].update(holidays={"country": country})
    spec["fees"].update(currency=CURRENCIES[country])
    if country == "CL":
        # Pesos have no cents.
        for section, key in (("fees", "amount"), ("fees", "extra_hour"), ("expenses", "preapproval_over")):
            spec[section][key] = spec[section][key].split(".")[0]
    spec.update(
        language=language,
        governing_law=law,
        courts={"city": CITIES[country], "country": country},
        performed_in=country,
        used_in=country,
        taxes=deepcopy(OVERRIDE),
        signing={"place": CITIES[country], "date": "2026-11-21", "level": "advanced"},
    )
    return {key: value for key, value in {**spec, **changes}.items() if value is not None}
