"""A new workspace: its questions, notes, and what stands on screen."""

MESSAGES: dict[str, tuple[str, str]] = {
    "cli.init": (
        "Crea tu carpeta de trabajo: tus datos, un ejemplo y una nota en cada carpeta.",
        "Makes your workspace: your data, an example, and a note in each folder.",
    ),
    "cli.init.defaults": (
        "No pregunta nada: pone datos de ejemplo y escribe sus documentos.",
        "Asks nothing: puts in example data and writes their documents.",
    ),
    # the provider
    "ask.name": ("Tu nombre o razón social", "Your legal name"),
    "ask.name.why": (
        "El que figura en tus facturas: es quien se obliga en el contrato.",
        "The one on your invoices: it is who is bound by the agreement.",
    ),
    "ask.country": ("Tu país (código o nombre)", "Your country (code or name)"),
    "ask.country.why": (
        "Dice qué identificador fiscal tienes, y qué leyes e impuestos se miran.",
        "It tells which tax identifier you have, and which laws and taxes to look at.",
    ),
    "ask.tax-id": ("Tu identificador fiscal", "Your tax identifier"),
    "ask.tax-id.why": (
        "Identifica a la parte; se comprueba su dígito de control. Si no tienes, escribe `none:` y por qué.",
        "It identifies the party; its check digit is verified. If you have none, type `none:` and why.",
    ),
    "ask.tax-id.why.CO": (
        "Identifica a la parte. Un NIT se escribe solo, con su dígito de control; una cédula, con `cc` delante: "
        "`cc 52123456`.",
        "It identifies the party. A NIT is typed alone, with its check digit; an identity card with `cc` before it: "
        "`cc 52123456`.",
    ),
    "ask.tax-id.why.US": (
        "Identifica a la parte: tu EIN (`12-3456789`). Un número de la Seguridad Social no se pone en un contrato: si no "
        "tienes EIN, escribe `none:` y por qué.",
        "It identifies the party: your EIN (`12-3456789`). No contract shows a Social Security number: if you have no "
        "EIN, type `none:` and why.",
    ),
    "ask.kind": ("¿Trabajas como persona o como empresa?", "Do you work as a person or as a company?"),
    "ask.kind.why": ("De esto dependen las retenciones.", "Withholdings depend on it."),
    "ask.address": ("Tu domicilio", "Your address"),
    "ask.address.why": (
        "Es donde se te avisa. En una línea, con `;` antes de la localidad: `C/ Colón, 12; 46004 Valencia`.",
        "It is where notices go. On one line, with `;` before the town: `12 High Street; Leeds LS1 4AP`.",
    ),
    "ask.address.why.US": (
        "Es donde se te avisa. En una línea, con `;` antes de la localidad: `500 Congress Ave; Austin, TX 78701`.",
        "It is where notices go. On one line, with `;` before the town: `500 Congress Ave; Austin, TX 78701`.",
    ),
    "ask.email": ("Tu correo para avisos", "Your email for notices"),
    "ask.email.why": (
        "Las notificaciones del contrato se hacen en esta dirección.",
        "Notices under the agreement go to this address.",
    ),
    "ask.phone": ("Tu teléfono", "Your telephone"),
    "ask.phone.why": ("Solo si quieres que salga.", "Only if it is to be printed."),
    "ask.regime": ("Tu régimen fiscal", "Your tax regime"),
    "ask.regime.why": (
        "Con él se calculan impuestos y retenciones. Si no lo sabes, déjalo pendiente y pregunta a tu asesoría.",
        "Taxes and withholdings are computed with it. If you do not know, leave it open and ask your adviser.",
    ),
    "ask.regime.es-direct-estimation": ("estimación directa normal", "direct estimation"),
    "ask.regime.es-direct-estimation-simplified": ("estimación directa simplificada", "direct estimation, simplified"),
    "ask.regime.es-objective-estimation": ("módulos (estimación objetiva)", "objective estimation"),
    "ask.regime.es-company": ("sociedad", "company"),
    "ask.regime.mx-resico": ("RESICO", "RESICO"),
    "ask.regime.mx-professional": ("actividad profesional", "professional activity"),
    "ask.regime.mx-platform": ("plataformas tecnológicas", "technology platforms"),
    "ask.regime.mx-company": ("persona moral", "company"),
    "ask.regime.co-vat-responsible": ("responsable de IVA", "responsible for IVA"),
    "ask.regime.co-not-vat-responsible": ("no responsable de IVA", "not responsible for IVA"),
    "ask.regime.co-simple": ("régimen simple", "simple regime"),
    "ask.regime.co-company": ("sociedad", "company"),
    "ask.regime.ar-monotributo": ("monotributo", "monotributo"),
    "ask.regime.ar-registered": ("responsable inscripto", "registered for IVA"),
    "ask.regime.ar-exempt": ("exento", "exempt"),
    "ask.regime.ar-company": ("sociedad", "company"),
    "ask.regime.cl-fees": ("honorarios (segunda categoría)", "fees (second category)"),
    "ask.regime.cl-first-category": ("primera categoría", "first category"),
    "ask.regime.cl-professional-company": ("sociedad de profesionales", "company of professionals"),
    "ask.regime.cl-company": ("sociedad", "company"),
    "ask.regime.pe-fourth-category": ("cuarta categoría", "fourth category"),
    "ask.regime.pe-nrus": ("NRUS", "NRUS"),
    "ask.regime.pe-special": ("régimen especial (RER)", "special regime (RER)"),
    "ask.regime.pe-mype": ("MYPE tributario", "MYPE"),
    "ask.regime.pe-general": ("régimen general", "general regime"),
    "ask.regime.us-sole-proprietor": ("persona física (sole proprietor)", "sole proprietor"),
    "ask.regime.us-disregarded-llc": ("LLC de una sola persona", "single-member LLC"),
    "ask.regime.us-partnership": ("partnership", "partnership"),
    "ask.regime.us-s-corporation": ("S corporation", "S corporation"),
    "ask.regime.us-c-corporation": ("C corporation", "C corporation"),
    "ask.regime.gb-sole-trader": ("persona física (sole trader)", "sole trader"),
    "ask.regime.gb-partnership": ("partnership", "partnership"),
    "ask.regime.gb-company": ("sociedad (limited company)", "limited company"),
    "ask.activity": ("Tu actividad: profesional o empresarial", "Your activity: professional or business"),
    "ask.activity.why": ("Decide si te retienen, y cuánto.", "It decides whether tax is withheld, and how much."),
    "ask.activity.why.ES": (
        "Es la sección de tu IAE, y decide si te retienen.",
        "It is the section of your IAE, and decides whether tax is withheld.",
    ),
    "ask.activity.professional": ("profesional", "professional"),
    "ask.activity.professional.CO": ("profesional (honorarios)", "professional (fees, “honorarios”)"),
    "ask.activity.business": ("empresarial", "business"),
    "ask.activity.business.CO": ("empresarial (servicios)", "business (services, “servicios”)"),
    "ask.vat": ("Tu situación ante el IVA", "Your standing for VAT"),
    "ask.vat.PE": ("Tu situación ante el IGV", "Your standing for IGV"),
    "ask.vat.US": ("Si cobras impuesto sobre las ventas (`sales tax`)", "Whether you collect sales tax"),
    "ask.vat.why": ("Decide si tus facturas lo llevan.", "It decides whether your invoices bear it."),
    "ask.vat.registered.US": ("lo cobro", "I collect it"),
    "ask.vat.exempt.US": ("mis servicios están exentos", "my services are exempt"),
    "ask.vat.not-registered.US": ("no lo cobro", "I do not collect it"),
    "ask.vat.registered.PE": ("facturo con IGV", "I charge IGV"),
    "ask.vat.not-registered.PE": ("no estoy en el IGV", "I am not registered for IGV"),
    "ask.vat.registered": ("facturo con IVA", "I charge VAT"),
    "ask.vat.exempt": ("mi actividad está exenta", "my activity is exempt"),
    "ask.vat.not-registered": ("no estoy en el IVA", "I am not registered for VAT"),
    "ask.since": (
        "Día en que empezaste la actividad, como 1/2/2026",
        "Day on which you began to trade, such as 2026-02-01",
    ),
    "ask.since.why": (
        "Quien acaba de empezar puede pedir que se le retenga menos.",
        "Who has just begun may ask to have less withheld.",
    ),
    "ask.vies": (
        "¿Estás en el registro de operadores intracomunitarios (ROI, VIES)?",
        "Are you in the register of traders within the Union (ROI, VIES)?",
    ),
    "ask.vies.why": (
        "De esto depende el IVA con clientes de otros países de la Unión. Si no tienes ninguno, puedes dejarlo pendiente.",
        "VAT with clients of other countries of the Union depends on it. If you have none, you may leave it open.",
    ),
    "ask.files-income-tax": ("¿Tienes que declarar renta?", "Do you have to file an income tax return?"),
    "ask.files-income-tax.why": ("De esto depende cuánto te retienen.", "How much is withheld depends on it."),
    "ask.intermediary": (
        "¿La empresa es tuya y el trabajo lo haces tú?",
        "Is the company yours, and do you do the work yourself?",
    ),
    "ask.intermediary.why": (
        "Entonces hay que mirar las reglas de IR35 (trabajo a través de una sociedad propia).",
        "Then the off-payroll rules (IR35) have to be looked at.",
    ),
    "ask.account": ("Cuenta en que cobras (IBAN, CLABE, CBU, CCI)", "Account you are paid to (IBAN, CLABE, CBU, CCI)"),
    "ask.account.ES": ("Cuenta en que cobras (IBAN)", "Account you are paid to (IBAN)"),
    "ask.account.MX": ("Cuenta en que cobras (CLABE)", "Account you are paid to (CLABE)"),
    "ask.account.why.ES": ("Se comprueba su dígito de control.", "Its check digit is verified."),
    "ask.account.why.MX": ("Se comprueba su dígito de control.", "Its check digit is verified."),
    "ask.account.US": (
        "Cuenta en que cobras: `021000021, 123456789`",
        "Account you are paid to: `021000021, 123456789`",
    ),
    "ask.account.why.US": (
        "El número de ruta (`routing number`), una coma y la cuenta.",
        "The routing number, a comma and the account.",
    ),
    "ask.account.GB": (
        "Cuenta en que cobras: `20-00-00, 55779911`",
        "Account you are paid to: `20-00-00, 55779911`",
    ),
    "ask.account.why.GB": (
        "El código de la oficina (`sort code`), una coma y la cuenta; o tu IBAN.",
        "The sort code, a comma and the account; or your IBAN.",
    ),
    "ask.account.CO": ("Cuenta en que cobras: banco, una coma y la cuenta", "Account you are paid to: bank, a comma, account"),
    "ask.account.why.CO": ("Sale en el contrato, donde se dice cómo se paga.", "It stands in the agreement, where it says how to pay."),
    "ask.account.CL": ("Cuenta en que cobras: banco, una coma y la cuenta", "Account you are paid to: bank, a comma, account"),
    "ask.account.why.CL": ("Sale en el contrato, donde se dice cómo se paga.", "It stands in the agreement, where it says how to pay."),
    "ask.account.why": (
        "Se comprueba su dígito de control. En los demás países: banco, una coma y la cuenta.",
        "Its check digit is verified. Elsewhere: bank or routing number, a comma, and the account.",
    ),
    # the frame
    "ask.language": ("Idioma de los documentos (es-ES, en-GB…)", "Language of the documents (es-ES, en-GB, …)"),
    "ask.language.why": (
        "Con el país, decide también cómo se escriben fechas e importes.",
        "With the country, it also decides how dates and amounts are written.",
    ),
    "ask.law": ("Ley que se aplica a tus contratos", "Law that applies to your agreements"),
    "ask.law.why": (
        "De ella salen los textos y las leyes que se citan. Reino Unido: `GB-EAW`, `GB-SCT` o `GB-NIR`; Estados Unidos: "
        "el estado, como `US-NY`.",
        "The texts and the statutes cited come from it. United Kingdom: `GB-EAW`, `GB-SCT` or `GB-NIR`; United States: "
        "the state, such as `US-NY`.",
    ),
    "ask.courts": ("Ciudad de los tribunales", "City of the courts"),
    "ask.courts.why": ("Donde se reclama si hace falta.", "Where claims are brought, if it comes to that."),
    "ask.signing-place": ("Lugar de la firma", "Place of signing"),
    "ask.signing-place.why": ("Sale al pie del contrato.", "It stands at the foot of the agreement."),
    "ask.signing-level": ("Clase de firma", "Level of signature"),
    "ask.signing-level.why": (
        "Dice con qué se probará quién firmó. Si firmas en una plataforma, ella te dice cuál es; si no lo sabes, déjalo "
        "pendiente.",
        "It tells how it will be proved who signed. Where you sign on a platform, it says which it is; if you do not "
        "know, leave it open.",
    ),
    "ask.signing-level.simple": ("electrónica simple", "simple electronic"),
    "ask.signing-level.advanced": ("electrónica avanzada", "advanced electronic"),
    "ask.signing-level.qualified": ("electrónica cualificada", "qualified electronic"),
    "ask.signing-level.ink": ("a mano, en papel", "by hand, on paper"),
    "ask.performed-in": ("Países desde los que trabajas", "Countries where you work from"),
    "ask.performed-in.why": ("Los impuestos dependen de dónde se hace el trabajo.", "Taxes depend on where the work is done."),
    "ask.independence": ("Qué es verdad de cómo trabajas", "What is true of how you work"),
    "ask.independence.why": (
        "Solo lo que marques sale en el contrato. Marca solo lo que sea cierto.",
        "Only what you mark stands in the agreement. Mark only what is so.",
    ),
    "ask.independence.own_means": ("trabajo con mis propios medios", "I work with my own means"),
    "ask.independence.own_schedule": ("organizo mi propio horario", "I set my own hours"),
    "ask.independence.other_clients": ("trabajo para otros clientes", "I work for other clients"),
    "ask.independence.may_refuse": ("puedo rechazar encargos", "I may refuse tasks"),
    "ask.independence.substitute": ("puedo hacerme sustituir", "I may send a substitute"),
    "ask.accent": ("Color de tu marca, como #12355B", "Colour of your brand, such as #12355B"),
    "ask.accent.why": ("Títulos, líneas y fondos van en él.", "Headings, rules and areas are in it."),
    "ask.logo": ("Archivo de tu logotipo (PNG o JPEG)", "File of your logo (PNG or JPEG)"),
    "ask.logo.why": ("Va en la cabecera. Se copia a la carpeta.", "It stands in the header. It is copied into the folder."),
    "ask.look": ("Aspecto de los documentos", "Look of the documents"),
    "ask.look.why": ("Se puede cambiar después con `--look`.", "It can be changed later with `--look`."),
    "ask.look.sobrio": ("sobrio", "sobrio (sober)"),
    "ask.look.calido": ("cálido", "calido (warm)"),
    "ask.look.compacto": ("compacto, a dos columnas", "compacto, in two columns"),
    # the files
    "init.practice": (
        "Tus datos y tus condiciones de siempre: valen para todas tus fichas, que solo dicen lo de cada cliente.\n"
        "Lo que una ficha diga de otro modo, gana.",
        "Your data and your usual terms: they hold for all your specs, which only tell what is each client’s.\n"
        "What a spec says otherwise stands over it.",
    ),
    "init.invented": (
        "EJEMPLO: persona, empresa y datos inventados. Cámbialo todo antes de enviar nada.",
        "EXAMPLE: invented person, company and data. Change all of it before sending anything.",
    ),
    "init.practice.more": (
        "Lo que puedes añadir, quitando la almohadilla, si es tu costumbre:\n"
        "independence: {own_means: true, own_schedule: true, other_clients: true}\n"
        "late_payment: {interest: statutory, suspend_after_days: 15}\n"
        "deposit: {months: 1, kind: advance, applied_to: last-invoice, refund_days: 15}\n"
        "working_time: {mode: free, time_zone: Europe/Madrid}",
        "What you may add, without the hash, if it is your custom:\n"
        "independence: {own_means: true, own_schedule: true, other_clients: true}\n"
        "late_payment: {interest: statutory, suspend_after_days: 15}\n"
        "deposit: {months: 1, kind: advance, applied_to: last-invoice, refund_days: 15}\n"
        "working_time: {mode: free, time_zone: Europe/London}",
    ),
    "init.note.engagements": (
        "Una ficha por encargo: NOMBRE.vadocs.yaml. `vadocs new` escribe la siguiente.\n"
        "Llevan datos de tus clientes: `.gitignore` las deja fuera de git; guárdalas donde solo entres tú.",
        "One spec per engagement: NAME.vadocs.yaml. `vadocs new` writes the next.\n"
        "They hold your clients’ data: `.gitignore` keeps them out of git; keep them where only you get in.",
    ),
    "init.note.clauses": (
        "Tus propias cláusulas. Una carpeta con el nombre de una nuestra (`vadocs clauses list`) ocupa su lugar.\n"
        "Vacía, valen todas las del programa. `vadocs clauses lint` revisa las tuyas.",
        "Your own clauses. A folder with the name of one of ours (`vadocs clauses list`) takes its place.\n"
        "Empty, all those of the program hold. `vadocs clauses lint` checks yours.",
    ),
    "init.note.templates": (
        "Tus aspectos: plantillas de Word, en `looks/`. `vadocs template check ARCHIVO.docx` las revisa.",
        "Your looks: Word templates, in `looks/`. `vadocs template check FILE.docx` checks them.",
    ),
    "init.note.fonts": (
        "Los tipos de letra que usen tus plantillas, si no los trae el programa.",
        "The fonts that your templates use, if the program does not bring them.",
    ),
    "init.gitignore": (
        "# Datos de tus clientes: fuera de git.\n"
        "/engagements/*\n!/engagements/LEEME.txt\n!/engagements/ejemplo.vadocs.yaml\n"
        "/out/\n.*.draft.json\n*.xlsx\n*.csv\n"
        "# Y los tuyos (tu cuenta, tu identificador): quita esta línea solo si el repositorio es privado.\n"
        "/practice.yaml",
        "# Your clients’ data: out of git.\n"
        "/engagements/*\n!/engagements/README.txt\n!/engagements/example.vadocs.yaml\n"
        "/out/\n.*.draft.json\n*.xlsx\n*.csv\n"
        "# And your own (account, tax identifier): take this line away only if the repository is private.\n"
        "/practice.yaml",
    ),
    "init.example.name": ("Marta Ruiz Pardo (EJEMPLO)", "Marta Ruiz Pardo (EXAMPLE)"),
    "init.example.signatory": ("Pilar Ortega Sáez, administradora única", "Ann Lee, director"),
    "init.example.data-purpose": ("llevar los libros del Cliente", "keeping the books of the Client"),
    "init.example.data-nature": ("consulta, registro y conservación", "viewing, recording and keeping"),
    "init.example.data-types": ("identificación; datos de facturación", "identification; invoicing data"),
    "init.example.data-subjects": (
        "personas que son clientes o proveedores",
        "people who are customers or suppliers",
    ),
    "init.example.data-measures": (
        "acceso con doble factor; cifrado del equipo",
        "two-factor access; encrypted computer",
    ),
    # on screen
    "init.made": ("creado: {file}", "made: {file}"),
    "init.kept": ("ya estaba, y se queda como está: {file}", "there already, and left as it is: {file}"),
    "init.statement": (
        "vadocs hace borradores. No da consejo jurídico ni fiscal, y nadie de la abogacía de tu país ha revisado los "
        "textos: haz que los revise una persona profesional antes de firmar.",
        "vadocs makes drafts. It gives no legal or tax advice, and no lawyer of your country has reviewed the texts: "
        "have a professional review them before signing.",
    ),
    "init.taxes": (
        "Los impuestos se calculan con datos consultados en una fecha: confírmalos con tu asesoría. Nada de esto es "
        "una factura.",
        "Taxes are computed with data checked on a date: confirm them with your adviser. None of this is an invoice.",
    ),
    "init.next": ("Ahora puedes escribir:", "Now you may type:"),
    "E624": (
        "no se entiende la cuenta `{text}`: un IBAN, CLABE, CBU o CCI, o banco, coma y cuenta",
        "the account `{text}` is not understood: an IBAN, CLABE, CBU or CCI, or bank, comma, account",
    ),
}
