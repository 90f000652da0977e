"""Ordinary words that tell of personal data, of their special categories, and of children."""

HEALTH = (
    "salud|sanitari*|enferm*|incapacidad*|discapacidad*|discapacitad*|invalidez|embaraz*|lactancia|maternidad*|"
    "paternidad*",
    "medica|medicas|medico|medicos|medicina*|medicamento*|medicacion*|vacuna*|alergi*|celiac*|psicoterap*|psiquiatr*",
    "psicolog*|terapia*|terapeut*|fisioterap*|pediatr*|ginecolog*|odontolog*|adiccion*|vih|hiv|lesiones", "pacientes",
    "del|al|un|una|el|la|cada|por +paciente",
    "ficha*|agenda*|cita*|historia*|historial*|expediente*|registro* paciente",
    "historia*|historial*|ficha*|expediente*|ensayo* clinic*", "diagnostico* clinic*|diferencial*",
    "agenda*|cita*|turno*|reserva*|recepcion clinica*|hospital*|consultorio*|dentista*|dental*",
    "donante*|grupo*|prueba* +de +sangre", "victima* violencia|abuso*|maltrato", "baja* laboral*", "parte* de +baja*",
    "accidente* trabajo|laboral*", "intolerancia* alimentaria*", "analisis|analitica* sangre|clinic*",
    "incapacidad*|tramit*|afiliacion*|aporte* eps|arl|essalud|imss",
    "health|healthcare|medical*|medication*|medicine*|patients|disabilit*|disabled|pregnan*|maternity|paternity",
    "illness*|sickness|allerg*|vaccin*|therap*|counselling|counseling|psychiatr*|psycholog*",
    "sick +leave|pay|note*|days", "the|a|each|every|per|of +patient",
    "patient +s|record*|file*|data|appointment*|name*|list*|intake",
    "appointment*|booking*|reception*|schedule* clinic*|hospital*|dentist*|doctor*",
    "doctor|doctors +appointment*|s|note|notes|visit*", "dietary +requirement*|restriction*|need*",
    "work|workplace +accident*|injur*", "blood +test*",
)  # fmt: skip
PAYROLL = (
    "nomina|nominas",
    "pago|pagos|liquidacion*|calculo*|recibo*|boleta*|comprobante* salario*|sueldo*|haberes|remuneracion*",
    "boleta*|desprendible*|colilla* +de +pago|nomina",
    "planilla* sueldo*|remuneracion*|trabajador*|personal|salario*|haberes|plame", "planilla* +de +pago|pagos",
    "plame", "salario*|sueldo* trabajador*|plantilla|personal|empleado*", "payroll*|payslip*|paycheck*|paystub*",
    "pay +slip*|stub*|cheque*|run*", "wage|wages salar*|slip*|payment*|staff|worker*",
    "salary|salaries slip*|payment*|record*|run*|staff|employee*", "paying|pay +wages|salaries",
)  # fmt: skip
BELIEFS = (
    "sindical|sindicales|sindicato*|sindicad*|sindicaliz*", "afiliacion* politica*|religios*",
    "afiliad* partido*|sindicato*", "militan* partido*|politic*", "partido* politico*",
    "religion|religiones|religios*|feligres*|creencia*|parroquia*|bautizo*|diocesis|parish*|baptism*",
    "orientacion* sexual*", "identidad* genero", "vida sexual", "origen racial|etnico",
    "etnia*|etnic*|biometri*|biometr*", "reconocimiento* facial*", "huella* dactilar*",
    "fichaje*|reloj|control*|acceso* huella*", "prueba*|dato*|test* genetic*", "prueba*|analisis adn",
    "delito*|condena* +penal*|sexual*|penales", "registro|certificado* delito*|delincuent*",
    "church|temple|mosque|synagogue member*|directory", "antecedente* penal*|judicial*|policial*",
    "certificado* antecedente*", "trade +union*", "union +member*|due|dues|fee*",
    "political +opinion*|affiliation*|party", "religious|religion*|beliefs", "sexual +orientation",
    "gender +identit*", "racial +origin", "ethnic*|fingerprint*|biometric*", "facial|face +recognition",
    "criminal|police +record*|background*|check*", "background|dbs +check*", "genetic +test*|data",
    "dna +test*|sample*",
)  # fmt: skip
SPECIAL = (*HEALTH, *PAYROLL, *BELIEFS)
"""Words that tell of special categories of data; payroll holds sick leave and union fees."""
CHILDREN = (
    "menores|menor +de +edad|14|16|18|trece|catorce|dieciseis|dieciocho", "menores +tutelad*|acogid*",
    "hijos|hijas|hijo|hija de|del empleado*|trabajador*|personal|socios|client*", "padres|madres hijo*|hija*",
    "niño|niños|niña|niñas|bebe|bebes",
    "alumno|alumnos|alumna|alumnas|alumnado|escolares|adolescente*|guarderia*|pediatr*",
    "dato*|foto*|video*|nombre*|lista* menores", "campamento* infantil*|verano",
    "ficha*|dato*|inscripcion*|matricula*|autorizacion* infantil*|menores|colegio*|escolar*",
    "children|kids|pupils|schoolchildren|toddlers|teenagers|minors|infants|nursery",
    "child s|record*|name*|data|protection",
)  # fmt: skip
"""Words that tell of data of children."""
PERSONAL = (
    *SPECIAL, *CHILDREN, "datos personales|clientes|pacientes|empleados|trabajadores|alumnos|socios|donantes",
    "personal data", "bandeja* entrada", "buzon*", "correo*|email*|llamada* cliente*|comite*|ejecutiv*|direccion",
    "inbox*|mailbox*", "base* de datos|clientes|contactos|socios|donantes",
    "client|customer|member|donor|guest +data*|record*|list*|file*",
    "lista* de clientes|contactos|suscriptores|invitad*|asistentes|socios|donantes",
    "ficha*|listado* clientes|socios|empleados", "curriculum*|curricul*|cv|cvs|resumes", "candidat*",
    "newsletter*|boletin*", "crm", "leads", "contact|guest|mailing +list*", "factura* particulares",
    "gestion|atencion|agradec* donantes|huespedes|suscriptores|socios", "atencion +al +cliente",
    "soporte|chat|atender|encuesta* cliente*|empleado*|trabajador*", "agenda|cita* cliente*",
    "contactos +de|en linkedin", "customer|client|guest +support|service|care|appointment*|calls|enquir*",
    "call|calls|chat|e +mail|appointment* customers|clients|guests|patients", "lead +generation",
    "order|orders +processing|fulfilment|fulfillment", "pedido* +y envio*", "envio*|gestion pedidos",
    "reserva* clientes|huespedes", "expediente* personal|clientes|alumnos|empleados|trabajadores", "job +applica*",
)  # fmt: skip
"""Words of work in which the data of people are bound to be met."""
_ABOUT = (
    "salud|sanitari*|enferm*|medic*|psicolog*|terap*|religi*|creencia*|maternidad|paternidad|lactancia|embaraz*|discapacidad*|"
    "sindica*|vacuna*|alergi*|nomina*|niño*|niña*|hijos|adolescente*|health*|medic*|psycholog*|therap*|religio*|beliefs|illness*|"
    "pregnan*|maternity|disabilit*|allerg*|children|kids|teenagers|payroll*"
)
INNOCENT = (
    "blog*|articulo*|entradas|post|posts|libro*|podcast*|article*|guia|guias|guide* sobre|acerca|about|on|"
    f"de {_ABOUT}", "salud financiera|economica|web|servidor*|proyecto*|marca",
    "salud +de|del +sitio|la|el +web|pagina|base|sitio|marca|servidor*", "psicologia +del +color|consumidor",
    "marca*|tienda*|producto*|farmacia*|sector*|empresa* salud|medic*|sanitari*",
    "salud|health y|and|& +belleza|bienestar|beauty|wellness",
    "seccion|apartado|categoria salud|psicologia|maternidad", "medical +device*|product*|supplies|brochure",
    "health|medical product*|brand*|blog|shop|store", "calendario*|festivo*|fiestas|fechas religios*",
    "religious +holiday*|festival*", "origen|origin +etnico|of cocina|comida|cuisine|food|receta*",
    "a +patient +approach|tone|manner|voice|reply|attitude",
    "website|site|web|system*|server*|database|data|brand|financial|account|project +health",
    "health +of +the|our|your +list|mailing|site|website|server*|database|account*|brand",
    "health check*|report* site|website|server*", "disabled +account*|link*|user*|plugin*|feature*|button*",
    "allergen*|alergenos",
    "ropa|tienda*|bicicleta*|mueble*|cuento*|literatura|libros|juguete*|moda infantil*|niños|niño|niñas|bebe|bebes",
    "children|kids clothing|clothes|books|toys|wear|fashion|shop|store|products",
    "gastos|importe*|compras|obras|cantidades +menores",
)  # fmt: skip
"""Words beside which those above tell of no one's data: texts on a subject, the health of a website."""
