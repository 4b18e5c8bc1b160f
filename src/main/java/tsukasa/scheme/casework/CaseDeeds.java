package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.casework.CaseDesk.Attempt;
import tsukasa.scheme.casework.CaseListStore.File;

/// What staff may do with a case in the state it is in.
record CaseDeeds(Frame f, Scheme scheme, File file) {
    private String address() {
        return "/staff/" + scheme.id() + "/cases/" + file.number();
    }

    List<CasePage.Deed> closed() {
        List<CasePage.Deed> deeds = new ArrayList<>();
        if (file.state().equals("registered")) {
            deeds.add(new CasePage.Deed(f.say("訂正する", "Correct"), address() + "?open=correction", false));
            deeds.add(new CasePage.Deed(f.say("取り下げる", "Withdraw"), address() + "?open=withdrawal", true));
        }
        if (file.state().equals("withdrawn")) {
            deeds.add(new CasePage.Deed(
                    f.say("取下げを取り消す", "Take the withdrawal back"), address() + "?open=restoration", false));
        }
        return deeds;
    }

    CasePage.@Nullable Form open(Attempt attempt, Map<String, Object> before) {
        boolean standing = file.state().equals("registered");
        return switch (attempt.open()) {
            case CORRECTION -> standing ? correction(attempt, before) : null;
            case WITHDRAWAL -> standing ? withdrawal(attempt) : null;
            case RESTORATION -> standing ? null : restoration(attempt);
            case NOTE, NOTHING, ASSIGNMENT, HANDOVER, RELEASE, REMOVAL, RESTRICTION, OPENING -> null;
        };
    }

    private CasePage.Form correction(Attempt attempt, Map<String, Object> before) {
        Map<String, Object> answers = attempt.answers().isEmpty() ? before : attempt.answers();
        return new CasePage.Form(
                f.say("訂正", "Correction"),
                f.say(
                        "はじめから誤っていたことを直します。登録簿は、いまの内容になった日にさかのぼって書き換わり、前の記載も残ります。連絡先にはメールで知らせます。",
                        "Puts right what was wrong from the beginning. The register is rewritten from the day of the present entry; "
                                + "what it said before is kept. The contact is told by mail."),
                address() + "/correction",
                f.say("訂正する", "Correct"),
                false,
                new Correction(scheme).asked(f, answers, attempt.reason(), attempt.errors()));
    }

    private CasePage.Form withdrawal(Attempt attempt) {
        return new CasePage.Form(
                f.say("取下げ", "Withdrawal"),
                f.say(
                        "今日から登録簿に載らなくなります。連絡先にはメールで知らせます。間違えたときは、あとで取り消せます。",
                        "From today it no longer stands in the register. The contact is told by mail. A mistake can be taken back."),
                address() + "/withdrawal",
                f.say("取り下げる", "Withdraw"),
                true,
                List.of(Correction.reason(f, attempt.reason(), attempt.errors())));
    }

    private CasePage.Form restoration(Attempt attempt) {
        return new CasePage.Form(
                f.say("取下げの取消し", "Taking the withdrawal back"),
                f.say(
                        "取り下げなかったものとして、登録簿に戻します。取り下げた記録も残ります。",
                        "The entry stands again as if it had never been withdrawn. That it was withdrawn is kept."),
                address() + "/restoration",
                f.say("登録簿に戻す", "Restore"),
                false,
                List.of(Correction.reason(f, attempt.reason(), attempt.errors())));
    }

    static Field note(Frame f, Attempt attempt) {
        boolean open = attempt.open() == CaseDesk.Open.NOTE;
        return Field.longText("note", f.say("課内のメモ", "Note to colleagues"))
                .hint(f.say("経過に残ります。本人には見えません。", "Kept in the history. The subject does not see it."))
                .rows(3)
                .maxLength(1000)
                .value(open ? attempt.reason() : "")
                .errors(open ? attempt.errors() : Errors.none());
    }
}
