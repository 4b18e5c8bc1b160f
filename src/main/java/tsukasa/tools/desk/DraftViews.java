package tsukasa.tools.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;
import tsukasa.tools.Release;
import tsukasa.tools.Support;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Event;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolDraft.State;
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
        long waiting = open.stream().filter(d -> d.state() == State.REVIEW).count();
        return new DraftsPage(
                f,
                f.say(
                        "書いている案は" + open.size() + "件、そのうち承認を待つものは" + waiting + "件です。",
                        open.size() + " drafts, " + waiting + " of them waiting for approval."),
                open.stream().map(draft -> line(f, draft)).toList(),
                tools.list(Tools.Question.ALL).stream()
                        .map(tool -> published(f, tool))
                        .toList());
    }

    private DraftsPage.Line line(Frame f, ToolDraft draft) {
        Event last = draft.events().getLast();
        return new DraftsPage.Line(
                heading(f, draft, draft.words()),
                DraftController.address(draft.id()),
                f.say(draft.kind().word()),
                status(draft.state()),
                f.say(draft.state().word()),
                f.writing().minute(last.at()) + "　" + last.byName());
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

    static Status status(State state) {
        return switch (state) {
            case DRAFT -> Status.DRAFT;
            case REVIEW -> Status.IN_REVIEW;
            case PUBLISHED -> Status.ACCEPTED;
            case DISCARDED -> Status.WITHDRAWN;
        };
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
        return new DraftPage(
                f,
                f.say("新しいツールの案を書く", "Write about a new tool"),
                null,
                "",
                f.say("公表するまで、外からは見えません。", "Nobody outside sees it until it is published."),
                DraftController.BASE + "/new",
                0,
                DraftFields.of(f, Kind.TOOL, typed, errors),
                List.of(),
                List.of(),
                false,
                false,
                false,
                false,
                false,
                List.of(),
                errors,
                errors.isEmpty() ? 200 : 422);
    }

    /// @param typed what was sent and could not be kept; null for what is kept
    DraftPage of(Frame f, Visitor by, ToolDraft draft, @Nullable ToolWords typed, Errors errors, int answer) {
        boolean writing = draft.state() == State.DRAFT;
        boolean waiting = draft.state() == State.REVIEW;
        boolean judging = waiting && by.may(Permission.APPROVE_TOOLS);
        ToolWords words = typed == null ? draft.words() : typed;
        return new DraftPage(
                f,
                heading(f, draft, words),
                status(draft.state()),
                f.say(draft.state().word()),
                f.say(draft.kind().word()),
                DraftController.address(draft.id()),
                draft.seen(),
                writing ? DraftFields.of(f, draft.kind(), words, errors) : List.of(),
                writing ? List.of() : facts(f, draft),
                desk.files(draft).stream().map(file -> file.shown(f, writing)).toList(),
                draft.kind() == Kind.RELEASE && draft.open(),
                writing,
                judging,
                waiting,
                writing,
                draft.events().reversed().stream()
                        .map(event -> moment(f, event))
                        .toList(),
                errors,
                answer);
    }

    private static Moment moment(Frame f, Event event) {
        String what = switch (event.became()) {
            case "submitted" -> f.say("承認を依頼", "Submitted for approval");
            case "returned" -> f.say("差戻し", "Returned");
            case "published" -> f.say("公表", "Published");
            case "discarded" -> f.say("破棄", "Discarded");
            default -> f.say("記入", "Written");
        };
        String who = what + "　" + event.byName();
        return Moment.past(f.writing().minute(event.at()), event.note().isEmpty() ? who : who + "　" + event.note());
    }

    private static List<Fact> facts(Frame f, ToolDraft draft) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : DraftFields.of(f, draft.kind(), draft.words(), Errors.none())) {
            String value = field.kind().group()
                    ? field.options().stream()
                            .filter(field::chosen)
                            .map(Option::label)
                            .collect(Collectors.joining(f.say("、", ", ")))
                    : field.value();
            facts.add(Fact.of(field.label(), value.isEmpty() ? "－" : value));
        }
        return facts;
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
