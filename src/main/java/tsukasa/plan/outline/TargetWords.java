package tsukasa.plan.outline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.OtherTarget;

/// What a target asks for, in words: `2回以上`, `30 September 2021 at the latest`.
final class TargetWords {
    private TargetWords() {}

    static String of(Frame frame, OtherTarget target) {
        String value = value(frame, target.value());
        String unit = dated(target.value()) ? "" : (frame.japanese() ? "" : " ") + frame.say(target.unit());
        return switch (target.comparator()) {
            case ">=" -> value + unit + frame.say("以上", " or more");
            case "<=" -> value + unit + frame.say("以下", " or less");
            case "by" -> value + frame.say("まで", " at the latest");
            case "range" -> value.replace("..", "–") + unit;
            case "baseline" -> value + unit + frame.say("（基準）", " (baseline)");
            default -> value + unit;
        };
    }

    private static boolean dated(String value) {
        return value.matches("[0-9]{4}-[0-9]{2}.*");
    }

    private static String value(Frame frame, String value) {
        if (value.matches("[0-9]{1,18}")) {
            return frame.writing().number(Long.parseLong(value));
        }
        if (value.matches("[0-9]{4}-[0-9]{2}")) {
            YearMonth month = YearMonth.parse(value);
            return frame.say(
                    month.getYear() + "年" + frame.writing().month(month),
                    frame.writing().month(month) + " " + month.getYear());
        }
        if (dated(value)) {
            return Arrays.stream(value.split(" / ", -1))
                    .map(day -> frame.writing().date(LocalDate.parse(day)))
                    .collect(Collectors.joining(frame.say("、", ", ")));
        }
        return value.replace(",", frame.say("、", ", "));
    }
}
