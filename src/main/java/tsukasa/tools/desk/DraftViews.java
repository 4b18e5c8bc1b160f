package tsukasa.tools.desk;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftAnswers;
import tsukasa.kernel.foureyes.DraftLine;
import tsukasa.kernel.foureyes.DraftSheet;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.tools.Release;
import tsukasa.tools.Support;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;
import tsukasa.tools.ToolWriting;
import tsukasa.tools.Tools;

/// Makes the staff pages of the catalogue.
@Component
class DraftViews {
    private final ToolWriting desk;
    private final Tools tools;

    DraftViews(ToolWriting desk, Tools tools) {
        this.desk = desk;
        this.tools = tools;
    }

    DraftsPage list(Frame f) {
        List<ToolDraft> open = desk.open();
        return new DraftsPage(
                f,
                DraftLine.lead(f, open),
                open.stream().map(draft -> line(f, draft)).toList(),
                tools.list(Tools.Question.ALL).stream()
                        .map(tool -> published(f, tool))
                        .toList());
    }

    private DraftLine line(Frame f, ToolDraft draft) {
        return DraftLine.of(
                f,
                draft,
                heading(f, draft, draft.words()),
                DraftAnswers.address(DraftController.BASE, draft.id()),
                f.say(draft.kind().word()));
    }

    private static DraftsPage.Published published(Frame f, Tool tool) {
        Support support = Support.on(f.today(), tool.content().supportUntil());
        return new DraftsPage.Published(
                tool.name().value(),
                f.say(tool.content().title()),
                tool.name().address(),
                support.status(),
                f.say(support.word()),
                List.of(
                        new DraftsPage.Act(Kind.RELEASE.name(), f.say("新しい版を書く", "Write a release")),
                        new DraftsPage.Act(Kind.REVISION.name(), f.say("紹介を直す", "Correct it"))),
                tool.releases().stream().map(release -> out(f, release)).toList());
    }

    private static DraftsPage.Out out(Frame f, Release release) {
        List<DraftsPage.Act> acts = release.offered()
                ? List.of(
                        new DraftsPage.Act(Kind.CORRECTION.name(), f.say("説明を直す", "Correct it")),
                        new DraftsPage.Act(Kind.WITHDRAWAL.name(), f.say("取り下げる", "Withdraw it")))
                : List.of();
        return new DraftsPage.Out(release.version(), release.address(), acts);
    }

    private String heading(Frame f, ToolDraft draft, ToolWords words) {
        String typed = f.say(words.of("titleJa"), words.of("titleEn"));
        String title = draft.tool()
                .flatMap(tools::find)
                .map(tool -> f.say(tool.content().title()))
                .orElse(typed.isBlank() ? words.of("titleJa") : typed);
        String version = draft.version().orElse(words.of("version"));
        String whole = (title + " " + version).strip();
        return whole.isBlank() ? f.say("名前のない案", "Draft without a title") : whole;
    }

    DraftPage fresh(Frame f, ToolWords typed, Errors errors) {
        String heading = f.say("新しいツールの案を書く", "Write about a new tool");
        List<Field> fields = DraftFields.of(f, Kind.TOOL, typed, errors);
        DraftSheet sheet = DraftSheet.fresh(f, heading, DraftController.BASE + "/new", fields, errors);
        return new DraftPage(f, sheet, List.of(), false, false);
    }

    /// @param typed what was sent and could not be kept; null for what is kept
    DraftPage of(Frame f, Visitor by, ToolDraft draft, @Nullable ToolWords typed, Errors errors, int answer) {
        boolean writing = draft.state() == DraftState.DRAFT;
        ToolWords words = typed == null ? draft.words() : typed;
        DraftSheet sheet = DraftSheet.of(
                f,
                draft,
                heading(f, draft, words),
                f.say(draft.kind().word()),
                DraftAnswers.address(DraftController.BASE, draft.id()),
                DraftFields.of(f, draft.kind(), writing ? words : draft.words(), errors),
                errors,
                answer);
        return new DraftPage(
                f,
                sheet,
                desk.files(draft).stream().map(file -> file.shown(f, writing)).toList(),
                draft.kind() == Kind.RELEASE && draft.open(),
                draft.state() == DraftState.REVIEW && by.may(Permission.APPROVE_TOOLS));
    }

    boolean known(String name) {
        return ToolName.read(name).flatMap(tools::find).isPresent();
    }

    static java.util.Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }
}
