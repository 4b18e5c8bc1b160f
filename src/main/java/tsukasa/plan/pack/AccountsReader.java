package tsukasa.plan.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.plan.Accounts;
import tsukasa.plan.Accounts.Account;
import tsukasa.plan.Accounts.PersonnelEstimate;
import tsukasa.plan.Accounts.Segment;
import tsukasa.plan.MoneyTable;

/// Reads how the money tables are divided, from `tables.yaml`.
final class AccountsReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final String ID_REMEDY = "write an id in small letters, such as general";

    private final Fields file;
    private final Names names;
    private final Problems problems;
    private final Set<String> segments = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();

    AccountsReader(Fields file, Names names, Problems problems) {
        this.file = file;
        this.names = names;
        this.problems = problems;
    }

    /// Accounts and segments, to which the tables refer.
    Accounts read() {
        List<Segment> read =
                file.listIfAny("segments").stream().map(this::segment).toList();
        return new Accounts(
                file.listIfAny("accounts").stream().map(this::account).toList(), read, List.of());
    }

    /// The same with the personnel estimates, which refer to the tables.
    Accounts withPersonnel(Accounts read, List<MoneyTable> tables) {
        return new Accounts(
                read.accounts(),
                read.segments(),
                file.listIfAny("personnel").stream()
                        .map(entry -> personnel(entry, tables))
                        .toList());
    }

    private Segment segment(Entry entry) {
        Fields fields = entry.fields("id", "title", "sections");
        return new Segment(
                newId(fields, segments),
                fields.words("title"),
                fields.listIfAny("sections").stream().map(names::place).toList());
    }

    private Account account(Entry entry) {
        Fields fields = entry.fields("id", "title", "segments", "sections");
        return new Account(
                newId(fields, accounts),
                fields.words("title"),
                fields.listIfAny("segments").stream().map(this::knownSegment).toList(),
                fields.listIfAny("sections").stream().map(names::place).toList());
    }

    private PersonnelEstimate personnel(Entry entry, List<MoneyTable> tables) {
        Fields fields = entry.fields("table", "account", "millions", "segments", "note");
        String table = fields.text("table");
        if (!table.equals("?") && tables.stream().noneMatch(t -> t.id().equals(table))) {
            problems.add(
                    fields.spot("table"),
                    "there is no table " + Problems.quote(table),
                    "write the number of a table below");
        }
        String account = fields.text("account");
        if (!account.equals("?") && !account.equals(Accounts.TOTAL) && !accounts.contains(account)) {
            problems.add(
                    fields.spot("account"),
                    "there is no account " + Problems.quote(account),
                    "add it to `accounts`, or write total");
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        fields.ifAny("segments")
                .ifPresent(written -> Fields.free(written).forEach((segment, amount) -> {
                    if (!segments.contains(segment)) {
                        amount.wrong(
                                "there is no segment " + Problems.quote(segment),
                                "add it to `segments`, or correct it");
                    }
                    parts.put(segment, amount.whole(0, Integer.MAX_VALUE));
                }));
        return new PersonnelEstimate(
                table, account, fields.whole("millions", 0, Integer.MAX_VALUE), parts, fields.wordsIfAny("note"));
    }

    private String knownSegment(Entry entry) {
        String id = entry.text();
        if (!id.equals("?") && !segments.contains(id)) {
            entry.wrong("there is no segment " + Problems.quote(id), "add it to `segments`, or correct it");
        }
        return id;
    }

    private String newId(Fields fields, Set<String> seen) {
        String id = fields.text("id", ID, "?", ID_REMEDY);
        if (!id.equals("?") && (!seen.add(id) || id.equals(Accounts.TOTAL))) {
            problems.add(fields.spot("id"), "the id " + Problems.quote(id) + " is taken", "choose another");
        }
        return id;
    }
}
