"""What the rules about the European Union and its Economic Area find."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W435": (
        "se usan herramientas de inteligencia artificial y no se acuerda avisar de lo que se hace con ellas para el público",
        "artificial intelligence tools are used, and nothing agreed tells of what they make for the public",
    ),
    "H435": (
        "pon `ai: {disclose_public: true}`: desde el {day}, en la Unión Europea hay que avisar en algunos casos",
        "set `ai: {disclose_public: true}`: from {day} on, the European Union asks for notices in some cases",
    ),
    "H435.clause": (
        "añade la cláusula `ai-tools`, que lo acuerda: desde el {day}, en la Unión Europea hay que avisar en algunos casos; "
        "si no vas a usarlas, escribe `ai: {policy: forbidden}`",
        "add the clause `ai-tools`, which agrees it: from {day} on, the European Union asks for notices in some cases; if "
        "you will not use them, write `ai: {policy: forbidden}`",
    ),
    "N436": (
        "trabajas desde `{own}` para un cliente de `{other}`: quizá declare él el IVA (inversión del sujeto pasivo), pero no "
        "hay datos de `{own}` para saberlo y no se ha calculado",
        "you work from `{own}` for a client in `{other}`: perhaps they account for the VAT (reverse charge), but there are "
        "no data of `{own}` to tell, and nothing was computed",
    ),
    "H436": (
        "pregunta a tu asesoría y escribe en `taxes.override` lo que te diga, con el motivo",
        "ask your adviser, and write what they say in `taxes.override`, with the reason",
    ),
    "N437": (
        "`{country}` está en el Espacio Económico Europeo, como el cliente: enviar datos allí no pide una garantía aparte",
        "`{country}` is in the European Economic Area, as the client is: data sent there need no safeguard of their own",
    ),
    "H437": ("quítalo de `personal_data.transfers`", "take it out of `personal_data.transfers`"),
    "W438": (
        "el cliente está fuera del Espacio Económico Europeo ({country}): al devolverle los datos salen de él, y no se dice "
        "con qué garantía",
        "the client is outside the European Economic Area ({country}): data sent back leave it, and no safeguard is told",
    ),
    "H438": (
        "añade `{country: {country}, mechanism: …}` a `personal_data.transfers`: `adequacy`, `standard-clauses`, "
        "`binding-rules`, `consent` o `contract`",
        "add `{country: {country}, mechanism: …}` to `personal_data.transfers`: `adequacy`, `standard-clauses`, "
        "`binding-rules`, `consent` or `contract`",
    ),
}
