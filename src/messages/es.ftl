# The page's own messages in Spanish. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## On every page

skip-link = Ir al contenido
search-articles = Buscar artículos
suggestions = Sugerencias
sections = Secciones
keys = Atajos
notice = Aviso
page-not-found = Página no encontrada


## Sections of the site

explore = Explorar
names = Nombres
quotes = Citas
figures = Cifras
saved = Guardados


## Settings

theme = Tema
theme-system = Sistema
theme-light = Claro
theme-dark = Oscuro
single-keys = Atajos de una sola tecla
single-keys-on = Activados
single-keys-off = Desactivados
text-size = Tamaño del texto
text-small = Pequeño
text-medium = Mediano
text-large = Grande
text-huge = Muy grande
line-length = Longitud de línea
line-short = Corta
line-medium = Media
line-long = Larga
typeface = Tipo de letra
typeface-serif = Con serifa
typeface-sans = Sin serifa
show = Vista
show-cards = Tarjetas
show-list = Lista


## Listas y etiquetas

list-separator = ,{ " " }
list-end = { $most } y { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Results

results = Resultados
at-a-glance = De un vistazo
timeline = Cronología
stories = Historias
items = { $count ->
    [one] { $count } elemento
   *[other] { $count } elementos
}
items-of = { NUMBER($matching) } de { $of ->
    [one] { $of } elemento
   *[other] { $of } elementos
}
no-items = Ningún elemento coincide
show-more = Mostrar más
sort-by = Ordenar por
sort-relevance = Relevancia
sort-newest = Más recientes
sort-oldest = Más antiguos
sort-original = Orden original
sort-title = Título
sort-longest = Más largos
sort-shortest = Más cortos
export = Exportar
export-help = Exportar todos estos elementos a un archivo
headline-only = solo titular
minutes = { NUMBER($minutes) } min de lectura
read = Leído
save = Guardar
save-article = Guardar: { $title }


## Hits

hits = { $count ->
    [one] { $count } coincidencia
   *[other] { $count } coincidencias
}
hits-in-paragraph = Párrafo { NUMBER($paragraph) }, { $count ->
    [one] { $count } coincidencia
   *[other] { $count } coincidencias
}
why-matched = Por qué coincide
found = Encontrado { $where }
related-wording = Términos afines
related-wording-note = Elementos con palabras de los primeros resultados, como { $words }
no-related-wording = Ningún otro elemento tiene términos afines.
found-related = Términos afines, encontrado { $where }
in-title = en el título
in-standfirst = en la entradilla
in-headings = en los encabezados
in-text = en el texto
in-metadata = en la sección, los autores, la fuente o las etiquetas
quoted = «{ $text }»
quoted-times = «{ $text }» { NUMBER($count) } veces


## Filters

filters = Filtros
filters-active = Filtros, { $count ->
    [one] { $count } activo
   *[other] { $count } activos
}
filters-apply = Mostrar { NUMBER($total) } de { NUMBER($of) }
active-filters = Filtros activos
remove-filter = Quitar el filtro <a>{ $filter }</a>
clear-all = Quitar todos
find = Buscar
find-in = Buscar en «{ $facet }»
show-all = Mostrar todo ({ NUMBER($count) })
show-fewer = Mostrar menos
section = Sección
kind = Tipo
kind-article = Artículo
kind-teaser = Solo titular
people = Personas
places = Lugares
organisations = Organizaciones
tags = Etiquetas
authors = Autores
source = Fuente
language = Idioma
weapons = Armas
length = Extensión
length-short = Corta
length-medium = Media
length-long = Larga

date = Fecha
from = Desde
to = Hasta
from-date = desde el { $date }
to-date = hasta el { $date }
items-by-date = Elementos por fecha: { $list }


## Dates

months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
months-alone = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
months-short = ene, feb, mar, abr, may, jun, jul, ago, sept, oct, nov, dic
date-long = { $day } de { $month } de { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } de { $year }
year = { $year }
years = { $first }–{ $last }


## Notes on the search

nothing-to-search-for = No hay nada que buscar en «{ $typed }».
corrected = Nada coincide con «{ $typed }». Esto es lo que coincide con «{ $query }».
search-as-typed = Buscar «{ $typed }» tal cual
partial = Ningún elemento coincide con todas estas palabras; los más parecidos aparecen primero.
no-item-contains = Ningún elemento contiene { $words }.
date-unread = «{ $field }» no indica ninguna fecha legible, así que se han buscado sus palabras. Escriba las fechas como
    2024-05-16, 2024-05 o 2024, y los intervalos como 2023..2024.
did-you-mean = ¿Quiso decir <a>{ $query }</a>?
no-item-matches-filters = Ningún elemento coincide con todos estos filtros
nothing-matches = Nada coincide con «{ $typed }»
without = Sin «{ $filter }»: { $count ->
    [one] { $count } elemento
   *[other] { $count } elementos
}
without-filters = Buscar sin filtros
fewer-words = Pruebe con menos palabras.
show-all-items = Mostrar todos los elementos


## Reading

back-to-results = Volver a los resultados
back-arrow = ←
contents = Contenido
by-author = Por <a>{ $author }</a>
updated = Actualizado: <a>{ $date }</a>
from-source = Fuente: <a>{ $source }</a>
footnotes = Notas al pie
footnote = Nota al pie { NUMBER($footnote) }
footnote-back = Volver al texto de la nota al pie { NUMBER($footnote) }
table-of = Tabla, párrafo { NUMBER($paragraph) }
code-of = Código, párrafo { NUMBER($paragraph) }
copy-code = Copiar el código
task-done = Hecho
task-open = Pendiente
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
linked-from = Enlaces a este artículo
link-to-paragraph = Enlace al párrafo { NUMBER($paragraph) }
mentioned-in-article = Menciones en este artículo
articles-in-results = Artículos en los resultados
previous-article = Anterior
next-article = Siguiente
related = Artículos relacionados
both-mention = Menciones comunes: { $names }
both-discuss = Temas comunes: { $words }
both-mention-and-discuss = Menciones comunes: { $names }; temas comunes: { $words }
text = Texto
cite = Citar
cite-this = Citar este artículo
save-markdown = Guardar como Markdown
share = Compartir
listen = Escuchar
print = Imprimir
continue-reading = Seguir leyendo
previous-hit = Coincidencia anterior
next-hit = Coincidencia siguiente


## Notes

your-notes = Sus notas
note = Nota
note-on = Nota sobre: { $passage }
remove = Eliminar
selected-passage = Pasaje seleccionado
highlight = Resaltar y anotar
copy-quotation = Copiar la cita
copy-link = Copiar el enlace
saved-help = Sus artículos guardados y sus notas permanecen en este navegador; nadie más puede verlos.
saved-none = Aún no hay nada guardado. Pulse «Guardar» en un artículo para conservarlo aquí.
export-file = Exportar a un archivo
export-text = Exportar como texto
export-annotations = Exportar como anotaciones web
import-file = Importar de un archivo
storage-failed = Este navegador no guarda nada para esta página, o su almacenamiento está lleno. Sus artículos guardados y sus
    notas se perderán al cerrar la página. Para conservarlos, expórtelos a un archivo.
storage-unreadable = Los datos que este navegador guardó para esta página no se pueden leer; quizá los haya escrito una versión
    más reciente de la página. Se han apartado, y la página se inicia sin ellos.
import-invalid = Este archivo no se exportó desde una página como esta.


## Names, quotes, figures

all-names = Todos los nombres
also-written = También se escribe { $others }.
filter-by-name = Filtrar los resultados por este nombre
mentioned-with = Aparece con
mentions = Menciones
others = Otros
order = Orden
largest-first = De mayor a menor
smallest-first = De menor a mayor
filter-summary = En { NUMBER($total) } de { $of ->
    [one] { $of } elemento
   *[other] { $of } elementos
}: { $by }.
include-all-items = Incluir todos los elementos
to-paragraph = Ir al párrafo { NUMBER($paragraph) }


## Pages that do not exist

page-not-found-help = Puede que el enlace tenga un error o que el artículo se haya eliminado. Busque arriba o <a>vea todos los
    elementos</a>.
closest-titles = Títulos más parecidos


## Errors

program-not-loaded = Una parte de esta página no se ha podido cargar. Compruebe la conexión y recargue la página.
edition-not-opened = No se pueden abrir los artículos: su archivo no ha llegado tal como se publicó. Recargue la página. Si eso
    no lo soluciona, pida al editor del sitio que la vuelva a generar. Causa: { $reason }.
open-no-edition = esto no es una edición
open-other-version = la edición tiene el formato { $found }, esta página lee el formato { $expected }
open-length = la edición tiene { $found } de { $expected } bytes
open-checksum = la edición está dañada: su suma de comprobación es { $found }, no { $expected }
open-index = no se puede abrir el índice de búsqueda de la edición
file-unreadable = No se puede leer este archivo

loading = Cargando…
part-not-loaded = Una parte de esta edición no ha llegado. Lo que hay aquí se puede seguir usando.
try-again = Reintentar


## Explorar

as-list = Ver como lista
as-table = Ver como tabla
total = Total
divided-by = Dividido por
date-range = Intervalo de fechas
timeline-summary = { $total ->
    [one] { $total } elemento con fecha de { $first } a { $last }; la mayoría en { $peak }: { NUMBER($count) }
   *[other] { $total } elementos con fecha de { $first } a { $last }; la mayoría en { $peak }: { NUMBER($count) }
}
no-dates = Ningún elemento tiene fecha.
without-date = Sin fecha
named-dates = Fechas mencionadas en los textos
named-dates-note = Los textos mencionan estas fechas. Se omiten las fechas sin año.
no-named-dates = Los textos no mencionan ninguna fecha con su año.
named-dates-read = Solo se leyeron los primeros resultados: { $read } de { $count }.
named-dates-summary = Fechas mencionadas: { NUMBER($total) }, de { $first } a { $last }; la mayoría en { $peak }: { NUMBER($count) }
named-dates-shown = Fechas mostradas: { $shown } de { $count }
no-places = Estos elementos no mencionan ningún lugar.
places-summary = Lugares en el mapa: { NUMBER($count) }. El más mencionado: { $place }.
most-mentioned-places = Se muestran los { NUMBER($shown) } lugares más mencionados de { NUMBER($total) }.
ambiguous-places = * Varios lugares tienen este nombre. El mapa muestra el mayor; la tabla indica los países de los demás.
not-on-map = Fuera del mapa
map-sources = Contornos: Natural Earth. Ubicaciones: GeoNames, CC BY 4.0.
map = Mapa
all-places = Todos los lugares
whole-world = Todo el mundo
zoom-in = Acercar
zoom-out = Alejar
move-west = Hacia el oeste
move-north = Hacia el norte
move-south = Hacia el sur
move-east = Hacia el este
number-of-items = Elementos
country = País
also-in = También en
region-of = { $country } (región)
country-names = AD Andorra, AE Emiratos Árabes Unidos, AF Afganistán, AG Antigua y Barbuda,
    AI Anguila, AL Albania, AM Armenia, AO Angola, AQ Antártida, AR Argentina,
    AS Samoa Americana, AT Austria, AU Australia, AW Aruba, AX Islas Aland, AZ Azerbaiyán,
    BA Bosnia y Herzegovina, BB Barbados, BD Bangladés, BE Bélgica, BF Burkina Faso,
    BG Bulgaria, BH Baréin, BI Burundi, BJ Benín, BL San Bartolomé, BM Bermudas, BN Brunéi,
    BO Bolivia, BQ Caribe neerlandés, BR Brasil, BS Bahamas, BT Bután, BV Isla Bouvet,
    BW Botsuana, BY Bielorrusia, BZ Belice, CA Canadá, CC Islas Cocos,
    CD República Democrática del Congo, CF República Centroafricana, CG Congo, CH Suiza,
    CI Côte d’Ivoire, CK Islas Cook, CL Chile, CM Camerún, CN China, CO Colombia,
    CR Costa Rica, CU Cuba, CV Cabo Verde, CW Curazao, CX Isla de Navidad, CY Chipre,
    CZ Chequia, DE Alemania, DJ Yibuti, DK Dinamarca, DM Dominica, DO República Dominicana,
    DZ Argelia, EC Ecuador, EE Estonia, EG Egipto, EH Sáhara Occidental, ER Eritrea, ES España,
    ET Etiopía, FI Finlandia, FJ Fiyi, FK Islas Malvinas, FM Micronesia, FO Islas Feroe,
    FR Francia, GA Gabón, GB Reino Unido, GD Granada, GE Georgia, GF Guayana Francesa,
    GG Guernesey, GH Ghana, GI Gibraltar, GL Groenlandia, GM Gambia, GN Guinea, GP Guadalupe,
    GQ Guinea Ecuatorial, GR Grecia, GS Islas Georgia del Sur y Sandwich del Sur, GT Guatemala,
    GU Guam, GW Guinea-Bisáu, GY Guyana, HK Hong Kong, HM Islas Heard y McDonald, HN Honduras,
    HR Croacia, HT Haití, HU Hungría, ID Indonesia, IE Irlanda, IL Israel, IM Isla de Man,
    IN India, IO Territorio Británico del Océano Índico, IQ Irak, IR Irán, IS Islandia,
    IT Italia, JE Jersey, JM Jamaica, JO Jordania, JP Japón, KE Kenia, KG Kirguistán,
    KH Camboya, KI Kiribati, KM Comoras, KN San Cristóbal y Nieves, KP Corea del Norte,
    KR Corea del Sur, KW Kuwait, KY Islas Caimán, KZ Kazajistán, LA Laos, LB Líbano,
    LC Santa Lucía, LI Liechtenstein, LK Sri Lanka, LR Liberia, LS Lesoto, LT Lituania,
    LU Luxemburgo, LV Letonia, LY Libia, MA Marruecos, MC Mónaco, MD Moldavia, ME Montenegro,
    MF San Martín, MG Madagascar, MH Islas Marshall, MK Macedonia del Norte, ML Mali,
    MM Myanmar (Birmania), MN Mongolia, MO Macao, MP Islas Marianas del Norte, MQ Martinica,
    MR Mauritania, MS Montserrat, MT Malta, MU Mauricio, MV Maldivas, MW Malaui, MX México,
    MY Malasia, MZ Mozambique, NA Namibia, NC Nueva Caledonia, NE Níger, NF Isla Norfolk,
    NG Nigeria, NI Nicaragua, NL Países Bajos, NO Noruega, NP Nepal, NR Nauru, NU Niue,
    NZ Nueva Zelanda, OM Omán, PA Panamá, PE Perú, PF Polinesia Francesa,
    PG Papúa Nueva Guinea, PH Filipinas, PK Pakistán, PL Polonia, PM San Pedro y Miquelón,
    PN Islas Pitcairn, PR Puerto Rico, PS Palestina, PT Portugal, PW Palaos, PY Paraguay,
    QA Catar, RE Reunión, RO Rumanía, RS Serbia, RU Rusia, RW Ruanda, SA Arabia Saudí,
    SB Islas Salomón, SC Seychelles, SD Sudán, SE Suecia, SG Singapur, SH Santa Elena,
    SI Eslovenia, SJ Svalbard y Jan Mayen, SK Eslovaquia, SL Sierra Leona, SM San Marino,
    SN Senegal, SO Somalia, SR Surinam, SS Sudán del Sur, ST Santo Tomé y Príncipe,
    SV El Salvador, SX Sint Maarten, SY Siria, SZ Esuatini, TC Islas Turcas y Caicos, TD Chad,
    TF Territorios Australes Franceses, TG Togo, TH Tailandia, TJ Tayikistán, TK Tokelau,
    TL Timor-Leste, TM Turkmenistán, TN Túnez, TO Tonga, TR Turquía, TT Trinidad y Tobago,
    TV Tuvalu, TW Taiwán, TZ Tanzania, UA Ucrania, UG Uganda,
    UM Islas menores alejadas de EE. UU., US EE. UU., UY Uruguay, UZ Uzbekistán,
    VA Ciudad del Vaticano, VC San Vicente y las Granadinas, VE Venezuela,
    VG Islas Vírgenes Británicas, VI Islas Vírgenes de EE. UU., VN Vietnam, VU Vanuatu,
    WF Wallis y Futuna, WS Samoa, XK Kosovo, YE Yemen, YT Mayotte, ZA Sudáfrica, ZM Zambia,
    ZW Zimbabue
trends = Tendencias
compared-terms = Términos comparados
compared-by = Comparado por
term-to-add = Palabra, frase o nombre
add-term = Añadir
remove-term = Eliminar { $term }
names-to-compare = Nombres en estos resultados
rate = { $rate } por cada 10.000 palabras
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } por cada 10.000 palabras
trend-peak = { $term }: máximo en { $place }, { $rate } por cada 10.000 palabras
trend-absent = { $term }: no aparece
trends-counted = Apariciones en títulos y textos, también en otras formas de una palabra, por cada 10.000 palabras.
trends-names = Los nombres cuentan cada vez que se mencionan.
trends-names-once = Aquí los nombres cuentan una vez por elemento.
words = Palabras
together = Juntos
network = Red
matrix = Matriz
together-measure = Una línea une dos nombres que están en los mismos elementos más a menudo que por azar. Cuanto más gruesa, más elementos tienen ambos.
together-summary = { $names } nombres y los { $pairs } pares más fuertes entre ellos. El más fuerte es { $strongest }
no-pairs = No hay dos nombres que estén en los mismos elementos más a menudo que por azar.
not-in-one-sentence = No en una misma frase
all-pairs = Todos los pares
name = Nombre
together-with = Junto con
unit = Unidad
scale-summary = { $count ->
    [one] { $count } cifra de { $first } a { $last }
   *[other] { $count } cifras de { $first } a { $last }
}
scale-sample = La imagen tiene { $shown } de { $count } cifras, elegidas de modo uniforme por tamaño.
no-figures = Ningún elemento tiene cifras.
no-quotes = Ningún elemento tiene citas.
millions = { $number } mill.
billions = { $number } 000 mill.
trillions = { $number } bill.
no-stories = No hay dos de estos elementos que cuenten la misma historia.
other-items = Otros elementos
all-stories = Todas las historias
what-it-adds = Qué añade
adds-nothing = No añade nada a los anteriores.
reused-passages = Pasajes de artículos anteriores: { NUMBER($count) }
named-first = Nombrados aquí por primera vez
compare-with-previous = Comparar con el anterior
compare = Comparar
compare-with = con
whole-story = La historia completa
compared-sentences = Frases que tienen ambos: { NUMBER($shared) }; solo aquí, marcadas: { NUMBER($only) }
lists = Listas de lectura
lists-help = Listas de artículos en el orden que usted elija. Permanecen en este dispositivo.
lists-need-script = Las listas de lectura se guardan en este dispositivo, y eso necesita JavaScript.
since = Novedades
since-needs-script = Lo que contenía esta página en su última visita se recuerda en este dispositivo, y eso necesita JavaScript.
since-nothing = No hay nada nuevo ni modificado desde su última visita.
since-none-of-these = Ninguno de estos elementos es nuevo ni se ha modificado desde su última visita, el { $date }.
since-summary = Desde su última visita, el { $date }: { NUMBER($added) } nuevos, { NUMBER($changed) } modificados.
since-help = Esta página recuerda en este dispositivo lo que contenía en su última visita.
new-items = Elementos nuevos
changed-items = Elementos modificados
what-changed = Qué ha cambiado
what-changed-in = Qué ha cambiado en «{ $title }»
all-of-these = Todos estos
saved-searches = Búsquedas guardadas
saved-searches-help = Cuántos resultados de una búsqueda son nuevos o modificados. Las búsquedas permanecen en este dispositivo.
save-search = Guardar la búsqueda { $search }
search-saved = La búsqueda está guardada.
search-removed = La búsqueda se ha quitado.
new-of-search = { NUMBER($new) } nuevos de { NUMBER($total) }
remove-search = Quitar la búsqueda { $search }
most-searches = Puede haber { NUMBER($count) } búsquedas guardadas.
text-not-kept = No había abierto este artículo antes de que cambiara, así que este dispositivo no tiene su texto anterior.
text-unchanged = El texto es el que usted ya vio.
all-changes = Todos los cambios
title-before = Título anterior: { $title }
text-changed = Frases: { NUMBER($added) } nuevas, { NUMBER($gone) } eliminadas, { NUMBER($reworded) } modificadas.
text-before = Antes
text-now = Ahora
new-list = Nombre de una lista nueva
create-list = Crear
list-exists = Ya hay una lista con este nombre.
all-lists = Todas las listas
no-such-list = En este dispositivo no hay ninguna lista con este nombre.
list-is-empty = Esta lista aún no tiene artículos.
add-results = Añadir estos resultados
add-saved = Añadir los artículos guardados
added-to-list = Añadidos: { NUMBER($count) }
most-in-list = Una lista puede tener { NUMBER($count) } artículos.
move-up = Subir { $title }
move-down = Bajar { $title }
moved-in-list = { $title }: { NUMBER($number) } de { NUMBER($count) }
removed-title = Eliminado: { $title }
not-in-edition = Ya no está en esta edición
rename-list = Cambiar el nombre
name-of-list = Nombre de la lista
delete-list = Eliminar
delete-list-for-good = Eliminar definitivamente
save-as-epub = Guardar como EPUB
save-results-as-epub = Guardar estos resultados como EPUB
writing-book = Escribiendo el libro…
book-saved = Artículos en el libro: { NUMBER($count) }
book-lacks-pictures = Imágenes omitidas: { NUMBER($count) }
book-failed = No se pudo escribir el libro.
most-in-book = Un libro tiene los primeros { NUMBER($count) }.
print-list = Imprimir la lista


## La biblioteca de artículos propios

library = Biblioteca
library-help = Lea aquí sus propios artículos: páginas guardadas, exportaciones de programas de lectura, canales, libros, correos y notas. Permanecen en este dispositivo.
drop-files = Suelte los archivos para añadirlos a su biblioteca
pasted-text = Texto pegado
own-articles = Mis artículos
shared-articles = Compartidos
choose-files = Elegir archivos
choose-folder = Elegir una carpeta
importing = Leyendo los archivos…
import-progress = Elementos leídos: { $count }
import-waiting = En espera de que esto termine: { $count }
import-cancelled = Cancelado.
import-done = Artículos: { $with-text }. Enlaces sin texto: { $without }. Ya presentes: { $known }.
import-problems = No leídos: { $count }
import-nothing = En estos archivos no hay nada que se pueda leer aquí.
import-failed = No se pudieron leer los archivos: { $reason }
first-articles = Primeros artículos
open-collection = Abrir la colección
names-found = Se han encontrado nombres, citas y cifras.
names-show = Mostrarlos
collection-renewing = Esta colección la creó otra versión de la página. Se está renovando; tardará un momento…
collections = Colecciones
collection-facts = Elementos: { $count }, { $size } MB, { $date }
add-files-to = Añadir archivos a { $title }
rename = Cambiar el nombre
rename-collection = Cambiar el nombre de { $title }
title-of-collection = Nuevo título de { $title }
collection-renamed = La colección se llama ahora { $title }.
export-collection = Exportar los artículos de { $title } como Markdown
save-as-file = Guardar en un archivo
save-collection-as-file = Guardar en un archivo: { $title }
save-as-site = Guardar como sitio
save-collection-as-site = Guardar como sitio: { $title }
saving = Escribiendo el archivo…
remove-collection = Eliminar { $title }
remove-for-good = Eliminar definitivamente
remove-collection-for-good = Eliminar { $title } definitivamente
back-to-site = Volver a los artículos de este sitio
library-unsupported = Este navegador no puede conservar artículos aquí. Las ventanas privadas a menudo lo impiden.
library-insecure = Los artículos solo se pueden guardar en una dirección segura, que empieza por https.
library-in-preview = Esta vista previa no guarda artículos. El sitio publicado sí.
file-keeps-no-articles = Este archivo no puede guardar artículos propios.
open-site = Abrir el sitio, que sí puede


## Keyboard shortcuts

keyboard-shortcuts = Atajos de teclado
key-search = Ir al cuadro de búsqueda
key-clear = Vaciar el cuadro de búsqueda, cuando tiene el foco
key-suggestions = Abrir las sugerencias, cuando el cuadro de búsqueda tiene el foco
key-next-result = Resultado siguiente; también Av Pág en los resultados
key-previous-result = Resultado anterior; también Re Pág en los resultados
key-open = Abrir el resultado
key-next-hit = Coincidencia siguiente en un artículo
key-previous-hit = Coincidencia anterior en un artículo
key-next-article = Artículo siguiente en los resultados
key-previous-article = Artículo anterior en los resultados
key-save = Guardar el artículo o quitarlo de Guardados
key-theme = Tema siguiente
key-keys = Mostrar esta lista
single-keys-help = Desactívelos si usa el dictado o si entran en conflicto con sus propios atajos.
close = Cerrar


## Outside of the program: scripts

something-went-wrong = Algo ha ido mal
program-stopped = Un error del programa ha detenido esta página. Recárguela para continuar. Si vuelve a detenerse, comunique al
    editor del sitio qué hizo.
needs-webassembly = Esta página necesita WebAssembly, que este navegador no admite o tiene desactivado. Cualquier navegador
    actual lo admite.
no-script = JavaScript está desactivado. Aquí se puede leer todo sin él; la búsqueda y los filtros lo necesitan.
load-failed = No se ha podido cargar. Compruebe la conexión e inténtelo de nuevo.
copied = Copiado
copy-refused = El navegador no ha permitido copiar
copy = Copiar
copy-citation = Copiar en formato { $style }
hit-of = Coincidencia { $hit } de { $hits }

suggested-name = Nombre
suggested-article = Artículo
suggested-search = Búsqueda reciente
clear-recent-searches = Borrar las búsquedas recientes

new-edition = Hay disponible una nueva edición de esta página.
new-edition-show = Mostrar
new-edition-later = Más tarde
new = Nuevo
changed = Modificado
changes-found = Desde su última visita: { NUMBER($added) } nuevos, { NUMBER($changed) } modificados.
changes-show = Mostrarlos

keep-offline = Conservar sin conexión, { $size } MB
keeping-offline = Descargando…
cancel = Cancelar
kept-offline = Disponible sin conexión
offline-removed = Ya no está disponible sin conexión
offline-no-space = No queda espacio suficiente en este dispositivo.


## Published pages

all-headlines = Todos los titulares
described = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
} para buscar, filtrar y leer.
