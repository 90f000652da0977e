"""The interviews: each question, why it is asked, and what may be answered."""

MESSAGES: dict[str, tuple[str, str]] = {
    # help
    "cli.new": (
        "Pregunta lo que un encargo nuevo necesita y escribe su ficha.",
        "Asks what a new engagement needs, and writes its spec.",
    ),
    "cli.new.all": ("Pregunta también lo que no es necesario.", "Also asks what is not necessary."),
    "cli.new.yes": (
        "No pregunta nada: lo que falte queda pendiente, y lo imprescindible es un error.",
        "Asks nothing: what is missing is left open, and what is required is an error.",
    ),
    "cli.new.restart": ("Olvida la entrevista que quedó a medias.", "Forgets the interview that was left."),
    "cli.new.from": (
        "Una propuesta aceptada, que pasa a contrato.",
        "An accepted proposal, which becomes an agreement.",
    ),
    "cli.new.option": ("El paquete de la propuesta que se aceptó.", "The package of the proposal that was accepted."),
    "cli.new.like": (
        "Otro encargo: las mismas condiciones, para otro cliente.",
        "Another engagement: the same terms, for another client.",
    ),
    # the work
    "ask.niche": ("Nicho: en qué trabajas para este cliente", "Niche: what you do for this client"),
    "ask.niche.why": (
        "Trae las cláusulas, las tareas y los avisos propios de ese trabajo.",
        "It brings the clauses, tasks and warnings that belong to that work.",
    ),
    "ask.niche.open": ("? ninguno de estos", "? none of these"),
    "ask.tasks": ("Tareas, y lo que queda fuera", "Tasks, and what is left out"),
    "ask.tasks.why": (
        "Es el objeto del contrato: lo que no esté aquí, no está pactado. Para una tarea tuya, escríbela con su "
        "frecuencia: `Cuadrar la caja (cada semana)`.",
        "This is what the agreement is about: what is not here is not agreed. For a task of your own, write it with "
        "how often: `Balance the till (every week)`.",
    ),
    "ask.tasks.own": (
        "Escríbela, con su frecuencia entre paréntesis (varias, con `;`)",
        "Write it, with how often in brackets (several, with `;`)",
    ),
    "ask.tasks.left_out": ("queda fuera: {text}", "left out: {text}"),
    "ask.exclusions": ("Otras cosas que quedan fuera, con `;` entre ellas", "Other things left out, with `;` between"),
    "ask.exclusions.why": ("Lo que se excluye por escrito no se discute después.", "What is excluded in writing is not argued about later."),
    "ask.frequency.once": ("una vez", "once"),
    "ask.frequency.daily": ("cada día", "every day"),
    "ask.frequency.weekly": ("cada semana", "every week"),
    "ask.frequency.biweekly": ("cada dos semanas", "every two weeks"),
    "ask.frequency.monthly": ("cada mes", "every month"),
    "ask.frequency.quarterly": ("cada trimestre", "every quarter"),
    "ask.frequency.yearly": ("cada año", "every year"),
    "ask.frequency.on-request": ("a petición", "on request"),
    # the client
    "ask.client": ("Nombre o razón social del cliente", "Legal name of the client"),
    "ask.client.why": (
        "El nombre legal, no la marca: es quien se obliga.",
        "The legal name, not the brand: it is who is bound.",
    ),
    "ask.client-country": ("País del cliente (código o nombre)", "Country of the client (code or name)"),
    "ask.client-country.why": (
        "Dice qué identificador fiscal tiene, y qué impuestos y retenciones hay que mirar.",
        "It tells which tax identifier it has, and which taxes and withholdings to look at.",
    ),
    "ask.client-tax-id": ("Identificador fiscal del cliente", "Tax identifier of the client"),
    "ask.client-tax-id.why": (
        "Identifica a la parte, y por su forma se sabe a menudo si es una empresa. Se comprueba su dígito de control. "
        "Si no tiene, escribe `none:` y por qué.",
        "It identifies the party, and its form often tells who is a company. Its check digit is verified. If there is "
        "none, type `none:` and why.",
    ),
    "ask.client-address": ("Domicilio del cliente", "Address of the client"),
    "ask.client-address.why": (
        "Es donde se le avisa. En una línea, con `;` antes de la localidad: `C/ Alcalá, 45; 28014 Madrid`.",
        "It is where notices go. On one line, with `;` before the town: `12 High Street; Leeds LS1 4AP`.",
    ),
    "ask.client-email": ("Correo del cliente para avisos", "Email of the client for notices"),
    "ask.client-email.why": (
        "Las notificaciones del contrato se hacen en esta dirección.",
        "Notices under the agreement go to this address.",
    ),
    "ask.client-phone": ("Teléfono del cliente", "Telephone of the client"),
    "ask.client-phone.why": ("Solo si quieres que salga.", "Only if it is to be printed."),
    "ask.client-kind": ("¿El cliente es una persona o una empresa?", "Is the client a person or a company?"),
    "ask.client-kind.why": (
        "Por una empresa firma alguien con poder; a una persona no se le pide.",
        "Someone with authority signs for a company; a person needs no one.",
    ),
    "ask.kind.person": ("una persona, por cuenta propia", "a person, self-employed"),
    "ask.kind.company": ("una empresa o entidad", "a company or other body"),
    "ask.signatory": ("Quién firma por el cliente, y en qué calidad", "Who signs for the client, and as what"),
    "ask.signatory.why": (
        "Sin poder, la firma no obliga a la empresa: `Pilar Ortega Sáez, administradora única`. Si es una persona que "
        "firma por sí misma, escribe `=`.",
        "Without authority a signature does not bind the company: `Ann Lee, director`. For a person who signs for "
        "themselves, write `=`.",
    ),
    "ask.client-tax": ("Qué sabes de los impuestos de este cliente", "What you know of this client’s taxes"),
    "ask.client-tax.why": (
        "De esto dependen el IVA y las retenciones. Marca solo lo que sepas: lo demás sale en el contrato como dato "
        "pendiente.",
        "VAT and withholdings depend on it. Mark only what you know: the rest stands in the agreement as an open point.",
    ),
    "ask.withholds": ("Si el cliente está obligado a retener", "Whether the client must withhold tax"),
    "ask.withholds.why": ("Si retiene, cobras menos en cada factura.", "If it does, each invoice pays you less."),
    "ask.withholds.yes": ("está obligado a retener", "it must withhold tax"),
    "ask.withholds.yes.ES": (
        "está obligado a retener IRPF (es empresa o profesional)",
        "it must withhold IRPF (it is a business or a professional)",
    ),
    "ask.withholds.no": ("no tiene que retener", "it does not have to withhold"),
    "ask.client-vat": ("Situación del cliente ante el IVA", "The client’s standing for VAT"),
    "ask.client-vat.why": ("Decide si la factura lleva IVA.", "It decides whether the invoice bears VAT."),
    "ask.client-vat.registered": ("está registrado a efectos del IVA", "it is registered for VAT"),
    "ask.client-vat.exempt": ("está exento del IVA", "it is exempt from VAT"),
    "ask.client-vat.not-registered": ("no está registrado a efectos del IVA", "it is not registered for VAT"),
    "ask.client-territory": ("Territorio fiscal del cliente", "Tax territory of the client"),
    "ask.client-territory.why": (
        "En Canarias, Ceuta y Melilla no se aplica el IVA.",
        "VAT does not apply in the Canaries, Ceuta and Melilla.",
    ),
    "ask.client-territory.mainland": ("está en el territorio general del país", "it is in the country’s general territory"),
    "ask.client-territory.mainland.ES": ("está en la península o Baleares", "it is in mainland Spain or the Balearics"),
    "ask.client-territory.canarias": ("está en Canarias", "it is in the Canaries"),
    "ask.client-territory.ceuta-melilla": ("está en Ceuta o Melilla", "it is in Ceuta or Melilla"),
    "ask.used-in": ("Países en que el cliente usa tu trabajo", "Countries where the client uses your work"),
    "ask.used-in.why": (
        "Un servicio que se usa fuera puede ser una exportación.",
        "A service used abroad may be an export.",
    ),
    "ask.used-in.there": ("usa tu trabajo solo en su país ({client})", "it uses your work in its own country alone ({client})"),
    "ask.used-in.here": ("usa tu trabajo también en tu país ({provider})", "it uses your work in your country too ({provider})"),
    "ask.local-business": (
        "Si el cliente tiene negocio o establecimiento en tu país",
        "Whether the client has a business or establishment in your country",
    ),
    "ask.local-business.why": ("Si lo tiene, puede no ser una exportación.", "If it has, it may not be an export."),
    "ask.local-business.yes": ("tiene negocio o establecimiento en tu país", "it has a business or establishment in your country"),
    "ask.local-business.no": (
        "no tiene negocio ni establecimiento en tu país",
        "it has no business or establishment in your country",
    ),
    "ask.pays-from-abroad": ("Si el cliente paga desde una cuenta en el extranjero", "Whether the client pays from an account abroad"),
    "ask.pays-from-abroad.why": ("La exportación lo exige.", "An export asks for it."),
    "ask.pays-from-abroad.yes": ("paga desde una cuenta en el extranjero", "it pays from an account abroad"),
    "ask.pays-from-abroad.no": ("paga desde una cuenta de tu país", "it pays from an account in your country"),
    "ask.notices": (
        "Avisos fiscales tuyos que el cliente ha recibido firmados, o registros en que estás",
        "Signed tax notices of yours that the client has received, or registers that you are in",
    ),
    "ask.notices.irpf-7": (
        "ya tiene, firmado, tu aviso de que acabas de empezar (retención reducida)",
        "it has your signed notice that you have just begun (lower withholding)",
    ),
    "ask.notices.roi-vies": (
        "estás en el registro de operadores intracomunitarios (ROI, VIES)",
        "you are in the register of traders within the Union (ROI, VIES)",
    ),
    "ask.notices.co-no-workers": (
        "ya tiene tu declaración firmada de que no has contratado a dos o más personas para tu actividad",
        "it has your signed declaration that you have not engaged two or more people for your activity",
    ),
    "ask.notices.co-with-workers": (
        "ya tiene tu declaración firmada de que sí las has contratado, o de que restarás costos",
        "it has your signed declaration that you have engaged them, or that you will claim costs",
    ),
    "ask.notices.pe-fourth-category-suspension": (
        "ya tiene tu constancia de suspensión de este año",
        "it has this year’s certificate of suspension",
    ),
    "ask.notices.w-8ben": ("ya tiene, firmado, tu formulario W-8BEN", "it has your signed form W-8BEN"),
    "ask.notices.w-8ben-e": ("ya tiene, firmado, tu formulario W-8BEN-E", "it has your signed form W-8BEN-E"),
    "ask.notices.w-9": ("ya tiene, firmado, tu formulario W-9", "it has your signed form W-9"),
    "ask.notices.tax-residence": (
        "ya tiene tu certificado de residencia fiscal",
        "it has your certificate of tax residence",
    ),
    "ask.notices.mx-tax-status": (
        "ya tiene tu constancia de situación fiscal",
        "it has your certificate of tax status",
    ),
    "ask.notices.mx-border-stimulus": (
        "estás en el padrón del estímulo fiscal de la región fronteriza",
        "you are in the register of the border region’s tax stimulus",
    ),
    "ask.notices.gb-outside-off-payroll": (
        "te ha dado por escrito que el encargo queda fuera de las reglas de IR35",
        "it has told you in writing that the work is outside the off-payroll rules (IR35)",
    ),
    # the money
    "ask.fees": ("Cómo cobras", "How you charge"),
    "ask.fees.why": ("De esto dependen las cláusulas de honorarios.", "The clauses on fees depend on it."),
    "ask.fees.hourly": ("por horas", "by the hour"),
    "ask.fees.retainer": ("una cuota fija al mes (iguala)", "a fixed sum a month (retainer)"),
    "ask.fees.hours-package": ("un bono de horas", "a package of hours"),
    "ask.fees.project": ("un precio cerrado, por hitos", "a fixed price, by milestones"),
    "ask.fees.unit": ("un precio por unidad (palabra, minuto, pieza…)", "a price per unit (word, minute, piece…)"),
    "ask.currency": (
        "Moneda, con su código de tres letras: `EUR`, `MXN`, `USD`…",
        "Currency, by its code of three letters: `EUR`, `GBP`, `USD`, …",
    ),
    "ask.currency.why": ("«Dólares» a secas no dice cuáles.", "“Dollars” alone does not say which."),
    "ask.amount": ("Precio, y horas tras `/` si las hay: `560 / 20`", "Price, and hours after `/` if any: `560 / 20`"),
    "ask.amount.why": ("Sin impuestos: se suman aparte.", "Before taxes: they are added apart."),
    "ask.amount.retainer": (
        "Precio, y horas que incluye al mes si las hay: `560 / 20`",
        "Price, and hours included a month if any: `560 / 20`",
    ),
    "ask.amount.hourly": (
        "Precio de la hora, y tope de horas al mes si lo hay: `28 / 40`",
        "Price of an hour, and cap of hours a month if any: `28 / 40`",
    ),
    "ask.amount.hours-package": ("Precio del bono, y sus horas: `280 / 10`", "Price of the package, and its hours: `280 / 10`"),
    "ask.amount.unit": ("Precio de cada unidad: `0,08`", "Price of each unit: `0.08`"),
    "ask.amount.project": ("Precio de todo el proyecto: `3000`", "Price of the whole project: `3000`"),
    "ask.hours": ("Horas incluidas, o tope de horas al mes", "Hours included, or cap of hours a month"),
    "ask.hours.why": ("Dice cuándo empieza la hora de más.", "It tells when extra hours begin."),
    "ask.extra-hour": ("Precio de la hora de más", "Price of an extra hour"),
    "ask.extra-hour.why": ("Sin él, cada hora de más hay que pactarla.", "Without it each extra hour has to be agreed."),
    "ask.milestones": (
        "Hitos, con `;` entre ellos: nombre, entrega, importe, fecha",
        "Milestones, with `;` between: name, deliverable, amount, date",
    ),
    "ask.milestones.why": (
        "Se cobra con cada entrega: `Maqueta, diseño de tres páginas, 1200, 2027-01-15; Web, sitio publicado, 1800`. "
        "En lugar del importe, una parte: `40 %`.",
        "Each delivery is paid: `Draft, three pages designed, 1200, 2027-01-15; Site, site published, 1800`. "
        "Instead of the amount, a share: `40 %`.",
    ),
    "ask.billing-day": ("Día del mes en que facturas, del 1 al 28", "Day of the month on which you invoice, 1 to 28"),
    "ask.billing-day.why": ("De él sale el calendario de facturas.", "The calendar of invoices comes from it."),
    "ask.in-advance": ("¿Facturas el mes por adelantado?", "Do you invoice the month in advance?"),
    "ask.in-advance.why": ("Dice si trabajas antes o después de cobrar.", "It tells whether you work before or after being paid."),
    "ask.rollover": ("Qué pasa con las horas que no se usan", "What becomes of unused hours"),
    "ask.rollover.why": (
        "Es la discusión más corriente de una cuota. `5/1`: pasan hasta 5 horas, durante 1 mes.",
        "It is the commonest dispute over a fee. `5/1`: up to 5 hours pass on, for 1 month.",
    ),
    "ask.rollover.own": ("Horas que pasan como mucho, y durante cuántos meses: `5/1`", "Hours that pass on at most, and for how many months: `5/1`"),
    "ask.rollover.none": ("se pierden", "they are lost"),
    "ask.rollover.all": ("pasan todas al mes siguiente", "all pass to the next month"),
    "ask.increment": (
        "Fracción en que mides el tiempo, en minutos: de 15 en 15, `15`",
        "Fraction in which you measure time, in minutes: by quarters, `15`",
    ),
    "ask.increment.why": ("Sin ella no se sabe qué se cobra por diez minutos.", "Without it nobody knows what ten minutes cost."),
    "ask.validity-days": ("Días en que se puede usar el bono", "Days in which the package may be used"),
    "ask.validity-days.why": ("Un bono sin caducidad se debe siempre.", "A package without an end is owed for ever."),
    "ask.refund-unused": ("¿Devuelves lo que no se use del bono?", "Do you refund what is unused of the package?"),
    "ask.refund-unused.why": ("El contrato tiene que decir una cosa o la otra.", "The agreement has to say one or the other."),
    "ask.acceptance": (
        "Días hábiles para revisar una entrega, y rondas de cambios: `5 / 2`",
        "Business days to review a delivery, and rounds of changes: `5 / 2`",
    ),
    "ask.acceptance.why": (
        "Sin plazo, un hito no se da nunca por aceptado, ni se cobra.",
        "Without a limit a milestone is never accepted, nor paid.",
    ),
    "ask.unit": ("Unidad", "Unit"),
    "ask.unit.why": ("Lo que se cuenta y se cobra.", "What is counted and charged."),
    "ask.payment-days": ("Días naturales para pagar", "Calendar days to pay"),
    "ask.payment-days.why": ("Pasados estos días, hay mora.", "After these days payment is late."),
    "ask.payment-from": ("Desde cuándo corren esos días", "From when those days run"),
    "ask.payment-from.why": ("Fija el vencimiento.", "It fixes the due date."),
    "ask.payment-from.invoice": ("desde que se recibe la factura", "from receipt of the invoice"),
    "ask.payment-from.delivery": ("desde que se presta el servicio", "from delivery of the service"),
    "ask.methods": ("Medios de pago", "Means of payment"),
    "ask.methods.why": ("Para que nadie pague por donde no cobras.", "So that nobody pays where you cannot be paid."),
    "ask.prevailing": ("Idioma que prevalece si los textos difieren", "Language that prevails where the texts differ"),
    "ask.prevailing.why": (
        "Con dos idiomas, uno tiene que mandar.",
        "Of two languages, one has to govern.",
    ),
    # the rest
    "ask.start": ("Primer día, como 1/12/2026", "First day, such as 2026-12-01"),
    "ask.start.why": ("Desde entonces obliga, y de él salen las fechas.", "It binds from then on, and dates come from it."),
    "ask.end": ("Último día; sin él, indefinido", "Last day; without it, open-ended"),
    "ask.end.why": ("Un contrato sin fin se termina con preaviso.", "An open-ended agreement is ended by notice."),
    "ask.personal-data": (
        "¿Tratas datos personales por cuenta del cliente?",
        "Do you handle personal data for the client?",
    ),
    "ask.personal-data.why": (
        "Si ves nóminas, clientes o correos suyos, sí: entonces va el anexo de protección de datos.",
        "If you see its payslips, customers or mail, you do: then the data protection annex goes in.",
    ),
    "ask.data-purpose": ("Para qué se tratan los datos", "What the data are handled for"),
    "ask.data-purpose.why": ("El encargo de tratamiento tiene que decirlo.", "The processing agreement has to say so."),
    "ask.data-nature": ("Qué se hace con los datos", "What is done with the data"),
    "ask.data-nature.why": ("El encargo de tratamiento tiene que decirlo.", "The processing agreement has to say so."),
    "ask.data-types": ("Clases de datos, con `;` entre ellas", "Types of data, with `;` between"),
    "ask.data-types.why": ("El encargo de tratamiento tiene que decirlo.", "The processing agreement has to say so."),
    "ask.data-subjects": ("Personas a las que se refieren, con `;`", "People they are about, with `;` between"),
    "ask.data-subjects.why": ("El encargo de tratamiento tiene que decirlo.", "The processing agreement has to say so."),
    "ask.data-measures": ("Medidas de seguridad, con `;` entre ellas", "Security measures, with `;` between"),
    "ask.data-measures.why": ("Escribe solo las que tomas.", "Write only those you take."),
    "ask.data-authorisation": (
        "Si el cliente te autoriza a usar subencargados (otras personas o servicios que tratan los datos)",
        "Whether the client allows sub-processors (other people or services that handle the data)",
    ),
    "ask.data-authorisation.why": (
        "El contrato tiene que decir si lo autoriza de antemano o caso por caso.",
        "The agreement has to say whether they are allowed beforehand or one by one.",
    ),
    "ask.data-authorisation.general": (
        "de antemano: avisas de cada alta o cambio, y el cliente puede oponerse",
        "beforehand: you tell of each addition or change, and the client may object",
    ),
    "ask.data-authorisation.specific": (
        "caso por caso: ninguno sin su permiso previo y por escrito",
        "one by one: none without its prior permission in writing",
    ),
    "ask.data-breach-hours": (
        "Horas que tienes para avisar al cliente de una brecha de los datos",
        "Hours that you have to tell the client of a breach of the data",
    ),
    "ask.data-breach-hours.why": (
        "Corren desde que la conoces. Pon un plazo que puedas cumplir.",
        "They run from when you know of it. Choose a limit that you can keep.",
    ),
    "ask.data-end": ("Qué haces con los datos al terminar", "What you do with the data at the end"),
    "ask.data-end.why": (
        "El encargo de tratamiento tiene que decirlo; el cliente puede elegir antes lo contrario, por escrito.",
        "The processing agreement has to say so; the client may choose otherwise beforehand, in writing.",
    ),
    "ask.data-end.return": ("devolverlos, y borrar las copias", "return them, and delete the copies"),
    "ask.data-end.delete": ("borrarlos, con sus copias", "delete them and their copies"),
    "ask.documents": ("Documentos que quieres", "Documents that you want"),
    "ask.documents.why": ("Salen todos de la misma ficha.", "All come from the same file."),
    "ask.documents.contract": ("contrato", "contract"),
    "ask.documents.proposal": ("propuesta", "proposal"),
    "ask.documents.welcome-kit": ("bienvenida", "welcome kit"),
    "ask.number": ("Número; si no, el siguiente de tu serie", "Number; else the next of your series"),
    "ask.date": ("Fecha de los documentos; si no, hoy", "Date of the documents; else today"),
}
