package tsukasa.plan.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.plan.ReadingCorrection;

/// Puts right what was read; every step is kept with its author and can be taken back.
@Controller
class CorrectionController {
    private static final int LONGEST_NOTE = 2_000;
    private final ReadingDesk desk;
    private final OpenedReadings opened;
    private final CorrectionViews views;
    private final ReadingViews trees;
    private final Notices notices;

    CorrectionController(
            ReadingDesk desk, OpenedReadings opened, CorrectionViews views, ReadingViews trees, Notices notices) {
        this.desk = desk;
        this.opened = opened;
        this.views = views;
        this.trees = trees;
        this.notices = notices;
    }

    @GetMapping("/staff/plan/import/{reading}/correction")
    @Permit(Permission.MANAGE_PLAN)
    CorrectionPage form(Frame frame, Visitor visitor, @PathVariable String reading, CorrectionInput input) {
        return views.form(frame, opened.find(reading), visitor, input, Errors.none(), null);
    }

    @PostMapping("/staff/plan/import/{reading}/correction")
    @Permit(Permission.MANAGE_PLAN)
    Answer correct(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String reading,
            CorrectionInput input) {
        OpenReading found = opened.find(reading);
        int version = input.version() == null ? -1 : input.version();
        if (version != found.stored().version()) {
            return views.form(frame, found, visitor, input, Errors.none(), meanwhile(frame, found, version));
        }
        CorrectionForms.Typed typed = new CorrectionForms(frame, found, input).read();
        if (!typed.errors().isEmpty()) {
            return views.form(frame, found, visitor, input, typed.errors(), null);
        }
        String back =
                views.form(frame, found, visitor, input, Errors.none(), null).back();
        if (typed.corrections().isEmpty()) {
            leave(request, Notice.Kind.WARNING, frame.say("変わったところはありません。", "Nothing was changed."));
            return new Redirect(encoded(back));
        }
        return switch (desk.correct(found, version, typed.corrections(), visitor)) {
            case ReadingOutcome.Refused(String field, Text why) ->
                views.form(frame, found, visitor, input, Errors.none().with(field, frame.say(why)), null);
            case ReadingOutcome.Conflict conflict -> {
                OpenReading now = opened.find(reading);
                yield views.form(frame, now, visitor, input, Errors.none(), meanwhile(frame, now, version));
            }
            case ReadingOutcome.Done done -> {
                leave(request, Notice.Kind.DONE, frame.say("訂正しました。", "Corrected."));
                yield new Redirect(encoded(back));
            }
            case ReadingOutcome.Known known -> throw new IllegalStateException("nothing was imported");
            case ReadingOutcome.Unfit unfit -> throw new IllegalStateException("no package was asked for");
        };
    }

    /// Anchors of places hold Japanese letters; a redirect holds none.
    private static String encoded(String address) {
        return java.net.URI.create(address).toASCIIString();
    }

    private static String meanwhile(Frame frame, OpenReading now, int version) {
        List<String> steps = now.events().stream()
                .filter(e -> e.sequence() > version)
                .map(e -> e.byName() + "（" + frame.writing().minute(e.at()) + "）"
                        + CorrectionWords.of(e).in(frame.language()))
                .toList();
        return steps.isEmpty()
                ? frame.say("画面を開いた後に、ほかの人が変えました。", "Somebody changed it after you opened the page.")
                : String.join(frame.say("、", ", "), steps);
    }

    private void leave(HttpServletRequest request, Notice.Kind kind, String title) {
        notices.leave(request, new Notice(kind, title, null));
    }

    @PostMapping("/staff/plan/import/{reading}/settlement")
    @Permit(Permission.MANAGE_PLAN)
    Answer settle(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String reading,
            @RequestParam(defaultValue = "") String doubt,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int part) {
        OpenReading found = opened.find(reading);
        boolean known = found.openDoubts().stream().anyMatch(d -> d.key().equals(doubt));
        if (!known) {
            throw Problem.notFound(Text.of("その要確認の箇所は残っていません。", "This place is not left to be checked."));
        }
        String clean = note.strip();
        if (clean.length() > LONGEST_NOTE || clean.indexOf(0) >= 0) {
            String sentence = frame.say("メモは2,000字以内で書いてください。", "Write a note of at most 2,000 characters.");
            return trees.tree(frame, found, visitor, only, part, Errors.none().with("", sentence), 422);
        }
        ReadingCorrection settled = new ReadingCorrection.Settled(doubt, clean);
        return answer(
                frame,
                visitor,
                request,
                reading,
                desk.correct(found, version, List.of(settled), visitor),
                frame.say("確かめたものとしました。", "Marked as checked."),
                only.matches("[a-z]{1,20}") ? "?only=" + only : "?part=" + part);
    }

    @PostMapping("/staff/plan/import/{reading}/undoing")
    @Permit(Permission.MANAGE_PLAN)
    Answer undo(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String reading,
            @RequestParam(defaultValue = "-1") int version) {
        OpenReading found = opened.find(reading);
        return answer(
                frame,
                visitor,
                request,
                reading,
                desk.undo(found, version, visitor),
                frame.say("最後の訂正を取り消しました。", "The last correction was taken back."),
                "/history");
    }

    private Answer answer(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            String reading,
            ReadingOutcome outcome,
            String done,
            String way) {
        return switch (outcome) {
            case ReadingOutcome.Done(String id) -> {
                leave(request, Notice.Kind.DONE, done);
                yield new Redirect(ReadingViews.BASE + "/" + id + way);
            }
            case ReadingOutcome.Conflict conflict ->
                trees.tree(
                        frame,
                        opened.find(reading),
                        visitor,
                        "",
                        0,
                        Errors.none()
                                .with(
                                        "",
                                        frame.say(
                                                "画面を開いた後に、ほかの人が変えました。今の内容を確かめて、もう一度行ってください。",
                                                "Somebody changed it after you opened the page. Look at it as it is now, and do it again.")),
                        409);
            case ReadingOutcome.Refused(String field, Text why) ->
                trees.tree(
                        frame,
                        opened.find(reading),
                        visitor,
                        "",
                        0,
                        Errors.none().with("", frame.say(why)),
                        422);
            case ReadingOutcome.Known known -> throw new IllegalStateException("nothing was imported");
            case ReadingOutcome.Unfit unfit -> throw new IllegalStateException("no package was asked for");
        };
    }
}
