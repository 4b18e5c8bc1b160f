package tsukasa.plan.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.importing.ReadingRows.Only;

/// Prepares the form that puts one thing right, with its lines of the text beside it.
@Component
class CorrectionViews {
    private final ReadingViews views;

    CorrectionViews(ReadingViews views) {
        this.views = views;
    }

    CorrectionPage form(
            Frame frame,
            OpenReading reading,
            Visitor visitor,
            CorrectionInput input,
            Errors errors,
            @Nullable String conflict) {
        String what = CorrectionInput.text(input.what());
        String subject = CorrectionInput.text(input.subject());
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("what", what);
        hidden.put("subject", subject);
        hidden.put("version", String.valueOf(reading.stored().version()));
        if (input.position() != null) {
            hidden.put("position", String.valueOf(input.position()));
        }
        String address = ReadingViews.BASE + "/" + reading.stored().id();
        Form form = switch (what) {
            case "item" -> item(frame, reading, address, subject, input);
            case "target" -> target(frame, reading, address, subject, input);
            case "cell" -> cell(frame, reading, address, subject, input);
            case "year" -> year(frame, address, input);
            default -> throw gone();
        };
        return new CorrectionPage(
                frame,
                views.head(frame, reading, visitor, "-"),
                form.what(),
                form.lines(),
                form.fields().stream().map(f -> f.errors(errors)).toList(),
                hidden,
                form.back(),
                conflict,
                errors);
    }

    private record Form(String what, List<ReadingPage.Line> lines, List<Field> fields, String back) {}

    private static Problem gone() {
        return Problem.notFound(Text.of("直す対象がありません。", "There is nothing to correct here."));
    }

    private static Form item(Frame frame, OpenReading reading, String address, String subject, CorrectionInput input) {
        Node node = reading.read().document().nodes().stream()
                .filter(n -> n.place().value().equals(subject))
                .findFirst()
                .orElseThrow(CorrectionViews::gone);
        ReadingRows rows = new ReadingRows(frame, reading, address, Only.ALL);
        List<Option> roles = new ArrayList<>(Arrays.stream(Role.values())
                .map(r -> Option.of(r.name(), frame.say(DoubtWords.of(r))))
                .toList());
        roles.add(Option.of(
                CorrectionForms.TEXT_OF_ABOVE, frame.say("項目ではない（上の項目の文）", "No item: text of the item above")));
        return new Form(
                frame.say(subject + "を直す", "Correct " + subject),
                lines(frame, reading, address, node),
                List.of(
                        Field.text("place", frame.say("位置", "Place"))
                                .required()
                                .width(Field.Width.MEDIUM)
                                .maxLength(80)
                                .hint(frame.say("下の段も一緒に動きます。", "What stands below moves along."))
                                .value(or(input.place(), subject)),
                        Field.select("role", frame.say("種類", "Kind"), roles)
                                .required()
                                .value(or(input.role(), node.role().name())),
                        Field.text("title", frame.say("見出し", "Title"))
                                .optional()
                                .maxLength(200)
                                .value(or(input.title(), ReadingRows.title(node)))),
                rows.addressOf(node.line(), node.place()));
    }

    private static List<ReadingPage.Line> lines(Frame frame, OpenReading reading, String address, Node node) {
        return new ReadingRows(frame, reading, address, Only.ALL)
                .rowOf(node).lines().stream()
                        .map(l -> new ReadingPage.Line(l.number(), l.text(), List.of()))
                        .toList();
    }

    private static String or(@Nullable String typed, String now) {
        return typed == null ? now : typed;
    }

    private static Form target(
            Frame frame, OpenReading reading, String address, String subject, CorrectionInput input) {
        FoundIndicator indicator = reading.read().indicators().stream()
                .filter(i -> i.place().value().equals(subject))
                .findFirst()
                .orElseThrow(CorrectionViews::gone);
        int number = Optional.ofNullable(input.position()).orElse(0);
        if (number < 0 || number > indicator.targets().size()) {
            throw gone();
        }
        boolean there = number < indicator.targets().size();
        Optional<FoundIndicator.Target> target =
                there ? Optional.of(indicator.targets().get(number)) : Optional.empty();
        List<Field> fields = new ArrayList<>(targetFields(frame, input, target));
        if (there) {
            fields.add(Field.checkboxes(
                            "remove",
                            frame.say("この目標", "This target"),
                            List.of(Option.of("yes", frame.say("目標ではないので外す", "Is no target: remove it"))))
                    .value(input.remove()));
        }
        Node node = reading.read().document().node(indicator.place()).orElseThrow(CorrectionViews::gone);
        return new Form(
                frame.say(indicator.title() + "の目標" + (number + 1), indicator.title() + ", target " + (number + 1)),
                lines(frame, reading, address, node),
                fields,
                address + "/indicators");
    }

    private static List<Field> targetFields(
            Frame frame, CorrectionInput input, Optional<FoundIndicator.Target> target) {
        return List.of(
                Field.select(
                                "comparator",
                                frame.say("比べ方", "Comparison"),
                                List.of(
                                        Option.of("AT_LEAST", frame.say("以上（≥）", "at least (≥)")),
                                        Option.of("AT_MOST", frame.say("以下（≤）", "at most (≤)")),
                                        Option.of("EQUAL", frame.say("ちょうど（=）", "exactly (=)"))))
                        .required()
                        .value(or(
                                input.comparator(),
                                target.map(t -> t.comparator().name()).orElse("AT_LEAST"))),
                Field.number("value", frame.say("目標値", "Target"))
                        .required()
                        .hint(frame.say("「3分の2」は 2/3 と書きます。", "Write two thirds as 2/3."))
                        .value(or(
                                input.value(),
                                target.map(t -> t.value().toString()).orElse(""))),
                Field.text("unit", frame.say("単位", "Unit"))
                        .optional()
                        .width(Field.Width.SMALL)
                        .maxLength(20)
                        .value(or(
                                input.unit(),
                                target.map(FoundIndicator.Target::unit).orElse(""))));
    }

    private static Form cell(Frame frame, OpenReading reading, String address, String subject, CorrectionInput input) {
        String[] where = subject.split("/", 3);
        Cell now = where.length < 3
                ? null
                : reading.read().tables().stream()
                        .filter(t -> t.id().equals(where[0]))
                        .findFirst()
                        .flatMap(t -> t.cell(where[1], where[2]))
                        .orElse(null);
        if (now == null) {
            throw gone();
        }
        String shown = now instanceof Cell.Blank ? "" : CorrectionWords.text(now);
        return new Form(
                FigureViews.name(frame, reading, where[0], where[1], where[2]),
                List.of(),
                List.of(Field.number("value", frame.say("百万円", "Million yen"))
                        .hint(frame.say(
                                "負の値は「△5」、計画がない欄は「－」、値を印刷していない欄は空欄。",
                                "Negative: △5. Nothing planned: －. No value printed: leave empty."))
                        .value(or(input.value(), shown))),
                address + "/tables#t-" + where[0]);
    }

    private static Form year(Frame frame, String address, CorrectionInput input) {
        return new Form(
                frame.say("計画の年度", "Fiscal year of the plan"),
                List.of(),
                List.of(Field.number("value", frame.say("年度（西暦）", "Fiscal year"))
                        .required()
                        .hint(frame.say("令和3年度は 2021 です。", "The year that begins in April 2021 is 2021."))
                        .value(input.value())),
                address);
    }
}
