package tsukasa.scheme.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.scheme.Fault;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Trial;
import tsukasa.scheme.TrialStation;

/// Sends an example of every level through all stations, and judges where it arrives.
final class TrialRun {
    private final Reading.Sound sound;
    private final List<String> told = new ArrayList<>();

    TrialRun(Reading.Sound sound) {
        this.sound = sound;
    }

    /// What happened to each example, one line a level, in words.
    List<String> told() {
        return told;
    }

    /// Everything that kept an example from arriving.
    Findings run(Language language) {
        Findings findings = new Findings(sound.formFile(), sound.form());
        Scheme scheme = sound.scheme();
        for (Scheme.Level level : scheme.levels()) {
            Map<String, String> typed = new ExampleMaker(scheme).at(level);
            missing(scheme, typed, findings);
            Trial trial = Trial.of(typed);
            for (TrialStation station :
                    SpringFactoriesLoader.loadFactories(TrialStation.class, TrialStation.class.getClassLoader())) {
                trial = station.pass(scheme, trial);
            }
            judge(scheme, level, trial, findings);
            tell(level, trial, language);
        }
        return findings;
    }

    private static void missing(Scheme scheme, Map<String, String> typed, Findings findings) {
        scheme.fields().values().stream()
                .map(FormField::name)
                .filter(name -> !typed.containsKey(name))
                .forEach(name -> findings.add(
                        "/properties/" + name,
                        Text.of("項目 " + name + " に合う例を作れません", "no example for the field " + name + " can be made up"),
                        Text.of("x-example に例を書いてください", "write one as x-example")));
    }

    private static void judge(Scheme scheme, Scheme.Level level, Trial trial, Findings findings) {
        for (Fault fault : trial.faults()) {
            findings.add(
                    "/properties/" + fault.field(),
                    Text.of(
                            "段階 " + level.id() + " の見本が項目 " + fault.field() + " で止まりました（入力「" + typed(trial, fault)
                                    + "」：" + fault.message().ja() + "）",
                            "the example of level " + level.id() + " stopped at the field " + fault.field()
                                    + " (typed «" + typed(trial, fault) + "»: "
                                    + fault.message().en() + ")"),
                    Text.of(
                            "その段階の画面で聞いているか、型・書き方・例（x-example）を確かめてください",
                            "see whether a step of that level asks for it, and check type, pattern and x-example"));
        }
        if (trial.faults().isEmpty() && !level.id().equals(trial.entry().get("level"))) {
            findings.add(
                    "",
                    Text.of(
                            "段階 " + level.id() + " の見本が、別の段階で登録されました",
                            "the example of level " + level.id() + " was registered at another level"),
                    Text.of("register の level を確かめてください", "check «level» under «register»"));
        }
        if (trial.faults().isEmpty() && trial.entry().getOrDefault("name", "").isBlank()) {
            findings.add(
                    "/properties/" + scheme.register().name(),
                    Text.of("登録簿の名前が空になりました", "the register would say no name"),
                    Text.of("minLength を1以上にしてください", "give it a minLength of at least 1"));
        }
    }

    private static String typed(Trial trial, Fault fault) {
        return trial.typed().getOrDefault(fault.field(), "");
    }

    private void tell(Scheme.Level level, Trial trial, Language language) {
        Map<String, String> entry = trial.entry();
        told.add(
                switch (language) {
                    case JA ->
                        "  段階 %s：%d項目に回答 → %s → %s　%s"
                                .formatted(
                                        level.id(),
                                        trial.answers().size(),
                                        trial.faults().isEmpty() ? "受理" : "受理されない",
                                        entry.get("number"),
                                        entry.get("name"));
                    case EN ->
                        "  level %s: %d answers → %s → %s %s"
                                .formatted(
                                        level.id(),
                                        trial.answers().size(),
                                        trial.faults().isEmpty() ? "accepted" : "not accepted",
                                        entry.get("number"),
                                        entry.get("name"));
                });
    }
}
