"""Words of acts that laws reserve, of claims about oneself, and of membership."""

_TAXES = "impuesto*|fiscal*|tributari*|iva|renta|irpf|igv|isr|sunat|dian|aeat|hacienda"
_FORMS = "111|115|130|131|303|347|349|390|200|202|036|037|100"
_ADVICE = "fiscal*|tributari*|legal*|juridic*|financier*|laboral*|inversion*|migratori*"
_GATHERED = "dato*|documento*|documentacion|papel|papeles|factura*|justificante*|informacion|recibo*"
_RETURNS = "declara*|presentacion*|liquidacion*|asesor*|impuesto*|renta|iva|tax|return*|auditor*"
REGULATED = (
    f"presentacion*|presentar|declara*|liquidacion*|liquidar|autoliquidacion* {_TAXES}",
    f"presentacion*|presentar|declara*|liquidacion* modelo* +{_FORMS}",
    f"asesor|asesora|asesoria*|asesoramiento*|asesorar|consejo|consejos|consultoria* {_ADVICE}",
    "declara* ante +el|la|los|las +sat|dian|sunat|sii|afip|agencia",
    "declara*|presentacion* +de retencion|retenciones",
    "recurso*|requerimiento*|alegaciones|inspeccion* hacienda|tributari*|fiscal*|sunat|dian|aeat",
    "negociar|negociacion venta*|alquiler*|arrendamiento*|compraventa*",
    "venta|alquiler +y|o|de pisos|viviendas|inmuebles|casas|locales",
    "tasacion*|tasar|valoracion* vivienda*|inmueble*|piso*|inmobiliari*",
    "tramita* herencia*|divorcio*|extranjeria|nacionalidad", "elabora*|redact*|confeccion* contratos +de +trabajo",
    "traduccion* jurada*", "traduccion* +oficial*|certificada*|publica|publicas",
    "traductor*|interprete* jurad*|oficial*", "interpretacion* jurada*",
    "perit*|peritaje* contable*|judicial*|caligrafic*", "auditoria*|auditar cuentas|estados",
    "auditoria*|auditar +contable*|financiera*",
    "intermediacion|intermediar inmobiliaria|financiera|seguros|inmueble*", "corretaje*", "correduria*",
    "intermediacion alquiler*|venta*|compraventa*", "corredor|corredora seguros|inmobiliari*|bolsa",
    "representacion judicial|legal",
    "representacion|representar juicio*|hacienda|tributaria|tribunal*|juzgado*|sunat|dian",
    "redaccion|redactar demanda*|contrato*|testamento*", "diagnostico*|diagnosticar medic*|clinic*|psicolog*",
    "terapia* +psicologica*|ocupacional*", "firma*|firmar|certificacion*|certificar estados +financieros",
    "dictamen* fiscal*|contable*|pericial*", "gestion|gestionar inversiones|patrimonio*",
    "tax|vat +return*|filing*|advice|advisory|adviser*|advisor*|preparation", "file|filing|submit* taxes",
    "file|filing|submit* tax|vat|income +return*|declaration*", "legal +advice|counsel|advisory|representation",
    "sworn|certified +translation*|translator*|interpret*",
    "audit*|auditing annual|financial|statutory +accounts|statement*", "audit*|auditing accounts",
    "statutory|financial +audit*", "brokerage|brokering", "insurance|mortgage|estate|property|customs +broker*",
    "investment|financial|immigration +advice|advisory", "investment +management",
    "negotiat* lease*|rental*|sale|sales", "sign|signing audit*|financial +report*|statement*",
    "draft* contract|contracts|wills|testaments|deeds|lawsuit*", "representation|represent* court|tribunal*",
    "notarise*|notarize*|notarisation|notarization", "medical|clinical|psychological +diagnos*",
)  # fmt: skip
"""Acts that laws reserve, in most countries, to those who hold a title or licence."""
BESIDE = (
    f"prepar*|reun*|recopil*|orden*|envi*|entreg*|remi*|recog* {_GATHERED} {_RETURNS}",
    "archiv*|copia*|copiar|escane*|digitaliz*|custodia|guardar declara*|presentacion*|liquidacion*|contrato*|asesor*",
    "presentacion +de +diapositivas|slides|resultados|novedades", "diagnostico +del|de +la +sitio|web|pagina|tienda",
    "scan*|archiv*|proofread*|typ* tax|contract*|legal|return*",
    "a|con|para|por|de +la|su|tu|una|nuestra|vuestra +asesoria|gestoria|asesora|consultoria",
    "a|con|para|por|de +asesoria|asesor", "al|del|con|por +asesor*|corredor*|traductor*|interprete*",
    "declara*|presentacion*|liquidacion* por +el|la|tu|su +asesor*|gestor*|cliente",
    "cuentas +de|en +instagram|redes|usuario*|anuncios|ads|correo|facebook|tiktok",
    "inversiones publicitaria*|anuncios",
    "prepar*|gather*|collect*|send*|sort* data|document*|papers|receipt*|invoice* tax|vat|audit*|account*|filing",
    "to|with|for|by|from +the|your|a|an|our|their|its +tax|legal|insurance|customs|mortgage|estate|property|"
    "sworn|certified", "user|users|instagram|social|ad|ads|email|dormant|customer +accounts",
    "audit* user*|social|instagram|ad|ads|email +accounts",
)  # fmt: skip
"""Words beside which those above name what another does: the papers are made ready for them."""
CLAIMS = (
    "certificad*|acreditad*|diplomad*|licenciad*|titulad*|colegiad*|graduad*|doctorad*|premiad*|galardonad*",
    "certificacion*", "miembro de|del", "socia|socio de", "master en", "expert*|especialista|especialistas en",
    "expert* oficial*", "años|decada|decadas +de +experiencia|trayectoria|profesion", "años +trabajando|dedicad*|en",
    "doctora|doctor|tecnica|tecnico|perita|perito +en|superior|judicial", "reconocid*|recomendad* +por",
    "premio|premios +a|al|en|de", "ganador*|finalista* premio*", "asegur* resultado*|exito|venta*|ahorro",
    "garantiz* satisfaccion", "lider|lideres +de|del|en +el|la|sector|mercado", "numero +uno|1",
    "el|la|las|los +mejor|mejores asistente*|profesional*|opcion|agencia|servicio|equipo",
    "garantiz* resultado*|exito|venta*|crecimiento|seguidor*|alcance|ahorro",
    "resultado*|exito|venta*|ahorro garantizad*", "garantia* +de resultado*|exito",
    "trabajado|ayudado|atendido mas +de cliente*|empresa*|proyecto*|negocio*", "client* +satisfech*|content*",
    "partner*|socio|socia +oficial*|certificad*", "certified|accredited|chartered|licensed|qualified|awarded",
    "award +winning", "member of", "years|year|decade* experience", "expert|experts|specialist|specialists in|at",
    "degree|diploma|master +in|s", "leading agency|provider*|expert*|company|assistant*|service*",
    "the +best assistant*|agency|service|services|team|provider*", "years +in business|industry|trade",
    "winner|winning +of|award*", "mba|phd|msc", "no +1",
    "certified|gold|platinum|hubspot|google|shopify|notion +partner", "guarantee* lead*|satisfaction",
    "guarantee* result*|success|growth|sale*|saving*|follower*", "result*|success|growth|sales guaranteed",
    "trusted +by", "number +one|1", "market|industry +leader*", "official +partner*",
    "happy|satisfied +client*|customer*",
)  # fmt: skip
NO_CLAIM = (
    "certificado* digital*|electronic*|retencion*|medic*|tributari*|ssl", "carta*|correo|burofax +certificad*",
    "el|los|tu|tus|su|sus|con|de +certificado*", "documento*|archivo*|carpeta* titulad*|certificad*",
    "curso*|nivel* graduad*", "tus|sus|los +clientes +satisfechos",
    "miembro de|del +tu|su|equipo|cliente|personal|plantilla", "socia|socio +de +negocio*|cliente",
    "member of +your|staff|the +team|staff|client", "member of +staff", "certified +mail|letter*|cop*|post",
    "qualified +lead*|electronic|signature*", "licensed +software|image*|font*|stock|music|photo*",
)  # fmt: skip
"""Words beside which those above claim nothing."""
_BODY = "asociacion*|colegio*|ivaa|federacion*|camara*|instituto*|gremio*|red|club"
_BODY_EN = "association*|body|bodies|ivaa|institute*|society|network|federation*|chamber*|guild"
MEMBERSHIP = (
    f"miembro|miembros|socia|socio|asociad*|afiliad*|integrante* {_BODY}", f"pertenec*|pertenezco {_BODY}",
    f"formo|formamos|forma|forman +parte {_BODY}", "soy|somos +miembro*|socia|socio",
    "parte +de +la|una|un +asociacion|federacion|camara|gremio|red",
    "part +of +the|a|an +ivaa|association|network|federation", "chamber +of +commerce +member*",
    "colegiada|colegiado|colegiadas", f"member|members|fellow|affiliated|belong* {_BODY_EN}",
    "ivaa|association|chamber +member*", "am|are|is +a +member|fellow",
)  # fmt: skip
LICENCE = (
    "licenc*", "colegiad*", "cedula* profesional*", "titulo*", "habilitacion*", "jurad*", "license*", "registration",
)  # fmt: skip
