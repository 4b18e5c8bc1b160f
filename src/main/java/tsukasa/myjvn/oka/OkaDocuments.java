package tsukasa.myjvn.oka;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Applicable;
import tsukasa.advisories.CsafDocuments;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.advisories.CvssObjects;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.Selections.Revision;
import tsukasa.vulnerability.Weakness;
import tsukasa.vulnerability.WeaknessClaim;
import tsukasa.vulnerability.Weaknesses;

/// The JSON documents of feed OKA.
@Component
class OkaDocuments {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final String SCHEMAS = "https://jvndb.jvn.jp/schema/";
    private static final String DATED = "?20250419";
    private static final Text OVERVIEW = Text.of("脆弱性対策情報", "Vulnerability countermeasure information");
    private final PublicAddress address;
    private final Settings settings;
    private final Clock clock;
    private final CvssObjects scores;
    private final Weaknesses weaknesses;
    private final Applicable applicable;
    private final CsafDocuments advisories;
    private final OkaProducts products;
    private final JsonMapper json = JsonMapper.builder().build();

    OkaDocuments(
            PublicAddress address,
            Settings settings,
            Clock clock,
            CvssObjects scores,
            Weaknesses weaknesses,
            Applicable applicable,
            CsafDocuments advisories,
            OkaProducts products) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.scores = scores;
        this.weaknesses = weaknesses;
        this.applicable = applicable;
        this.advisories = advisories;
        this.products = products;
    }

    /// How a question ended.
    ///
    /// @param refused null if it was answered
    record Outcome(
            Map<String, String> echo,
            String method,
            Language language,
            int most,
            long total,
            int answered,
            long first,
            @Nullable OkaRefused refused) {
        static Outcome of(OkaAsked asked, String method, int most, long total, int answered, long first) {
            return new Outcome(asked.echo(), method, asked.language(), most, total, answered, first, null);
        }
    }

    static String schema(String name) {
        return SCHEMAS + name + DATED;
    }

    byte[] overview(List<Told> told, Outcome outcome) {
        Language language = outcome.language();
        ObjectNode whole = json.createObjectNode().put("$schema", schema("myjvn_feed_1.0.json"));
        Instant updated =
                told.isEmpty() ? clock.instant() : told.getFirst().head().updated();
        ObjectNode feed = whole.putObject("feed");
        heading(feed, OVERVIEW, updated, language);
        ArrayNode entries = feed.putArray("entry");
        told.forEach(each -> entry(entries.addObject(), each, language));
        status(whole.putObject("status"), outcome);
        status(whole.putObject("status:Status"), outcome);
        return json.writeValueAsBytes(whole);
    }

    Instant now() {
        return clock.instant();
    }

    void heading(ObjectNode one, Text title, Instant updated, Language language) {
        generator(one);
        one.put("title", title.in(language))
                .put("link", address.base() + "/myjvn")
                .put("updated", written(updated))
                .put("lang", language.tag());
        one.putObject("author")
                .put("name", settings.agency().title().in(language))
                .put("uri", address.base() + "/");
        one.putObject("distribution").putObject("tlp").put("label", "CLEAR").put("url", "https://www.first.org/tlp/");
    }

    private void generator(ObjectNode one) {
        one.putObject("generator")
                .put("date", written(clock.instant()))
                .putObject("engine")
                .put("version", "4.0.0")
                .put("name", "MyJVN API");
    }

    static String written(Instant moment) {
        return WRITTEN.format(moment.atZone(Writing.JAPAN));
    }

    private void entry(ObjectNode one, Told told, Language language) {
        one.put("title", told.title(language))
                .put("id", told.head().number().toString())
                .put("summary", marked(told, language))
                .put("link", page(told, language))
                .put("modified", written(told.head().updated()))
                .put("created", written(told.head().registered()))
                .put("public", written(told.head().published()));
        ArrayNode references = one.putArray("references");
        told.entry().references().stream()
                .filter(reference -> !reference.url().isBlank())
                .forEach(reference -> references
                        .addObject()
                        .put("summary", reference.name().isBlank() ? reference.url() : reference.name())
                        .put("url", reference.url().strip())
                        .put("source", "advisory"));
        ArrayNode rows = one.putArray("products");
        products.of(told.entry()).forEach(row -> product(rows.addObject(), row));
        metrics(one, told);
        ArrayNode cwes = one.putArray("cwes");
        told.entry()
                .cwes()
                .forEach(cwe -> cwes.addObject()
                        .put("id", cwe)
                        .put("name", weakness(cwe, language))
                        .put("url", described(cwe)));
    }

    /// Clients look for these marks.
    private static String marked(Told told, Language language) {
        String text = told.overview(language);
        String mark = told.head().standing().mark();
        return mark.isEmpty() || language != Language.JA || text.startsWith(mark) ? text : mark + " " + text;
    }

    private String page(Told told, Language language) {
        String page = address.base() + "/vulnerabilities/" + told.head().number();
        return language == Language.EN ? page + "?lang=en" : page;
    }

    private String weakness(String cwe, Language language) {
        return weaknesses
                        .find(cwe)
                        .map(Weakness::name)
                        .map(name -> name.in(language))
                        .orElse(cwe) + "(" + cwe + ")";
    }

    private static void product(ObjectNode one, OkaProducts.Row row) {
        one.put("vname", row.vendor()).put("product_id", row.id()).put("pname", row.product());
        if (!row.version().isEmpty()) {
            one.put("version", row.version());
        }
        ObjectNode ids = one.putObject("product_ids");
        if (!row.part().isEmpty()) {
            ids.put("cpe", OkaNames.cpe(row.part(), row.vendor(), row.product()) + ":*");
        }
        if (row.purl() != null) {
            ids.putArray("id_refs").addObject().put("nameType", "purl").put("value", row.purl());
        }
    }

    private void metrics(ObjectNode one, Told told) {
        ObjectNode content = json.createObjectNode();
        for (String version : List.of("2", "3", "4")) {
            told.entry()
                    .score(version)
                    .flatMap(scores::of)
                    .ifPresent(scored -> content.putObject("cvss_v" + version)
                            .put("version", scored.version())
                            .put(
                                    "vectorString",
                                    scored.json().path("vectorString").asString())
                            .put("baseScore", BigDecimal.valueOf(scored.tenths(), 1))
                            .put("baseSeverity", scored.severity()));
        }
        ArrayNode metrics = one.putArray("metrics");
        if (!content.isEmpty()) {
            metrics.addObject().set("content", content);
        }
    }

    byte[] detail(ObjectNode advisory, Outcome outcome) {
        status(advisory.putObject("status"), outcome);
        return json.writeValueAsBytes(advisory);
    }

    /// An advisory of CSAF 2.1 with what this feed adds.
    ObjectNode advisory(Told told, Revision revision, Language language) {
        ObjectNode whole = advisories.document(told, revision, Edition.V2_1, language);
        whole.put("$schema", schema("myjvn_vuldef_1.0.csaf.json"));
        ObjectNode document = (ObjectNode) whole.path("document");
        document.put("category", "myjvn_security_advisory");
        references(document, told, language);
        ObjectNode tracking = (ObjectNode) document.path("tracking");
        tracking.put("public_date", written(told.head().published()));
        generator(tracking);
        whole.path("vulnerabilities").forEach(one -> vulnerability((ObjectNode) one, told, language));
        ObjectNode more = whole.putObject("jvn_extension");
        heading(
                more,
                Text.of("脆弱性対策詳細情報", "Details of a vulnerability"),
                told.head().updated(),
                language);
        more.put("vulnid", told.head().number().toString());
        affected(more, told, language);
        more.set("cpeApplicability", applicable.configurations(told.entry()));
        return whole;
    }

    /// What vendors say is told apart from the rest, and so are the kinds of weakness.
    private void references(ObjectNode document, Told told, Language language) {
        ArrayNode references = (ArrayNode) document.path("references");
        for (Reference reference : told.entry().references()) {
            boolean vendor = reference.tags().stream().anyMatch(tag -> tag.equalsIgnoreCase("Vendor Advisory"));
            if (reference.url().matches("https?://\\S+")) {
                reference(
                        references,
                        reference.name().isBlank() ? reference.url() : reference.name(),
                        reference.url(),
                        vendor ? "vendor" : "advisory");
            }
        }
        told.entry().cwes().forEach(cwe -> reference(references, weakness(cwe, language), described(cwe), "cwe"));
    }

    private static void reference(ArrayNode references, String summary, String url, String type) {
        references
                .addObject()
                .put("category", "external")
                .put("summary", summary)
                .put("url", url)
                .put("type", type)
                .put("source", type);
    }

    private static void vulnerability(ObjectNode one, Told told, Language language) {
        one.path("cwes").forEach(cwe -> weakness((ObjectNode) cwe, told));
        told.entry()
                .text(Kind.IMPACT, language)
                .ifPresent(text -> one.withArray("threats")
                        .addObject()
                        .put("category", "impact")
                        .put("details", text));
        for (JsonNode metric : one.path("metrics")) {
            for (String version : List.of("2", "3", "4")) {
                JsonNode score = metric.path("content").path("cvss_v" + version);
                if (score instanceof ObjectNode scored) {
                    told.entry().score(version).ifPresent(claim -> {
                        scored.put("source", claim.by());
                        if (claim.primary()) {
                            scored.put("type", "primary");
                        }
                    });
                }
            }
        }
    }

    /// This feed tells where a kind of weakness is described, and who says that it is one.
    private static void weakness(ObjectNode one, Told told) {
        String cwe = one.path("id").asString();
        one.put("url", described(cwe));
        one.put(
                "source",
                told.entry().records().stream()
                        .flatMap(said -> said.weaknesses().stream())
                        .filter(claim -> claim.cwe().equals(cwe))
                        .map(WeaknessClaim::by)
                        .findFirst()
                        .orElse(""));
    }

    private static String described(String cwe) {
        return "https://cwe.mitre.org/data/definitions/" + cwe.substring(4) + ".html";
    }

    private void affected(ObjectNode more, Told told, Language language) {
        ArrayNode all = more.putArray("affected");
        for (OkaProducts.Row row : products.of(told.entry())) {
            ObjectNode one = all.addObject().put("vendor", row.vendor()).put("product", row.product());
            ObjectNode version = one.putArray("versions").addObject();
            String[] bounds = row.version().split("\\|", -1);
            boolean from = bounds[0].startsWith(">");
            String last = bounds[bounds.length - 1];
            boolean until = last.startsWith("<");
            String first = from ? bounds[0].replaceFirst("^>=?", "") : until ? "0" : row.version();
            version.put("version", first.isEmpty() ? "*" : first).put("status", "affected");
            if (until) {
                version.put(
                        last.startsWith("<=") ? "lessThanOrEqual" : "lessThan",
                        last.substring(last.startsWith("<=") ? 2 : 1));
                version.put("versionType", "custom");
            }
            String said = row.version().isEmpty() ? "*" : row.version();
            version.put(
                    "description", Text.of("バージョン " + said, "Version " + said).in(language));
        }
    }

    byte[] refusal(Outcome outcome) {
        ObjectNode whole = json.createObjectNode();
        status(whole.putObject("status"), outcome);
        return json.writeValueAsBytes(whole);
    }

    static void status(ObjectNode status, Outcome outcome) {
        OkaRefused refused = outcome.refused();
        status.put("version", "4.0.0")
                .put("method", outcome.method())
                .put("feed", "oka")
                .put("lang", outcome.language().tag())
                .put("retCd", refused == null ? 0 : 1)
                .put("retMax", outcome.most())
                .put("errCd", refused == null ? "" : refused.code())
                .put("errMsg", refused == null ? "" : refused.message(outcome.language()))
                .put("totalRes", outcome.total())
                .put("totalResRet", outcome.answered())
                .put("firstRes", outcome.first());
        outcome.echo().forEach(status::put);
    }
}
