package tsukasa.watching.showing;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Findings.Slice;
import tsukasa.watching.Justification;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchedItem;

/// Writes lists and findings as files, page by page, so that a large list takes little memory.
@Component
class Files {
    private static final int AT_A_TIME = 500;
    private static final List<String> FINDINGS = List.of(
            "number",
            "cve",
            "title",
            "product",
            "version",
            "severity",
            "score",
            "exploited",
            "answer",
            "reason",
            "range",
            "rule",
            "fixed_in",
            "state",
            "justification",
            "since",
            "changed");
    private final WatchLists lists;
    private final Findings findings;
    private final Rows rows;
    private final PublicAddress address;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Files(WatchLists lists, Findings findings, Rows rows, PublicAddress address, Clock clock) {
        this.lists = lists;
        this.findings = findings;
        this.rows = rows;
        this.address = address;
        this.clock = clock;
    }

    private void each(UUID owner, FindingQuestion asked, BiConsumer<Rows.Told, @Nullable Justification> taker) {
        FindingQuestion question = asked.sized(AT_A_TIME);
        FindingQuestion.Key next;
        do {
            Slice slice = findings.list(owner, question);
            Map<Long, Justification> why = findings.justifications(
                    owner, slice.findings().stream().map(Finding::id).toList());
            rows.told(slice.findings())
                    .forEach(told -> taker.accept(told, why.get(told.finding().id())));
            next = slice.next();
            question = question.from(next);
        } while (next != null);
    }

    void findings(UUID owner, FindingQuestion question, Language language, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(FINDINGS);
            each(owner, question, (told, why) -> finding(csv, told, why, language));
        }
    }

    private static void finding(CsvWriter csv, Rows.Told told, @Nullable Justification why, Language language) {
        Finding finding = told.finding();
        var head = told.head();
        csv.plain(head == null ? "#" + finding.entry() : head.number(), true)
                .plain(head == null ? null : head.cve(), false)
                .cell(head == null ? null : head.title().in(language), false)
                .cell(finding.product(), false)
                .cell(finding.version(), false)
                .plain(finding.severity(), false)
                .plain(
                        finding.tenths() == null
                                ? null
                                : BigDecimal.valueOf(finding.tenths(), 1).toPlainString(),
                        false)
                .plain(finding.exploited(), false)
                .plain(finding.reason().answer(), false)
                .cell(finding.reason().explain().in(language), false)
                .cell(finding.reason().told(), false)
                .plain(finding.reason().rule(), false)
                .cell(finding.reason().fix(), false)
                .plain(finding.state(), false)
                .plain(why == null ? null : why.word(), false)
                .plain(finding.since(), false)
                .plain(finding.changedAt(), false)
                .end();
    }

    void items(UUID owner, UUID list, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(List.of("title", "version", "name", "waiting"));
            everyItem(owner, list)
                    .forEach((_, item) -> csv.cell(item.title(), true)
                            .cell(item.version(), false)
                            .cell(String.join(" ", item.names()), false)
                            .plain(item.open(), false)
                            .end());
        }
    }

    Map<Long, WatchedItem> everyItem(UUID owner, UUID list) {
        Map<Long, WatchedItem> all = new java.util.LinkedHashMap<>();
        WatchLists.Items page;
        int number = 1;
        do {
            page = lists.items(owner, list, "", number++, AT_A_TIME);
            page.items().forEach(item -> all.put(item.id(), item));
        } while (page.items().size() == AT_A_TIME);
        return all;
    }

    /// What `POST /api/watch/lists` takes in again.
    byte[] list(UUID owner, WatchList list) {
        ObjectNode whole = json.createObjectNode().put("name", list.name()).put("note", list.note());
        ArrayNode items = whole.putArray("items");
        everyItem(owner, list.id()).forEach((_, item) -> {
            ObjectNode one = items.addObject().put("title", item.title()).put("version", item.version());
            ArrayNode names = one.putArray("names");
            item.names().forEach(names::add);
        });
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    /// OpenVEX 0.2.0: what the owner decided, in the words of other tools.
    byte[] vex(UUID owner, WatchList list) {
        Map<Long, WatchedItem> items = new HashMap<>(everyItem(owner, list.id()));
        ObjectNode vex = json.createObjectNode()
                .put("@context", "https://openvex.dev/ns/v0.2.0")
                .put(
                        "@id",
                        address.base() + "/watch/lists/" + list.id() + "/vex/"
                                + clock.instant().toEpochMilli())
                .put("author", list.name())
                .put("timestamp", clock.instant().toString())
                .put("version", 1);
        ArrayNode statements = vex.putArray("statements");
        Set<FindingState> still = java.util.EnumSet.complementOf(java.util.EnumSet.of(FindingState.GONE));
        each(
                owner,
                new FindingQuestion(
                        Set.of(list.id()), Set.of(), null, still, "", Set.of(), null, false, null, AT_A_TIME),
                (told, why) -> statement(
                        statements, told, why, items.get(told.finding().item())));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(vex);
    }

    private static void statement(
            ArrayNode statements, Rows.Told told, @Nullable Justification why, @Nullable WatchedItem item) {
        if (item == null) {
            return;
        }
        ObjectNode statement = statements.addObject();
        statement.putObject("vulnerability").put("name", told.number());
        ObjectNode product = statement
                .putArray("products")
                .addObject()
                .put("@id", item.names().getFirst());
        ObjectNode identifiers = product.putObject("identifiers");
        for (String name : item.names()) {
            if (name.startsWith("pkg:")) {
                identifiers.put("purl", name);
            } else if (name.startsWith("cpe:")) {
                identifiers.put("cpe23", name);
            }
        }
        switch (told.finding().state()) {
            case OPEN, REVIEWED, GONE -> statement.put("status", "under_investigation");
            case FIXED -> statement.put("status", "fixed");
            case ACCEPTED ->
                statement.put("status", "affected").put("action_statement", "The risk was accepted by the owner.");
            case NOT_AFFECTED -> {
                statement.put("status", "not_affected");
                if (why != null) {
                    statement.put("justification", why.word());
                }
            }
        }
    }
}
