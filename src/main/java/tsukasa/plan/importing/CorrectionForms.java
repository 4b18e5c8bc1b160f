package tsukasa.plan.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.Threshold.Comparator;

/// Reads what was typed into a correction form: what changed, or what is wrong with it.
final class CorrectionForms {
    static final String TEXT_OF_ABOVE = "JOIN";
    private static final Pattern FIGURE = Pattern.compile("[-△▲]? ?[0-9]{1,3}(?:,?[0-9]{3}){0,4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?|[0-9]{1,6}/[1-9][0-9]{0,5}");
    private final Frame frame;
    private final OpenReading reading;
    private final CorrectionInput input;
    private final List<ReadingCorrection> corrections = new ArrayList<>();
    private Errors errors = Errors.none();

    CorrectionForms(Frame frame, OpenReading reading, CorrectionInput input) {
        this.frame = frame;
        this.reading = reading;
        this.input = input;
    }

    /// Either errors, or corrections; neither when nothing was changed.
    record Typed(List<ReadingCorrection> corrections, Errors errors) {}

    Typed read() {
        switch (CorrectionInput.text(input.what())) {
            case "item" -> item();
            case "target" -> target();
            case "cell" -> cell();
            default -> year();
        }
        return new Typed(errors.isEmpty() ? corrections : List.of(), errors);
    }

    private void wrong(String field, String ja, String en) {
        errors = errors.with(field, frame.say(ja, en));
    }

    private void item() {
        Optional<Node> node =
                place(input.subject()).flatMap(p -> reading.read().document().node(p));
        if (node.isEmpty()) {
            wrong("", "その項目はもうありません。一覧から選び直してください。", "This item is gone. Choose it again.");
            return;
        }
        Place now = node.get().place();
        String title = CorrectionInput.text(input.title());
        if (title.length() > 200 || title.chars().anyMatch(Character::isISOControl)) {
            wrong("title", "見出しは200字以内で、1行で書いてください。", "Write the title in one line of at most 200 characters.");
        } else if (!title.isEmpty() && !title.equals(ReadingRows.title(node.get()))) {
            corrections.add(new ReadingCorrection.Titled(now, title));
        }
        String role = CorrectionInput.text(input.role());
        if (role.equals(TEXT_OF_ABOVE)) {
            corrections.clear();
            corrections.add(new ReadingCorrection.Joined(now));
            return;
        }
        role(now, node.get().role(), role);
        Optional<Place> to = place(input.place());
        if (to.isEmpty()) {
            wrong(
                    "place",
                    "位置は「Ⅰ-1-(1)」のように、80字以内で書いてください。",
                    "Write the place like Ⅰ-1-(1), in at most 80 characters.");
        } else if (!to.get().equals(now)) {
            corrections.add(new ReadingCorrection.Placed(now, to.get()));
        }
    }

    private void role(Place place, Role now, String typed) {
        for (Role role : Role.values()) {
            if (role.name().equals(typed)) {
                if (role != now) {
                    corrections.add(new ReadingCorrection.Roled(place, role));
                }
                return;
            }
        }
        wrong("role", "種類を一覧から選んでください。", "Choose a kind from the list.");
    }

    private static Optional<Place> place(@Nullable String typed) {
        String text = CorrectionInput.text(typed);
        boolean fits = !text.isEmpty() && text.length() <= 80 && text.chars().noneMatch(Character::isISOControl);
        return fits && !text.startsWith("-") && !text.endsWith("-") ? Optional.of(new Place(text)) : Optional.empty();
    }

    private void target() {
        Optional<FoundIndicator> indicator = place(input.subject())
                .flatMap(p -> reading.read().indicators().stream()
                        .filter(i -> i.place().equals(p))
                        .findFirst());
        int number = input.position() == null ? -1 : input.position();
        if (indicator.isEmpty()
                || number < 0
                || number > indicator.get().targets().size()) {
            wrong("", "その目標はもうありません。一覧から選び直してください。", "This target is gone. Choose it again.");
            return;
        }
        if ("yes".equals(input.remove())) {
            if (number < indicator.get().targets().size()) {
                corrections.add(new ReadingCorrection.Untargeted(indicator.get().place(), number));
            }
            return;
        }
        Optional<Comparator> comparator = java.util.Arrays.stream(Comparator.values())
                .filter(c -> c.name().equals(CorrectionInput.text(input.comparator())))
                .findFirst();
        String value = folded(input.value()).replace(",", "");
        String unit = CorrectionInput.text(input.unit());
        if (comparator.isEmpty()) {
            wrong("comparator", "比べ方を選んでください。", "Choose how it is compared.");
        }
        if (!NUMBER.matcher(value).matches()) {
            wrong("value", "目標値は「100」「0.5」「2/3」のように書いてください。", "Write the target like 100, 0.5 or 2/3.");
        }
        if (unit.length() > 20 || unit.chars().anyMatch(Character::isISOControl)) {
            wrong("unit", "単位は20字以内で書いてください。", "Write the unit in at most 20 characters.");
        }
        if (errors.isEmpty()) {
            corrections.add(new ReadingCorrection.Targeted(
                    indicator.get().place(), number, comparator.orElseThrow(), Fraction.parse(value), unit));
        }
    }

    private static String folded(@Nullable String typed) {
        return Normalizer.normalize(CorrectionInput.text(typed), Normalizer.Form.NFKC);
    }

    private void cell() {
        String[] where = CorrectionInput.text(input.subject()).split("/", 3);
        Optional<Cell> now = where.length < 3
                ? Optional.empty()
                : reading.read().tables().stream()
                        .filter(t -> t.id().equals(where[0]))
                        .findFirst()
                        .flatMap(t -> t.cell(where[1], where[2]));
        if (now.isEmpty()) {
            wrong("", "その欄はもうありません。表から選び直してください。", "This cell is gone. Choose it again.");
            return;
        }
        String typed = folded(input.value()).replaceAll("[−ー―–—‐]", "-");
        Optional<Cell> cell = cell(typed);
        if (cell.isEmpty()) {
            wrong(
                    "value",
                    "「1,234」「△5」「－」（計画なし）のように書くか、空欄にしてください。",
                    "Write 1,234, △5 or － (nothing planned), or leave it empty.");
        } else if (!cell.equals(now)) {
            corrections.add(new ReadingCorrection.Celled(where[0], where[1], where[2], cell.get()));
        }
    }

    private static Optional<Cell> cell(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(new Cell.Blank());
        }
        if (typed.equals("-")) {
            return Optional.of(new Cell.Nil());
        }
        if (!FIGURE.matcher(typed).matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(typed.replaceAll("[^0-9]", ""));
        return Optional.of(new Cell.Figure("-△▲".indexOf(typed.charAt(0)) >= 0 ? -amount : amount));
    }

    private void year() {
        String typed = folded(input.value());
        if (!typed.matches("(?:19|20)[0-9]{2}")) {
            wrong("value", "年度を西暦4桁で書いてください。", "Write the fiscal year in four digits.");
        } else {
            corrections.add(new ReadingCorrection.Dated(Integer.parseInt(typed)));
        }
    }
}
