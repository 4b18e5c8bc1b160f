package tsukasa.plan.accounts;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.Plan;
import tsukasa.plan.TableCheck;

/// A rule in row codes, `net_profit = rev.total + -cost.total`, in the words the tables print.
final class RuleWords {
    private static final Pattern CODE =
            Pattern.compile("(?:(budget|income|cash) )?(?<![\\w.])([a-z][a-z_]*(?:\\.[a-z_]+)*)(?![\\w.])");
    private final Frame frame;
    private final Plan plan;

    RuleWords(Frame frame, Plan plan) {
        this.frame = frame;
        this.plan = plan;
    }

    String of(MoneyTable table, TableCheck check) {
        String label = label(table, check.row()).orElse(check.row());
        return switch (check.scope()) {
            case SEGMENTS -> frame.say(label + "：区分の和＝合計", label + ": the segments sum to the total");
            case ACCOUNTS -> frame.say(label + "：各勘定の和＝総表", label + ": the accounts sum to the total");
            case WITHIN, RELATION -> words(table, check.rule());
        };
    }

    private String words(MoneyTable table, String rule) {
        return CODE.matcher(rule)
                .replaceAll(code -> Matcher.quoteReplacement(word(table, code)))
                .replace("+ -", "− ")
                .replace("+ −", "− ")
                .replace(" + ", frame.say("＋", " + "))
                .replace(" − ", frame.say("−", " − "))
                .replace(" = ", frame.say("＝", " = "));
    }

    private String word(MoneyTable table, MatchResult code) {
        String kind = code.group(1);
        Optional<MoneyTable> where = kind == null
                ? Optional.of(table)
                : plan.tables().stream()
                        .filter(other -> other.account().equals(table.account())
                                && other.kind() == Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)))
                        .findFirst();
        Optional<String> label = where.flatMap(found -> label(found, code.group(2)));
        return kind == null
                ? label.orElse(code.group())
                : label.map(found -> where.map(t -> AccountsDesk.kind(frame, t.kind()))
                                        .orElse("") + frame.say("の", " ") + "「" + found + "」")
                        .orElse(code.group());
    }

    /// 計 says little by itself: with the side it sums up.
    private Optional<String> label(MoneyTable table, String row) {
        return table.row(row).map(found -> {
            String label = frame.say(found.label());
            return label.equals("計")
                    ? Sides.of(table.kind(), row)
                            .map(side -> frame.say(side) + label)
                            .orElse(label)
                    : label;
        });
    }
}
