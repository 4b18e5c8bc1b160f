package tsukasa.staff.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.audit.AuditDay;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditFault.OfEntry;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditVerdict;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.staff.audit.AuditDaysPage.Day;
import tsukasa.staff.audit.AuditDaysPage.Outcome;
import tsukasa.staff.audit.AuditDaysPage.Running;
import tsukasa.staff.audit.Verifications.Run;

/// Puts days and what was found on them on a page.
@Component
class DayViews {
    private static final int PAGE = 40;
    private static final int FAULTS_SHOWN = 50;
    private final AuditReader reader;
    private final Verifications verifications;

    DayViews(AuditReader reader, Verifications verifications) {
        this.reader = reader;
        this.verifications = verifications;
    }

    AuditDaysPage page(Frame f, int page, String from, String until, Errors errors) {
        Paging asked = new Paging(page, PAGE, reader.dayCount());
        List<AuditDay> days = reader.days(asked.page(), PAGE);
        Paging paging = new Paging(asked.page(), PAGE, reader.dayCount());
        Run run = verifications.last();
        AuditVerdict verdict = run == null ? null : run.verdict();
        Set<LocalDate> faulty = verdict == null ? Set.of() : Set.copyOf(verdict.faultyDays());
        long most = days.stream().mapToLong(AuditDay::entries).max().orElse(1);
        return new AuditDaysPage(
                f,
                sentence(f, paging.total()),
                List.of(
                        Field.date("from", f.say("この日から", "From")).value(from).errors(errors),
                        Field.date("until", f.say("この日まで", "Until"))
                                .value(until)
                                .errors(errors)),
                errors,
                run == null || run.over() ? null : running(f, run),
                run == null || !run.over() ? null : outcome(f, run, verdict),
                days.stream().map(day -> day(f, day, most, faulty)).toList(),
                paging);
    }

    private static String sentence(Frame f, long days) {
        String number = f.writing().number(days);
        return f.say(
                number + "日分の記録があります。終わった日は署名して封じ、根を audit-roots.txt に残します。",
                number + (days == 1 ? " day has" : " days have")
                        + " entries. A day that is over is signed and sealed; its root goes to audit-roots.txt.");
    }

    private static Running running(Frame f, Run run) {
        String seen = f.writing().number(Math.min(run.seen(), run.total));
        String total = f.writing().number(run.total);
        String words = f.say(total + "件のうち" + seen + "件を確かめました", seen + " of " + total + " entries looked at");
        return new Running(
                new Progress(words, (double) Math.min(run.seen(), run.total), Math.max(1, run.total)), words);
    }

    private static Outcome outcome(Frame f, Run run, @Nullable AuditVerdict verdict) {
        if (verdict == null) {
            return new Outcome(
                    Notice.Kind.ERROR,
                    f.say("検証を最後まで行えませんでした。", "The verification did not come to its end."),
                    f.say("もう一度行ってください。続くときは、運用の記録を見てください。", "Try again; if it goes on, look at the platform's log."),
                    List.of(),
                    null);
        }
        String range = f.say("対象：", "Days: ") + range(f, run);
        String counted = f.say(
                f.writing().number(verdict.days()) + "日、" + f.writing().number(verdict.entries()) + "件を確かめました。",
                f.writing().number(verdict.entries()) + " entries of "
                        + f.writing().number(verdict.days()) + " days were looked at.");
        String when = f.writing().minute(run.begun);
        if (verdict.sound()) {
            return new Outcome(
                    Notice.Kind.DONE,
                    f.say("監査証跡は健全です。", "The audit trail is sound."),
                    when + "　" + range + "　" + counted,
                    List.of(),
                    null);
        }
        long more = verdict.faulty() - Math.min(FAULTS_SHOWN, verdict.faults().size());
        return new Outcome(
                Notice.Kind.ERROR,
                f.say(
                        f.writing().number(verdict.faulty()) + "件の異状があります。",
                        f.writing().number(verdict.faulty()) + (verdict.faulty() == 1 ? " fault." : " faults.")),
                when + "　" + range + "　" + counted,
                verdict.faults().stream()
                        .limit(FAULTS_SHOWN)
                        .map(fault -> Fact.of(place(fault), f.say(fault.what())))
                        .toList(),
                more == 0
                        ? null
                        : f.say(
                                "ほかに" + f.writing().number(more) + "件あります。",
                                "And " + f.writing().number(more) + " more."));
    }

    private static String range(Frame f, Run run) {
        LocalDate from = run.range.from();
        LocalDate until = run.range.until();
        return from == null && until == null
                ? f.say("すべての日", "all")
                : (from == null ? "" : from) + "–" + (until == null ? "" : until);
    }

    private static String place(AuditFault fault) {
        return fault.day() + (fault instanceof OfEntry of ? "　#" + of.seq() : "");
    }

    private static Day day(Frame f, AuditDay day, long most, Set<LocalDate> faulty) {
        boolean wrong = faulty.contains(day.day());
        String number = f.writing().number(day.entries());
        return new Day(
                day.day().toString(),
                number,
                new Progress(f.say(number + "件", number + " entries"), (double) day.entries(), Math.max(1, most)),
                wrong ? Status.DIFFERS : AuditViews.status(day),
                wrong ? f.say("異状あり", "Faulty") : AuditViews.word(f, day),
                day.root().substring(0, 16),
                "/staff/audit?from=" + day.day() + "&until=" + day.day());
    }
}
