package tsukasa.scheme.form;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.form.DraftDesk.Opened;

/// What stands around the questions of every step.
record Surroundings(Frame frame, Opened opened) {
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        opened.course().steps().forEach(step -> steps.add(frame.say(step.title())));
        steps.add(frame.say("内容の確認", "Check and send"));
        return steps;
    }

    List<Fact> facts() {
        Scheme scheme = opened.scheme();
        String open = scheme.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(scheme.open()::contains)
                .map(scheme.fields()::get)
                .filter(Objects::nonNull)
                .map(field -> frame.say(field.label()))
                .collect(Collectors.joining(frame.say("、", ", ")));
        List<Fact> facts = new ArrayList<>();
        opened.forWhom().ifPresent(name -> facts.add(Fact.of(frame.say("代理", "On behalf of"), name)));
        facts.addAll(List.of(
                Fact.of(
                        frame.say("結果", "Result"),
                        opened.draft().change()
                                ? frame.say("送ると、その場で登録が変わります。", "Your entry changes as soon as you send it.")
                                : frame.say(
                                        "確認のメールのリンクを開くと、その場で登録されます。",
                                        "You are registered as soon as you use the link in our mail.")),
                Fact.of(frame.say("公表する項目", "Published"), open),
                Fact.of(frame.say("下書き", "Draft"), frame.say("段階ごとに保存します。", "Saved at each step."))));
        return facts;
    }

    String kept() {
        ZonedDateTime saved = opened.draft().changedAt().atZone(Writing.JAPAN);
        String time = "%02d:%02d".formatted(saved.getHour(), saved.getMinute());
        String until = frame.writing()
                .date(opened.draft().expiresAt().atZone(Writing.JAPAN).toLocalDate());
        return frame.say(
                time + " に下書きを保存しました。" + until + "まで続きから再開できます。",
                "Draft saved at " + time + ". You can go on with it until " + until + ".");
    }
}
