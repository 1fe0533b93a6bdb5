# The page's own messages in Portuguese. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.
# The texts are for readers in Brazil and in Portugal; where the two differ, the spelling is
# Brazilian.

direction = ltr


## Em todas as páginas

skip-link = Ir para o conteúdo
search-articles = Pesquisar artigos
suggestions = Sugestões
sections = Seções
keys = Atalhos
notice = Aviso
page-not-found = Página não encontrada


## Seções do site

explore = Explorar
names = Nomes
quotes = Citações
figures = Números
saved = Salvos


## Configurações

theme = Tema
theme-system = Sistema
theme-light = Claro
theme-dark = Escuro
single-keys = Atalhos de uma só tecla
single-keys-on = Ativados
single-keys-off = Desativados
text-size = Tamanho do texto
text-small = Pequeno
text-medium = Médio
text-large = Grande
text-huge = Muito grande
line-length = Comprimento da linha
line-short = Curto
line-medium = Médio
line-long = Longo
typeface = Tipo de letra
typeface-serif = Com serifa
typeface-sans = Sem serifa
show = Visualização
show-cards = Cartões
show-list = Lista


## Listas e rótulos

list-separator = ,{ " " }
list-end = { $most } e { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Resultados

results = Resultados
at-a-glance = Num relance
timeline = Cronologia
stories = Histórias
items = { $count ->
    [one] { $count } item
   *[other] { $count } itens
}
items-of = { NUMBER($matching) } de { $of ->
    [one] { $of } item
   *[other] { $of } itens
}
no-items = Nenhum item corresponde
show-more = Mostrar mais
sort-by = Ordenar por
sort-relevance = Relevância
sort-newest = Mais recentes
sort-oldest = Mais antigos
sort-original = Ordem original
sort-title = Título
sort-longest = Mais longos
sort-shortest = Mais curtos
export = Exportar
export-help = Exportar todos estes itens como arquivo
headline-only = só o título
minutes = { NUMBER($minutes) } min de leitura
read = Lido
save = Salvar
save-article = Salvar: { $title }


## Ocorrências

hits = { $count ->
    [one] { $count } ocorrência
   *[other] { $count } ocorrências
}
hits-in-paragraph = Parágrafo { NUMBER($paragraph) }, { $count ->
    [one] { $count } ocorrência
   *[other] { $count } ocorrências
}
why-matched = Por que corresponde
found = Encontrado { $where }
related-wording = Termos afins
related-wording-note = Itens com palavras dos primeiros resultados, como { $words }
no-related-wording = Nenhum outro item tem termos afins.
found-related = Termos afins, encontrado { $where }
in-title = no título
in-standfirst = no resumo
in-headings = nos intertítulos
in-text = no texto
in-metadata = na seção, nos autores, na fonte ou nas etiquetas
quoted = “{ $text }”
quoted-times = “{ $text }” { NUMBER($count) } vezes


## Filtros

filters = Filtros
filters-active = Filtros ativos: { NUMBER($count) }
filters-apply = Mostrar { NUMBER($total) } de { NUMBER($of) }
active-filters = Filtros ativos
remove-filter = Remover <a>{ $filter }</a>
clear-all = Remover todos
find = Localizar
find-in = Localizar em { $facet }
show-all = Mostrar tudo ({ NUMBER($count) })
show-fewer = Mostrar menos
section = Seção
kind = Tipo
kind-article = Artigo
kind-teaser = Só o título
people = Pessoas
places = Lugares
organisations = Organizações
tags = Etiquetas
authors = Autores
source = Fonte
language = Idioma
weapons = Armas
length = Tamanho
length-short = Curto
length-medium = Médio
length-long = Longo

date = Data
from = De
to = Até
from-date = a partir de { $date }
to-date = até { $date }
items-by-date = Itens por data: { $list }


## Datas

months = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
months-alone = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
months-short = jan., fev., mar., abr., mai., jun., jul., ago., set., out., nov., dez.
date-long = { $day } de { $month } de { $year }
date-short = { $day } de { $month } de { $year }
month-of-year = { $month } de { $year }
year = { $year }
years = { $first }–{ $last }


## Notas sobre a pesquisa

nothing-to-search-for = Não há nada para pesquisar em “{ $typed }”.
corrected = Nada corresponde a “{ $typed }”. Isto é o que corresponde a “{ $query }”.
search-as-typed = Pesquisar exatamente “{ $typed }”
partial = Nenhum item corresponde a todas estas palavras; os mais próximos vêm primeiro.
no-item-contains = Nenhum item contém { $words }.
date-unread = “{ $field }” não indica uma data legível, por isso suas palavras foram pesquisadas. Escreva datas como
    2024-05-16, 2024-05 ou 2024, e períodos como 2023..2024.
did-you-mean = Quis dizer <a>{ $query }</a>?
no-item-matches-filters = Nenhum item corresponde a todos estes filtros
nothing-matches = Nada corresponde a “{ $typed }”
without = Sem “{ $filter }”: { $count ->
    [one] { $count } item
   *[other] { $count } itens
}
without-filters = Pesquisar sem filtros
fewer-words = Tente com menos palavras.
show-all-items = Mostrar todos os itens


## Leitura

back-to-results = Voltar aos resultados
back-arrow = ←
contents = Índice
by-author = Por <a>{ $author }</a>
updated = Atualizado em <a>{ $date }</a>
from-source = Fonte: <a>{ $source }</a>
footnotes = Notas de rodapé
footnote = Nota de rodapé { NUMBER($footnote) }
footnote-back = Voltar à chamada da nota de rodapé { NUMBER($footnote) }
table-of = Tabela, parágrafo { NUMBER($paragraph) }
code-of = Código, parágrafo { NUMBER($paragraph) }
copy-code = Copiar código
task-done = Concluída
task-open = Não concluída
alert-note = Nota
alert-tip = Dica
alert-important = Importante
alert-warning = Atenção
alert-caution = Cuidado
linked-from = Artigos com link para este
link-to-paragraph = Link para o parágrafo { NUMBER($paragraph) }
mentioned-in-article = Mencionados neste artigo
articles-in-results = Artigos nos resultados
previous-article = Anterior
next-article = Próximo
related = Relacionados
both-mention = Ambos mencionam { $names }
both-discuss = Ambos abordam { $words }
both-mention-and-discuss = Ambos mencionam { $names }; ambos abordam { $words }
text = Texto
cite = Citar
cite-this = Citar este artigo
save-markdown = Salvar como Markdown
share = Compartilhar
listen = Ouvir
print = Imprimir
continue-reading = Continuar a leitura
previous-hit = Ocorrência anterior
next-hit = Próxima ocorrência


## Notas

your-notes = Suas notas
note = Nota
note-on = Nota sobre: { $passage }
remove = Remover
selected-passage = Trecho selecionado
highlight = Destacar e adicionar nota
copy-quotation = Copiar citação
copy-link = Copiar link
saved-help = Seus artigos salvos e suas notas ficam neste navegador; ninguém mais pode vê-los.
saved-none = Ainda não há nada salvo. Pressione “Salvar” em um artigo para mantê-lo aqui.
export-file = Exportar como arquivo
export-text = Exportar como texto
export-annotations = Exportar como anotações web
import-file = Importar de um arquivo
storage-failed = Este navegador não armazena nada para esta página, ou seu armazenamento está cheio. Seus artigos salvos
    e suas notas se perdem quando a página é fechada. Para mantê-los, exporte-os como arquivo.
storage-unreadable = Não é possível ler os dados que este navegador armazenou para esta página; talvez uma versão mais
    recente da página os tenha gravado. Eles foram postos de lado, e a página começa sem eles.
import-invalid = Este arquivo não foi exportado de uma página como esta.


## Nomes, citações, números

all-names = Todos os nomes
also-written = Também se escreve { $others }.
filter-by-name = Filtrar os resultados por este nome
mentioned-with = Mencionados juntos
mentions = Menções
others = Outros
order = Ordem
largest-first = Maiores primeiro
smallest-first = Menores primeiro
filter-summary = Em { NUMBER($total) } de { NUMBER($of) } itens: { $by }.
include-all-items = Incluir todos os itens
to-paragraph = Ir para o parágrafo { NUMBER($paragraph) }


## Páginas que não existem

page-not-found-help = O link pode estar incorreto, ou o artigo pode ter sido removido. Pesquise acima ou <a>veja todos
    os itens</a>.
closest-titles = Títulos mais próximos


## Erros

program-not-loaded = Não foi possível carregar uma parte desta página. Verifique a conexão e recarregue a página.
edition-not-opened = Não é possível abrir os artigos: o arquivo deles não chegou como foi publicado. Recarregue a
    página. Se isso não ajudar, peça a quem a publica que a gere novamente. Causa: { $reason }.
open-no-edition = isto não é uma edição
open-other-version = a edição tem o formato { $found }, esta página lê o formato { $expected }
open-length = a edição tem { $found } de { $expected } bytes
open-checksum = a edição está danificada: sua soma de verificação é { $found }, e não { $expected }
open-index = não é possível abrir o índice de pesquisa da edição
file-unreadable = Não é possível ler este arquivo

loading = Carregando…
part-not-loaded = Uma parte desta edição não chegou. O que está aqui continua utilizável.
try-again = Tentar novamente


## Explorar

as-list = Mostrar como lista
as-table = Mostrar como tabela
total = Total
divided-by = Dividido por
date-range = Intervalo de datas
timeline-summary = { $total ->
    [one] { $total } item com data de { $first } a { $last }; a maioria em { $peak }: { NUMBER($count) }
   *[other] { $total } itens com data de { $first } a { $last }; a maioria em { $peak }: { NUMBER($count) }
}
no-dates = Nenhum item tem data.
without-date = Sem data
named-dates = Datas mencionadas nos textos
named-dates-note = Os textos mencionam estas datas. As datas sem ano são omitidas.
no-named-dates = Os textos não mencionam nenhuma data com o seu ano.
named-dates-read = Só os primeiros resultados foram lidos: { $read } de { $count }.
named-dates-summary = Datas mencionadas: { NUMBER($total) }, de { $first } a { $last }; a maioria em { $peak }: { NUMBER($count) }
named-dates-shown = Datas mostradas: { $shown } de { $count }
no-places = Estes itens não mencionam nenhum lugar.
places-summary = Lugares no mapa: { NUMBER($count) }. O mais mencionado: { $place }.
most-mentioned-places = São mostrados os { NUMBER($shown) } lugares mais mencionados de { NUMBER($total) }.
ambiguous-places = * Vários lugares têm este nome. O mapa mostra o maior; a tabela indica os países dos outros.
not-on-map = Fora do mapa
map-sources = Contornos: Natural Earth. Localizações: GeoNames, CC BY 4.0.
map = Mapa
all-places = Todos os lugares
whole-world = Mundo inteiro
zoom-in = Ampliar
zoom-out = Reduzir
move-west = Para oeste
move-north = Para norte
move-south = Para sul
move-east = Para leste
number-of-items = Itens
country = País
also-in = Também em
region-of = { $country } (região)
country-names = AD Andorra, AE Emirados Árabes Unidos, AF Afeganistão,
    AG Antígua e Barbuda, AI Anguila, AL Albânia, AM Armênia, AO Angola, AQ Antártida,
    AR Argentina, AS Samoa Americana, AT Áustria, AU Austrália, AW Aruba, AX Ilhas Aland,
    AZ Azerbaijão, BA Bósnia e Herzegovina, BB Barbados, BD Bangladesh, BE Bélgica,
    BF Burquina Faso, BG Bulgária, BH Barein, BI Burundi, BJ Benin, BL São Bartolomeu,
    BM Bermudas, BN Brunei, BO Bolívia, BQ Países Baixos Caribenhos, BR Brasil, BS Bahamas,
    BT Butão, BV Ilha Bouvet, BW Botsuana, BY Bielorrússia, BZ Belize, CA Canadá,
    CC Ilhas Cocos (Keeling), CD Congo - Kinshasa, CF República Centro-Africana,
    CG República do Congo, CH Suíça, CI Costa do Marfim, CK Ilhas Cook, CL Chile, CM Camarões,
    CN China, CO Colômbia, CR Costa Rica, CU Cuba, CV Cabo Verde, CW Curaçao,
    CX Ilha Christmas, CY Chipre, CZ Tchéquia, DE Alemanha, DJ Djibuti, DK Dinamarca,
    DM Dominica, DO República Dominicana, DZ Argélia, EC Equador, EE Estônia, EG Egito,
    EH Saara Ocidental, ER Eritreia, ES Espanha, ET Etiópia, FI Finlândia, FJ Fiji,
    FK Ilhas Malvinas, FM Micronésia, FO Ilhas Faroé, FR França, GA Gabão, GB Reino Unido,
    GD Granada, GE Geórgia, GF Guiana Francesa, GG Guernsey, GH Gana, GI Gibraltar,
    GL Groenlândia, GM Gâmbia, GN Guiné, GP Guadalupe, GQ Guiné Equatorial, GR Grécia,
    GS Ilhas Geórgia do Sul e Sandwich do Sul, GT Guatemala, GU Guam, GW Guiné-Bissau,
    GY Guiana, HK Hong Kong, HM Ilhas Heard e McDonald, HN Honduras, HR Croácia, HT Haiti,
    HU Hungria, ID Indonésia, IE Irlanda, IL Israel, IM Ilha de Man, IN Índia,
    IO Território Britânico do Oceano Índico, IQ Iraque, IR Irã, IS Islândia, IT Itália,
    JE Jersey, JM Jamaica, JO Jordânia, JP Japão, KE Quênia, KG Quirguistão, KH Camboja,
    KI Quiribati, KM Comores, KN São Cristóvão e Névis, KP Coreia do Norte, KR Coreia do Sul,
    KW Kuwait, KY Ilhas Cayman, KZ Cazaquistão, LA Laos, LB Líbano, LC Santa Lúcia,
    LI Liechtenstein, LK Sri Lanka, LR Libéria, LS Lesoto, LT Lituânia, LU Luxemburgo,
    LV Letônia, LY Líbia, MA Marrocos, MC Mônaco, MD Moldávia, ME Montenegro, MF São Martinho,
    MG Madagascar, MH Ilhas Marshall, MK Macedônia do Norte, ML Mali, MM Mianmar (Birmânia),
    MN Mongólia, MO Macau, MP Ilhas Marianas do Norte, MQ Martinica, MR Mauritânia,
    MS Montserrat, MT Malta, MU Maurício, MV Maldivas, MW Malaui, MX México, MY Malásia,
    MZ Moçambique, NA Namíbia, NC Nova Caledônia, NE Níger, NF Ilha Norfolk, NG Nigéria,
    NI Nicarágua, NL Países Baixos, NO Noruega, NP Nepal, NR Nauru, NU Niue, NZ Nova Zelândia,
    OM Omã, PA Panamá, PE Peru, PF Polinésia Francesa, PG Papua-Nova Guiné, PH Filipinas,
    PK Paquistão, PL Polônia, PM São Pedro e Miquelão, PN Ilhas Pitcairn, PR Porto Rico,
    PS Palestina, PT Portugal, PW Palau, PY Paraguai, QA Catar, RE Reunião, RO Romênia,
    RS Sérvia, RU Rússia, RW Ruanda, SA Arábia Saudita, SB Ilhas Salomão, SC Seicheles,
    SD Sudão, SE Suécia, SG Singapura, SH Santa Helena, SI Eslovênia, SJ Svalbard e Jan Mayen,
    SK Eslováquia, SL Serra Leoa, SM San Marino, SN Senegal, SO Somália, SR Suriname,
    SS Sudão do Sul, ST São Tomé e Príncipe, SV El Salvador, SX Sint Maarten, SY Síria,
    SZ Essuatíni, TC Ilhas Turcas e Caicos, TD Chade, TF Territórios Franceses do Sul, TG Togo,
    TH Tailândia, TJ Tadjiquistão, TK Tokelau, TL Timor-Leste, TM Turcomenistão, TN Tunísia,
    TO Tonga, TR Turquia, TT Trinidad e Tobago, TV Tuvalu, TW Taiwan, TZ Tanzânia, UA Ucrânia,
    UG Uganda, UM Ilhas Menores Distantes dos EUA, US Estados Unidos, UY Uruguai,
    UZ Uzbequistão, VA Cidade do Vaticano, VC São Vicente e Granadinas, VE Venezuela,
    VG Ilhas Virgens Britânicas, VI Ilhas Virgens Americanas, VN Vietnã, VU Vanuatu,
    WF Wallis e Futuna, WS Samoa, XK Kosovo, YE Iêmen, YT Mayotte, ZA África do Sul, ZM Zâmbia,
    ZW Zimbábue
trends = Tendências
compared-terms = Termos comparados
compared-by = Comparado por
term-to-add = Palavra, frase ou nome
add-term = Adicionar
remove-term = Remover { $term }
names-to-compare = Nomes nestes resultados
rate = { $rate } por 10.000 palavras
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } por 10.000 palavras
trend-peak = { $term }: máximo em { $place }, { $rate } por 10.000 palavras
trend-absent = { $term }: nenhuma ocorrência
trends-counted = Ocorrências em títulos e textos, também em outras formas de uma palavra, por 10.000 palavras.
trends-names = Os nomes contam cada vez que são mencionados.
trends-names-once = Aqui os nomes contam uma vez por item.
words = Palavras
together = Juntos
network = Rede
matrix = Matriz
together-measure = Uma linha une dois nomes que estão nos mesmos itens mais vezes do que por acaso. Quanto mais grossa, mais itens têm ambos.
together-summary = { $names } nomes e os { $pairs } pares mais fortes entre eles. O mais forte é { $strongest }
no-pairs = Não há dois nomes que estejam nos mesmos itens mais vezes do que por acaso.
not-in-one-sentence = Não na mesma frase
all-pairs = Todos os pares
name = Nome
together-with = Junto com
unit = Unidade
scale-summary = { $count ->
    [one] { $count } número de { $first } a { $last }
   *[other] { $count } números de { $first } a { $last }
}
scale-sample = A imagem tem { $shown } de { $count } números, escolhidos uniformemente por tamanho.
no-figures = Nenhum item tem números.
no-quotes = Nenhum item tem citações.
millions = { $number } mi
billions = { $number } bi
trillions = { $number } tri
no-stories = Não há dois destes itens que contem a mesma história.
other-items = Outros itens
all-stories = Todas as histórias
what-it-adds = O que acrescenta
adds-nothing = Não acrescenta nada aos anteriores.
reused-passages = Passagens de artigos anteriores: { NUMBER($count) }
named-first = Nomeados aqui pela primeira vez
compare-with-previous = Comparar com o anterior
compare = Comparar
compare-with = com
whole-story = A história completa
compared-sentences = Frases que ambos têm: { NUMBER($shared) }; só aqui, marcadas: { NUMBER($only) }
lists = Listas de leitura
lists-help = Listas de artigos numa ordem sua. Ficam neste dispositivo.
lists-need-script = As listas de leitura ficam neste dispositivo, e isso precisa de JavaScript.
since = Novidades
since-needs-script = O que esta página continha na sua última visita fica guardado neste dispositivo, e isso precisa de JavaScript.
since-nothing = Nada é novo nem foi alterado desde a sua última visita.
since-none-of-these = Nenhum destes itens é novo ou foi alterado desde a sua última visita, em { $date }.
since-summary = Desde a sua última visita, em { $date }: { NUMBER($added) } novos, { NUMBER($changed) } alterados.
since-help = Esta página guarda neste dispositivo o que continha na sua última visita.
new-items = Itens novos
changed-items = Itens alterados
what-changed = O que mudou
what-changed-in = O que mudou em “{ $title }”
all-of-these = Todos estes
saved-searches = Pesquisas guardadas
saved-searches-help = Quantos resultados de uma pesquisa são novos ou alterados. As pesquisas ficam neste dispositivo.
save-search = Guardar a pesquisa { $search }
search-saved = A pesquisa está guardada.
search-removed = A pesquisa foi removida.
new-of-search = { NUMBER($new) } novos de { NUMBER($total) }
remove-search = Remover a pesquisa { $search }
most-searches = Pode haver { NUMBER($count) } pesquisas guardadas.
text-not-kept = Não tinha aberto este artigo antes de ele mudar, por isso este dispositivo não tem o texto anterior.
text-unchanged = O texto é o que já viu.
all-changes = Todas as alterações
title-before = Título anterior: { $title }
text-changed = Frases: { NUMBER($added) } novas, { NUMBER($gone) } removidas, { NUMBER($reworded) } alteradas.
text-before = Antes
text-now = Agora
new-list = Nome de uma nova lista
create-list = Criar
list-exists = Já existe uma lista com este nome.
all-lists = Todas as listas
no-such-list = Este dispositivo não tem nenhuma lista com este nome.
list-is-empty = Esta lista ainda não tem artigos.
add-results = Adicionar estes resultados
add-saved = Adicionar os artigos salvos
added-to-list = Adicionados: { NUMBER($count) }
most-in-list = Uma lista pode ter { NUMBER($count) } artigos.
move-up = Mover { $title } para cima
move-down = Mover { $title } para baixo
moved-in-list = { $title }: { NUMBER($number) } de { NUMBER($count) }
removed-title = Removido: { $title }
not-in-edition = Já não está nesta edição
rename-list = Mudar o nome
name-of-list = Nome da lista
delete-list = Excluir
delete-list-for-good = Excluir definitivamente
save-as-epub = Salvar como EPUB
save-results-as-epub = Salvar estes resultados como EPUB
writing-book = Escrevendo o livro…
book-saved = Artigos no livro: { NUMBER($count) }
book-lacks-pictures = Imagens omitidas: { NUMBER($count) }
book-failed = Não foi possível escrever o livro.
most-in-book = Um livro tem os primeiros { NUMBER($count) }.
print-list = Imprimir a lista


## A biblioteca de artigos próprios

library = Biblioteca
library-help = Leia aqui os seus próprios artigos: páginas guardadas, exportações de programas de leitura, feeds, livros, mensagens e notas. Ficam neste dispositivo.
drop-files = Largue os ficheiros para os adicionar à biblioteca
pasted-text = Texto colado
own-articles = Os meus artigos
shared-articles = Partilhados
choose-files = Escolher ficheiros
choose-folder = Escolher uma pasta
importing = A ler os ficheiros…
import-progress = Itens lidos: { $count }
import-waiting = À espera de que isto termine: { $count }
import-cancelled = Cancelado.
import-done = Artigos: { $with-text }. Ligações sem texto: { $without }. Já presentes: { $known }.
import-problems = Não lidos: { $count }
import-nothing = Não há nada nestes ficheiros que se possa ler aqui.
import-failed = Não foi possível ler os ficheiros: { $reason }
first-articles = Primeiros artigos
open-collection = Abrir a coleção
names-found = Foram encontrados nomes, citações e números.
names-show = Mostrar
collection-renewing = Esta coleção foi criada por outra versão da página. Está a ser renovada; demora um momento…
collections = Coleções
collection-facts = Itens: { $count }, { $size } MB, { $date }
add-files-to = Adicionar ficheiros a { $title }
rename = Mudar o nome
rename-collection = Mudar o nome de { $title }
title-of-collection = Novo título de { $title }
collection-renamed = A coleção chama-se agora { $title }.
export-collection = Exportar os artigos de { $title } como Markdown
save-as-file = Guardar num ficheiro
save-collection-as-file = Guardar num ficheiro: { $title }
save-as-site = Guardar como sítio
save-collection-as-site = Guardar como sítio: { $title }
saving = A escrever o ficheiro…
remove-collection = Remover { $title }
remove-for-good = Remover definitivamente
remove-collection-for-good = Remover { $title } definitivamente
back-to-site = Voltar aos artigos deste sítio
library-unsupported = Este navegador não pode guardar artigos aqui. As janelas privadas proíbem-no muitas vezes.
library-insecure = Só é possível guardar artigos num endereço seguro, que começa por https.
library-in-preview = Esta pré-visualização não guarda artigos. O sítio publicado guarda.
file-keeps-no-articles = Este ficheiro não pode guardar artigos seus.
open-site = Abrir o sítio, que pode


## Atalhos de teclado

keyboard-shortcuts = Atalhos de teclado
key-search = Ir para a caixa de pesquisa
key-clear = Limpar a caixa de pesquisa, quando ela está em foco
key-suggestions = Abrir as sugestões, quando a caixa de pesquisa está em foco
key-next-result = Próximo resultado; também Page Down nos resultados
key-previous-result = Resultado anterior; também Page Up nos resultados
key-open = Abrir o resultado
key-next-hit = Próxima ocorrência em um artigo
key-previous-hit = Ocorrência anterior em um artigo
key-next-article = Próximo artigo nos resultados
key-previous-article = Artigo anterior nos resultados
key-save = Salvar o artigo ou removê-lo de Salvos
key-theme = Próximo tema
key-keys = Mostrar esta lista
single-keys-help = Desative-os para usar o ditado por voz, ou se entrarem em conflito com suas próprias teclas.
close = Fechar


## Fora do programa: scripts

something-went-wrong = Algo deu errado
program-stopped = Um erro no programa parou esta página. Recarregue-a para continuar. Se ela parar novamente, informe
    suas últimas ações a quem a publica.
needs-webassembly = Esta página precisa do WebAssembly, que este navegador não suporta ou tem desativado. Qualquer
    navegador atual o suporta.
no-script = O JavaScript está desativado. Tudo aqui pode ser lido sem ele; a pesquisa e os filtros precisam dele.
load-failed = Não foi possível carregar. Verifique a conexão e tente novamente.
copied = Copiado
copy-refused = O navegador não permitiu copiar
copy = Copiar
copy-citation = Copiar { $style }
hit-of = Ocorrência { $hit } de { $hits }

suggested-name = Nome
suggested-article = Artigo
suggested-search = Pesquisa recente
clear-recent-searches = Limpar pesquisas recentes

new-edition = Há uma nova edição desta página.
new-edition-show = Mostrar
new-edition-later = Mais tarde
new = Novo
changed = Alterado
changes-found = Desde a sua última visita: { NUMBER($added) } novos, { NUMBER($changed) } alterados.
changes-show = Mostrá-los

keep-offline = Manter offline, { $size } MB
keeping-offline = Carregando para uso offline…
cancel = Cancelar
kept-offline = Disponível offline
offline-removed = Não está mais disponível offline
offline-no-space = Não há mais espaço para isso neste dispositivo.


## Páginas publicadas

all-headlines = Todos os títulos
described = { $count ->
    [one] { $count } artigo
   *[other] { $count } artigos
} para pesquisar, filtrar e ler.
