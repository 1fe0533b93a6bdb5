// Runs exported documents and compiled queries on Lucene, the engine of OpenSearch: analyzers are
// built from the parts that index.json names, and queries of the query DSL from Lucene's own. It
// stops at anything that it does not know.
//
// usage: java -cp LUCENE Lucene.java FOLDER QUERIES
//
// FOLDER is an export. Each line of QUERIES is a query of the query DSL. It prints for each the
// positions of the documents that match, and for a line {"analyze": TEXT} the terms of the text.

import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.*;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queries.intervals.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

class Lucene {
    static Map<String, Analyzer> analyzers = new HashMap<>();
    static Map<String, Object> properties;
    static Map<String, String> indexed = new HashMap<>(), searched = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Map<String, Object> body = object(new Json(Files.readString(folder.resolve("index.json"))).value());
        Map<String, Object> analysis = object(path(body, "settings", "index", "analysis"));
        for (String name : object(analysis.get("analyzer")).keySet()) {
            analyzers.put(name, analyzer(folder, analysis, name));
        }
        properties = object(path(body, "mappings", "properties"));
        readMapping("", properties);
        Map<String, Analyzer> byField = new HashMap<>();
        indexed.forEach((field, name) -> byField.put(field, analyzers.get(name)));
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField));
        try (var writer = new IndexWriter(directory, config)) {
            for (Path file : Files.list(folder).filter(it -> it.getFileName().toString().startsWith("documents-")).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int at = 1; at < lines.size(); at += 2) {
                    var document = new Document();
                    add(document, "", properties, object(new Json(lines.get(at)).value()));
                    writer.addDocument(document);
                }
            }
        }
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            Map<String, Object> query = object(new Json(line).value());
            if (query.containsKey("analyze")) {
                System.out.println(String.join(" ", terms("cuttings", (String) query.get("analyze"))));
                continue;
            }
            var numbers = new TreeSet<Integer>();
            for (var hit : searcher.search(query(query), 1_000_000).scoreDocs) numbers.add(hit.doc);
            System.out.println(numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    static Analyzer analyzer(Path folder, Map<String, Object> analysis, String name) throws IOException {
        Map<String, Object> parts = object(path(analysis, "analyzer", name));
        var builder = CustomAnalyzer.builder(folder).withPositionIncrementGap(100);
        for (Object part : list(parts.get("char_filter"))) {
            Map<String, Object> filter = object(path(analysis, "char_filter", (String) part));
            switch ((String) filter.get("type")) {
                case "mapping" -> {
                    String file = part + ".mapping";
                    var rules = new ArrayList<String>();
                    for (Object rule : list(filter.get("mappings"))) {
                        String[] sides = ((String) rule).split(" =>", 2);
                        rules.add("\"" + sides[0] + "\" => \"" + sides[1].trim() + "\"");
                    }
                    Files.write(folder.resolve(file), rules);
                    builder.addCharFilter("mapping", "mapping", file);
                }
                case "pattern_replace" -> builder.addCharFilter("patternReplace", "pattern",
                        (String) filter.get("pattern"), "replacement", (String) filter.get("replacement"));
                default -> throw new IllegalArgumentException(filter.toString());
            }
        }
        Map<String, Object> tokenizer = object(path(analysis, "tokenizer", (String) parts.get("tokenizer")));
        builder.withTokenizer("pattern", "pattern", (String) tokenizer.get("pattern"), "group", "0");
        for (Object part : list(parts.get("filter"))) {
            Object own = object(analysis.get("filter")).get(part);
            if (own == null) {
                builder.addTokenFilter(Map.of("flatten_graph", "flattenGraph", "lowercase", "lowercase",
                        "asciifolding", "asciiFolding").get(part));
                continue;
            }
            Map<String, Object> filter = object(own);
            switch ((String) filter.get("type")) {
                case "word_delimiter_graph" -> {
                    String types = "types.txt";
                    Files.write(folder.resolve(types), list(filter.get("type_table")).stream().map(it -> (String) it).toList());
                    builder.addTokenFilter("wordDelimiterGraph",
                            "catenateAll", (Boolean) filter.get("catenate_all") ? "1" : "0",
                            "splitOnCaseChange", "0", "splitOnNumerics", "0", "stemEnglishPossessive", "0",
                            "types", types);
                }
                case "truncate" -> builder.addTokenFilter("truncate", "prefixLength", "64");
                case "stemmer" -> {
                    String language = (String) filter.get("language");
                    language = language.equals("porter2") ? "English" : language.substring(0, 1).toUpperCase() + language.substring(1);
                    builder.addTokenFilter("snowballPorter", "language", language);
                }
                default -> throw new IllegalArgumentException(filter.toString());
            }
        }
        return builder.build();
    }

    static void readMapping(String prefix, Map<String, Object> properties) {
        properties.forEach((name, value) -> {
            Map<String, Object> property = object(value);
            if (property.containsKey("properties")) {
                readMapping(prefix + name + ".", object(property.get("properties")));
            }
            if ("text".equals(property.get("type"))) {
                String analyzer = (String) property.get("analyzer");
                indexed.put(prefix + name, analyzer);
                searched.put(prefix + name, (String) property.getOrDefault("search_analyzer", analyzer));
            }
            if (property.containsKey("fields")) {
                readMapping(prefix + name + ".", object(property.get("fields")));
            }
        });
    }

    static void add(Document document, String prefix, Map<String, Object> properties, Map<String, Object> source) {
        source.forEach((name, value) -> {
            Map<String, Object> property = object(properties.get(name));
            if (property == null) {
                throw new IllegalArgumentException(name + " is not in the mapping");
            }
            if (property.containsKey("properties")) {
                add(document, prefix + name + ".", object(property.get("properties")), object(value));
                return;
            }
            for (Object one : value instanceof List<?> many ? many : List.of(value)) {
                addValue(document, prefix + name, property, String.valueOf(one));
                String target = (String) property.get("copy_to");
                if (target != null) {
                    addValue(document, target, object(Lucene.properties.get(target)), String.valueOf(one));
                }
            }
        });
    }

    static void addValue(Document document, String path, Map<String, Object> property, String text) {
        if ("text".equals(property.get("type"))) {
            document.add(new TextField(path, text, Field.Store.NO));
        } else if (text.length() <= 8191) {
            document.add(new StringField(path, text, Field.Store.NO));
        }
        if (property.containsKey("fields")) {
            object(property.get("fields")).forEach((name, sub) ->
                    addValue(document, path + "." + name, object(sub), text));
        }
    }

    static List<String> terms(String analyzer, String text) {
        var terms = new ArrayList<String>();
        try (var stream = analyzers.get(analyzer).tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add((step.getPositionIncrement() == 0 ? "+" : "") + term);
            }
            stream.end();
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
        return terms;
    }

    static Query query(Map<String, Object> dsl) {
        String kind = dsl.keySet().iterator().next();
        Map<String, Object> body = object(dsl.get(kind));
        switch (kind) {
            case "match_all": return new MatchAllDocsQuery();
            case "match_none": return new MatchNoDocsQuery();
            case "bool": {
                var builder = new BooleanQuery.Builder();
                body.forEach((occur, queries) -> {
                    if (occur.equals("minimum_should_match")) {
                        builder.setMinimumNumberShouldMatch(((Double) queries).intValue());
                        return;
                    }
                    for (Object one : list(queries)) {
                        builder.add(query(object(one)), BooleanClause.Occur.valueOf(occur.toUpperCase()));
                    }
                });
                // OpenSearch adds this to queries that only exclude (adjust_pure_negative).
                if (body.keySet().equals(Set.of("must_not"))) {
                    builder.add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER);
                }
                return builder.build();
            }
            case "dis_max":
                return new DisjunctionMaxQuery(list(body.get("queries")).stream().map(it -> query(object(it))).toList(), 0);
            case "multi_match": return multiMatch(body);
            case "exists": return new WildcardQuery(new Term((String) body.get("field"), "*"));
            case "terms": {
                var only = body.entrySet().iterator().next();
                return new TermInSetQuery(only.getKey(), list(only.getValue()).stream().map(it -> new BytesRef((String) it)).toList());
            }
            case "range": {
                var only = body.entrySet().iterator().next();
                Map<String, Object> bounds = object(only.getValue());
                String low = (String) bounds.getOrDefault("gte", bounds.get("gt"));
                String high = (String) bounds.getOrDefault("lte", bounds.get("lt"));
                return TermRangeQuery.newStringRange(only.getKey(), low, high, bounds.containsKey("gte"), bounds.containsKey("lte"));
            }
            case "intervals": {
                var only = body.entrySet().iterator().next();
                return new IntervalQuery(only.getKey(), intervals(only.getKey(), object(only.getValue())));
            }
            default: throw new IllegalArgumentException(kind);
        }
    }

    static Query multiMatch(Map<String, Object> body) {
        var builder = new BooleanQuery.Builder();
        String text = (String) body.get("query");
        for (Object name : list(body.get("fields"))) {
            String field = ((String) name).split("\\^")[0];
            List<String> terms = terms(searched.get(field), text);
            Query query;
            switch ((String) body.get("type")) {
                case "phrase" -> query = new PhraseQuery(field, terms.toArray(String[]::new));
                case "bool_prefix" -> {
                    if (terms.size() > 1) throw new IllegalArgumentException(text);
                    query = terms.isEmpty() ? new MatchNoDocsQuery() : new PrefixQuery(new Term(field, terms.get(0)));
                }
                case "most_fields" -> {
                    var all = new BooleanQuery.Builder();
                    for (String term : terms) {
                        all.add(new TermQuery(new Term(field, term.replaceFirst("^\\+", ""))), BooleanClause.Occur.MUST);
                    }
                    query = all.build();
                }
                default -> throw new IllegalArgumentException(body.toString());
            }
            builder.add(query, BooleanClause.Occur.SHOULD);
        }
        return builder.build();
    }

    static IntervalsSource intervals(String field, Map<String, Object> rule) {
        String kind = rule.keySet().iterator().next();
        Map<String, Object> body = object(rule.get(kind));
        switch (kind) {
            case "match": {
                var terms = terms(searched.get(field), (String) body.get("query")).stream()
                        .map(Intervals::term).toArray(IntervalsSource[]::new);
                if (terms.length == 0) return Intervals.term("\0");
                return terms.length == 1 ? terms[0] : Intervals.phrase(terms);
            }
            case "prefix":
                return Intervals.prefix(new BytesRef(terms(searched.get(field), (String) body.get("prefix")).get(0)), 128);
            case "any_of":
                return Intervals.or(list(body.get("intervals")).stream().map(it -> intervals(field, object(it))).toList());
            case "all_of": {
                var all = Intervals.unordered(list(body.get("intervals")).stream().map(it -> intervals(field, object(it))).toArray(IntervalsSource[]::new));
                return Intervals.maxgaps(((Double) body.get("max_gaps")).intValue(), all);
            }
            default: throw new IllegalArgumentException(kind);
        }
    }

    static Object path(Object value, String... names) {
        for (String name : names) value = object(value).get(name);
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** A parser of valid JSON. */
    static class Json {
        final String text;
        int at = 0;

        Json(String text) {
            this.text = text;
        }

        char next() {
            while (Character.isWhitespace(text.charAt(at))) at++;
            return text.charAt(at);
        }

        Object value() {
            switch (next()) {
                case '{': {
                    var object = new LinkedHashMap<String, Object>();
                    for (at++; next() != '}'; ) {
                        String name = string();
                        next();
                        at++;
                        object.put(name, value());
                        if (next() == ',') at++;
                    }
                    at++;
                    return object;
                }
                case '[': {
                    var list = new ArrayList<Object>();
                    for (at++; next() != ']'; ) {
                        list.add(value());
                        if (next() == ',') at++;
                    }
                    at++;
                    return list;
                }
                case '"': return string();
                default: {
                    int start = at;
                    while (at < text.length() && "},] \n".indexOf(text.charAt(at)) < 0) at++;
                    String word = text.substring(start, at);
                    if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
                    return word.equals("null") ? null : Double.valueOf(word);
                }
            }
        }

        String string() {
            next();
            var out = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                c = text.charAt(++at);
                if (c == 'u') {
                    out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    out.append("bfnrt".indexOf(c) < 0 ? c : "\b\f\n\r\t".charAt("bfnrt".indexOf(c)));
                }
            }
            at++;
            return out.toString();
        }
    }
}
