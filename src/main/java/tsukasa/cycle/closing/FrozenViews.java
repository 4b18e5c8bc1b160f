package tsukasa.cycle.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Closing;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.CountedRow;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.FrozenCounts.Comparison;
import tsukasa.plan.FrozenCounts.Difference;
import tsukasa.plan.FrozenCounts.Integrity;
import tsukasa.plan.FrozenCounts.Knowledge;
import tsukasa.plan.FrozenCounts.Span;
import tsukasa.plan.FrozenCounts.Why;
import tsukasa.plan.Threshold;

/// Draws one frozen number: its rows checked by their digest, and counted again by the knowledge of then and of now.
@Component
class FrozenViews {
    private static final int ROWS_SHOWN = 200;
    private final FrozenCounts frozen;

    FrozenViews(FrozenCounts frozen) {
        this.frozen = frozen;
    }

    FrozenPage page(Frame frame, String base, Closing closing, Threshold threshold, FrozenCount count) {
        Comparison then = frozen.compare(count, threshold.query(), Knowledge.OF_THEN, 0);
        Comparison now = frozen.compare(count, threshold.query(), Knowledge.OF_NOW, ROWS_SHOWN);
        List<FrozenPage.Row> rows = now instanceof Comparison.Different different
                ? different.rows().stream().map(row -> row(frame, row)).toList()
                : List.of();
        long all = now instanceof Comparison.Different different
                ? different.added() + different.gone() + different.other()
                : 0;
        return new FrozenPage(
                frame,
                base,
                frame.say(closing.period().part().title()),
                threshold.id(),
                frame.say(threshold.title()),
                lead(frame, threshold, count, now),
                facts(frame, threshold, count),
                intact(frame, frozen.check(count.id())),
                byThen(frame, then),
                byNow(frame, now),
                rows,
                all - rows.size());
    }

    private static String lead(Frame frame, Threshold threshold, FrozenCount count, Comparison now) {
        String closed =
                ClosingViews.figure(frame, Optional.of(threshold), ClosingViews.value(Optional.of(threshold), count));
        return switch (now) {
            case Comparison.Same same ->
                frame.say("締めたときは" + closed + "、今数えても同じです。", closed + " when closed, and the same counted now.");
            case Comparison.Different different -> {
                String again = ClosingViews.figure(
                        frame, Optional.of(threshold), different.now().value());
                yield frame.say(
                        "締めたときは" + closed + "、今数えると" + again + "です。",
                        closed + " when closed, " + again + " counted now.");
            }
            case Comparison.NotCounted reason -> frame.say(reason.reason().what());
        };
    }

    private static List<Fact> facts(Frame frame, Threshold threshold, FrozenCount count) {
        return List.of(
                Fact.of(
                        frame.say("締めた数", "Closed at"),
                        ClosingViews.figure(
                                        frame,
                                        Optional.of(threshold),
                                        ClosingViews.value(Optional.of(threshold), count))
                                + count.denominator()
                                        .map(below -> "（" + count.amount() + "／" + below + "）")
                                        .orElse("")),
                Fact.of(frame.say("もとになった行", "Rows"), frame.writing().number(count.rows())),
                Fact.of(frame.say("集計の時点", "As of"), frame.writing().date(count.asOf())),
                Fact.of(frame.say("記録の時点", "Recorded by"), frame.writing().minute(count.knownAt())),
                Fact.of(
                        frame.say("数え方", "Definition"),
                        count.definition() + frame.say("　第" + count.version() + "版", ", version " + count.version())),
                Fact.of("SHA-256", count.digest()));
    }

    private static FrozenPage.Check intact(Frame frame, Integrity integrity) {
        return switch (integrity) {
            case Integrity.Intact intact ->
                new FrozenPage.Check(
                        Status.MATCHES,
                        frame.say("行は固定したときのまま", "The rows are as they were frozen"),
                        frame.say("行から作り直したSHA-256が一致しました。", "Their SHA-256, made anew, is the same."));
            case Integrity.Tampered(var where) ->
                new FrozenPage.Check(
                        Status.DIFFERS,
                        frame.say("固定した行が書き換えられています", "The frozen rows were tampered with"),
                        frame.say("SHA-256が一致しません。", "Their SHA-256 is not the same. ")
                                + where(frame, where)
                                + frame.say(
                                        "監査担当に知らせ、バックアップと比べてください。", "Tell the auditors, and compare with a backup."));
        };
    }

    private static String where(Frame frame, List<Span> spans) {
        if (spans.isEmpty()) {
            return "";
        }
        Span first = spans.getFirst();
        String rows = frame.writing().number(first.rows());
        String more = spans.size() == 1
                ? ""
                : frame.say(
                        "（ほかに" + frame.writing().number(spans.size() - 1) + "か所）",
                        " (and in " + frame.writing().number(spans.size() - 1) + " other places)");
        return frame.say(
                "変わったのは、" + first.first() + " から " + first.last() + " までの" + rows + "行のどこかです" + more + "。",
                "What changed lies within the " + rows + " rows from " + first.first() + " to " + first.last() + more
                        + ". ");
    }

    private static FrozenPage.Check byThen(Frame frame, Comparison then) {
        return switch (then) {
            case Comparison.Same same ->
                new FrozenPage.Check(
                        Status.MATCHES,
                        frame.say("当時の記録で数え直すと同じ", "The same by the records of then"),
                        frame.say("すべての行が一致しました。", "Row by row."));
            case Comparison.Different different ->
                new FrozenPage.Check(
                        Status.DIFFERS,
                        frame.say("当時の記録で数え直すと違う", "Different by the records of then"),
                        frame.say(
                                "数え方が変わったか、過去の記録が書き換えられました。下の行を確かめてください。",
                                "The definition changed, or past records were rewritten. Look at the rows below."));
            case Comparison.NotCounted reason ->
                new FrozenPage.Check(
                        Status.TO_BE_CHECKED,
                        frame.say("数え直せません", "Cannot be counted again"),
                        frame.say(reason.reason().what()));
        };
    }

    private static FrozenPage.Check byNow(Frame frame, Comparison now) {
        return switch (now) {
            case Comparison.Same same ->
                new FrozenPage.Check(
                        Status.MATCHES,
                        frame.say("今の記録で数えても同じ", "The same by the records of now"),
                        frame.say("締めた後の変化はありません。", "Nothing changed since the closing."));
            case Comparison.Different different ->
                new FrozenPage.Check(
                        Status.TO_BE_CHECKED,
                        frame.say("締めた後に変わった行があります", "Rows changed since the closing"),
                        frame.say(
                                "加わった行" + different.added() + "、なくなった行" + different.gone() + "、内容が変わった行"
                                        + different.other(),
                                different.added() + " added, " + different.gone() + " gone, " + different.other()
                                        + " changed"));
            case Comparison.NotCounted reason ->
                new FrozenPage.Check(
                        Status.TO_BE_CHECKED,
                        frame.say("数え直せません", "Cannot be counted again"),
                        frame.say(reason.reason().next()));
        };
    }

    private static FrozenPage.Row row(Frame frame, Difference difference) {
        CountedRow row = difference.either();
        Instant recorded = row.recordedAt();
        return new FrozenPage.Row(
                why(frame, difference.why()),
                row.subject() == null ? row.id() : row.subject(),
                row.id(),
                row.occurredOn() == null ? "" : row.occurredOn().toString(),
                recorded == null ? "" : frame.writing().minute(recorded),
                difference.then().map(then -> amount(frame, then)).orElse("－"),
                difference.now().map(now -> amount(frame, now)).orElse("－"),
                row.link());
    }

    private static String amount(Frame frame, CountedRow row) {
        Long below = row.denominator();
        return frame.writing().number(row.amount())
                + (below == null ? "" : "／" + frame.writing().number(below));
    }

    private static String why(Frame frame, Why why) {
        return switch (why) {
            case RECORDED_LATE -> frame.say("締めた後に記録された", "Recorded after the closing");
            case NO_LONGER_COUNTED -> frame.say("取り下げられたか、数の外になった", "Taken back, or no longer within the count");
            case CHANGED -> frame.say("内容が変わった", "Changed");
            case UNEXPLAINED -> frame.say("説明がつかない", "Not explained by its times");
        };
    }
}
