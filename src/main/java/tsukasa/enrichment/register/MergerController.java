package tsukasa.enrichment.register;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.enrichment.Desk;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// What was proposed to be one or two, and the decisions about it.
@Controller
class MergerController {
    private static final String ALL = Desk.HOME + "/mergers";
    private static final String ONE = ALL + "/{id}";
    private final MergerDesk desk;
    private final MergerViews views;
    private final Notices notices;

    MergerController(MergerDesk desk, MergerViews views, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping(ALL)
    @Permit(Permission.ENRICH)
    MergersPage list(Frame frame, HttpServletRequest request) {
        boolean waiting = !FormFields.text(request, "state").equals("decided");
        return views.list(frame, waiting, Math.max(1, FormFields.count(FormFields.text(request, "page"))));
    }

    @GetMapping(ONE)
    @Permit(Permission.ENRICH)
    MergerPage one(Frame frame, Visitor visitor, @PathVariable String id) {
        return views.page(frame, visitor, found(id), "", Errors.none(), 200);
    }

    @PostMapping(ONE + "/agreement")
    @Permit(Permission.APPROVE_ENRICHMENT)
    Answer agree(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Merger merger = found(id);
        MergerDesk.Seen seen = new MergerDesk.Seen(
                FormFields.count(FormFields.text(request, "one")), FormFields.count(FormFields.text(request, "into")));
        return ended(
                frame,
                visitor,
                request,
                merger,
                desk.agree(merger.id(), seen, "", visitor),
                frame.say("同意し、行いました。", "Agreed and done."));
    }

    @PostMapping(ONE + "/declining")
    @Permit(Permission.APPROVE_ENRICHMENT)
    Answer decline(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Merger merger = found(id);
        String answer = FormFields.text(request, "answer");
        return ended(
                frame,
                visitor,
                request,
                merger,
                desk.decline(merger.id(), answer, visitor),
                frame.say("同意しませんでした。何も変わっていません。", "Declined. Nothing has changed."));
    }

    @PostMapping(ONE + "/taking-back")
    @Permit(Permission.ENRICH)
    Answer takeBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Merger merger = found(id);
        return ended(
                frame,
                visitor,
                request,
                merger,
                desk.takeBack(merger.id(), visitor),
                frame.say("提案を取り下げました。", "The proposal is taken back."));
    }

    private Answer ended(
            Frame f,
            Visitor visitor,
            HttpServletRequest request,
            Merger merger,
            MergerDesk.Outcome outcome,
            String sentence) {
        return switch (outcome) {
            case MergerDesk.Done(long id, long entries) -> {
                String count = f.writing().number(entries);
                String detail = entries == 0
                        ? null
                        : f.say("脆弱性" + count + "件の表示と検索に反映します。", "Shown and found in " + count + " entries.");
                notices.leave(request, new Notice(Notice.Kind.DONE, sentence, detail));
                yield new Redirect(MergerViews.address(id));
            }
            case MergerDesk.Changed _ ->
                again(
                        f,
                        visitor,
                        request,
                        merger,
                        "",
                        f.say(
                                "あなたが見た後に変わりました。今の内容を確かめてください。",
                                "It has changed since you saw it. Look at it as it is now."),
                        409);
            case MergerDesk.Own _ ->
                again(
                        f,
                        visitor,
                        request,
                        merger,
                        "",
                        f.say(
                                "提案した人と決める人は別でなければなりません。取り下げは、提案した人だけができます。",
                                "Whoever proposed it does not decide about it; and only they take it back."),
                        403);
            case MergerDesk.Refused(Text why) -> again(f, visitor, request, merger, "answer", f.say(why), 422);
        };
    }

    private MergerPage again(
            Frame f,
            Visitor visitor,
            HttpServletRequest request,
            Merger merger,
            String field,
            String sentence,
            int status) {
        return views.page(
                f,
                visitor,
                desk.find(merger.id()).orElse(merger),
                FormFields.text(request, "answer"),
                Errors.none().with(field, sentence),
                status);
    }

    private Merger found(String id) {
        return desk.find(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0)
                .orElseThrow(() -> Problem.notFound(Text.of("その提案はありません。", "There is no such proposal.")));
    }
}
